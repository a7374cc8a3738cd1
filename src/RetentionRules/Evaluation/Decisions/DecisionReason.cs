using System.Globalization;

namespace RetentionRules;

/// <summary>One reason of a decision: a code to act on, arguments to show it in any language, and a text in English.</summary>
public sealed class DecisionReason
{
    private readonly string _format;
    private string? _text;

    internal DecisionReason(string code, string format, int line, params IReadOnlyList<KeyValuePair<string, string>> arguments)
    {
        Code = code;
        _format = format;
        Line = line;
        Arguments = arguments;
    }

    /// <summary>The stable code, such as <c>item-applies</c>; all are listed in docs/language.md.</summary>
    public string Code { get; }

    /// <summary>The reason in English; put together when it is first asked for.</summary>
    public string Text => _text ??= string.Format(CultureInfo.InvariantCulture, _format, [.. Arguments.Select(a => (object)a.Value)]);

    /// <summary>What the text speaks of, by name and in a fixed order. Dates are written as 2026-11-22.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Arguments { get; }

    /// <summary>The line of the schedule that the reason stands on, from 1; 0 where it stands on none.</summary>
    public int Line { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Code}: {Text}";
}
