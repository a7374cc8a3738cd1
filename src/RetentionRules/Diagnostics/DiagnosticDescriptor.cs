namespace RetentionRules.Diagnostics;

/// <summary>What one kind of finding is: its code, and what a person needs to understand and mend it.</summary>
public sealed class DiagnosticDescriptor
{
    internal DiagnosticDescriptor(
        string code, DiagnosticSeverity severity, string title, string messageFormat, string meaning, string mend)
    {
        Code = code;
        Severity = severity;
        Title = title;
        MessageFormat = messageFormat;
        Meaning = meaning;
        Mend = mend;
    }

    /// <summary>The stable code, such as <c>RR2007</c>. A code is never given to another kind of finding.</summary>
    public string Code { get; }

    /// <summary>How much it weighs.</summary>
    public DiagnosticSeverity Severity { get; }

    /// <summary>A few words for lists.</summary>
    public string Title { get; }

    /// <summary>The message with numbered places for its arguments.</summary>
    public string MessageFormat { get; }

    /// <summary>What the finding means, in a sentence or two.</summary>
    public string Meaning { get; }

    /// <summary>What to do about it.</summary>
    public string Mend { get; }
}
