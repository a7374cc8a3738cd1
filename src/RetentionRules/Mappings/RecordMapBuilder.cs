using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules;

/// <summary>
/// Says where each fact of a policy comes from in a caller's own type. Whatever is wrong is an exception at once, when
/// the program starts, and never at the thousandth record.
/// </summary>
/// <typeparam name="T">The caller's type.</typeparam>
public sealed class RecordMapBuilder<T>
{
    private readonly FactLayout _layout;
    private readonly List<Action<T, RecordFacts>> _setters = [];
    private readonly HashSet<int> _mentioned = [];
    private Func<T, string> _id = _ => "";

    internal RecordMapBuilder(FactLayout layout) => _layout = layout;

    /// <summary>Where the record's identifier comes from; without one, a hold that lists records may apply to each.</summary>
    public RecordMapBuilder<T> Id(Func<T, string> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _id = value;
        return this;
    }

    /// <summary>A text, a code or a value of an enumeration.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="value">Where it comes from.</param>
    /// <param name="whenNull">What null means. Blank text is unknown.</param>
    /// <exception cref="ArgumentException">The policy asks for no such fact, it holds no text, or it is mapped already.</exception>
    public RecordMapBuilder<T> Text(string fact, Func<T, string?> value, WhenNull whenNull)
    {
        (int place, FactValue absent) = Prepare<TextType, CodeType, EnumerationType>(fact, whenNull);
        _setters.Add((record, facts) =>
        {
            if (value(record) is { } text) facts.SetTextAt(place, text);
            else facts.SetAt(place, absent);
        });
        return this;
    }

    /// <summary>A number.</summary>
    /// <inheritdoc cref="Text" path="/exception"/>
    public RecordMapBuilder<T> Number(string fact, Func<T, decimal> value) =>
        Add<NumberType, NumberType, NumberType>(fact, WhenNull.Unknown, record => FactValue.Number(value(record)));

    /// <summary>A number that may be missing.</summary>
    /// <inheritdoc cref="Text" path="/exception"/>
    public RecordMapBuilder<T> Number(string fact, Func<T, decimal?> value, WhenNull whenNull) =>
        Add<NumberType, NumberType, NumberType>(fact, whenNull, record => value(record) is { } number ? FactValue.Number(number) : null);

    /// <summary>Yes or no.</summary>
    /// <inheritdoc cref="Text" path="/exception"/>
    public RecordMapBuilder<T> YesNo(string fact, Func<T, bool> value) =>
        Add<YesNoType, YesNoType, YesNoType>(fact, WhenNull.Unknown, record => FactValue.YesNo(value(record)));

    /// <summary>Yes or no, where it may be missing.</summary>
    /// <inheritdoc cref="Text" path="/exception"/>
    public RecordMapBuilder<T> YesNo(string fact, Func<T, bool?> value, WhenNull whenNull) =>
        Add<YesNoType, YesNoType, YesNoType>(fact, whenNull, record => value(record) is { } known ? FactValue.YesNo(known) : null);

    /// <summary>A date.</summary>
    /// <inheritdoc cref="Text" path="/exception"/>
    public RecordMapBuilder<T> Date(string fact, Func<T, DateOnly> value) =>
        Add<DateType, DateType, DateType>(fact, WhenNull.Unknown, record => FactValue.Date(value(record)));

    /// <summary>A date that may be missing.</summary>
    /// <inheritdoc cref="Text" path="/exception"/>
    public RecordMapBuilder<T> Date(string fact, Func<T, DateOnly?> value, WhenNull whenNull) =>
        Add<DateType, DateType, DateType>(fact, whenNull, record => value(record) is { } date ? FactValue.Date(date) : null);

    /// <summary>An event.</summary>
    /// <inheritdoc cref="Text" path="/exception"/>
    public RecordMapBuilder<T> Event(string fact, Func<T, DateOnly> value) =>
        Add<EventType, EventType, EventType>(fact, WhenNull.Unknown, record => FactValue.Date(value(record)));

    /// <summary>An event that may be missing: not happened yet, never to happen, or not known.</summary>
    /// <inheritdoc cref="Text" path="/exception"/>
    public RecordMapBuilder<T> Event(string fact, Func<T, DateOnly?> value, WhenNull whenNull) =>
        Add<EventType, EventType, EventType>(fact, whenNull, record => value(record) is { } date ? FactValue.Date(date) : null);

