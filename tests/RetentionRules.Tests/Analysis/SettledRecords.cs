using System.Text.RegularExpressions;
using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;

namespace RetentionRules.Tests.Analysis;

/// <summary>All records of a small schedule of which all is known that its conditions ask for.</summary>
internal sealed class SettledRecords
{
    private readonly Dictionary<Condition, bool[]> _truths = new(ReferenceEqualityComparer.Instance);

    public SettledRecords(RetentionSchedule schedule)
    {
        Policy = RetentionPolicy.For(schedule).WithHolds(HoldList.None);
        FactLayout layout = new(Policy.Facts, Policy.Classification);
        string asked = string.Join(' ', Analyses.ConditionsOf(schedule));
        string[] facts = [.. SmallVocabulary.Asked.Where(f => Regex.IsMatch(asked, $@"\b{f}\b"))];
        List<RecordFacts> all = [new RecordFacts(layout).Set("officer", "someone")];
        foreach (string fact in facts) all = [.. all.SelectMany(record => ValuesOf(fact, schedule).Select(value => record.With(layout.Facts[layout.PlaceOf(fact)], value)))];
        All = all;
    }

    public RetentionPolicy Policy { get; }

    public IReadOnlyList<RecordFacts> All { get; }

    /// <summary>Where there are rules, a record that is not filed gets its class by them, or it is not known.</summary>
    private static IEnumerable<FactValue> ValuesOf(string fact, RetentionSchedule schedule) =>
        fact == ClassificationScheme.FactName && schedule.Classification.Rules.Count > 0
            ? SmallVocabulary.ValuesOf(fact)
            : SmallVocabulary.ValuesOf(fact).Append(FactValue.Never);

    /// <summary>What a condition is of each record, by the reference evaluator.</summary>
    public bool[] TruthsOf(Condition condition)
    {
        if (_truths.TryGetValue(condition, out bool[]? known)) return known;
        bool[] truths = [.. All.Select(record => IsTrue(new ConditionEvaluator(record).Evaluate(condition)))];
        _truths.Add(condition, truths);
        return truths;
    }

    public static bool IsTrue(Truth truth) => truth switch
    {
        Truth.True => true,
        Truth.False => false,
        _ => throw new InvalidOperationException("of these records everything is known"),
    };
}
