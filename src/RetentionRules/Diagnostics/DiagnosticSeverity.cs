namespace RetentionRules;

/// <summary>How much a finding weighs.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing to mend.</summary>
    Information,

    /// <summary>Probably not what was meant; the file still works.</summary>
    Warning,

    /// <summary>The file cannot be used until this is mended.</summary>
    Error,
}
