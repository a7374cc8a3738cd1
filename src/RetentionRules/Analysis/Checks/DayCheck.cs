using RetentionRules.Analysis.Days;
using RetentionRules.Analysis.Logic;
using RetentionRules.Calendars;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Checks;

/// <summary>Whether the days of each case of each item can be kept: windows that can close before they open, acts that are never reached, rounding.</summary>
internal sealed class DayCheck(AnalysisContext context)
{
    private const string WindowQuestion = "no last day falls before the first";
    private const string ReachQuestion = "every act can be reached";
    public const string RoundingQuestion = "no day depends on how it is rounded";
    private const string ParentQuestion = "no period is shorter than the parent's";

    /// <summary>Examples of periods that end on a day that does not exist.</summary>
    private const int MostRoundings = 5;

    /// <summary>When earlier steps were done, where only that they were matters.</summary>
    private static readonly DateOnly longAgo = new(1990, 1, 31);

    private int _shown;
    private readonly DayTrials _trials = new(context);
    private readonly DayOrder _order = new(context.Evaluators.Policy, context.Schedule.Rounding, context.Evaluators.Layout);
    private readonly Dictionary<string, DateOnly?> _rounds = new(StringComparer.Ordinal);

    private RetentionPolicy Policy => context.Evaluators.Policy;

    public void Run()
    {
        for (int item = 0; item < context.Schedule.Items.Count; item++)
        {
            ScheduleItem subject = context.Schedule.Items[item];
            AnalysisEffort effort = context.Effort();
            DecidedCase[]? cases = null;
            context.Results.Ask(ReachQuestion, context.Place(subject.Source), $"item `{subject.Number}`", () =>
            {
                DecidedCase[] found = [.. _trials.Cases(item, effort)];
                cases = found;
                return found.Aggregate(ProofVerdict.Proved, (worst, c) => LookForUnreached(c, effort) == ProofVerdict.Refuted ? ProofVerdict.Refuted : worst);
            });
            // Without its cases nothing can be asked of their days; that stays open, and is not passed over.
            if (cases is null) foreach (string question in (string[])[WindowQuestion, RoundingQuestion]) context.Results.Answer(question, ProofVerdict.NotSettled);
            else foreach (DecidedCase decided in cases) Check(decided);
        }
    }

    private void Check(DecidedCase decided)
    {
        AnalysisPlace place = context.Place(decided.Branch.Instruction.Source);
        string subject = $"item `{decided.Item.Number}`";
        RetentionLimit[] limits = [.. Policy.LimitsOn(context.Schedule).Where(l => IsMet(l, decided))];
        if (HasCeiling(decided, limits)) context.Results.Ask(WindowQuestion, place, subject, () => LookAtWindows(decided, limits, place));
        foreach (DispositionStep step in decided.Sequence.Steps) LookForRounding(decided, step);
        if (ParentOf(decided.Item) is { } parent) context.Results.Ask(ParentQuestion, place, subject, () => LookAtParent(decided, parent, place));
    }

    /// <summary>Whether a limit can bear on the records of a case; where that costs too much, it is taken to.</summary>
    private bool IsMet(RetentionLimit limit, DecidedCase decided)
    {
        try
        {
            return context.Search.Find([.. decided.All, context.Pool.Add(limit.When)], decided.None, context.Effort()).Kind != SearchKind.None;
        }
        catch (EffortSpentException)
        {
            return true;
        }
    }

    private static bool HasCeiling(DecidedCase decided, RetentionLimit[] limits) =>
        decided.Sequence.Steps.Any(s => HasCeiling(s, limits)) ||
        (decided.Sequence.IsPermanent && limits.Any(l => l.NotAfter is not null && l.Action == DispositionAction.Destroy));

    private static bool HasCeiling(DispositionStep step, RetentionLimit[] limits) => step.Timing is TimeWindow || limits.Any(l => l.NotAfter is not null && l.Action == step.Action);

