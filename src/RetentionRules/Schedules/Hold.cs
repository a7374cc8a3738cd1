using System.Collections.Frozen;
using RetentionRules.Schedules;
using RetentionRules.Text;

namespace RetentionRules;

/// <summary>An order that stops every due act on certain records: a lawsuit, an audit, a freeze. Immutable.</summary>
public sealed class Hold
{
    internal Hold(string id, string authority, Condition? when, IEnumerable<string> records, SourceReference source)
    {
        Id = id;
        Authority = authority;
        When = when;
        Records = records.ToFrozenSet(StringComparer.Ordinal);
        Source = source;
    }

    /// <summary>The identifier.</summary>
    public string Id { get; }

    /// <summary>What the hold is about.</summary>
    public LocalizedText Title { get; internal init; } = LocalizedText.Empty;

    /// <summary>Who ordered it.</summary>
    public string Authority { get; }

    /// <summary>Why it was ordered; it changes no decision.</summary>
    public HoldKind Kind { get; internal init; }

    /// <summary>The reorganisation that it freezes the records for, or null; <see cref="When"/> says which records that are.</summary>
    public Reorganisation? Reorganisation { get; internal init; }

    /// <summary>Which records are held; null where only listed records are.</summary>
    public Condition? When { get; }

    /// <summary>Identifiers of records that are held.</summary>
    public IReadOnlySet<string> Records { get; }

    /// <summary>Where each of these identifiers is written.</summary>
    internal IReadOnlyDictionary<string, SourceLocation> RecordPlaces { get; init; } = FrozenDictionary<string, SourceLocation>.Empty;

    /// <summary>When the hold is in force; where nothing is said, always, because a hold nobody lifted stands.</summary>
    public InForceInterval InForce { get; internal init; }

    /// <summary>Where it is written.</summary>
    public SourceReference Source { get; }

    /// <inheritdoc/>
    public override string ToString() => Id;
}

/// <summary>What is known about holds: not consulted, none, or a list. Immutable.</summary>
public sealed class HoldList
{
    internal HoldList(IReadOnlyList<Hold> holds, IReadOnlyList<FactDefinition> facts, bool wereConsulted, string contentHash)
    {
        Holds = holds;
        Facts = facts;
        WereConsulted = wereConsulted;
        ContentHash = contentHash;
    }

    /// <summary>Nobody has asked whether there are holds. A due destroy is blocked.</summary>
    public static HoldList NotConsulted { get; } = new([], [], wereConsulted: false, "");

    /// <summary>It was asked, and there are none.</summary>
    public static HoldList None { get; } = new([], [], wereConsulted: true, "");

    /// <summary>The holds.</summary>
    public IReadOnlyList<Hold> Holds { get; }

    /// <summary>Facts that only the holds ask for.</summary>
    public IReadOnlyList<FactDefinition> Facts { get; }

    /// <summary>Whether it was asked at all.</summary>
    public bool WereConsulted { get; }

    /// <summary>SHA-256 of the bytes of the file, as <c>sha256:…</c>; empty where there was none.</summary>
    public string ContentHash { get; }

    /// <summary>The name of the file, as it was given; empty where there was none.</summary>
    public string Path { get; internal init; } = "";
}
