namespace RetentionRules.Cli;

/// <summary>The command cannot do what was asked: exit code 2, and one line that says why and what to do.</summary>
internal sealed class UsageException(string message) : Exception(message)
{
    /// <summary>What an argument's exception says, without the name of a C# parameter, which nobody typed.</summary>
    public static string PlainMessageOf(Exception e) => e is ArgumentException { ParamName: { } name }
        ? e.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
        : e.Message;
}
