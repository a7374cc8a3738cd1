using RetentionRules.Testing;

namespace RetentionRules.Cli.Output;

/// <summary>Prints the results of tests: failures with the explanation, and how many of each.</summary>
internal sealed class TestPrinter(TextWriter output, bool hasColor, bool verbose)
{
    public int Passed { get; private set; }

    public int Failed { get; private set; }

    public void Print(string path, ScheduleTestResult result)
    {
        if (result.Passed)
        {
            Passed++;
            if (verbose) output.WriteLine($"{Paint("passed", Color.Green)}  {result.Case.Name}");
            return;
        }

        Failed++;
        output.WriteLine($"{Paint("failed", Color.Red)}  {path}:{result.Case.Source.Line}: {result.Case.Name}");
        foreach (string failure in result.Failures) output.WriteLine("        " + failure);
        output.WriteLine();
        foreach (string line in result.Explanation!.ToString().TrimEnd('\n').Split('\n')) output.WriteLine(line.Length > 0 ? "        " + line : "");
        output.WriteLine();
    }

    public void PrintSummary(int unreadable) => output.WriteLine(
        $"{Passed} passed, {Failed} failed" + (unreadable > 0 ? $"; {Counted.Write(unreadable, "file")} could not be read" : ""));

    private string Paint(string text, string color) => hasColor ? color + text + Color.Reset : text;
}
