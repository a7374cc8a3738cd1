using RetentionRules.Schedules;

namespace RetentionRules.DryRun;

/// <summary>How many decisions came to each status, by the value of one fact.</summary>
public sealed class FactBreakdown
{
    /// <summary>How many known values are told apart: the first in the order of their characters. The rest is summed up.</summary>
    public const int MostValues = 1000;

    private static readonly Comparer<(FactState State, string Value)> Order =
        Comparer<(FactState State, string Value)>.Create((a, b) => a.State != b.State ? b.State.CompareTo(a.State) : string.CompareOrdinal(a.Value, b.Value));

    private readonly SortedDictionary<(FactState State, string Value), Tally<DispositionStatus>> _rows = new(Order);
    private readonly Tally<DispositionStatus> _others = new();
    private readonly Tally<DispositionStatus> _withoutFacts = new();
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);

    internal FactBreakdown(FactDefinition fact) => Fact = fact.Name;

    /// <summary>The fact.</summary>
    public string Fact { get; }

    /// <summary>The values, known ones first and in the order of their characters, then the states.</summary>
    public IReadOnlyList<FactBreakdownRow> Rows => [.. _rows.Select(r => new FactBreakdownRow(r.Key.State, r.Key.Value, Sorted(r.Value)))];

    /// <summary>Known values beyond <see cref="MostValues"/>.</summary>
    public IReadOnlyDictionary<DispositionStatus, long> OtherValues => Sorted(_others);

    /// <summary>Decisions about several records at once, which have no one value.</summary>
    public IReadOnlyDictionary<DispositionStatus, long> WithoutFacts => Sorted(_withoutFacts);

    private static SortedDictionary<DispositionStatus, long> Sorted(Tally<DispositionStatus> tally) => tally.Sorted(Comparer<DispositionStatus>.Default);

    internal void Add(RecordFacts? facts, DispositionStatus status)
    {
        if (facts is null)
        {
            _withoutFacts.Add(status);
            return;
        }

        FactValue value = facts[Fact];
        RowOf((value.State, TextOf(value))).Add(status);
    }

    internal void Add(FactBreakdown other)
    {
        foreach (((FactState, string) key, Tally<DispositionStatus> counts) in other._rows) RowOf(key).Add(counts);
        _others.Add(other._others);
        _withoutFacts.Add(other._withoutFacts);
    }

    internal void Clear()
    {
        _rows.Clear();
        _others.Clear();
        _withoutFacts.Clear();
        _known.Clear();
    }

    /// <summary>A text is shown without the quotes that a schedule would put around it.</summary>
    internal static string TextOf(FactValue value) => !value.IsKnown ? "" : value.IsText ? value.AsText : value.ToString();

    /// <summary>
    /// A value that is given up for a smaller one never comes back, so the counts of those that stay are whole, in whatever
    /// order the records come.
    /// </summary>
    private Tally<DispositionStatus> RowOf((FactState State, string Value) key)
    {
        if (_rows.TryGetValue(key, out Tally<DispositionStatus>? row)) return row;
        if (key.State != FactState.Known) return NewRow(key);
        if (_known.Count == MostValues)
        {
            string last = _known.Max!;
            if (string.CompareOrdinal(key.Value, last) > 0) return _others;
            _known.Remove(last);
            _rows.Remove((FactState.Known, last), out Tally<DispositionStatus>? given);
            _others.Add(given!);
        }

        _known.Add(key.Value);
        return NewRow(key);
    }

    private Tally<DispositionStatus> NewRow((FactState State, string Value) key) => _rows[key] = new Tally<DispositionStatus>();
}

/// <summary>The decisions about records with one value of a fact.</summary>
/// <param name="State">Whether the value is known, and if not, what is known instead.</param>
/// <param name="Value">The value; empty where it is not known.</param>
/// <param name="ByStatus">How many came to each status.</param>
public sealed record FactBreakdownRow(FactState State, string Value, IReadOnlyDictionary<DispositionStatus, long> ByStatus);
