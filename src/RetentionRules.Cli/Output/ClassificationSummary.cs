using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Cli.Output;

/// <summary>Counts records by how their class was found, and says one of them on a line for people.</summary>
internal sealed class ClassificationSummary
{
    private readonly SortedDictionary<ClassificationState, long> _byState = [];

    /// <summary>How many records have a class that is not settled.</summary>
    public long Unsettled { get; private set; }

    public void Add(RecordClassification classification)
    {
        _byState[classification.State] = _byState.GetValueOrDefault(classification.State) + 1;
        _words[classification.State] = classification.StateWord;
        if (!classification.IsSettled) Unsettled++;
    }

    private readonly Dictionary<ClassificationState, string> _words = [];

    /// <summary><c>3 records classified: 2 assigned, 1 may-be</c>.</summary>
    public override string ToString()
    {
        string counts = string.Join(", ", _byState.Select(s => $"{Counted.Number(s.Value)} {_words[s.Key]}"));
        return $"{Counted.Write(_byState.Values.Sum(), "record")} classified" + (counts.Length > 0 ? ": " + counts : "");
    }

    /// <summary>One line a record: <c>R-1  ADM-120-03 (assigned), item 3</c>.</summary>
    public static string Line(DispositionDecision decision)
    {
        string item = decision.Item is { } only ? $"item {only.Number}"
            : decision.Candidates.Count > 0 ? "item " + string.Join(" or ", decision.Candidates)
            : "no item";
        string missing = decision.Classification.Missing switch
        {
            [] => "",
            [ClassificationScheme.FactName] => "; a person must file it",
            var names => $"; to settle it, find out {string.Join(", ", names)}",
        };
        return $"{(decision.Record.Length > 0 ? decision.Record : "(no identifier)")}  {decision.Classification}, {item}{missing}";
    }
}
