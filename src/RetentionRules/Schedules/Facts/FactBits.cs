namespace RetentionRules.Schedules;

/// <summary>What a known value is.</summary>
internal enum FactContent : byte
{
    None,
    Text,
    Number,
    YesNo,
    Date,
    Dates,
}

/// <summary>
/// A value but for its text, its list of days or its number: eight bytes, because a decision looks at these of several facts, and
/// at little else.
/// </summary>
internal readonly record struct FactBits
{
    private readonly byte _state;
    private readonly byte _kind;

    public FactBits(FactState state, FactContent kind, int small) => (_state, _kind, Small) = ((byte)state, (byte)kind, small);

    public static FactBits Day(int day) => new(FactState.Known, FactContent.Date, day);

    public FactState State => (FactState)_state;

    public FactContent Kind => (FactContent)_kind;

    /// <summary>
    /// The number of a day; 1 of yes and 0 of no; of a text its place among the values of the enumeration that a layout found it
    /// in, counted from 1, and 0 of any other.
    /// </summary>
    public int Small { get; }

    /// <summary>The place of a text says nothing that the text does not, so it makes no difference.</summary>
    public bool Equals(FactBits other) => (State, Kind) == (other.State, other.Kind) && (Kind == FactContent.Text || Small == other.Small);

    public override int GetHashCode() => HashCode.Combine(State, Kind, Kind == FactContent.Text ? 0 : Small);

    /// <summary>Whether a text or a list belongs to it.</summary>
    public bool HasReference => Kind is FactContent.Text or FactContent.Dates;

    /// <summary>The known day as its number of days since 0001-01-01.</summary>
    /// <exception cref="InvalidOperationException">The value is not a known day.</exception>
    public int AsDayNumber => Kind == FactContent.Date ? Small : throw IsNoDay();

    private InvalidOperationException IsNoDay() => new($"The value is {State}, not a known day.");
}
