using RetentionRules.Testing;

namespace RetentionRules.Cli.Output;

/// <summary>Prints the results of tests for a reader: failures with the explanation, and how many of each.</summary>
internal sealed class TestPrinter(TextWriter output, TextWriter error, bool hasColor, bool verbose, bool quiet) : TestReport
{
    protected override void WritePassed(string path, string name, int line)
    {
        if (verbose) output.WriteLine($"{Paint("passed", Color.Green)}  {name}");
    }

    protected override void WriteFailed(string path, ScheduleTestResult result)
    {
        output.WriteLine($"{Paint("failed", Color.Red)}  {path}:{result.Case.Source.Line}: {result.Case.Name}");
        foreach (string failure in result.Failures) output.WriteLine("        " + failure);
        output.WriteLine();
        foreach (string line in result.Explanation!.ToString().TrimEnd('\n').Split('\n')) output.WriteLine(line.Length > 0 ? "        " + line : "");
        output.WriteLine();
    }

    protected override void WriteUnreadable(string path, IReadOnlyList<Diagnostic> errors) => new DiagnosticPrinter(error, hasColor).Print(errors);

    public override void AddCoverage(string path, TestCoverage coverage, int least)
    {
        CoverageElement[] missing = [.. coverage.Elements.Where(e => !e.IsCovered)];
        string verdict = coverage.Percent < least ? Paint($", less than {least} %", Color.Red) : "";
        output.WriteLine($"{path}: {coverage.Elements.Count - missing.Length} of {Counted.Write(coverage.Elements.Count, "element")} exercised, {coverage.Percent} %{verdict}");
        foreach (CoverageElement element in missing) output.WriteLine("        " + element);
    }

    public override void End()
    {
        if (!quiet) output.WriteLine($"{Passed} passed, {Failed} failed" + (Unreadable > 0 ? $"; {Counted.Write(Unreadable, "file")} could not be read" : ""));
    }

    private string Paint(string text, string color) => hasColor ? color + text + Color.Reset : text;
}
