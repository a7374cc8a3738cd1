using RetentionRules.Diagnostics.Catalogue;

namespace RetentionRules.Syntax.Language;

/// <summary>
/// Finds what the grammar understands and the language refuses because it can be read in two ways, or contradicts
/// itself. Each fault shows the readings as text that can be typed.
/// </summary>
internal static class Refusals
{
    public static IEnumerable<LanguageFault> InCondition(ConditionSyntax condition) => condition switch
    {
        LogicSyntax logic => [.. logic.IsMixed ? [Mixed(logic)] : Array.Empty<LanguageFault>(), .. logic.Operands.SelectMany(InCondition)],
        NotSyntax not => InCondition(not.Operand),
        _ => [],
    };

    private static LanguageFault Mixed(LogicSyntax logic) => new(logic.Span, LanguageDiagnostics.AndWithOr, [])
    {
        Readings =
        [
            new Reading("either", SyntaxPrinter.Print(Group(logic, LogicWord.And))),
            new Reading("or", SyntaxPrinter.Print(Group(logic, LogicWord.Or))),
        ],
    };

    /// <summary>The reading in which one of the two words binds more tightly.</summary>
    private static LogicSyntax Group(LogicSyntax logic, LogicWord tight)
    {
        List<List<ConditionSyntax>> groups = [[logic.Operands[0]]];
        for (int i = 0; i < logic.Words.Count; i++)
        {
            if (logic.Words[i] == tight) groups[^1].Add(logic.Operands[i + 1]);
            else groups.Add([logic.Operands[i + 1]]);
        }

        LogicWord loose = tight == LogicWord.And ? LogicWord.Or : LogicWord.And;
        return Join([.. groups.Select(g => g.Count == 1 ? g[0] : Join(g, tight))], loose);
    }

    private static LogicSyntax Join(IReadOnlyList<ConditionSyntax> operands, LogicWord word) =>
        new(operands, [.. Enumerable.Repeat(word, operands.Count - 1)]);

    public static IEnumerable<LanguageFault> InMoment(MomentSyntax moment) => InMoment(moment, text => text);

    /// <param name="moment">Where to look.</param>
    /// <param name="inContext">Puts a reading of the whole moment into the text around it.</param>
    private static IEnumerable<LanguageFault> InMoment(MomentSyntax moment, Func<string, string> inContext) => moment switch
    {
        AlternativesMomentSyntax a => [.. Ambiguity(a, inContext), .. a.Alternatives.SelectMany(x => InMoment(x.Moment, text => text))],
        FallbackMomentSyntax f => [.. InMoment(f.Main, text => text), .. InMoment(f.Fallback, text => text)],
        ExtremeMomentSyntax e => e.Moments.SelectMany(m => InMoment(m, text => text)),
        AfterMomentSyntax a => InMoment(a.Base, text => inContext($"{SyntaxPrinter.Print(a.Amount)} after {InParentheses(text)}")),
        CycleMomentSyntax c => InMoment(c.Base, text => text),
        _ => [],
    };

    /// <summary>A list has parentheses already.</summary>
    private static string InParentheses(string text) => text.EndsWith(')') ? text : $"({text})";

    private static IEnumerable<LanguageFault> Ambiguity(AlternativesMomentSyntax choice, Func<string, string> inContext)
    {
        bool complete = choice.Alternatives.All(a => a.IsComplete);
        if (choice.Alternatives.Count == 1)
        {
            yield return new LanguageFault(choice.Span, LanguageDiagnostics.WhicheverOfOne, []);
            yield break;
        }

        if (complete && choice.Whichever != WhicheverWord.NotSaid && choice.Joint == LogicWord.Or) yield break;
        yield return new LanguageFault(choice.Span, LanguageDiagnostics.AmbiguousAlternatives, [choice.Joint == LogicWord.And ? "and" : "or"])
        {
            Readings = [.. Readings(choice).Select(r => r with { Text = inContext(r.Text) })],
        };
    }

    private static IEnumerable<Reading> Readings(AlternativesMomentSyntax choice)
    {
        MomentSyntax[] asWritten = [.. choice.Alternatives.Select(a => a.Moment)];
        MomentSyntax[]? shared = WithSharedPeriod(choice);
        foreach (ExtremeWord extreme in Extremes(choice))
        {
            string word = extreme == ExtremeWord.Earliest ? "whichever comes first" : "whichever comes last";
            if (shared is not null) yield return new Reading(word + ", the period on each", Print(new ExtremeMomentSyntax(extreme, shared)));
            string suffix = shared is null ? "" : ", the period on the first only";
            yield return new Reading(word + suffix, Print(new ExtremeMomentSyntax(extreme, asWritten)));
        }

        if (Extremes(choice).Contains(ExtremeWord.Latest) && WithAny(shared ?? asWritten) is { } happened)
            yield return new Reading("whichever comes last, of those that happen at all", Print(new ExtremeMomentSyntax(ExtremeWord.Latest, happened)));
        bool onlyIfNever = choice is { Whichever: WhicheverWord.NotSaid, Joint: LogicWord.Or, Alternatives.Count: 2 };
        if (onlyIfNever)
            yield return new Reading("the second only if the first never happens", Print(new FallbackMomentSyntax(asWritten[0], (shared ?? asWritten)[1])));
    }

