using System.Data.Common;
using System.Globalization;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;
using RetentionRules.Text;

namespace RetentionRules;

/// <summary>
/// Says which column of a database reader is which fact. Columns are found by their names once, when the map is made;
/// reading goes by ordinal.
/// </summary>
public sealed class DataReaderMapBuilder
{
    private readonly DbDataReader _reader;
    private readonly FactLayout _layout;
    private readonly RecordMapBuilder<DbDataReader> _map;

    internal DataReaderMapBuilder(DbDataReader reader, FactLayout layout)
    {
        _reader = reader;
        _layout = layout;
        _map = new RecordMapBuilder<DbDataReader>(layout);
    }

    /// <summary>The column of the record's identifier, of whatever type; null gives none.</summary>
    /// <exception cref="ArgumentException">The reader has no such column.</exception>
    public DataReaderMapBuilder Id(string column)
    {
        int ordinal = OrdinalOf(column);
        _map.Id(row => row.IsDBNull(ordinal) ? "" : Convert.ToString(row.GetValue(ordinal), CultureInfo.InvariantCulture) ?? "");
        return this;
    }

    /// <summary>
    /// A column of the fact's own kind: text for texts, codes and enumerations; numbers; bit or boolean; dates without a time.
    /// </summary>
    /// <param name="fact">The fact.</param>
    /// <param name="column">The column.</param>
    /// <param name="whenNull">What null means.</param>
    /// <exception cref="ArgumentException">There is no such fact or column, or their types do not fit.</exception>
    public DataReaderMapBuilder Column(string fact, string column, WhenNull whenNull)
    {
        int ordinal = OrdinalOf(column);
        Type type = _reader.GetFieldType(ordinal);
        switch (_layout.Facts[_layout.PlaceOf(fact)].Type)
        {
            case TextType or CodeType or EnumerationType when type == typeof(string):
                _map.Text(fact, row => row.IsDBNull(ordinal) ? null : row.GetString(ordinal), whenNull);
                break;
            case NumberType when IsNumber(type):
                _map.Number(fact, row => row.IsDBNull(ordinal) ? null : Convert.ToDecimal(row.GetValue(ordinal), CultureInfo.InvariantCulture), whenNull);
                break;
            case YesNoType when type == typeof(bool):
                _map.YesNo(fact, row => row.IsDBNull(ordinal) ? null : row.GetBoolean(ordinal), whenNull);
                break;
            case DateType when type == typeof(DateOnly):
                _map.Date(fact, row => DayAt(row, ordinal), whenNull);
                break;
            case EventType when type == typeof(DateOnly):
                _map.Event(fact, row => DayAt(row, ordinal), whenNull);
                break;
            case DateType or EventType when type == typeof(DateTime) || type == typeof(DateTimeOffset):
                throw new ArgumentException($"Column `{column}` is {type.Name}, which has a time of day. Use Day for dates at midnight, or Instant with a time zone.", nameof(column));
            case var factType:
                throw new ArgumentException($"Column `{column}` is {type.Name}; the fact `{fact}` is {factType}.", nameof(column));
        }

        return this;
    }

    /// <summary>A date or an event from a column with a time of day that is always midnight; any other time makes the fact unknown.</summary>
    /// <inheritdoc cref="Column" path="/exception"/>
    public DataReaderMapBuilder Day(string fact, string column, WhenNull whenNull)
    {
        int ordinal = OrdinalOf(column, typeof(DateTime));
        return Dated(fact, row => row.IsDBNull(ordinal) ? null : Midnight(row.GetDateTime(ordinal)), whenNull);
    }

    /// <summary>A date or an event from instants with an offset: the day on which they fall in a time zone.</summary>
    /// <inheritdoc cref="Column" path="/exception"/>
    public DataReaderMapBuilder Instant(string fact, string column, TimeZoneInfo zone, WhenNull whenNull)
    {
        ArgumentNullException.ThrowIfNull(zone);
        int ordinal = OrdinalOf(column, typeof(DateTimeOffset));
        return Dated(fact, row => row.IsDBNull(ordinal) ? null : FactValue.Date(Instants.DayOf(row.GetFieldValue<DateTimeOffset>(ordinal), zone)), whenNull);
    }

    /// <summary>A date or an event from instants that the database keeps in UTC without saying so.</summary>
    /// <inheritdoc cref="Column" path="/exception"/>
    public DataReaderMapBuilder UtcInstant(string fact, string column, TimeZoneInfo zone, WhenNull whenNull)
    {
        ArgumentNullException.ThrowIfNull(zone);
        int ordinal = OrdinalOf(column, typeof(DateTime));
        return Dated(
            fact, row => row.IsDBNull(ordinal) ? null : FactValue.Date(Instants.DayOf(new DateTimeOffset(DateTime.SpecifyKind(row.GetDateTime(ordinal), DateTimeKind.Utc)), zone)), whenNull);
    }

    /// <summary>The same value for every record.</summary>
    /// <exception cref="ArgumentException">There is no such fact, or it cannot have the value.</exception>
    public DataReaderMapBuilder Constant(string fact, FactValue value)
    {
        _map.Constant(fact, value);
        return this;
    }

    /// <summary>Facts that the rows do not have: unknown in each.</summary>
    /// <exception cref="ArgumentException">There is no such fact.</exception>
    public DataReaderMapBuilder NotRecorded(params IReadOnlyList<string> facts)
    {
        _map.NotRecorded(facts);
        return this;
    }

    internal RecordMap<DbDataReader> Build() => _map.Build();

    private DataReaderMapBuilder Dated(string fact, Func<DbDataReader, FactValue?> value, WhenNull whenNull)
    {
        _map.Add<DateType, EventType, EventType>(fact, whenNull, value);
        return this;
    }

    /// <summary>A day with another time than midnight is not a day; taking it as one would be a guess at a time zone.</summary>
    private static FactValue? Midnight(DateTime value) =>
        value.TimeOfDay == TimeSpan.Zero ? FactValue.Date(DateOnly.FromDateTime(value)) : FactValue.Unknown;

    private static DateOnly? DayAt(DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetFieldValue<DateOnly>(ordinal);

    private static bool IsNumber(Type type) =>
        type == typeof(decimal) || type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(byte);

    private int OrdinalOf(string column, Type type)
    {
        int ordinal = OrdinalOf(column);
        return _reader.GetFieldType(ordinal) == type
            ? ordinal
            : throw new ArgumentException($"Column `{column}` is {_reader.GetFieldType(ordinal).Name}, not {type.Name}.", nameof(column));
    }

    private int OrdinalOf(string column)
    {
        string[] names = [.. Enumerable.Range(0, _reader.FieldCount).Select(_reader.GetName)];
        int ordinal = Array.IndexOf(names, column);
        if (ordinal >= 0) return ordinal;
        string? meant = NearestWord.To(column, names);
        throw new ArgumentException($"The reader has no column `{column}`." + (meant is null ? "" : $" Did you mean `{meant}`?"), nameof(column));
    }
}
