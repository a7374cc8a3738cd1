namespace RetentionRules.DryRun;

/// <summary>
/// What a dry-run comes to as one page for the head of a records office and the archives: HTML that needs no network and no
/// script. It is collected beside a summary of the same run, whose numbers it shows. The same inputs give the same bytes.
/// </summary>
public sealed class DryRunReport : DryRunOutput
{
    private readonly CompiledPolicy _policy;
    private readonly ReportCounts _counts = new();

    /// <summary>A report on decisions of this policy.</summary>
    public DryRunReport(CompiledPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _policy = policy;
    }

    /// <summary>Writes the page, when the run is over.</summary>
    /// <param name="output">Where to; UTF-8 is declared.</param>
    /// <param name="inputs">What the run was over.</param>
    /// <param name="summary">The summary that was collected by the same run; its breakdowns by facts are shown.</param>
    /// <param name="findings">What the run found about the records.</param>
    public void Write(TextWriter output, DryRunReportInputs inputs, DryRunSummary summary, RecordFindings findings)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(findings);
        ReportPage.Of(new ReportContent(_policy.Policy, inputs, summary, findings, _counts)).Write(output);
    }

    internal override OutputPart NewPart() => new Part();

    internal override ValueTask TakeAsync(OutputPart part, CancellationToken cancellation)
    {
        ReportCounts counts = ((Part)part).Counts;
        _counts.Add(counts);
        counts.Clear();
        return ValueTask.CompletedTask;
    }

    private sealed class Part : OutputPart
    {
        public ReportCounts Counts { get; } = new();

        public override void Add(DecidedRecord record) => Counts.Add(record.Decision);
    }
}

/// <summary>What a dry-run was over, as its report names it.</summary>
/// <param name="AsOf">The day of evaluation.</param>
/// <param name="Records">The names of the files of records.</param>
/// <param name="Mapping">The name of the mapping; empty where columns were matched to facts by their names.</param>
public sealed record DryRunReportInputs(DateOnly AsOf, IReadOnlyList<string> Records, string Mapping = "");
