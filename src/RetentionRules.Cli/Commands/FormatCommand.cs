using System.CommandLine;
using RetentionRules.Cli.Output;
using RetentionRules.Formatting;

namespace RetentionRules.Cli.Commands;

/// <summary><c>retention fmt FILE…</c>: the canonical layout of files of any kind.</summary>
internal sealed class FormatCommand(Terminal terminal, bool onlyChecks, string? target, string color)
{
    private const string StandardInput = "-";

    private readonly List<string> _changed = [];
    private int _unreadable;

    public static Command Build(Terminal terminal)
    {
        Argument<string[]> files = new("files")
        {
            Description = "Files, folders whose .yaml files are laid out, or - for standard input, which goes to standard output.",
            HelpName = "FILE",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<bool> check = new("--check") { Description = "Change nothing; list the files that would change, and exit with 1 where there are any." };
        Option<string?> output = CommonOptions.OutputFile();
        Option<string> color = CommonOptions.Color();
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new("fmt", "Lays out schedules, tests, holds, mappings and classifications in one way, without changing what they say.") { files, check, output, color, quiet };
        command.SetAction(parsed =>
        {
            string[] named = parsed.GetValue(files)!;
            IReadOnlyList<string> paths = [.. named.SelectMany(f => f == StandardInput ? [f] : YamlFiles.Find([f])).Distinct(StringComparer.Ordinal)];
            string? target = parsed.GetValue(output);
            if (target is not null && paths.Count > 1) throw new UsageException("-o takes the layout of one file; there are several.");
            if (target is not null && parsed.GetValue(check)) throw new UsageException("--check writes nothing; leave out -o.");
            return new FormatCommand(terminal, parsed.GetValue(check), target, parsed.GetValue(color)!).Run(paths, parsed.GetValue(quiet));
        });
        return command;
    }

    private int Run(IReadOnlyList<string> paths, bool isQuiet)
    {
        foreach (string path in paths) Format(path);
        if (!isQuiet) terminal.Error.WriteLine(Summary(paths.Count));
        return _unreadable > 0 ? ExitCode.Unusable : onlyChecks && _changed.Count > 0 ? ExitCode.Findings : ExitCode.Clean;
    }

    private void Format(string path)
    {
        LoadResult<FormattedText> result = Read(path);
        if (!result.TryGetValue(out FormattedText? formatted))
        {
            _unreadable++;
            DiagnosticPrinter printer = new(terminal.Error, Color.IsWanted(color, terminal.ErrorHasColor));
            printer.Print(result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
            return;
        }

        if (formatted.IsChanged) _changed.Add(path);
        if (onlyChecks && formatted.IsChanged) terminal.Output.WriteLine(NameOf(path));
        else if (!onlyChecks && (formatted.IsChanged || target is not null || path == StandardInput)) Write(target ?? path, formatted.Text);
    }

    private LoadResult<FormattedText> Read(string path)
    {
        using Stream content = path == StandardInput ? terminal.OpenInput() : File.OpenRead(path);
        return ScheduleFormatter.Format(content, NameOf(path));
    }

    /// <summary>A link stays a link: what it leads to is written.</summary>
    private void Write(string path, string text)
    {
        string real = path != StandardInput && File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
        using OutputFile file = OutputFile.Open(real, terminal);
        file.Writer.Write(text);
        file.Complete();
    }

    private static string NameOf(string path) => path == StandardInput ? "standard input" : path;

    private string Summary(int files)
    {
        string unreadable = _unreadable > 0 ? $", {Counted.Write(_unreadable, "file")} left alone because of errors" : "";
        return $"{Counted.Write(files, "file")} read: {Counted.Number(_changed.Count)} {(onlyChecks ? "would change" : "changed")}{unreadable}";
    }
}
