using RetentionRules.DryRun;

namespace RetentionRules.Cli.Output;

/// <summary>Listed records that may no longer be acted on.</summary>
internal static class RecheckText
{
    public static string Line(RecheckFinding finding) => $"{(finding.Record.Length > 0 ? finding.Record : $"line {finding.Line}")}: {finding.Text}";

    public static string Summary(long listed, IReadOnlyList<RecheckFinding> findings, DateOnly day)
    {
        string counts = string.Join(", ", findings.SelectMany(f => f.Problems).GroupBy(p => p).OrderBy(g => g.Key).Select(g => $"{RecheckCsv.Word(g.Key)} {Counted.Number(g.Count())}"));
        string against = findings.Count > 0 ? $"{Counted.Number(findings.Count)} may no longer be acted on ({counts})" : "none may no longer be acted on";
        return $"{Counted.Write(listed, "record")} listed, decided again as of {day:yyyy-MM-dd}: {Counted.Number(listed - findings.Count)} still permitted, {against}";
    }
}
