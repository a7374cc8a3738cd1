namespace RetentionRules.DryRun;

/// <summary>What collides in a conflict, without the days of the single record, so that conflicts of one cause are counted together.</summary>
internal static class ConflictKeys
{
    public static FindingKey Of(DispositionDecision decision)
    {
        DecisionReason? cause = decision.Reasons.LastOrDefault(r => IsCause(r.Code));
        string items = decision.Item is { } item ? item.Number : string.Join(", ", decision.Candidates);
        return new FindingKey(cause?.Code ?? "", items, cause is null ? "" : DetailOf(cause));
    }

    private static bool IsCause(string code) => code is
        "several-items-apply" or "several-schedules-claim" or "several-items-in-aggregate" or "ceiling-before-floor" or "kept-beyond-ceiling" or "outcome-decides";

    private static string DetailOf(DecisionReason cause) => cause.Code switch
    {
        "ceiling-before-floor" or "outcome-decides" => cause.Arguments[0].Value,
        "several-schedules-claim" => cause.Arguments[0].Value,
        _ => "",
    };

    /// <summary>The cause in a sentence.</summary>
    public static string InWords(FindingKey key) => key.Kind switch
    {
        "several-items-apply" => "Both items claim the records, and neither is an exception to the other.",
        "several-schedules-claim" => $"Several schedules claim the records: {key.Detail}.",
        "several-items-in-aggregate" => "What is disposed of as one is under several items.",
        "ceiling-before-floor" => $"The last day for the act ({key.Detail}) falls before the first.",
        "kept-beyond-ceiling" => "The records are kept for ever, and a law allows destruction only until a day that passes.",
        "outcome-decides" => $"What was decided ({key.Detail}) contradicts the disposition.",
        _ => "The rules collide; the decision of the record says how.",
    };

    /// <summary>What to do about it.</summary>
    public static string Mend(FindingKey key) => key.Kind switch
    {
        "several-items-apply" => "Say in the schedule which goes before: `exception-to`, or narrower conditions.",
        "several-schedules-claim" => "Say in the set how the schedules share out the records, or narrow one of them.",
        "several-items-in-aggregate" => "File the records under one item, or have them decided one by one (`aggregate: each`).",
        "ceiling-before-floor" => "Correct the days of the records; where they are right, the window of the item cannot be kept.",
        "kept-beyond-ceiling" => "Have the law's limit and the item weighed by whoever approves the schedule.",
        "outcome-decides" => "Have the outcome of the appraisal looked at again.",
        _ => "Look at the example with `retention explain`.",
    };
}
