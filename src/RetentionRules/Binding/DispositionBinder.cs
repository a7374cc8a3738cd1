using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Language;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>Binds the acts of a disposition, their times and the facts that record that they were done.</summary>
internal sealed class DispositionBinder(FactScope scope, IMomentNames names, LanguageText text)
{
    /// <summary>Null where anything in it was reported.</summary>
    public DispositionInstruction? Bind(DispositionSyntax syntax) => syntax switch
    {
        AsItemSyntax item => new SameAsItem(At(item), SyntaxPrinter.Print(item), item.Item.Value),
        ReferSyntax { To: var to } when string.IsNullOrWhiteSpace(to.Value) => BlankReferral(to),
        ReferSyntax refer => new Referral(At(refer), SyntaxPrinter.Print(refer), refer.To.Value, refer.Question.Value),
        StepsSyntax steps => BindSteps(steps),
        _ => throw new ArgumentOutOfRangeException(nameof(syntax)),
    };

    private SourceReference At(SyntaxNode node) => text.Reference(node.Span);

    private DispositionInstruction? BlankReferral(TextSyntax to)
    {
        text.Report(to.Span, BindingDiagnostics.BadText, "the text between the quotes is blank");
        return null;
    }

    private StepSequence? BindSteps(StepsSyntax syntax)
    {
        StepSyntax[] written = [.. syntax.Segments.OfType<StepSyntax>()];
        List<string> earlier = [];
        List<DispositionStep> steps = [];
        foreach (StepSyntax step in written)
        {
            StepTiming? timing = BindTiming(step, new MomentBinder(scope, names, text, [.. earlier]));
            string name = NameOf(step);
            CheckLabel(step.Label);
            CheckTarget(step);
            StepCompletion completion = BindCompletion(step, name);
            if (timing is not null)
                steps.Add(new DispositionStep(At(step), SyntaxPrinter.Print(step), name, ActionOf(step.Action), step.Target.Value, timing, completion));
            earlier.Add(name);
        }

        if (steps.Count != written.Length) return null;
        AppraisalOutcome? outcome = syntax.Segments[^1] is AsDecidedSyntax ? scope.Outcome(steps[^1].Name, steps[^1].Source) : null;
        bool permanent = syntax.Segments[0] is PermanentSyntax;
        return new StepSequence(At(syntax), SyntaxPrinter.Print(syntax), permanent, steps, outcome);
    }

    /// <summary>
    /// A step with the name of a fact would be taken as done when that fact happened, which is something else; a fact
    /// that records the step says so by <c>completes</c>.
    /// </summary>
    private void CheckLabel(NameSyntax label)
    {
        if (label.Text.Length == 0) return;
        if (!Words.IsName(label.Text)) text.Report(label.Span, BindingDiagnostics.NotAName, label.Text);
        string? taken = scope.IsDeclared(label.Text) || scope.IsRelatedRecord(label.Text) ? "fact"
            : scope.Parameters.Any(p => p.Name == label.Text) ? "parameter"
            : names.IsDefined(label.Text) ? "moment"
            : null;
        if (taken is not null) text.Report(label.Span, BindingDiagnostics.NameTaken, label.Text, taken);
    }

    private void CheckTarget(StepSyntax step)
    {
        bool named = step.Target.Span.Length > 0;
        if (named && string.IsNullOrWhiteSpace(step.Target.Value))
            text.Report(step.Target.Span, BindingDiagnostics.BadText, "the text between the quotes is blank");
    }

    /// <summary>The name by which later steps count from it: its own, or its action's.</summary>
    public static string NameOf(StepSyntax step) => step.Label.Text.Length > 0 ? step.Label.Text : Words.StepNames[step.Action];

    /// <summary>
    /// A cutoff is computed unless the schedule declares a fact that records it; every other act is recorded, by the
    /// declared fact or by one with the name of the step.
    /// </summary>
    private StepCompletion BindCompletion(StepSyntax step, string name)
    {
        if (step.Action != ActionWord.CutOff) return new RecordedCompletion(scope.Completion(name, At(step)));
        return scope.DeclaredCompletion(name) is { } declared ? new RecordedCompletion(declared) : new ComputedCompletion();
    }

    /// <summary>The names of the steps for whose doing a later one waits; moving a record holds nothing up.</summary>
    public static IEnumerable<string> AwaitedSteps(DispositionSyntax syntax) => syntax is StepsSyntax steps
        ? steps.Segments.SkipLast(1).OfType<StepSyntax>().Where(s => s.Action != ActionWord.Move).Select(NameOf)
        : [];

    private StepTiming? BindTiming(StepSyntax step, MomentBinder moments)
    {
        switch (step.Timing)
        {
            case AtMomentSyntax at:
                return moments.Bind(at.Moment) is { } moment ? new FromMoment(moment) : null;
            case WindowSyntax window:
                (Moment? floor, Moment? ceiling) = (moments.Bind(window.Floor), moments.Bind(window.Ceiling));
                return floor is not null && ceiling is not null ? new TimeWindow(floor, ceiling) : null;
            case RecurringSyntax recurring:
                return BindRecurring(recurring, moments);
            default:
                throw new ArgumentOutOfRangeException(nameof(step));
        }
    }

    private Recurring? BindRecurring(RecurringSyntax syntax, MomentBinder moments)
    {
        PeriodAmount? every = moments.BindAmount(syntax.Every);
        Moment? first = syntax.From.Moments is [var from]
            ? BindFirst(syntax, every, moments.Bind(from))
            : moments.BindAssumed(syntax.Every, syntax);
        RecurrenceEnd? end = syntax.Until.Moments is [var until]
            ? moments.Bind(until) is { } bound ? new UntilMoment(bound) : null
            : new ForEver();
        return every is not null && first is not null && end is not null ? new Recurring(every, first, end) : null;
    }

    private PeriodAfter? BindFirst(RecurringSyntax syntax, PeriodAmount? every, Moment? from) =>
        every is not null && from is not null ? new PeriodAfter(At(syntax), every, from) : null;

    private static DispositionAction ActionOf(ActionWord word) => word switch
    {
        ActionWord.CutOff => DispositionAction.CutOff,
        ActionWord.Destroy => DispositionAction.Destroy,
        ActionWord.Transfer => DispositionAction.Transfer,
        ActionWord.HandOver => DispositionAction.HandOver,
        ActionWord.Return => DispositionAction.Return,
        ActionWord.Move => DispositionAction.Move,
        ActionWord.Review => DispositionAction.Review,
        ActionWord.Appraise => DispositionAction.Appraise,
        ActionWord.Declassify => DispositionAction.Declassify,
        ActionWord.Open => DispositionAction.Open,
        _ => throw new ArgumentOutOfRangeException(nameof(word)),
    };
}
