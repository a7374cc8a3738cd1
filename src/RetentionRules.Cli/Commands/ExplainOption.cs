using System.CommandLine;
using System.Globalization;

namespace RetentionRules.Cli.Commands;

/// <summary>The option that says how many changes between two editions are explained by both.</summary>
/// <param name="usual">What is so where it is not given, in words.</param>
internal sealed class ExplainOption(string usual)
{
    private readonly Option<string?> _explain = new("--explain")
    {
        Description = $"How many changes are explained by both editions side by side, those that could destroy sooner first: a number, all or none. {usual}",
        HelpName = "COUNT|all|none",
    };

    public void AddTo(Command command) => command.Add(_explain);

    /// <summary>How many; null where nothing was typed.</summary>
    public int? CountOf(ParseResult parsed) => parsed.GetValue(_explain) switch
    {
        null => null,
        "all" => int.MaxValue,
        "none" => 0,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) => count,
        var text => throw new UsageException($"--explain takes a number of changes, all or none, not `{text}`."),
    };
}