    /// <summary>A date or an event from an instant: the day on which it falls in a time zone.</summary>
    /// <inheritdoc cref="Text" path="/exception"/>
    public RecordMapBuilder<T> Instant(string fact, Func<T, DateTimeOffset> value, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Add<DateType, EventType, EventType>(fact, WhenNull.Unknown, record => FactValue.Date(Instants.DayOf(value(record), zone)));
    }

    /// <summary>A date or an event from an instant that may be missing.</summary>
    /// <inheritdoc cref="Text" path="/exception"/>
    public RecordMapBuilder<T> Instant(string fact, Func<T, DateTimeOffset?> value, TimeZoneInfo zone, WhenNull whenNull)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Add<DateType, EventType, EventType>(fact, whenNull, record => value(record) is { } instant ? FactValue.Date(Instants.DayOf(instant, zone)) : null);
    }

    /// <summary>A list of dates.</summary>
    /// <inheritdoc cref="Text" path="/exception"/>
    public RecordMapBuilder<T> Dates(string fact, Func<T, IEnumerable<DateOnly>?> value, WhenNull whenNull) =>
        Add<DateListType, DateListType, DateListType>(fact, whenNull, record => value(record) is { } dates ? FactValue.Dates(dates) : null);

    /// <summary>The same value for every record.</summary>
    /// <inheritdoc cref="Text" path="/exception"/>
    public RecordMapBuilder<T> Constant(string fact, FactValue value)
    {
        int place = Mention(fact);
        FactValue accepted = _layout.Accept(place, value, out string problem);
        if (problem.Length > 0) throw new ArgumentException($"`{fact}` cannot be {value}: {problem}.", nameof(value));
        _setters.Add((_, facts) => facts.SetAt(place, accepted));
        return this;
    }

    /// <summary>Facts that the caller's records do not have: unknown in each.</summary>
    /// <exception cref="ArgumentException">The policy asks for no such fact, or it is mapped already.</exception>
    public RecordMapBuilder<T> NotRecorded(params IReadOnlyList<string> facts)
    {
        foreach (string fact in facts) Mention(fact);
        return this;
    }

    internal RecordMap<T> Build()
    {
        string[] forgotten = [.. _layout.Facts.Where((f, place) => RecordMap.IsExpected(f) && !_mentioned.Contains(place)).Select(f => f.Name)];
        if (forgotten.Length == 0) return new RecordMap<T>(_layout, _id, _setters);
        string list = string.Join(", ", forgotten.Select(f => $"\"{f}\""));
        throw new ArgumentException($"Nothing says where these facts come from: {list}. Map them, or declare them by NotRecorded({list}).");
    }

    internal RecordMapBuilder<T> Add<T1, T2, T3>(string fact, WhenNull whenNull, Func<T, FactValue?> read)
    {
        (int place, FactValue absent) = Prepare<T1, T2, T3>(fact, whenNull);
        _setters.Add((record, facts) => facts.SetAt(place, read(record) ?? absent));
        return this;
    }

    /// <summary>Checks once, when the map is made, what would otherwise fail at a record.</summary>
    private (int Place, FactValue Absent) Prepare<T1, T2, T3>(string fact, WhenNull whenNull)
    {
        int place = Mention(fact);
        FactType type = _layout.Facts[place].Type;
        if (type is not (T1 or T2 or T3)) throw new ArgumentException($"`{fact}` is {type}; map it by the method for that type.", nameof(fact));
        FactValue absent = whenNull switch
        {
            WhenNull.Unknown => FactValue.Unknown,
            WhenNull.Pending => FactValue.Pending,
            WhenNull.Never => FactValue.Never,
            _ => throw new ArgumentOutOfRangeException(nameof(whenNull)),
        };
        _layout.Accept(place, absent, out _);
        return (place, absent);
    }

    private int Mention(string fact)
    {
        int place = _layout.PlaceOf(fact);
        return _mentioned.Add(place) ? place : throw new ArgumentException($"`{fact}` is mapped already.", nameof(fact));
    }
}
