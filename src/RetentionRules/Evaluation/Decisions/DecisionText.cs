using RetentionRules.Schedules;

namespace RetentionRules.Evaluation;

/// <summary>The words in which decisions are written, in JSON and for people.</summary>
internal static class DecisionText
{
    public static string Word(DispositionStatus status) => status switch
    {
        DispositionStatus.Unscheduled => "unscheduled",
        DispositionStatus.Conflict => "conflict",
        DispositionStatus.Undetermined => "undetermined",
        DispositionStatus.Completed => "completed",
        DispositionStatus.Permanent => "permanent",
        DispositionStatus.Awaiting => "awaiting",
        DispositionStatus.Retain => "retain",
        DispositionStatus.Held => "held",
        DispositionStatus.Blocked => "blocked",
        DispositionStatus.Overdue => "overdue",
        DispositionStatus.Eligible => "eligible",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Word(RecordValue value) => value switch
    {
        RecordValue.Undecided => "undecided",
        RecordValue.Temporary => "temporary",
        RecordValue.Permanent => "permanent",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string Word(DispositionAction action) => ActWords.Word(action);

    public static string OneLine(DispositionDecision decision)
    {
        string item = decision.Item is { } known ? $" (item {known.Number})" : "";
        if (decision.Action is { } due) return $"{Word(decision.Status)}: {Word(due)} since {decision.Bounds.NotAfter}{item}";
        string next = decision.Next is { } act ? $": next {Word(act)}" : "";
        string from = decision.Bounds.NotBefore.IsFinite ? $", not before {decision.Bounds.NotBefore}" : "";
        return Word(decision.Status) + next + from + item;
    }
}