    private ProofVerdict LookAtWindows(DecidedCase decided, RetentionLimit[] limits, AnalysisPlace place)
    {
        AnalysisEffort effort = context.Effort();
        _order.Shut.Clear();
        bool mayEndKeeping = decided.Sequence.IsPermanent && limits.Any(l => l.NotAfter is not null && l.Action == DispositionAction.Destroy);
        if (!mayEndKeeping && decided.Sequence.Steps.All(s => IsOrdered(s, limits, decided.Item, effort))) return ProofVerdict.Proved;
        bool Shows(DispositionDecision d) => d.Status == DispositionStatus.Conflict && d.Item == decided.Item;
        foreach (IReadOnlyDictionary<int, FactValue> record in RecordsWithWindows(decided, limits, effort))
        {
            if (!Shows(context.Evaluators.Decide(record))) continue;
            IReadOnlyDictionary<int, FactValue> least = context.Evaluators.Least(record, Shows);
            WitnessRecord witness = context.Evaluators.Confirm(least, Shows, WindowQuestion);
            TimelineEntry? shut = context.Evaluators.Decide(least).Timeline.FirstOrDefault(t => t.Latest.NotAfter < t.Bounds.NotBefore);
            object[] days = shut is { } s ? [s.Step.Name, decided.Item.Number, s.Latest.NotAfter, s.Bounds.NotBefore] : ["permanent", decided.Item.Number, "a day that a limit sets", "never"];
            context.Results.Add(new AnalysisFinding(AnalysisDiagnostics.CeilingBeforeFloor, place, days) { Witness = witness, Items = [decided.Item.Number] });
            return ProofVerdict.Refuted;
        }

        return NotSettled(WindowQuestion, place, decided.Item);
    }

    /// <summary>
    /// Records with days on which a window may close too early. Of a step behind others, also such for which those are recorded as
    /// done: before that nobody looks at its window.
    /// </summary>
    private IEnumerable<IReadOnlyDictionary<int, FactValue>> RecordsWithWindows(DecidedCase decided, RetentionLimit[] limits, AnalysisEffort effort)
    {
        IReadOnlyList<DispositionStep> steps = decided.Sequence.Steps;
        FactDefinition[] limiting = [.. limits.SelectMany(l => ((Moment?[])[l.NotBefore, l.NotAfter]).OfType<Moment>()).SelectMany(MomentFacts.Of)];
        for (int place = 0; place < steps.Count; place++)
        {
            FactDefinition[] done = [.. steps.Take(place).Select(s => s.Completion).OfType<RecordedCompletion>().Select(c => c.Fact)];
            if (place > 0 && (done.Length == 0 || !HasCeiling(steps[place], limits))) continue;
            Dictionary<int, FactValue> behind = decided.Record.ToDictionary();
            foreach (FactDefinition fact in done) behind[context.Evaluators.Layout.PlaceOf(fact.Name)] = FactValue.Date(longAgo);
            foreach ((FactDefinition fact, FactValue day) in _order.Shut) yield return new Dictionary<int, FactValue>(behind) { [context.Evaluators.Layout.PlaceOf(fact.Name)] = day };
            foreach (IReadOnlyDictionary<int, FactValue> record in _trials.WithDays(decided with { Record = behind }, [.. FactsOf(steps[place]).Except(done), .. limiting], effort)) yield return record;
            if (done.Length > 0)
                foreach (IReadOnlyDictionary<int, FactValue> record in _trials.WithDays(decided with { Record = behind }, [.. done, .. FactsOf(steps[place])], effort)) yield return record;
        }

        foreach (IReadOnlyDictionary<int, FactValue> record in _trials.WithDays(decided, [.. steps.SelectMany(FactsOf), .. limiting], effort)) yield return record;
    }

    private static IEnumerable<FactDefinition> FactsOf(DispositionStep step) => MomentParts.Of(step.Timing).SelectMany(MomentFacts.Of);

    /// <summary>Each first day never after each last day: of the step itself, and of laws that limit its act.</summary>
    private bool IsOrdered(DispositionStep step, RetentionLimit[] limits, ScheduleItem item, AnalysisEffort effort)
    {
        RetentionLimit[] own = [.. limits.Where(l => l.Action == step.Action)];
        Moment[] last = [.. own.Select(l => l.NotAfter).OfType<Moment>(), .. step.Timing is TimeWindow window ? [window.Ceiling] : (Moment[])[]];
        Moment[] first = [.. own.Select(l => l.NotBefore).OfType<Moment>(), MomentParts.FloorOf(step)];
        if (last.Length == 0) return true;
        // The parent's minimum is another first day, by another calendar.
        if (step.Action == DispositionAction.Destroy && ParentOf(item) is not null) return false;
        return first.All(f => last.All(l => _order.IsNeverAfter(f, Side.Floor, l, Side.Ceiling, effort)));
    }

