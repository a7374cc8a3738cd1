using RetentionRules.Analysis.Logic;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Comparing;

/// <summary>What stands beside the items and can make records fare differently: restrictions, rules that give classes, parameters.</summary>
internal sealed class RuleComparer(ComparisonContext context, ComparisonResults results)
{
    private RetentionSchedule Old => context.Old.Schedule;

    private RetentionSchedule New => context.New.Schedule;

    public void Run()
    {
        CompareRestrictions();
        CompareClassRules();
        if (!Old.Classification.IsNone != !New.Classification.IsNone || !Classes(Old).SequenceEqual(Classes(New), StringComparer.Ordinal))
            results.NotSettled(default, "records by their class", "the editions list other classes");
        if (AggregationOf(Old) != AggregationOf(New)) results.NotSettled(default, "records that are disposed of as one", "the editions say otherwise which those are");
    }

    private static IEnumerable<string> Classes(RetentionSchedule schedule) => schedule.Classification.Classes.Select(c => c.Code).Order(StringComparer.Ordinal);

    private static string AggregationOf(RetentionSchedule schedule) =>
        $"{schedule.Aggregation} {string.Join(" ", schedule.Items.Where(i => i.Aggregates is not null).Select(i => $"{i.Number}={i.Aggregates}"))}";

    private string Form(Restriction restriction) => $"{restriction.Rule} when {context.Pool.Add(restriction.When)} {restriction.InForce}";

    private void CompareRestrictions()
    {
        Dictionary<string, Restriction> before = Old.Restrictions.ToDictionary(r => r.Id, StringComparer.Ordinal);
        foreach (Restriction restriction in New.Restrictions)
        {
            if (!before.Remove(restriction.Id, out Restriction? was)) Add(restriction, "is new", null, restriction);
            else if (Form(was) != Form(restriction)) Add(restriction, $"says otherwise: before, {Written(was)}; now, {Written(restriction)}", was, restriction);
        }

        foreach (Restriction gone in before.Values) Add(gone, "is gone", gone, null);
    }

    private static string Written(Restriction restriction) => restriction.When is Always ? restriction.Rule.ToString()! : $"{restriction.Rule}, when {restriction.When}";

    private void Add(Restriction subject, string what, Restriction? old, Restriction? @new) => results.Add(new MeaningChange
    {
        Kind = MeaningChangeKind.Restriction,
        OldDecision = old is null ? "" : Written(old),
        NewDecision = @new is null ? "" : Written(@new),
        Finding = new AnalysisFinding(ComparisonDiagnostics.RestrictionChanged, new AnalysisPlace(New.Path, @new?.Source ?? default), subject.Id, what)
        {
            Related = old is null ? [] : [(new AnalysisPlace(Old.Path, old.Source), "before")],
        },
    });

    /// <summary>Of each class, the records to which the rules of one edition give it and those of the other do not.</summary>
    private void CompareClassRules()
    {
        foreach (string code in Old.Classification.Rules.Concat(New.Classification.Rules).Select(r => r.Class.Code).Distinct(StringComparer.Ordinal))
        {
            (int before, int after) = (GivenBy(Old, code), GivenBy(New, code));
            if (before == after) continue;
            bool differs = context.Search.Find([before], [after], context.Share()).Kind != SearchKind.None || context.Search.Find([after], [before], context.Share()).Kind != SearchKind.None;
            if (!differs) continue;
            Text.SourceReference place = New.Classification.IsPartOfSchedule ? New.Classification.Rules.FirstOrDefault(r => r.Class.Code == code)?.Source ?? default : default;
            results.Add(new MeaningChange { Kind = MeaningChangeKind.ClassRule, Finding = new AnalysisFinding(ComparisonDiagnostics.ClassRuleChanged, new AnalysisPlace(New.Path, place), code) });
        }
    }

    private int GivenBy(RetentionSchedule schedule, string code) => context.Pool.Any([.. schedule.Classification.Rules.Where(r => r.Class.Code == code).Select(r => context.Pool.Add(r.When))]);
}
