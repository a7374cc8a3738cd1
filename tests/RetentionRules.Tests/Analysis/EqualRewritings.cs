using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Syntax.Language;
using RetentionRules.Tests.Generators;

namespace RetentionRules.Tests.Analysis;

/// <summary>Ways to write an edition differently that mean the same.</summary>
internal static class EqualRewritings
{
    public static Gen<(string Made, GeneratedSchedule Schedule)> Of(GeneratedSchedule schedule)
    {
        (string Made, Gen<GeneratedSchedule> Edition)[] ways =
        [
            ("months", Gen.Constant(WithMoments(schedule, Months))),
            ("edges", Gen.Constant(WithMoments(schedule, OtherEdge))),
            ("reversed moments", Gen.Constant(WithMoments(schedule, Reversed))),
            ("defined", Gen.Constant(Defined(schedule))),
            ("order", schedule.IsOrdered ? Gen.Constant(schedule) : Gen.Shuffle(schedule.Items.ToArray()).Select(items => schedule with { Items = items })),
            ("operands", Gen.Constant(WithConditions(schedule, Reversed))),
            ("negations", Gen.Constant(WithConditions(schedule, c => new NotSyntax(new NotSyntax(c))))),
            ("members", Gen.Constant(WithConditions(schedule, Listed))),
            ("De Morgan", Gen.Constant(WithConditions(schedule, ByDeMorgan))),
        ];
        return Gen.Elements(ways).SelectMany(way => way.Edition.Select(edition => (way.Made, edition)));
    }

    private static GeneratedSchedule WithConditions(GeneratedSchedule schedule, Func<ConditionSyntax, ConditionSyntax> rewrite) => schedule with
    {
        Items = [.. schedule.Items.Select(i => i with { When = rewrite(i.When), Cases = [.. i.Cases.Select(c => (c.When is { } when ? rewrite(when) : null, c.Disposition))] })],
    };

    private static ConditionSyntax Reversed(ConditionSyntax condition) => condition switch
    {
        LogicSyntax logic => logic with { Operands = [.. logic.Operands.Select(Reversed).Reverse()] },
        NotSyntax not => new NotSyntax(Reversed(not.Operand)),
        MembershipSyntax member => member with { Values = [.. member.Values.Reverse()] },
        _ => condition,
    };

    private static ConditionSyntax Listed(ConditionSyntax condition) => condition switch
    {
        LogicSyntax logic => logic with { Operands = [.. logic.Operands.Select(Listed)] },
        NotSyntax not => new NotSyntax(Listed(not.Operand)),
        MembershipSyntax { Values: [var a, var b], Fact: var fact } => new LogicSyntax(
            [new ComparisonSyntax(fact, ComparisonWord.Equal, a), new ComparisonSyntax(fact, ComparisonWord.Equal, b)], [LogicWord.Or]),
        _ => condition,
    };

    private static ConditionSyntax ByDeMorgan(ConditionSyntax condition) => condition is LogicSyntax { IsMixed: false } logic
        ? new NotSyntax(new LogicSyntax([.. logic.Operands.Select(o => new NotSyntax(o))], [.. logic.Words.Select(w => w == LogicWord.And ? LogicWord.Or : LogicWord.And)]))
        : condition;

    private static GeneratedSchedule WithMoments(GeneratedSchedule schedule, Func<MomentSyntax, MomentSyntax> rewrite) => schedule with
    {
        Items = [.. schedule.Items.Select(i => i with { Cases = [.. i.Cases.Select(c => (c.When, Rewritten(c.Disposition, rewrite)))] })],
    };

    private static DispositionSyntax Rewritten(DispositionSyntax disposition, Func<MomentSyntax, MomentSyntax> rewrite) => disposition is StepsSyntax steps
        ? new StepsSyntax([.. steps.Segments.Select(s => s is StepSyntax { Timing: AtMomentSyntax at } step ? step with { Timing = new AtMomentSyntax(rewrite(at.Moment)) } : s)])
        : disposition;

    private static MomentSyntax Months(MomentSyntax moment) =>
        moment is AfterMomentSyntax { Amount: PeriodSyntax { Years: > 0 } p } after ? after with { Amount = p with { Years = 0, Months = p.Months + (12 * p.Years) } } : moment;

    private static MomentSyntax OtherEdge(MomentSyntax moment) => moment switch
    {
        AfterMomentSyntax after => after with { Base = OtherEdge(after.Base) },
        CycleMomentSyntax { Edge: CycleEdgeWord.EndOf } cycle => cycle with { Edge = CycleEdgeWord.StartOfNext },
        _ => moment,
    };

    private static MomentSyntax Reversed(MomentSyntax moment) => moment switch
    {
        AfterMomentSyntax after => after with { Base = Reversed(after.Base) },
        ExtremeMomentSyntax extreme => extreme with { Moments = [.. extreme.Moments.Reverse()] },
        _ => moment,
    };

    /// <summary>Each moment that a period is counted from gets a name.</summary>
    private static GeneratedSchedule Defined(GeneratedSchedule schedule)
    {
        if (schedule.Declarations.Contains("define:", StringComparison.Ordinal)) return schedule;
        List<string> written = [];
        GeneratedSchedule named = WithMoments(schedule, moment =>
        {
            if (moment is not AfterMomentSyntax after) return moment;
            string text = SyntaxPrinter.Print(after.Base);
            if (!written.Contains(text)) written.Add(text);
            return after with { Base = new NameMomentSyntax(new NameSyntax($"start_{written.IndexOf(text)}")) };
        });
        return written.Count == 0 ? schedule : named with { Declarations = schedule.Declarations + "define:\n" + string.Concat(written.Select((text, i) => $"  start_{i}: {text}\n")) };
    }
}