    private ProofVerdict NotSettled(string question, AnalysisPlace place, ScheduleItem item)
    {
        context.Results.Add(new AnalysisFinding(AnalysisDiagnostics.NotSettledDays, place, question, $"item `{item.Number}`") { Items = [item.Number] });
        return ProofVerdict.NotSettled;
    }

    private ProofVerdict LookForUnreached(DecidedCase decided, AnalysisEffort effort)
    {
        IReadOnlyList<DispositionStep> steps = decided.Sequence.Steps;
        RecordFacts known = NeverFacts(decided, effort);
        IReadOnlyList<StepValue> values = new TimelineEvaluator(Policy, context.Schedule.Rounding, known, context.Options.AsOf).Evaluate(decided.Sequence);
        for (int i = 0; i < steps.Count; i++)
        {
            DispositionStep? endless = steps.Take(i).FirstOrDefault(s => s.Timing is Recurring { End: ForEver } && s.Action != DispositionAction.Move);
            string? why = endless is not null ? $"`{endless.Text}` before it never ends" : values[i].Floor.Bounds.IsNever ? "what it counts from never comes in these records" : null;
            if (why is null) continue;
            context.Results.Add(new AnalysisFinding(AnalysisDiagnostics.StepNeverReached, context.Place(steps[i].Source), steps[i].Text, decided.Item.Number, why) { Items = [decided.Item.Number] });
            return ProofVerdict.Refuted;
        }

        return ProofVerdict.Proved;
    }

    /// <summary>The facts of which the conditions say that there never is one; nothing is known of the others.</summary>
    private RecordFacts NeverFacts(DecidedCase decided, AnalysisEffort effort)
    {
        RecordFacts known = new(context.Evaluators.Layout);
        HashSet<int> asked = [.. decided.All.SelectMany(context.Solver.AxesOf)];
        foreach (FactDefinition fact in decided.Sequence.Steps.SelectMany(FactsOf).DistinctBy(f => f.Name))
        {
            int place = context.Evaluators.Layout.PlaceOf(fact.Name);
            if (!asked.Contains(place)) continue;
            int never = context.Pool.Question(place, Compilation.ClassSet.Range(context.Pool.Axes[place].Never, context.Pool.Axes[place].Never));
            if (context.Search.Find(decided.All, [.. decided.None, never], effort).Kind == SearchKind.None) known.Set(fact.Name, FactValue.Never);
        }

        return known;
    }

    private void LookForRounding(DecidedCase decided, DispositionStep step)
    {
        foreach ((Moment moment, Side side) in Sides(step.Timing))
            foreach (PeriodAfter period in MomentParts.All(moment).OfType<PeriodAfter>().Where(p => p.Amount is not StatedPeriod { Period.TotalMonths: 0 } && !MomentFacts.CountsFromStep(p)))
                LookForRounding(decided, step, period, side);
    }

    private static IEnumerable<(Moment Moment, Side Side)> Sides(StepTiming timing) =>
        MomentParts.Of(timing).Select((moment, place) => (moment, timing is TimeWindow && place == 1 ? Side.Ceiling : Side.Floor));

    private void LookForRounding(DecidedCase decided, DispositionStep step, PeriodAfter period, Side side)
    {
        string form = period.ToString()!;
        if (!_rounds.TryGetValue(form, out DateOnly? day)) _rounds.Add(form, day = RoundingDays.Find(Policy, context.Evaluators.Layout, period));
        context.Results.Answer(RoundingQuestion, day is null ? ProofVerdict.Proved : ProofVerdict.Refuted);
        // Of what is mostly meant, and needs no mending, a few examples say enough; all are counted.
        if (day is { } found && _shown < MostRoundings && ReportRounding(decided, step, period, side, found)) _shown++;
    }

