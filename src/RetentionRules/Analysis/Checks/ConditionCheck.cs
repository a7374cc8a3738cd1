using RetentionRules.Analysis.Logic;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Text;

namespace RetentionRules.Analysis.Checks;

/// <summary>Whether each condition tells records apart, and each part of it does something.</summary>
internal sealed class ConditionCheck(AnalysisContext context)
{
    private const string AlwaysQuestion = "every condition tells records apart";
    private const string PartQuestion = "every part of a condition changes something";
    private const string RuleQuestion = "every rule can apply";

    /// <summary>The conditions of items and their cases; that an item can apply is asked elsewhere.</summary>
    public void RunItems()
    {
        foreach (ScheduleItem item in context.Schedule.Items)
        {
            Check(item.When, $"item `{item.Number}`", [item.Number]);
            foreach (ItemCase branch in item.Cases) Check(branch.When, $"a case of item `{item.Number}`", [item.Number]);
        }
    }

    /// <summary>The conditions of what stands beside items: restrictions, limits, holds.</summary>
    public void RunRules()
    {
        foreach (Restriction restriction in context.Schedule.Restrictions) CheckRule(restriction.When, $"restriction `{restriction.Id}`");
        foreach (RetentionLimit limit in context.Schedule.Limits) CheckRule(limit.When, $"limit `{limit.Id}`");
        foreach (ClassRule rule in context.Schedule.Filing.IsPartOfSchedule ? context.Schedule.Filing.Rules : []) CheckRule(rule.When, $"the class rule for `{rule.Class.Code}`");
        foreach (Hold hold in context.Options.Holds.Holds)
            if (hold.When is { } when) CheckRule(when, $"hold `{hold.Id}`", context.Options.Holds.Path);
    }

    private void CheckRule(Condition condition, string subject, string? path = null)
    {
        if (condition is Always) return;
        AnalysisPlace place = new(path ?? context.Schedule.Path, condition.Source);
        context.Results.Ask(RuleQuestion, place, subject, () =>
        {
            SearchKind found = context.Search.Find(context.Pool.Add(condition), context.Effort()).Kind;
            if (found == SearchKind.Found) return ProofVerdict.Proved;
            if (found == SearchKind.Opaque) return context.Results.RestsOnOpaque(RuleQuestion, place, subject);
            context.Results.Add(new AnalysisFinding(AnalysisDiagnostics.RuleImpossible, place, subject));
            return ProofVerdict.Refuted;
        });
        Check(condition, subject, [], path);
    }

    private void Check(Condition condition, string subject, IReadOnlyList<string> items, string? path = null)
    {
        if (condition is Always) return;
        AnalysisPlace place = new(path ?? context.Schedule.Path, condition.Source);
        bool isAlways = false;
        context.Results.Ask(AlwaysQuestion, place, subject, () =>
        {
            SearchKind other = context.Search.Find([], [context.Pool.Add(condition)], context.Effort()).Kind;
            if (other == SearchKind.Found) return ProofVerdict.Proved;
            if (other == SearchKind.Opaque) return context.Results.RestsOnOpaque(AlwaysQuestion, place, subject, items);
            isAlways = true;
            context.Results.Add(new AnalysisFinding(AnalysisDiagnostics.AlwaysTrue, place, subject) { Items = items });
            return ProofVerdict.Refuted;
        });
        if (isAlways || IsNever(condition)) return;
        foreach (SourceReference idle in IdleParts(condition, subject, place))
            context.Results.Add(new AnalysisFinding(AnalysisDiagnostics.IdlePart, place with { Reference = idle }, subject) { Items = items });
    }

    /// <summary>Whether it is known to be true of no record. Where the budget does not reach, the questions about its parts say so themselves.</summary>
    private bool IsNever(Condition condition)
    {
        try
        {
            return context.Search.Find(context.Pool.Add(condition), context.Effort()).Kind == SearchKind.None;
        }
        catch (EffortSpentException)
        {
            return false;
        }
    }

    private List<SourceReference> IdleParts(Condition condition, string subject, AnalysisPlace place)
    {
        List<SourceReference> idle = [];
        foreach ((IReadOnlyList<Condition> operands, bool isAll) in Lists(condition))
        {
            List<Condition> left = [.. operands];
            foreach (Condition operand in operands.Reverse())
            {
                context.Results.Ask(PartQuestion, place, subject, () =>
                {
                    SearchKind needing = left.Count < 2 ? SearchKind.Found : RecordThatNeeds(operand, [.. left.Where(o => o != operand)], isAll);
                    if (needing == SearchKind.Found) return ProofVerdict.Proved;
                    if (needing == SearchKind.Opaque) return context.Results.RestsOnOpaque(PartQuestion, place with { Reference = operand.Source }, subject);
                    left.Remove(operand);
                    idle.Add(operand.Source);
                    return ProofVerdict.Refuted;
                });
            }
        }

        return idle;
    }

    /// <summary>Whether there is a record that tells the part from nothing: of <c>a and b</c> one of b that is not a, of <c>a or b</c> one of a that is not b.</summary>
    private SearchKind RecordThatNeeds(Condition operand, IReadOnlyList<Condition> others, bool isAll)
    {
        int own = context.Pool.Add(operand);
        int[] rest = [.. others.Select(context.Pool.Add)];
        return (isAll ? context.Search.Find(rest, [own], context.Effort()) : context.Search.Find([own], rest, context.Effort())).Kind;
    }

    private static IEnumerable<(IReadOnlyList<Condition> Operands, bool IsAll)> Lists(Condition condition) => condition switch
    {
        AllOf all => all.Operands.SelectMany(Lists).Prepend((all.Operands, true)),
        AnyOf any => any.Operands.SelectMany(Lists).Prepend((any.Operands, false)),
        Not not => Lists(not.Operand),
        _ => [],
    };
}
