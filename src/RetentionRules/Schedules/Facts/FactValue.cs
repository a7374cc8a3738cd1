using System.Globalization;
using RetentionRules.Schedules;

namespace RetentionRules;

/// <summary>What is known about one fact: a value, or that there is none, or that it has not happened, or nothing.</summary>
/// <remarks>The default value is <see cref="Unknown"/>: what was never given is not known.</remarks>
public readonly record struct FactValue
{
    private readonly object? _reference;
    private readonly FactBits _bits;
    private readonly decimal _number;

    private FactValue(FactState state) => _bits = new FactBits(state, FactContent.None, 0);

    private FactValue(FactContent kind, object? reference = null, decimal number = 0, int small = 0) =>
        (_reference, _bits, _number) = (reference, new FactBits(FactState.Known, kind, small), number);

    /// <summary>A value as a buffer keeps it: in parts, because few values need a reference, and fewer a number.</summary>
    internal FactValue(in FactBits bits, object? reference, decimal number) =>
        (_reference, _bits, _number) = (bits.HasReference ? reference : null, bits, number);

    /// <summary>All but the text, the list or the number.</summary>
    internal FactBits Bits => _bits;

    /// <summary>The text or the list; null where the value is neither.</summary>
    internal object? Reference => _reference;

    /// <summary>What is known.</summary>
    public FactState State => _bits.State;

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
            ? new FactValue(FactContent.Text, comparable)
            : Unknown;

    /// <summary>A value of an enumeration that is known to be one, with its place among all of them.</summary>
    internal static FactValue Choice(string text, int place) =>
        Text(text) is { IsKnown: true } value ? new FactValue(FactContent.Text, value._reference, small: place + 1) : Unknown;

    /// <summary>A number.</summary>
    public static FactValue Number(decimal number) => new(FactContent.Number, number: number);

    /// <summary>Yes or no.</summary>
    public static FactValue YesNo(bool value) => new(FactContent.YesNo, small: value ? 1 : 0);

    /// <summary>A day.</summary>
    public static FactValue Date(DateOnly date) => new(FactContent.Date, small: date.DayNumber);

    /// <summary>Days, in any order; the same day may stand twice. An empty list is known: nothing has happened yet.</summary>
    public static FactValue Dates(params IEnumerable<DateOnly> dates) => new(FactContent.Dates, new DateList(dates));

    /// <summary>Whether the value is known.</summary>
    public bool IsKnown => State == FactState.Known;

    /// <summary>The known text.</summary>
    /// <exception cref="InvalidOperationException">The value is not a known text.</exception>
    public string AsText => Kind == FactContent.Text ? (string)_reference! : throw IsNot("String");

    /// <summary>The known number.</summary>
    /// <exception cref="InvalidOperationException">The value is not a known number.</exception>
    public decimal AsNumber => Kind == FactContent.Number ? _number : throw IsNot("Decimal");

    /// <summary>The known yes or no.</summary>
    /// <exception cref="InvalidOperationException">The value is not a known yes or no.</exception>
    public bool AsYesNo => Kind == FactContent.YesNo ? _bits.Small != 0 : throw IsNot("Boolean");

    /// <summary>The known day.</summary>
    /// <exception cref="InvalidOperationException">The value is not a known day.</exception>
    public DateOnly AsDate => Kind == FactContent.Date ? DateOnly.FromDayNumber(_bits.Small) : throw IsNot("DateOnly");

    /// <summary>The known days, in ascending order.</summary>
    /// <exception cref="InvalidOperationException">The value is not a known list of days.</exception>
    public IReadOnlyList<DateOnly> AsDates => Kind == FactContent.Dates ? ((DateList)_reference!).Dates : throw IsNot("list of dates");

    /// <summary>The known day as its number of days since 0001-01-01.</summary>
    /// <exception cref="InvalidOperationException">The value is not a known day.</exception>
    internal int AsDayNumber => Kind == FactContent.Date ? _bits.Small : throw IsNot("DateOnly");

    /// <summary>What kind of value a known one is, for messages: a text, a number, a yes or no, a date, a list of dates.</summary>
    internal string ContentKind => Kind switch
    {
        FactContent.Text => "a text",
        FactContent.Number => "a number",
        FactContent.YesNo => "a yes or no",
        FactContent.Date => "a date",
        FactContent.Dates => "a list of dates",
        FactContent.None => "no value",
        _ => throw new InvalidOperationException("unknown kind of value"),
    };

    private FactContent Kind => _bits.Kind;

    internal bool IsText => Kind == FactContent.Text;

    internal bool IsNumber => Kind == FactContent.Number;

    internal bool IsYesNo => Kind == FactContent.YesNo;

    internal bool IsDate => Kind == FactContent.Date;

    internal bool IsDateList => Kind == FactContent.Dates;

    private InvalidOperationException IsNot(string wanted) => new($"The value is {this}, not {wanted}.");

    /// <summary>The value as a schedule writes it, or the name of the state.</summary>
    public override string ToString() => Kind switch
    {
        FactContent.Text => "\"" + AsText + "\"",
        FactContent.Number => _number.ToString(CultureInfo.InvariantCulture),
        FactContent.YesNo => AsYesNo ? "yes" : "no",
        FactContent.Date => AsDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FactContent.Dates => _reference!.ToString()!,
        FactContent.None => State.ToString().ToLowerInvariant(),
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
