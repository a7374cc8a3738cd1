using RetentionRules.Schedules;

namespace RetentionRules.Mappings;

/// <summary>Where one fact comes from, and how its cells are read. Immutable.</summary>
internal sealed class FactMapping(FactDefinition fact, int place, FactSource source)
{
    public FactDefinition Fact { get; } = fact;

    /// <summary>The fact's place in a record buffer.</summary>
    public int Place { get; } = place;

    public FactSource Source { get; } = source;

    /// <summary>What an empty cell means.</summary>
    public EmptyRule Empty { get; init; } = new FixedEmpty(fact.WhenAbsent);

    /// <summary>Values of the cell that stand for a state.</summary>
    public IReadOnlyDictionary<string, FactValue> Sentinels { get; init; } = NoSentinels;

    /// <summary>Values of the cell and what they are called in the schedule.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = NoValues;

    /// <summary>The table that turns cells into values; null where cells are values.</summary>
    public CodeTable? Codes { get; init; }

    /// <summary>How dates are written; tried in order.</summary>
    public IReadOnlyList<string> Formats { get; init; } = ["yyyy-MM-dd"];

    /// <summary>Where cells are instants, the zone in which they become days; else null.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>What stands between the dates of a list.</summary>
    public string ListSeparator { get; init; } = ";";

    private static readonly Dictionary<string, FactValue> NoSentinels = [];
    private static readonly Dictionary<string, string> NoValues = [];

    private static readonly Dictionary<string, FactValue> StateWords = new(StringComparer.Ordinal)
    {
        ["unknown"] = FactValue.Unknown,
        ["never"] = FactValue.Never,
    };

    private static readonly Dictionary<string, FactValue> DatedStateWords = new(StateWords, StringComparer.Ordinal) { ["pending"] = FactValue.Pending };

    /// <summary>The column of the same name; in texts, codes and enumerations the words for states may be values.</summary>
    public static FactMapping ByName(FactDefinition fact, int place) => new(fact, place, new ColumnSource(fact.Name))
    {
        Sentinels = fact.Type switch
        {
            DateType or EventType or DateListType => DatedStateWords,
            NumberType or YesNoType => StateWords,
            _ => NoSentinels,
        },
    };
}

/// <summary>Where a fact comes from. A closed hierarchy.</summary>
internal abstract record FactSource;

internal sealed record ColumnSource(string Column) : FactSource;

internal sealed record ConstantSource(FactValue Value) : FactSource;

/// <summary>What an empty cell means. A closed hierarchy.</summary>
internal abstract record EmptyRule;

internal sealed record FixedEmpty(FactValue Value) : EmptyRule;

/// <summary>The first condition that is true says it; where none is, the fact is unknown.</summary>
internal sealed record ConditionalEmpty(IReadOnlyList<(Condition When, FactValue Value)> Branches) : EmptyRule;
