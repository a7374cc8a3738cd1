using System.Globalization;
using System.Text;
using RetentionRules.Diagnostics;
using RetentionRules.Evaluation;
using RetentionRules.Text;

namespace RetentionRules.Analysis.Comparing;

/// <summary>Writes two explanations side by side, or where lines are too short for that, below one another.</summary>
internal sealed class SideBySideText
{
    private const string Same = "  ";
    private const string Differs = "* ";
    private const string Between = " | ";
    private const char NoBreak = '\u00A0';

    /// <summary>In narrower columns most lines would be broken, and two broken texts are harder to compare than one below the other.</summary>
    private const int LeastColumn = 44;

    private readonly StringBuilder _output = new();
    private readonly int _left;
    private readonly int _right;

    private SideBySideText(int left, int right) => (_left, _right) = (left, right);

    public static string Write(ExplanationPair pair, int width)
    {
        IReadOnlyList<ComparedPart> parts = pair.Parts();
        (string before, string now) = (NameOf(pair.Old), NameOf(pair.New));
        int both = width - Same.Length - Between.Length;
        // What one side does not need the other may have.
        int left = Math.Min(WidestOf(parts, l => l.Old, $"before: {before}"), Math.Max(both / 2, both - WidestOf(parts, l => l.New, $"now: {now}")));
        SideBySideText text = new(left, both - left);
        if (both / 2 < LeastColumn) text.WriteStacked(before, now, parts);
        else text.WriteColumns(before, now, parts);
        return text._output.ToString();
    }

    private static int WidestOf(IEnumerable<ComparedPart> parts, Func<ComparedLine, ExplanationLine> side, string heading) =>
        parts.SelectMany(p => p.Lines).Select(l => DisplayWidth.Of(Indented(side(l)))).Append(DisplayWidth.Of(heading)).Max();

    private static string NameOf(Explanation explanation) => DiagnosticWriter.Visible($"{explanation.Decision.Schedule}, lines of {Path.GetFileName(explanation.Decision.Schedule.Path)}");

    private static string Indented(ExplanationLine line) => line.Text.Length == 0 ? "" : "  " + Unbroken(line);

    /// <summary>The line; where it is broken, its place in the file stays whole.</summary>
    private static string Unbroken(ExplanationLine line) =>
        DiagnosticWriter.Visible((line with { Line = 0 }).ToString()) + (line.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"  [line{NoBreak}{line.Line}]") : "");

    private void WriteColumns(string before, string now, IReadOnlyList<ComparedPart> parts)
    {
        WriteRow(Same, $"before: {before}", $"now: {now}", 0);
        foreach (ComparedPart part in parts)
        {
            WriteTitle(part);
            foreach (ComparedLine line in part.Lines)
                WriteRow(line.Differs ? Differs : Same, Indented(line.Old), Indented(line.New), Math.Max(line.Old.Depth, line.New.Depth) + 2);
        }
    }

    /// <summary>A row of as many lines as the longer side needs; what goes on is indented further than where it began.</summary>
    private void WriteRow(string mark, string before, string now, int depth)
    {
        string indent = new(' ', depth * 2);
        (string[] left, string[] right) = ([.. BrokenLines.Of(before, _left, indent)], [.. BrokenLines.Of(now, _right, indent)]);
        for (int i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            string here = left.ElementAtOrDefault(i) ?? "";
            string gap = new(' ', Math.Max(0, _left - DisplayWidth.Of(here)));
            Line(mark + here + gap + Between + right.ElementAtOrDefault(i));
        }
    }

    private void WriteStacked(string before, string now, IReadOnlyList<ComparedPart> parts)
    {
        Line($"- before: {before}");
        Line($"+ now: {now}");
        foreach (ComparedPart part in parts)
        {
            WriteTitle(part);
            foreach (ComparedLine line in part.Lines) WriteStacked(line);
        }
    }

    private void WriteStacked(ComparedLine line)
    {
        if (!line.Differs)
        {
            string moved = line.Old.Line == line.New.Line ? "" : string.Create(CultureInfo.InvariantCulture, $"  [line {line.Old.Line}, now {line.New.Line}]");
            Line(Same + Indented(moved.Length > 0 ? line.Old with { Line = 0 } : line.Old) + moved);
            return;
        }

        if (line.Old != ExplanationLine.None) Line("- " + Indented(line.Old));
        if (line.New != ExplanationLine.None) Line("+ " + Indented(line.New));
    }

    private void WriteTitle(ComparedPart part)
    {
        _output.Append('\n');
        Line(Same + DiagnosticWriter.Visible(part.Title));
    }

    private void Line(string text) => _output.Append(text.Replace(NoBreak, ' ').TrimEnd(' ')).Append('\n');
}