    private bool ReportRounding(DecidedCase decided, DispositionStep step, PeriodAfter period, Side side, DateOnly day)
    {
        bool IsKnown(TimelineEntry t) => t.Step == step && (side == Side.Ceiling ? t.Latest.NotAfter.IsFinite : t.Bounds.NotBefore.IsFinite && t.Bounds.NotAfter.IsFinite);
        bool Shows(DispositionDecision d) => d.Item == decided.Item && d.Timeline.Any(IsKnown);
        Dictionary<int, FactValue> record = decided.Record.ToDictionary();
        foreach (FactDefinition fact in MomentFacts.Of(period).Where(f => f.IsDated)) record[context.Evaluators.Layout.PlaceOf(fact.Name)] = FactValue.Date(day);
        // A condition may exclude the day, or a later part of the moment wait for something else: then there is nothing to show.
        if (!Shows(context.Evaluators.Decide(record))) return false;
        IReadOnlyDictionary<int, FactValue> least = context.Evaluators.Least(record, Shows);
        WitnessRecord witness = context.Evaluators.Confirm(least, Shows, RoundingQuestion);
        DateBounds bounds = new MomentEvaluator(Policy, context.Schedule.Rounding, context.Evaluators.FactsOf(least), context.Options.AsOf, []).Evaluate(period, side).Bounds;
        string rounding = context.Schedule.Rounding.ToString().ToLowerInvariant() + (side == Side.Ceiling ? ", as a last day," : "");
        context.Results.Add(new AnalysisFinding(
            AnalysisDiagnostics.RoundingMatters, context.Place(period.Source), period.ToString()!, decided.Item.Number, DateBound.At(day), rounding, bounds.IsExact ? bounds.NotBefore.ToString() : bounds.ToString())
        {
            Witness = witness,
            Items = [decided.Item.Number],
        });
        return true;
    }

    private ScheduleItem? ParentOf(ScheduleItem item) =>
        context.Schedule.Implements is { Schedule: var parent } && item.Implements.Length > 0 && parent[item.Implements] is { AllowsShorterRetention: false } minimum ? minimum : null;

    private ProofVerdict LookAtParent(DecidedCase decided, ScheduleItem parent, AnalysisPlace place)
    {
        if (decided.Sequence.IsPermanent || decided.Sequence.Steps is not [.., { Action: DispositionAction.Destroy } last]) return ProofVerdict.Proved;
        AnalysisEffort effort = context.Effort();
        if (IsProvedLongEnough(last, parent, effort)) return ProofVerdict.Proved;
        IEnumerable<FactDefinition> facts = decided.Sequence.Steps.Concat(SequencesOf(parent).SelectMany(s => s.Steps)).SelectMany(FactsOf);
        MomentValue Own(RecordFacts f) => new TimelineEvaluator(Policy, context.Schedule.Rounding, f, context.Options.AsOf).Evaluate(decided.Sequence)[^1].Floor;
        bool Shows(RecordFacts f, DispositionDecision d) => d.Item == decided.Item && d.Timeline is [.., { Bounds: var bounds }] && bounds.NotBefore > Own(f).Bounds.NotAfter;
        foreach (IReadOnlyDictionary<int, FactValue> record in _trials.WithDays(decided, facts, effort))
        {
            if (!Shows(context.Evaluators.FactsOf(record), context.Evaluators.Decide(record))) continue;
            IReadOnlyDictionary<int, FactValue> least = context.Evaluators.Least(record, Shows);
            WitnessRecord witness = context.Evaluators.Confirm(least, Shows, ParentQuestion);
            DateBound own = Own(context.Evaluators.FactsOf(least)).Bounds.NotAfter;
            context.Results.Add(new AnalysisFinding(
                AnalysisDiagnostics.ShorterThanParent, place, decided.Item.Number, own, parent.Number, context.Schedule.Implements!.Schedule.Id, context.Evaluators.Decide(least).Timeline[^1].Bounds.NotBefore)
            {
                Witness = witness,
                Items = [decided.Item.Number],
            });
            return ProofVerdict.Refuted;
        }

        return NotSettled(ParentQuestion, place, decided.Item);
    }

    private static IEnumerable<StepSequence> SequencesOf(ScheduleItem item) => item.Cases.Select(c => c.Instruction).OfType<StepSequence>();

    private bool IsProvedLongEnough(DispositionStep last, ScheduleItem parent, AnalysisEffort effort)
    {
        RetentionSchedule schedule = context.Schedule.Implements!.Schedule;
        bool isAlike = schedule.Rounding == context.Schedule.Rounding && schedule.Implements is null && parent.Cases.All(c => c.Instruction is StepSequence { IsPermanent: false, Steps.Count: > 0 });
        return isAlike && SequencesOf(parent).All(s => _order.IsNeverAfter(MomentParts.FloorOf(s.Steps[^1]), Side.Floor, MomentParts.FloorOf(last), Side.Floor, effort));
    }
}
