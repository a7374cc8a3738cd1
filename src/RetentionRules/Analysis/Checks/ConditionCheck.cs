using RetentionRules.Analysis.Logic;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Checks;

/// <summary>Whether each condition tells records apart, and each part of it does something.</summary>
internal sealed class ConditionCheck(AnalysisContext context)
{
    private const string AlwaysQuestion = "every condition tells records apart";
    private const string RuleQuestion = "every rule can apply";

    private readonly PartCheck _parts = new(context);

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
        _parts.Run(condition, subject, place, items);
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
}
