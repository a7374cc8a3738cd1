using RetentionRules.Calendars;
using RetentionRules.Evaluation;

namespace RetentionRules.Analysis;

/// <summary>How many records fare differently under another edition, and how. Not shared between threads.</summary>
public sealed class RecordImpact
{
    private readonly Dictionary<(string Old, string New), (long Count, string Example)> _changes = [];

    /// <summary>How many records were decided by both.</summary>
    public long Records { get; private set; }

    /// <summary>How many of them fare differently.</summary>
    public long Changed { get; private set; }

    /// <summary>How many may be destroyed sooner, or at all where they could not.</summary>
    public long Sooner { get; private set; }

    /// <summary>What changes to what, the most frequent first; with one of the records.</summary>
    public IReadOnlyList<RecordShift> Shifts =>
        [.. _changes.Select(c => new RecordShift(c.Key.Old, c.Key.New, c.Value.Count, c.Value.Example)).OrderByDescending(s => s.Count).ThenBy(s => s.Old, StringComparer.Ordinal).ThenBy(s => s.New, StringComparer.Ordinal)];

    /// <summary>Takes both decisions about one record.</summary>
    public void Add(DispositionDecision old, DispositionDecision @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        Records++;
        if (Comparing.RecordFate.Of(old) == Comparing.RecordFate.Of(@new) && old.Status == @new.Status && old.Item?.Number == @new.Item?.Number) return;
        Changed++;
        if (IsSooner(old, @new)) Sooner++;
        (string, string) key = (Written(old), Written(@new));
        _changes[key] = _changes.TryGetValue(key, out (long Count, string Example) known) ? known with { Count = known.Count + 1 } : (1, @new.Record);
    }

    /// <summary>An end that is not known counts as none: what is only now known to end is sooner.</summary>
    private static bool IsSooner(DispositionDecision old, DispositionDecision @new) =>
        Comparing.RecordFate.Destruction(@new) is { NotAfter: var now } && now < (Comparing.RecordFate.Destruction(old) is { NotAfter: var was } ? was : DateBound.PositiveInfinity);

    private static string Written(DispositionDecision decision)
    {
        string item = decision.Item is { } i ? $" (item {i.Number})" : decision.Candidates.Count > 0 ? $" (items {string.Join(", ", decision.Candidates)})" : "";
        string act = decision.Action is { } action ? $", {DecisionText.Word(action)} due" : decision.Next is { } next ? $", next {DecisionText.Word(next)}" : "";
        return decision.Status.ToString().ToLowerInvariant() + act + item;
    }
}

/// <summary>Records that go from one standing to another.</summary>
/// <param name="Old">By the edition before.</param>
/// <param name="New">By the edition after.</param>
/// <param name="Count">How many.</param>
/// <param name="Example">The first of them; empty where records have no identifier.</param>
public sealed record RecordShift(string Old, string New, long Count, string Example);
