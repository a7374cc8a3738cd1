using System.CommandLine;
using RetentionRules.Cli.Output;
using RetentionRules.DryRun;

namespace RetentionRules.Cli.Commands;

/// <summary><c>retention verify MANIFEST</c>: whether the files of a run are still what they were.</summary>
internal static class VerifyCommand
{
    public static Command Build(Terminal terminal)
    {
        Argument<string> manifest = new("manifest") { Description = "The manifest that dry-run wrote.", HelpName = "MANIFEST" };
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new("verify", "Says which files of a run are still what they were, changed or missing.") { manifest, quiet };
        command.SetAction(async (parsed, cancellation) =>
        {
            string path = parsed.GetValue(manifest)!;
            RunManifest run = await ReadAsync(path, cancellation);
            string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            List<ManifestState> states = [];
            foreach (ManifestFile file in run.Files)
            {
                cancellation.ThrowIfCancellationRequested();
                states.Add(file.Compare(folder));
                await terminal.Output.WriteLineAsync($"{Word(states[^1]),-12} {file.Role,-16}  {NameOf(file)}");
            }

            if (!parsed.GetValue(quiet)) await terminal.Error.WriteLineAsync(Summary(run, states));
            return states.Any(s => s is ManifestState.Changed or ManifestState.Missing) ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }

    private static async Task<RunManifest> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return RunManifest.Parse(await File.ReadAllTextAsync(path, cancellation));
        }
        catch (FormatException e)
        {
            throw new UsageException($"`{path}` cannot be read: {e.Message}");
        }
    }

    private static string NameOf(ManifestFile file) => file.Path == ManifestFile.StandardInput ? "(standard input)" : file.Path;

    private static string Word(ManifestState state) => state switch
    {
        ManifestState.Same => "same",
        ManifestState.Changed => "changed",
        ManifestState.Missing => "missing",
        ManifestState.NotChecked => "not checked",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static string Summary(RunManifest run, List<ManifestState> states)
    {
        string counts = string.Join(", ", states.GroupBy(s => s).OrderBy(g => g.Key).Select(g => $"{Counted.Number(g.Count())} {Word(g.Key)}"));
        string engine = run.Engine == DispositionDecision.EngineVersion ? "" : $"; made by version {run.Engine}, this is {DispositionDecision.EngineVersion}";
        return $"{Counted.Write(states.Count, "file")} of the run of {Counted.Write(run.Records, "record")} as of {run.AsOf:yyyy-MM-dd}: {counts}{engine}";
    }
}
