using RetentionRules.Calendars;

namespace RetentionRules.Evaluation.Reference;

/// <summary>What an act comes to on a day, from the conflict of a window down to the due act (docs/language.md, 5.13, 5.14 and 5.22).</summary>
internal sealed class ActJudge(DateOnly asOf)
{
    public Outcome Judge(CurrentAct act, RecordValue value) => StatusOf(act.Value, act.Name) with
    {
        Value = value,
        Action = act.Action,
        Target = act.Target,
        Bounds = act.Value.Floor.Bounds,
        Latest = act.Value.Ceiling.Bounds.NotAfter,
        Current = act,
    };

    private Outcome StatusOf(StepValue act, string name)
    {
        Grounds grounds = act.Floor.Grounds;
        if (act.CeilingBeforeFloor)
            return Status(DispositionStatus.Conflict, Reasons.CeilingBeforeFloor(act.Step, Text(act.Floor.Bounds.NotBefore), Text(act.Ceiling.Bounds.NotAfter)));
        if (IsAwaiting(act))
            return Status(DispositionStatus.Awaiting, Reasons.AwaitsEvents(act.Step, grounds.Pending));
        if (act.State == StepState.NotDue) return OfActNotDue(act, name, grounds);
        if (act.State == StepState.Open) return OfOpenAct(act, name, grounds);
        if (act.CeilingMayPrecedeFloor)
        {
            string[] missing = [.. act.Ceiling.Grounds.Missing, .. act.Ceiling.Grounds.Pending];
            return Status(DispositionStatus.Undetermined, Reasons.CeilingMayPrecedeFloor(act.Step, missing)) with { Missing = missing };
        }

        DecisionReason due = Reasons.DueSince(act.Step, name, Text(act.Floor.Bounds.NotAfter));
        bool overdue = act.Ceiling.Bounds.NotAfter < DateBound.At(asOf);
        return overdue
            ? Status(DispositionStatus.Overdue, due, Reasons.OverdueSince(act.Step, Text(act.Ceiling.Bounds.NotAfter)))
            : Status(DispositionStatus.Eligible, due);
    }

    /// <summary>5.22: no end is in sight, and nothing but events that have not happened yet is the cause.</summary>
    private static bool IsAwaiting(StepValue act) =>
        act.State is StepState.NotDue or StepState.Open &&
        act.Floor.Bounds.NotAfter == DateBound.PositiveInfinity &&
        act.Floor.Grounds is { Missing: [], OpenCycles: [], Pending: not [] };

    private static Outcome OfActNotDue(StepValue act, string name, Grounds grounds)
    {
        DecisionReason reason = act.Floor.Bounds.IsNever
            ? Reasons.NeverDue(act.Step)
            : Reasons.NotDueBefore(act.Step, name, Text(act.Floor.Bounds.NotBefore));
        return Status(DispositionStatus.Retain, [reason, .. Doubts(act, grounds)]) with { Missing = grounds.Missing };
    }

    private static Outcome OfOpenAct(StepValue act, string name, Grounds grounds)
    {
        string[] missing = [.. grounds.Missing, .. grounds.Pending];
        DecisionReason[] hangs = missing.Length > 0 ? [Reasons.HangsOnMissing(act.Step, name, missing)] : [];
        return Status(DispositionStatus.Undetermined, [.. hangs, .. Doubts(act, grounds)]) with { Missing = missing };
    }

    private static IEnumerable<DecisionReason> Doubts(StepValue act, Grounds grounds)
    {
        if (grounds.OpenCycles.Count > 0) yield return Reasons.CycleListEnds(act.Step, grounds.OpenCycles);
        if (grounds.Rounding == RoundingDoubt.Stands) yield return Reasons.RoundingRefused(act.Step);
    }

    private static Outcome Status(DispositionStatus status, params IReadOnlyList<DecisionReason> reasons) =>
        new(status, RecordValue.Undecided) { Reasons = reasons };

    private static string Text(DateBound bound) => bound.ToString();
}
