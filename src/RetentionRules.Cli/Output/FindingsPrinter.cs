using RetentionRules.DryRun;

namespace RetentionRules.Cli.Output;

/// <summary>Prints what was found about records, on standard error: the first in full, and the number of all.</summary>
internal sealed class FindingsPrinter(Terminal terminal, bool hasColor)
{
    public void Print(RecordFindings findings)
    {
        new DiagnosticPrinter(terminal.Error, hasColor).Print(findings.Diagnostics);
        if (findings.UnfitValues == 0) return;
        string byFact = string.Join(", ", findings.UnfitByFact.Select(f => $"{f.Key} {Counted.Number(f.Value)}"));
        string more = findings.UnfitValues > RecordFindings.Kept ? $"; the first {RecordFindings.Kept} are shown" : "";
        terminal.Error.WriteLine($"{Counted.Write(findings.UnfitValues, "value")} did not fit and {(findings.UnfitValues == 1 ? "is" : "are")} unknown ({byFact}){more}");
    }
}
