namespace RetentionRules.Cli;

/// <summary>The command was cancelled, and can say how far it came: exit code 130.</summary>
internal sealed class CancelledException(string message, OperationCanceledException cause) : OperationCanceledException(message, cause, cause.CancellationToken);
