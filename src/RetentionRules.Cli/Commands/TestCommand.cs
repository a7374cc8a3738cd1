using System.CommandLine;
using RetentionRules.Cli.Output;
using RetentionRules.Cli.Output.Sarif;
using RetentionRules.Testing;

namespace RetentionRules.Cli.Commands;

/// <summary><c>retention test FILE…</c>: runs the tests beside a schedule.</summary>
internal static class TestCommand
{
    public static Command Build(Terminal terminal)
    {
        Argument<string[]> files = new("files")
        {
            Description = "Files of tests, schedules with tests beside them (name.tests.yaml), or folders.",
            HelpName = "FILE",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<bool> verbose = new("--verbose", "-v") { Description = "Name the cases that passed too." };
        Option<bool> coverage = new("--coverage") { Description = "Say what of each schedule its cases have not exercised." };
        Option<int?> least = new("--min-coverage") { Description = "Fail where the cases of a file exercise less of its schedule than so many percent.", HelpName = "PERCENT" };
        Option<string> format = CommonOptions.Format("text", "junit", "sarif");
        Option<string?> output = CommonOptions.OutputFile();
        Option<string> color = CommonOptions.Color();
        Option<bool> quiet = CommonOptions.Quiet();
        Command command = new("test", "Runs the tests beside a schedule.") { files, verbose, coverage, least, format, output, color, quiet };
        command.SetAction(parsed =>
        {
            IReadOnlyList<string> tests = TestFiles(parsed.GetValue(files)!);
            int percent = parsed.GetValue(least) ?? 0;
            if (percent is < 0 or > 100) throw new UsageException($"--min-coverage takes a number from 0 to 100, not {percent}.");
            using OutputFile file = OutputFile.Open(parsed.GetValue(output), terminal);
            bool hasColor = Color.IsWanted(parsed.GetValue(color)!, file.IsStandardOutput && terminal.OutputHasColor);
            TestReport report = parsed.GetValue(format) switch
            {
                "junit" => new JunitReport(file.Writer),
                "sarif" => new SarifTestReport(file.Writer, terminal.WorkingFolder),
                _ => new TestPrinter(file.Writer, terminal.Error, hasColor, parsed.GetValue(verbose), parsed.GetValue(quiet)),
            };
            bool isCovered = true;
            foreach (string path in tests)
                isCovered &= Run(path, report, parsed.GetValue(coverage) || parsed.GetValue(least) is not null, percent);
            report.End();
            file.Complete();
            return report.Unreadable > 0 ? ExitCode.Unusable : report.Failed > 0 || !isCovered ? ExitCode.Findings : ExitCode.Clean;
        });
        return command;
    }

    private static IReadOnlyList<string> TestFiles(IReadOnlyList<string> named)
    {
        List<string> tests = [];
        foreach (string path in named)
        {
            if (Directory.Exists(path))
                tests.AddRange(YamlFiles.Find([path]).Where(f => FileCheck.KindOf(f) == RetentionFileKind.Tests));
            else if (!File.Exists(path)) throw new UsageException($"there is no file `{path}`.");
            else tests.Add(FileCheck.KindOf(path) == RetentionFileKind.Schedule ? BesideSchedule(path) : path);
        }

        return tests.Count > 0 ? tests : throw new UsageException("there are no files of tests.");
    }

    private static string BesideSchedule(string path)
    {
        string beside = PathBeside(path);
        return File.Exists(beside) ? beside : throw new UsageException($"{path} has no tests beside it; expected {beside}.");
    }

    /// <summary>Where the tests of a schedule stand, if it has any.</summary>
    internal static string PathBeside(string schedule) => Path.Combine(Path.GetDirectoryName(schedule) ?? "", Path.GetFileNameWithoutExtension(schedule) + ScheduleTestReader.Ending);

    /// <summary>Whether the cases of the file exercise as much of the schedule as is wanted.</summary>
    private static bool Run(string path, TestReport report, bool withCoverage, int least)
    {
        report.Begin(path);
        LoadResult<ScheduleTests> loaded = ScheduleTestReader.ReadFile(path);
        if (!loaded.TryGetValue(out ScheduleTests? tests))
        {
            report.AddUnreadable(path, [.. loaded.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)]);
            return true;
        }

        TestCoverage coverage = new(tests.Schedule);
        foreach (ScheduleTestResult result in tests.Cases.Select(c => c.Run()))
        {
            report.Add(path, result);
            coverage.Add(result);
        }

        foreach (EveryRecordTest test in tests.Every) report.Add(path, test.Run());
        if (withCoverage) report.AddCoverage(path, coverage, least);
        return coverage.Percent >= least;
    }
}
