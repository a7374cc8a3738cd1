using System.Globalization;
using RetentionRules.Schedules;

namespace RetentionRules;

/// <summary>What is known about one fact: a value, or that there is none, or that it has not happened, or nothing.</summary>
/// <remarks>The default value is <see cref="Unknown"/>: what was never given is not known.</remarks>
public readonly record struct FactValue
{
    private readonly object? _reference;
    private readonly decimal _number;
    private readonly int _small;
    private readonly byte _state;
    private readonly byte _kind;

    private FactValue(FactState state) => _state = (byte)state;

    private FactValue(Content kind, object? reference = null, decimal number = 0, int small = 0)
    {
        _state = (byte)FactState.Known;
        _kind = (byte)kind;
        (_reference, _number, _small) = (reference, number, small);
    }

    /// <summary>What a known value is. Numbers and days stand in the value itself, so that a buffer can be filled without allocating.</summary>
    private enum Content : byte
    {
        None,
        Text,
        Number,
        YesNo,
        Date,
        Dates,
    }

    /// <summary>What is known.</summary>
    public FactState State => (FactState)_state;

    /// <summary>Nobody knows.</summary>
    public static FactValue Unknown => default;

    /// <summary>Known not to have happened by the day of evaluation.</summary>
    public static FactValue Pending => new(FactState.Pending);

    /// <summary>Known not to exist or to happen, ever.</summary>
    public static FactValue Never => new(FactState.Never);

    /// <summary>A text, a code or a value of an enumeration. Blank text is unknown.</summary>
    /// <remarks>
    /// The text is trimmed and brought into Unicode normal form C. Where the host cannot normalise (a process in
    /// globalization-invariant mode) a text that may need it is unknown, because it could be compared wrongly.
    /// </remarks>
    public static FactValue Text(string? text) =>
        text is not null && ComparableText.TryMake(text, out string comparable) && comparable.Length > 0
            ? new FactValue(Content.Text, comparable)
            : Unknown;

    /// <summary>A number.</summary>
    public static FactValue Number(decimal number) => new(Content.Number, number: number);

    /// <summary>Yes or no.</summary>
    public static FactValue YesNo(bool value) => new(Content.YesNo, small: value ? 1 : 0);

    /// <summary>A day.</summary>
    public static FactValue Date(DateOnly date) => new(Content.Date, small: date.DayNumber);

    /// <summary>Days, in any order; the same day may stand twice. An empty list is known: nothing has happened yet.</summary>
    public static FactValue Dates(params IEnumerable<DateOnly> dates) => new(Content.Dates, new DateList(dates));

    /// <summary>Whether the value is known.</summary>
    public bool IsKnown => State == FactState.Known;

    /// <summary>The known text.</summary>
    /// <exception cref="InvalidOperationException">The value is not a known text.</exception>
    public string AsText => Kind == Content.Text ? (string)_reference! : throw IsNot("String");

    /// <summary>The known number.</summary>
    /// <exception cref="InvalidOperationException">The value is not a known number.</exception>
    public decimal AsNumber => Kind == Content.Number ? _number : throw IsNot("Decimal");

    /// <summary>The known yes or no.</summary>
    /// <exception cref="InvalidOperationException">The value is not a known yes or no.</exception>
    public bool AsYesNo => Kind == Content.YesNo ? _small != 0 : throw IsNot("Boolean");

    /// <summary>The known day.</summary>
    /// <exception cref="InvalidOperationException">The value is not a known day.</exception>
    public DateOnly AsDate => Kind == Content.Date ? DateOnly.FromDayNumber(_small) : throw IsNot("DateOnly");

    /// <summary>The known days, in ascending order.</summary>
    /// <exception cref="InvalidOperationException">The value is not a known list of days.</exception>
    public IReadOnlyList<DateOnly> AsDates => Kind == Content.Dates ? ((DateList)_reference!).Dates : throw IsNot("list of dates");

    /// <summary>The known day as its number of days since 0001-01-01.</summary>
    /// <exception cref="InvalidOperationException">The value is not a known day.</exception>
    internal int AsDayNumber => Kind == Content.Date ? _small : throw IsNot("DateOnly");

    /// <summary>What kind of value a known one is, for messages: a text, a number, a yes or no, a date, a list of dates.</summary>
    internal string ContentKind => Kind switch
    {
        Content.Text => "a text",
        Content.Number => "a number",
        Content.YesNo => "a yes or no",
        Content.Date => "a date",
        Content.Dates => "a list of dates",
        Content.None => "no value",
        _ => throw new InvalidOperationException("unknown kind of value"),
    };

    private Content Kind => (Content)_kind;

    internal bool IsText => Kind == Content.Text;

    internal bool IsNumber => Kind == Content.Number;

    internal bool IsYesNo => Kind == Content.YesNo;

    internal bool IsDate => Kind == Content.Date;

    internal bool IsDateList => Kind == Content.Dates;

    private InvalidOperationException IsNot(string wanted) => new($"The value is {this}, not {wanted}.");

    /// <summary>The value as a schedule writes it, or the name of the state.</summary>
    public override string ToString() => Kind switch
    {
        Content.Text => "\"" + AsText + "\"",
        Content.Number => _number.ToString(CultureInfo.InvariantCulture),
        Content.YesNo => AsYesNo ? "yes" : "no",
        Content.Date => AsDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Content.Dates => _reference!.ToString()!,
        Content.None => State.ToString().ToLowerInvariant(),
        _ => throw new InvalidOperationException("unknown kind of value"),
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