    /// <summary>The moments with <c>any</c> before their events, where each counts from a bare event.</summary>
    private static MomentSyntax[]? WithAny(MomentSyntax[] moments)
    {
        MomentSyntax?[] marked = [.. moments.Select(m => m switch
        {
            NameMomentSyntax name => (MomentSyntax)new AnyMomentSyntax(name.Name),
            AfterMomentSyntax { Base: NameMomentSyntax name } after => after with { Base = new AnyMomentSyntax(name.Name) },
            _ => null,
        })];
        return marked.Any(m => m is null) ? null : [.. marked.OfType<MomentSyntax>()];
    }

    private static ExtremeWord[] Extremes(AlternativesMomentSyntax choice) => choice.Whichever switch
    {
        WhicheverWord.Earlier => [ExtremeWord.Earliest],
        WhicheverWord.Later => [ExtremeWord.Latest],
        WhicheverWord.NotSaid when choice.Joint == LogicWord.And => [ExtremeWord.Latest, ExtremeWord.Earliest],
        _ => [ExtremeWord.Earliest, ExtremeWord.Latest],
    };

    /// <summary>The moments with the first one's period on every bare name, where there is a period and a bare name.</summary>
    private static MomentSyntax[]? WithSharedPeriod(AlternativesMomentSyntax choice)
    {
        if (choice.Alternatives[0].Moment is not AfterMomentSyntax first || choice.Alternatives.All(a => a.IsComplete)) return null;
        return [.. choice.Alternatives.Select(a => a.IsComplete ? a.Moment : new AfterMomentSyntax(first.Amount, a.Moment))];
    }

    private static string Print(MomentSyntax moment) => SyntaxPrinter.Print(new AtMomentSyntax(moment));

    public static IEnumerable<LanguageFault> InDisposition(DispositionSyntax disposition) =>
        disposition is StepsSyntax steps ? InSteps(steps) : [];

    private static IEnumerable<LanguageFault> InSteps(StepsSyntax steps)
    {
        bool permanent = steps.Segments.Any(s => s is PermanentSyntax);
        HashSet<string> names = new(StringComparer.Ordinal);
        if (!permanent && steps.Segments.All(s => s is StepSyntax { Action: ActionWord.CutOff }))
            yield return new LanguageFault(steps.Span, LanguageDiagnostics.NothingToDo, []);
        for (int i = 0; i < steps.Segments.Count; i++)
        {
            bool last = i == steps.Segments.Count - 1;
            SegmentSyntax segment = steps.Segments[i];
            if (segment is PermanentSyntax && i > 0)
                yield return new LanguageFault(segment.Span, LanguageDiagnostics.PermanentNotFirst, []);
            if (segment is AsDecidedSyntax && !(last && i > 0 && IsAppraisal(steps.Segments[i - 1])))
                yield return new LanguageFault(segment.Span, LanguageDiagnostics.AsDecidedWithoutDecision, []);
            if (segment is not StepSyntax step) continue;
            if (step.Action == ActionWord.Destroy && permanent)
                yield return new LanguageFault(step.Span, LanguageDiagnostics.PermanentAndDestroy, []);
            if (step.Action == ActionWord.Destroy && !last)
                yield return new LanguageFault(step.Span, LanguageDiagnostics.DestroyNotLast, []);
            string name = step.Label.Text.Length > 0 ? step.Label.Text : Words.StepNames[step.Action];
            if (!names.Add(name)) yield return new LanguageFault(step.Span, LanguageDiagnostics.StepsWithOneName, [name]);
            if (step.Timing is RecurringSyntax && !IsAppraisal(step))
                yield return new LanguageFault(step.Timing.Span, LanguageDiagnostics.CannotRecur, [SyntaxPrinter.PrintAct(step)]);
            foreach (LanguageFault fault in InTiming(step)) yield return fault;
        }
    }

    private static bool IsAppraisal(SegmentSyntax segment) => segment is StepSyntax { Action: ActionWord.Appraise or ActionWord.Review };

    private static IEnumerable<LanguageFault> InTiming(StepSyntax step) => step.Timing switch
    {
        AtMomentSyntax at => InMoment(at.Moment, text => $"{SyntaxPrinter.PrintAct(step)} {text}"),
        WindowSyntax window => [.. InMoment(window.Floor), .. InMoment(window.Ceiling)],
        RecurringSyntax recurring => [.. recurring.From.Moments.SelectMany(InMoment), .. recurring.Until.Moments.SelectMany(InMoment)],
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
