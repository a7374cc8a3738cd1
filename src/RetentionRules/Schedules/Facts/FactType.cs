namespace RetentionRules.Schedules;

/// <summary>The type of a fact: which values it can take, and what can be asked of it. A closed hierarchy.</summary>
public abstract class FactType
{
    private protected FactType()
    {
    }

    /// <summary>The type as a schedule writes it: <c>date</c>, <c>one of [official, other]</c>.</summary>
    public abstract override string ToString();
}

/// <summary>A classification code, compared by its segments: <c>"5.2"</c> covers <c>5.2.1</c>, never <c>5.20</c>.</summary>
public sealed class CodeType(string separators, bool ignoreCase) : FactType
{
    /// <summary>The separators of a code whose schedule names none.</summary>
    public const string DefaultSeparators = ".-/";

    /// <summary>The characters that part segments.</summary>
    public string Separators { get; } = separators;

    /// <summary>Whether upper and lower case are the same.</summary>
    public bool IgnoreCase { get; } = ignoreCase;

    /// <summary>Whether a code is the other one, or begins with it and goes on with a separator.</summary>
    internal bool IsUnder(string code, string parent) =>
        (code.Length == parent.Length || (code.Length > parent.Length && Separators.Contains(code[parent.Length], StringComparison.Ordinal))) &&
        (IgnoreCase ? code.StartsWith(parent, StringComparison.OrdinalIgnoreCase) : code.AsSpan().StartsWith(parent));

    /// <inheritdoc/>
    public override string ToString() => "code";
}

/// <summary>Any text, compared ordinally after NFC and trimming.</summary>
public sealed class TextType(bool ignoreCase) : FactType
{
    /// <summary>Whether upper and lower case are the same.</summary>
    public bool IgnoreCase { get; } = ignoreCase;

    /// <inheritdoc/>
    public override string ToString() => "text";
}

/// <summary>One of a few values; where they are ordered, they compare by rank and never by their spelling.</summary>
public sealed class EnumerationType(IReadOnlyList<string> values, bool isOrdered, bool ignoreCase) : FactType
{
    /// <summary>The values, in ascending order where they are ordered.</summary>
    public IReadOnlyList<string> Values { get; } = values;

    /// <summary>Whether a value can be greater than another.</summary>
    public bool IsOrdered { get; } = isOrdered;

    /// <summary>Whether upper and lower case are the same.</summary>
    public bool IgnoreCase { get; } = ignoreCase;

    /// <summary>The place of a value in <see cref="Values"/>, or −1 where it is none of them.</summary>
    public int RankOf(string value)
    {
        StringComparison comparison = IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        for (int i = 0; i < Values.Count; i++)
            if (string.Equals(Values[i], value, comparison)) return i;
        return -1;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{(IsOrdered ? "ordered" : "one of")} [{string.Join(", ", Values)}]";
}

/// <summary>A decimal number.</summary>
public sealed class NumberType : FactType
{
    /// <inheritdoc/>
    public override string ToString() => "number";
}

/// <summary>Yes or no.</summary>
public sealed class YesNoType : FactType
{
    /// <inheritdoc/>
    public override string ToString() => "yes/no";
}

/// <summary>A day whose absence means that it is unknown.</summary>
public sealed class DateType : FactType
{
    /// <inheritdoc/>
    public override string ToString() => "date";
}

/// <summary>A day on which something happened; its absence in a source means that it has not happened yet.</summary>
public sealed class EventType : FactType
{
    /// <inheritdoc/>
    public override string ToString() => "event";
}

/// <summary>Days on which something happened again and again.</summary>
public sealed class DateListType : FactType
{
    /// <inheritdoc/>
    public override string ToString() => "list of dates";
}
