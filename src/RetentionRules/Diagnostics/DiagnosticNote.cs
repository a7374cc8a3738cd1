namespace RetentionRules.Diagnostics;

/// <summary>Something that shows a finding.</summary>
/// <param name="Name">What it is: a record, a decision.</param>
/// <param name="Text">In words.</param>
public readonly record struct DiagnosticNote(string Name, string Text);
