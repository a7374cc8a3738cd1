using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>Turns what was found into a decision: holds and blocks bear on a due act only, and both are always listed (docs/language.md, 5.20 to 5.22).</summary>
internal sealed class DecisionBuilder(RetentionPolicy policy, FactLayout layout, DateOnly asOf)
{
    public DispositionDecision Build(string record, RecordFinding found)
    {
        ScheduleOutcome schedule = found.Schedule;
        Outcome outcome = schedule.Outcome;
        DispositionStatus status =
            !outcome.IsDue ? outcome.Status
            : found.Holds.Count > 0 ? DispositionStatus.Held
            : found.Blocks.Count > 0 ? DispositionStatus.Blocked
            : outcome.Status;
        return new DispositionDecision(policy, record, asOf, status)
        {
            Schedule = schedule.Source,
            Item = schedule.Item,
            Value = outcome.Value,
            Action = outcome.IsDue ? outcome.Action : null,
            Next = outcome.IsDue ? null : outcome.Action,
            Target = outcome.Target,
            Bounds = status == DispositionStatus.Permanent ? DateBounds.Unknown : outcome.Bounds,
            Latest = outcome.Latest,
            ChangesOn = FirstChange(found.ChangeDays),
            Missing = layout.InOrder([.. MissingIn(found).SelectMany(m => ToFindOut(m, found.Classification))]),
            Candidates = [.. schedule.Candidates.Select(i => i.Number)],
            Classification = found.Classification,
            Holds = [.. found.Holds.Select(h => h.Id)],
            Blocks = [.. found.Blocks.Select(b => b.Code).Distinct(StringComparer.Ordinal)],
            Reasons = [.. found.Classification.Reasons, .. schedule.Which, .. outcome.Reasons, .. found.Holds.Select(h => h.Reason), .. found.Blocks, .. found.Remarks, .. found.Faults],
            Authorities = schedule.Chosen is { Branch.Authorities.Count: > 0 } ? schedule.Chosen.Branch.Authorities : schedule.Item?.Authorities ?? [],
            Citations = schedule.Chosen is { Branch.Citations.Count: > 0 } ? schedule.Chosen.Branch.Citations : schedule.Item?.Citations ?? [],
            Timeline = outcome.Timeline,
        };
    }

    /// <summary>5.25: the first of the days on which anything can change that lies after the day of evaluation.</summary>
    public DateBound FirstChange(IEnumerable<DateBound> days) =>
        days.Where(d => d.IsFinite && d.Date > asOf).Aggregate(DateBound.PositiveInfinity, DateBound.Min);

    private static IEnumerable<string> MissingIn(RecordFinding found) =>
        [.. found.Schedule.Outcome.Missing, .. found.Holds.SelectMany(h => h.Missing), .. found.MissingForBlocks];

    /// <summary>13.3: a class that hangs on other facts is found out by finding out those.</summary>
    private static IReadOnlyList<string> ToFindOut(string missing, RecordClassification classification) =>
        missing == ClassificationScheme.FactName && classification.State == ClassificationState.MayBe ? classification.Missing : [missing];
}
