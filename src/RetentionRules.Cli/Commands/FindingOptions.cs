using System.CommandLine;

namespace RetentionRules.Cli.Commands;

/// <summary>The options of the verbs that find something about files: how findings are weighed, and with which the verb fails.</summary>
internal sealed class FindingOptions
{
    private readonly Option<string?> _profile = new("--profile")
    {
        Description = "A file that weighs findings, or `none`. Without it, the nearest retention.yaml above each file.",
        HelpName = "FILE|none",
    };

    private readonly Option<string?> _failOn = FailOn();

    public void AddTo(Command command)
    {
        AddProfileTo(command);
        command.Add(_failOn);
    }

    /// <summary>For a verb that fails with no finding, and only says how heavy each is.</summary>
    public void AddProfileTo(Command command) => command.Add(_profile);

    /// <param name="parsed">What was typed.</param>
    /// <param name="files">The files that findings will be about.</param>
    public FindingRun Open(ParseResult parsed, IReadOnlyList<string> files) =>
        new(new ProfileFiles(parsed.GetValue(_profile)), files, SeverityOf(parsed.GetValue(_failOn)));

    private static Option<string?> FailOn()
    {
        Option<string?> option = new("--fail-on") { Description = "The lightest finding with which to end with 1; else as the profile says, or warning." };
        option.AcceptOnlyFromAmong("error", "warning", "note");
        return option;
    }

    private static DiagnosticSeverity? SeverityOf(string? word) => word switch
    {
        "error" => DiagnosticSeverity.Error,
        "warning" => DiagnosticSeverity.Warning,
        "note" => DiagnosticSeverity.Information,
        _ => null,
    };
}
