using System.CommandLine;
using System.Text;

namespace RetentionRules.Cli.Commands;

/// <summary><c>retention init</c>: a starter that checks, passes its tests, and says what to change.</summary>
internal static class InitCommand
{
    public static Command Build(Terminal terminal)
    {
        Argument<string> folder = new("folder") { Description = "Where to write; this folder unless given.", HelpName = "FOLDER", DefaultValueFactory = _ => "." };
        Command command = new("init", "Writes a starter: a schedule, its tests, a mapping and a few records.") { folder };
        command.SetAction(parsed =>
        {
            string target = parsed.GetValue(folder)!;
            (string Path, string Text)[] files = [.. Starter.Files.Select(f => (Path.Combine(target, f.Name), f.Text))];
            if (files.Select(f => f.Path).FirstOrDefault(File.Exists) is { } there)
                throw new UsageException($"`{there}` is there already; nothing was written.");
            Directory.CreateDirectory(target);
            foreach ((string path, string text) in files)
            {
                File.WriteAllText(path, text, new UTF8Encoding(false));
                terminal.Output.WriteLine(path);
            }

            string schedule = Path.Combine(target, Starter.ScheduleName);
            terminal.Error.WriteLine();
            terminal.Error.WriteLine($"Try: retention check {target}");
            terminal.Error.WriteLine($"     retention prove {schedule}");
            terminal.Error.WriteLine($"     retention test {schedule}");
            terminal.Error.WriteLine($"     retention dry-run {schedule} {Path.Combine(target, "records.csv")} --map {Path.Combine(target, "records.yaml")} --holds none");
            return ExitCode.Clean;
        });
        return command;
    }
}
