using RetentionRules.Schedules;

namespace RetentionRules.Descriptions;

/// <summary>What becomes of records, in English clauses that begin in lower case and have no full stop.</summary>
internal sealed class EnglishDispositions(ScheduleNames names, EnglishMoments moments, Wording wording)
{
    public IReadOnlyList<string> Clauses(DispositionInstruction instruction) => instruction switch
    {
        SameAsItem same => [$"as for item {same.ItemNumber}"],
        Referral { Question: "" } refer => [$"refer to {wording.Write(refer.To)} for a decision"],
        Referral refer => [$"refer to {wording.Write(refer.To)} for a decision on {wording.Quote(refer.Question)}"],
        StepSequence sequence => [.. Sequence(sequence)],
        _ => throw new ArgumentOutOfRangeException(nameof(instruction)),
    };

    private IEnumerable<string> Sequence(StepSequence sequence)
    {
        if (sequence.IsPermanent) yield return "retain permanently";
        for (int i = 0; i < sequence.Steps.Count; i++) yield return (i > 0 ? "then " : "") + Write(sequence.Steps[i]);
        if (sequence.Outcome is { } outcome)
            foreach (string clause in Outcome(sequence, outcome)) yield return clause;
    }

    private string Write(DispositionStep step)
    {
        string called = step.Name == Steps.DefaultName(step.Action) ? "" : $" (called {wording.Quote(ScheduleNames.Spaced(step.Name))})";
        return $"{Act(step)} {Write(step.Timing)}{called}{Write(step.Completion)}";
    }

    private string Act(DispositionStep step) => step switch
    {
        { Target: "" } => Verb(step.Action),
        { Action: DispositionAction.Destroy } => $"destroy by {wording.Write(step.Target)}",
        _ => $"{Verb(step.Action)} to {wording.Write(step.Target)}",
    };

    public static string Verb(DispositionAction action) => action switch
    {
        DispositionAction.CutOff => "cut off",
        DispositionAction.Destroy => "destroy",
        DispositionAction.Transfer => "transfer",
        DispositionAction.HandOver => "hand over",
        DispositionAction.Return => "return",
        DispositionAction.Move => "move",
        DispositionAction.Review => "review",
        DispositionAction.Appraise => "appraise",
        DispositionAction.Declassify => "declassify",
        DispositionAction.Open => "open to the public",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    private string Write(StepTiming timing) => timing switch
    {
        FromMoment from => moments.Worded(from.Moment),
        TimeWindow { Floor: AtOnce } window => $"at any time, but no later than {moments.Limit(window.Ceiling)}",
        TimeWindow window => $"no sooner than {moments.Limit(window.Floor)} and no later than {moments.Limit(window.Ceiling)}",
        Recurring recurring => $"every {EnglishPeriods.Write(recurring.Every, wording)} after {moments.Noun(Steps.StartOf(recurring))}, {Write(recurring.End)}",
        _ => throw new ArgumentOutOfRangeException(nameof(timing)),
    };

    private string Write(RecurrenceEnd end) => end switch
    {
        ForEver => "without end",
        UntilMoment until => "until " + moments.Limit(until.Moment),
        _ => throw new ArgumentOutOfRangeException(nameof(end)),
    };

    /// <summary>A fact that the schedule declares for the doing says more than that the act was done.</summary>
    private string Write(StepCompletion completion) => completion switch
    {
        ComputedCompletion => "",
        RecordedCompletion recorded => Recorded(recorded.Fact),
        _ => throw new ArgumentOutOfRangeException(nameof(completion)),
    };

    private string Recorded(FactDefinition fact) => ScheduleNames.IsDeclared(fact) ? $" (done {moments.Upon(fact)})" : "";

    private IEnumerable<string> Outcome(StepSequence sequence, AppraisalOutcome outcome)
    {
        DispositionAction action = sequence.Steps[^1].Action;
        IReadOnlyList<string> possible = outcome.Decision.Type is EnumerationType type ? type.Values : AppraisalOutcome.Values;
        string[] ways = [.. AppraisalOutcome.Values.Where(possible.Contains).Where(v => !sequence.IsPermanent || v != AppraisalOutcome.Destroy).Select(v => Way(v, action, outcome))];
        string recorded = ScheduleNames.IsDeclared(outcome.Decision) ? $" (recorded as {names.Of(outcome.Decision)})" : "";
        yield return $"then do as the {DecisionOf(action)} decides{recorded}: {EnglishWording.List(ways, "or")}";
        if (sequence.IsPermanent && possible.Contains(AppraisalOutcome.Destroy))
            yield return "a decision to destroy contradicts permanent retention and is not carried out";
    }

    /// <summary>What a step is called where it decides.</summary>
    public static string DecisionOf(DispositionAction action) => action == DispositionAction.Appraise ? "appraisal" : "review";

    private string Way(string value, DispositionAction action, AppraisalOutcome outcome) => value switch
    {
        AppraisalOutcome.Destroy => "destroy" + Recorded(outcome.Destroyed),
        AppraisalOutcome.Permanent => "retain permanently",
        AppraisalOutcome.Extend => $"{Verb(action)} again on the day that it sets",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
