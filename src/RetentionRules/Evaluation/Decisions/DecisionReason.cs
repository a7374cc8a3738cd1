using System.Globalization;

namespace RetentionRules;

/// <summary>One reason of a decision: a code to act on, arguments to show it in any language, and a text in English.</summary>
public sealed class DecisionReason
{
    internal DecisionReason(string code, string format, int line, params IReadOnlyList<KeyValuePair<string, string>> arguments)
    {
        Code = code;
        Line = line;
        Arguments = arguments;
        Text = string.Format(CultureInfo.InvariantCulture, format, [.. arguments.Select(a => (object)a.Value)]);
    }

    /// <summary>The stable code, such as <c>item-applies</c>; all are listed in docs/language.md.</summary>
    public string Code { get; }

    /// <summary>The reason in English.</summary>
    public string Text { get; }

    /// <summary>What the text speaks of, by name and in a fixed order. Dates are written as 2026-11-22.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Arguments { get; }

    /// <summary>The line of the schedule that the reason stands on, from 1; 0 where it stands on none.</summary>
    public int Line { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Code}: {Text}";
}
