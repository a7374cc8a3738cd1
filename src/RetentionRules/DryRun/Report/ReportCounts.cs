using RetentionRules.Evaluation;

namespace RetentionRules.DryRun;

/// <summary>
/// What a report counts beside the summary; counts of several parts are summed, in whatever order. They grow with the schedule
/// and the holds, and not with the number of records.
/// </summary>
internal sealed class ReportCounts
{
    /// <summary>How much of a value that does not fit is kept.</summary>
    private const int MostOfAValue = 60;

    /// <summary>By the name of the item (empty where no single one decides), the status, and the act that is due.</summary>
    public Tally<(string Item, DispositionStatus Status, DispositionAction? Due)> ByItem { get; } = new();

    /// <summary>Undetermined decisions by the items that may apply.</summary>
    public Tally<string> Candidates { get; } = new();

    /// <summary>Undetermined decisions that name nothing else as missing.</summary>
    public Tally<string> MissingAlone { get; } = new();

    /// <summary>Undetermined decisions that name other things as missing too.</summary>
    public Tally<string> MissingAmongOthers { get; } = new();

    /// <summary>Undetermined decisions that name nothing as missing.</summary>
    public long NothingMissing { get; private set; }

    public Obstacles Obstacles { get; } = new();

    public ExampleTally Conflicts { get; } = new();

    /// <summary>Records that are left to somebody: who, and what is asked.</summary>
    public ExampleTally Referrals { get; } = new();

    /// <summary>Records that no item covers.</summary>
    public ExampleTally Uncovered { get; } = new();

    /// <summary>Values that did not fit: the fact, the value, and what is wrong with it.</summary>
    public ExampleTally Faults { get; } = new();

    public void Add(DispositionDecision decision)
    {
        RetentionInstrument asked = decision.Policy.Instrument;
        ByItem.Add((decision.Item is { } item ? SummaryCounts.NameOf(asked, decision.Schedule, item) : "", decision.Status, decision.Action));
        Obstacles.Add(decision);
        foreach (DecisionReason reason in decision.Reasons) AddReason(reason, decision.Record);
        if (decision.Status == DispositionStatus.Undetermined) AddOpen(decision, asked);
        if (decision.Status == DispositionStatus.Conflict) Conflicts.Add(ConflictKeys.Of(decision), decision.Record);
        if (decision.Status == DispositionStatus.Unscheduled) Uncovered.Add(new FindingKey(""), decision.Record);
    }

    private void AddReason(DecisionReason reason, string record)
    {
        if (reason.Code == Reasons.ReferredCode) Referrals.Add(new FindingKey(reason.Code, reason.Arguments[0].Value, reason.Arguments[1].Value), record);
        else if (reason.Code is "no-appraisal-provided" or "no-case-applies" or "class-conflict") Referrals.Add(new FindingKey(reason.Code, "", reason.Text), record);
        else if (reason.Code == "data-fault")
            Faults.Add(new FindingKey(reason.Arguments[0].Value, Pages.HtmlText.Shortened(reason.Arguments[1].Value, MostOfAValue), reason.Arguments[2].Value), record);
    }

    private void AddOpen(DispositionDecision decision, RetentionInstrument asked)
    {
        foreach (string candidate in decision.Candidates.Distinct(StringComparer.Ordinal))
            if (NameOf(asked, decision.Schedule, candidate) is { } name) Candidates.Add(name);
        string[] missing = [.. decision.Missing.Distinct(StringComparer.Ordinal)];
        if (missing.Length == 0) NothingMissing++;
        foreach (string fact in missing) (missing.Length == 1 ? MissingAlone : MissingAmongOthers).Add(fact);
    }

    /// <summary>A candidate is a number; where several schedules have an item of that number, it is not known which is meant.</summary>
    private static string? NameOf(RetentionInstrument asked, RetentionInstrument deciding, string number)
    {
        RetentionSchedule[] having = [.. deciding.Schedules.Where(s => s.Contains(number))];
        return having is [var only] ? SummaryCounts.NameOf(asked, only, only[number]) : null;
    }

    public void Add(ReportCounts other)
    {
        ByItem.Add(other.ByItem);
        Candidates.Add(other.Candidates);
        MissingAlone.Add(other.MissingAlone);
        MissingAmongOthers.Add(other.MissingAmongOthers);
        NothingMissing += other.NothingMissing;
        Obstacles.Add(other.Obstacles);
        Conflicts.Add(other.Conflicts);
        Referrals.Add(other.Referrals);
        Uncovered.Add(other.Uncovered);
        Faults.Add(other.Faults);
    }

    public void Clear()
    {
        ByItem.Clear();
        Candidates.Clear();
        MissingAlone.Clear();
        MissingAmongOthers.Clear();
        NothingMissing = 0;
        Obstacles.Clear();
        Conflicts.Clear();
        Referrals.Clear();
        Uncovered.Clear();
        Faults.Clear();
    }
}
