using RetentionRules.Evaluation;

namespace RetentionRules.DryRun;

/// <summary>A line of a list for signature, and what is found when it is decided again.</summary>
/// <param name="Line">The line of the list, from 1.</param>
/// <param name="Id">The record.</param>
/// <param name="Item">The item that it was listed under.</param>
/// <param name="Action">The word of the act that it was listed for.</param>
/// <param name="Hash">The hash of the schedule that it was listed by.</param>
/// <param name="Records">How many records it was about; empty where the list does not say.</param>
internal sealed record ListedRecord(long Line, string Id, string Item, string Action, string Hash, string Records)
{
    /// <summary>Reasons that say which rule applies, and not why nothing may be done.</summary>
    private static readonly string[] Introductions =
        ["item-applies", "case-applies", "follows-item", "longer-retention-authorized", "schedule-decides", "edition-governs", "class-assigned", "due-since", "decided-as-one"];

    /// <summary>How many lines of the list name the record.</summary>
    public int TimesListed { get; set; }

    /// <summary>How many records have its identifier.</summary>
    public int TimesFound { get; set; }

    /// <summary>What is decided now; null where it was not found.</summary>
    public DispositionDecision? Decision { get; set; }

    /// <summary>What stands against the act; null where it is still permitted.</summary>
    public RecheckFinding? Finding()
    {
        (RecheckProblem Problem, string Text)[] found = [.. Problems()];
        return found.Length == 0 ? null : new RecheckFinding(Id, Line, Action, Item, [.. found.Select(f => f.Problem)], Decision, string.Join("; ", found.Select(f => f.Text)));
    }

    private IEnumerable<(RecheckProblem, string)> Problems()
    {
        if (Id.Length == 0) yield return (RecheckProblem.NoIdentifier, "the line names no record");
        if (TimesListed > 1) yield return (RecheckProblem.ListedTwice, $"{TimesListed} lines of the list name it");
        if (TimesFound == 0 && Id.Length > 0) yield return (RecheckProblem.NotFound, "it is not among the records, or no longer by itself");
        if (TimesFound > 1) yield return (RecheckProblem.FoundTwice, $"{TimesFound} records have this identifier");
        if (Decision is not { } now) yield break;
        if (!IsPermitted(now)) yield return (RecheckProblem.NotPermitted, WhyNot(now));
        if ((now.Item?.Number ?? "") != Item) yield return (RecheckProblem.ItemChanged, $"it was listed under item {Named(Item)} and is now under {Named(now.Item?.Number ?? "")}");
        if (Records.Length > 0 && ListColumn.RecordsOf(now) != Records) yield return (RecheckProblem.CountChanged, $"it was listed with {Records} records and now has {ListColumn.RecordsOf(now)}");
        if (now.Schedule.ContentHash != Hash) yield return (RecheckProblem.ScheduleChanged, "the schedule is not the one it was listed by");
    }

    /// <summary>An act that is no act is never permitted.</summary>
    private bool IsPermitted(DispositionDecision now) => now.Action is { } action && now.Permits(action) && DecisionText.Word(action) == Action;

    private string WhyNot(DispositionDecision now)
    {
        bool stands(DecisionReason reason) => now.Status switch
        {
            DispositionStatus.Held => reason.Code is "held" or "may-be-held",
            DispositionStatus.Blocked => now.Blocks.Contains(reason.Code),
            _ => !Introductions.Contains(reason.Code),
        };
        string why = string.Join("; ", now.Reasons.Where(stands).Select(r => r.Text));
        return $"`{Action}` is not permitted, it is now {DecisionText.OneLine(now)}{(why.Length > 0 ? ": " : "")}{why}";
    }

    private static string Named(string item) => item.Length > 0 ? item : "none";
}
