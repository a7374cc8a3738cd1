using System.Globalization;
using RetentionRules.Schedules;

namespace RetentionRules;

/// <summary>What is known about one fact: a value, or that there is none, or that it has not happened, or nothing.</summary>
/// <remarks>The default value is <see cref="Unknown"/>: what was never given is not known.</remarks>
public readonly record struct FactValue
{
    private readonly object? _content;

    private FactValue(FactState state, object? content)
    {
        State = state;
        _content = content;
    }

    /// <summary>What is known.</summary>
    public FactState State { get; }

    /// <summary>Nobody knows.</summary>
    public static FactValue Unknown => default;

    /// <summary>Known not to have happened by the day of evaluation.</summary>
    public static FactValue Pending => new(FactState.Pending, null);

    /// <summary>Known not to exist or to happen, ever.</summary>
    public static FactValue Never => new(FactState.Never, null);

    /// <summary>A text, a code or a value of an enumeration. Blank text is unknown.</summary>
    /// <remarks>
    /// The text is trimmed and brought into Unicode normal form C. Where the host cannot normalise (a process in
    /// globalization-invariant mode) a text that may need it is unknown, because it could be compared wrongly.
    /// </remarks>
    public static FactValue Text(string? text) =>
        text is not null && ComparableText.TryMake(text, out string comparable) && comparable.Length > 0
            ? new FactValue(FactState.Known, comparable)
            : Unknown;

    /// <summary>A number.</summary>
    public static FactValue Number(decimal number) => new(FactState.Known, number);

    /// <summary>Yes or no.</summary>
    public static FactValue YesNo(bool value) => new(FactState.Known, value);

    /// <summary>A day.</summary>
    public static FactValue Date(DateOnly date) => new(FactState.Known, date);

    /// <summary>Days, in any order; the same day may stand twice. An empty list is known: nothing has happened yet.</summary>
    public static FactValue Dates(params IEnumerable<DateOnly> dates) => new(FactState.Known, new DateList(dates));

    /// <summary>Whether the value is known.</summary>
    public bool IsKnown => State == FactState.Known;

    /// <summary>The known text.</summary>
    /// <exception cref="InvalidOperationException">The value is not a known text.</exception>
    public string AsText => Content<string>();

    /// <summary>The known number.</summary>
    /// <exception cref="InvalidOperationException">The value is not a known number.</exception>
    public decimal AsNumber => Content<decimal>();

    /// <summary>The known yes or no.</summary>
    /// <exception cref="InvalidOperationException">The value is not a known yes or no.</exception>
    public bool AsYesNo => Content<bool>();

    /// <summary>The known day.</summary>
    /// <exception cref="InvalidOperationException">The value is not a known day.</exception>
    public DateOnly AsDate => Content<DateOnly>();

    /// <summary>The known days, in ascending order.</summary>
    /// <exception cref="InvalidOperationException">The value is not a known list of days.</exception>
    public IReadOnlyList<DateOnly> AsDates => Content<DateList>().Dates;

    /// <summary>What kind of value a known one is, for messages: a text, a number, a yes or no, a date, a list of dates.</summary>
    internal string ContentKind => _content switch
    {
        string => "a text",
        decimal => "a number",
        bool => "a yes or no",
        DateOnly => "a date",
        DateList => "a list of dates",
        _ => "no value",
    };

    internal bool Holds<T>() => _content is T || (typeof(T) == typeof(IReadOnlyList<DateOnly>) && _content is DateList);

    private T Content<T>() => _content is T content
        ? content
        : throw new InvalidOperationException($"The value is {this}, not {typeof(T).Name}.");

    /// <summary>The value as a schedule writes it, or the name of the state.</summary>
    public override string ToString() => _content switch
    {
        string text => "\"" + text + "\"",
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        bool value => value ? "yes" : "no",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateList list => list.ToString(),
        _ => State.ToString().ToLowerInvariant(),
    };

    /// <summary>Days with the equality of values.</summary>
    private sealed class DateList(IEnumerable<DateOnly> dates) : IEquatable<DateList>
    {
        public IReadOnlyList<DateOnly> Dates { get; } = [.. dates.Order()];

        public bool Equals(DateList? other) => other is not null && Dates.SequenceEqual(other.Dates);

        public override bool Equals(object? obj) => Equals(obj as DateList);

        public override int GetHashCode() => Dates.Aggregate(Dates.Count, (hash, date) => HashCode.Combine(hash, date));

        public override string ToString() =>
            "[" + string.Join(", ", Dates.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))) + "]";
    }
}
