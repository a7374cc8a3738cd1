namespace RetentionRules.Cli;

/// <summary>The command cannot do what was asked: exit code 2, and one line that says why and what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
