using RetentionRules.Calendars;
using RetentionRules.Evaluation;

namespace RetentionRules.Compilation;

/// <summary>Makes the whole decision of what the compiled policy has come to: reasons, missing facts, timeline.</summary>
internal readonly struct CompiledDecision(RetentionPolicy policy, RecordFacts facts, DayPlan plan)
{
    public DispositionDecision Build(
        CompiledBranch? branch, in SequenceOutcome outcome, ReadOnlySpan<MomentSpan> lines, DispositionStatus status, CompiledHold[] holds, int nextChange, RecordClassification classification)
    {
        CompiledStep? act = outcome.Act == CompiledStep.None ? null : branch!.Sequence!.StepAt(outcome.Act);
        DecisionReason[] blocks = outcome.IsDue ? plan.Blocks(branch!, act!.Action) : [];
        (IReadOnlyList<string> missing, DecisionReason[] own) = Explain(branch, outcome, lines, act);
        return new DispositionDecision(policy, facts.Id, plan.AsOf, status)
        {
            Item = branch?.Item,
            Value = branch?.Value ?? RecordValue.Undecided,
            Action = outcome.IsDue ? act!.Action : null,
            Next = outcome.IsDue ? null : act?.Action,
            Target = act?.Step.Target ?? "",
            Bounds = status == DispositionStatus.Permanent ? DateBounds.Unknown : new DateBounds(DateBound.OfOrdinal(outcome.NotBefore), DateBound.OfOrdinal(outcome.NotAfter)),
            Latest = DateBound.OfOrdinal(outcome.Latest),
            ChangesOn = DateBound.OfOrdinal(nextChange),
            Missing = missing.Count == 0 ? [] : facts.Layout.InOrder(missing),
            Classification = classification,
            Holds = holds.Length == 0 ? [] : Array.ConvertAll(holds, h => h.Hold.Id),
            Blocks = blocks.Length == 0 ? [] : Array.ConvertAll(blocks, b => b.Code),
            Reasons = Joined(classification.Reasons, branch is null ? [Reasons.NoItemApplies()] : branch.Why, own, holds, blocks),
            Authorities = branch?.Authorities ?? [],
            Citations = branch?.Citations ?? [],
            Timeline = branch is null ? [] : Timeline(branch.Sequence!, lines),
        };
    }

    private DecisionReason[] Joined(IReadOnlyList<DecisionReason> ofClass, DecisionReason[] why, DecisionReason[] own, CompiledHold[] holds, DecisionReason[] blocks)
    {
        int faults = facts.HasFaults ? facts.Faults.Count : 0;
        DecisionReason[] all = new DecisionReason[ofClass.Count + why.Length + own.Length + holds.Length + blocks.Length + faults];
        int at = 0;
        for (int i = 0; i < ofClass.Count; i++) all[at++] = ofClass[i];
        foreach (DecisionReason reason in why) all[at++] = reason;
        foreach (DecisionReason reason in own) all[at++] = reason;
        foreach (CompiledHold hold in holds) all[at++] = hold.Reason;
        foreach (DecisionReason reason in blocks) all[at++] = reason;
        for (int i = 0; i < faults; i++) all[at++] = Reasons.DataFault(facts.Faults[i]);
        return all;
    }

    private TimelineEntry[] Timeline(CompiledSequence sequence, ReadOnlySpan<MomentSpan> lines)
    {
        TimelineEntry[] entries = new TimelineEntry[sequence.Steps.Count];
        for (int i = 0; i < entries.Length; i++)
        {
            CompiledStep step = sequence.StepAt(i);
            entries[i] = new TimelineEntry(step.Step, lines[step.Floor].Bounds, step.CeilingIn(lines).Bounds, CompiledSequence.StateOf(step, lines, facts, plan.Day));
        }

        return entries;
    }

    /// <summary>The missing facts, and the reasons of the act itself: what it comes to, what it assumes, what waits for it.</summary>
    private (IReadOnlyList<string> Missing, DecisionReason[] Reasons) Explain(CompiledBranch? branch, in SequenceOutcome outcome, ReadOnlySpan<MomentSpan> lines, CompiledStep? act)
    {
        if (branch is null) return ([], []);
        if (act is null) return ([], [outcome.Cause == OutcomeCause.KeptPermanently ? Reasons.KeptPermanently(branch.Sequence!.Model.Source) : Reasons.AllActsDone()]);
        CompiledSequence sequence = branch.Sequence!;
        GroundNames? names = outcome.NamesMissing || outcome.HasDoubts || outcome.Cause == OutcomeCause.AwaitsEvents ? NamesOf(sequence, lines, act.Floor) : null;
        IReadOnlyList<string> missing = MissingOf(sequence, outcome, lines, act, names);
        DecisionReason? waiting = outcome.Waiting == CompiledStep.None ? null : Reasons.WaitsForAct(sequence.StepAt(outcome.Waiting).Step, act.Step);
        if (outcome.Cause == OutcomeCause.Due && act.Assumption is null && waiting is null) return (missing, [DueSince(outcome, act)]);
        List<DecisionReason> reasons = OfCause(outcome, act, names, missing);
        if (outcome.HasDoubts) reasons.AddRange(Doubts(outcome, act, names!));
        if (act.Assumption is { } assumption) reasons.Add(assumption);
        if (waiting is not null) reasons.Add(waiting);
        return (missing, [.. reasons]);
    }

    private GroundNames NamesOf(CompiledSequence sequence, ReadOnlySpan<MomentSpan> lines, int line) => GroundNames.Of(sequence.Program, lines, facts, plan.Day, line);

    private IReadOnlyList<string> MissingOf(CompiledSequence sequence, in SequenceOutcome outcome, ReadOnlySpan<MomentSpan> lines, CompiledStep act, GroundNames? names)
    {
        if (!outcome.NamesMissing) return [];
        if (outcome.Cause == OutcomeCause.Open) return [.. names!.Missing, .. names.Pending];
        if (outcome.Cause != OutcomeCause.CeilingMayPrecedeFloor) return names!.Missing;
        GroundNames ofCeiling = NamesOf(sequence, lines, act.Ceiling);
        return [.. ofCeiling.Missing, .. ofCeiling.Pending];
    }

    private static DecisionReason DueSince(in SequenceOutcome outcome, CompiledStep act) => Reasons.DueSince(act.Step, act.Name, Text(outcome.NotAfter));

    private static List<DecisionReason> OfCause(in SequenceOutcome outcome, CompiledStep act, GroundNames? names, IReadOnlyList<string> missing) => outcome.Cause switch
    {
        OutcomeCause.CeilingBeforeFloor => [Reasons.CeilingBeforeFloor(act.Step, Text(outcome.NotBefore), Text(outcome.Latest))],
        OutcomeCause.AwaitsEvents => [Reasons.AwaitsEvents(act.Step, names!.Pending)],
        OutcomeCause.NeverDue => [Reasons.NeverDue(act.Step)],
        OutcomeCause.NotDueBefore => [Reasons.NotDueBefore(act.Step, act.Name, Text(outcome.NotBefore))],
        OutcomeCause.Open => missing.Count > 0 ? [Reasons.HangsOnMissing(act.Step, act.Name, missing)] : [],
        OutcomeCause.CeilingMayPrecedeFloor => [Reasons.CeilingMayPrecedeFloor(act.Step, missing)],
        OutcomeCause.Due => [DueSince(outcome, act)],
        OutcomeCause.Overdue => [DueSince(outcome, act), Reasons.OverdueSince(act.Step, Text(outcome.Latest))],
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private static IEnumerable<DecisionReason> Doubts(SequenceOutcome outcome, CompiledStep act, GroundNames names)
    {
        if (names.OpenCycles.Count > 0) yield return Reasons.CycleListEnds(act.Step, names.OpenCycles);
        if ((outcome.Grounds & SpanGrounds.NeedsRounding) != 0) yield return Reasons.RoundingRefused(act.Step);
    }

    private static string Text(int day) => DateBound.OfOrdinal(day).ToString();
}
