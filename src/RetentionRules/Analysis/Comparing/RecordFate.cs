using System.Globalization;
using RetentionRules.Calendars;

namespace RetentionRules.Analysis.Comparing;

/// <summary>What becomes of a record by a decision, apart from the day of evaluation and from who approved it.</summary>
internal static class RecordFate
{
    /// <summary>The value and every act with its days.</summary>
    public static string Of(DispositionDecision decision) => string.Join("; ",
    [
        Standing(decision),
        .. decision.Timeline.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Step.Action} [{t.Step.Target}] {t.Bounds} {t.Latest}")),
        .. decision.Reasons.Where(r => r.Code == "referred").Select(r => r.Text),
    ]);

    private static string Standing(DispositionDecision decision) => decision.Status switch
    {
        DispositionStatus.Unscheduled => "unscheduled",
        DispositionStatus.Conflict when decision.Item is null => "conflict",
        DispositionStatus.Conflict => "no day is left",
        _ => decision.Value.ToString(),
    };

    /// <summary>The days of the destruction; null where none is left to come.</summary>
    public static DateBounds? Destruction(DispositionDecision decision) =>
        decision.Timeline.LastOrDefault(t => t.Step.Action == DispositionAction.Destroy) is { } destroy ? destroy.Bounds : null;

    /// <summary>Whether a destruction is laid down whose day never comes: what it counts from never happens to the record.</summary>
    public static bool IsNeverDestroyed(DispositionDecision decision) => Destruction(decision) is { IsNever: true };
}
