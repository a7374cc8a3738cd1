using System.CommandLine;
using System.Text;
using RetentionRules.Cli.Output;

namespace RetentionRules.Cli.Commands;

/// <summary><c>retention import FORMAT FILE -o FOLDER</c>: schedules from what their issuers publish.</summary>
internal static class ImportCommand
{
    public static Command Build(Terminal terminal)
    {
        Argument<string> format = new("format") { Description = "What the file is: nara-grs, the table of NARA's General Records Schedules in CSV.", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("nara-grs");
        Argument<string> file = new("file") { Description = "The file, as it is published.", HelpName = "FILE" };
        Option<string> output = new("--output", "-o") { Description = "The folder for the schedules; it must not be there yet.", HelpName = "FOLDER", Required = true };
        Option<string> color = CommonOptions.Color();
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new("import", "Takes published schedules over, by their official wording. What is doubtful is said and left to a person.") { format, file, output, color, quiet };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(file)!;
            if (!File.Exists(path)) throw new UsageException($"there is no file `{path}`.");
            string folder = parsed.GetValue(output)!;
            if (Path.Exists(folder)) throw new UsageException($"`{folder}` is there already; nothing was written.");
            NaraImport import = NaraImport.Read(path, File.ReadAllBytes(path));
            DiagnosticPrinter printer = new(terminal.Error, Color.IsWanted(parsed.GetValue(color)!, terminal.ErrorHasColor));
            printer.Print(import.Findings.Where(f => f.Severity == DiagnosticSeverity.Error || !parsed.GetValue(quiet)));
            if (import.HasErrors) throw new UsageException($"{path} cannot be taken over; nothing was written.");
            Write(folder, import.Schedules);
            terminal.Output.WriteLine($"{Counted.Write(import.Rows, "row")}: {Counted.Write(import.Schedules.Sum(s => s.Items), "item")} in {Counted.Write(import.Schedules.Count, "schedule")}");
            terminal.Output.WriteLine($"{import.Said} said as rules, {import.Ambiguous} with more than one reading, {import.NotUnderstood} with another wording");
            return ExitCode.Clean;
        });
        return command;
    }

    /// <summary>All of the files or none: they are written beside the folder, and take its name together.</summary>
    private static void Write(string folder, IReadOnlyList<ImportedSchedule> schedules)
    {
        string partial = Path.TrimEndingDirectorySeparator(folder) + ".partial";
        Directory.CreateDirectory(partial);
        try
        {
            foreach (ImportedSchedule schedule in schedules) File.WriteAllText(Path.Combine(partial, schedule.Name), schedule.Text, new UTF8Encoding(false));
            Directory.Move(partial, folder);
        }
        finally
        {
            if (Directory.Exists(partial)) Directory.Delete(partial, recursive: true);
        }
    }
}
