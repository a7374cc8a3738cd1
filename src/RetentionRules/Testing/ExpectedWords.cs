using System.Globalization;
using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;

namespace RetentionRules.Testing;

/// <summary>What an expectation can be met by.</summary>
/// <param name="Kind">What they are, in a message.</param>
/// <param name="Known">The words.</param>
/// <param name="HasDates">Whether a date is allowed too.</param>
internal sealed record ExpectedWords(string Kind, IReadOnlyCollection<string> Known, bool HasDates = false)
{
    private const string None = Expectation.None;

    /// <summary>What else is allowed: a record may be filed under a code below that of a class.</summary>
    private Predicate<string> Others { get; init; } = _ => false;

    public bool Allow(string text) =>
        Known.Contains(text) || Others(text) || (HasDates && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    /// <summary>The words of one key; null where any text can be met.</summary>
    public static ExpectedWords? Of(string key, RetentionInstrument schedule, CompiledPolicy policy) => key switch
    {
        "status" => new("a status", [.. Enum.GetValues<DispositionStatus>().Select(DecisionText.Word)]),
        "schedule" => new("a schedule", [schedule.Id, .. schedule.Schedules.SelectMany(s => (string[])[s.Id, s.ToString()])]),
        "class" => new("a class of the classification", [None, .. schedule.Classification.Classes.Select(c => c.Code)]) { Others = code => schedule.Classification.TryFind(code, out _) },
        "value" => new("permanent, temporary or undecided", [.. Enum.GetValues<RecordValue>().Select(DecisionText.Word)]),
        "action" or "next" => new("an act", [None, .. Enum.GetValues<DispositionAction>().Select(DecisionText.Word)]),
        "item" or "candidates" => new("an item of the schedule", [None, .. schedule.Schedules.SelectMany(s => s.Items).Select(i => i.Number)]),
        "not-before" => new("a date, `never` or `none`", [None, "never"], HasDates: true),
        "not-after" or "latest" or "changes-on" => new("a date or `none`", [None], HasDates: true),
        "missing" => new(
            "a fact or a parameter of the schedule",
            [None, HoldCheck.RecordIdentifier, .. policy.Layout.Facts.Select(f => f.Name), .. schedule.SchedulesWithParents.SelectMany(s => s.Parameters).Select(p => p.Name)]),
        "holds" => new("one of the holds of the case", [None, .. policy.Policy.Holds.Holds.Select(h => h.Id)]),
        "blocks" => new("a code of what blocks an act", [None, .. Reasons.BlockingCodes]),
        "allowed" or "not-allowed" => new("an act of the schedule", [.. schedule.AllActs.Select(a => a.Name)]),
        "reasons" => new("the code of a reason", Reasons.Codes),
        _ => null,
    };
}
