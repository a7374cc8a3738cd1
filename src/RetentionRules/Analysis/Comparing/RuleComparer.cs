using RetentionRules.Analysis.Logic;
using RetentionRules.Analysis.Witnesses;
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
        try
        {
            CompareRestrictions();
            CompareClassRules();
        }
        catch (EffortSpentException)
        {
            results.NotSettled(default, "restrictions and class rules", "the budget is spent");
        }

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

    private void Add(Restriction subject, string what, Restriction? old, Restriction? @new)
    {
        (WitnessRecord? witness, string act) = WitnessOf(old, @new);
        results.Add(new MeaningChange
        {
            Kind = MeaningChangeKind.Restriction,
            Witness = witness,
            OldDecision = old is null ? "" : Written(old),
            NewDecision = @new is null ? "" : Written(@new),
            Explainer = context.Explainer,
            Act = act,
            Finding = new AnalysisFinding(ComparisonDiagnostics.RestrictionChanged, new AnalysisPlace(New.Path, @new?.Source ?? default), subject.Id, what)
            {
                Witness = witness,
                Related = old is null ? [] : [(new AnalysisPlace(Old.Path, old.Source), "before")],
            },
        });
    }

    /// <summary>A record with which an act is permitted by one edition and not by the other; none where what differs is only when, or who may lift it.</summary>
    private (WitnessRecord? Record, string Act) WitnessOf(Restriction? old, Restriction? @new)
    {
        Restriction[] both = [.. ((Restriction?[])[old, @new]).OfType<Restriction>()];
        int[] whens = [.. both.Select(r => context.Pool.Add(r.When))];
        SearchResult[] found = [context.Search.Find([whens[0]], whens.Length > 1 ? [whens[1]] : [], context.Share()), context.Search.Find([whens[^1]], [], context.Share())];
        foreach (IReadOnlyDictionary<int, FactValue> record in found.Select(f => f.Record).OfType<IReadOnlyDictionary<int, FactValue>>())
        {
            string? act = both.SelectMany(r => r.Rule.Acts).Select(a => a.Name).FirstOrDefault(a => Differ(record, a));
            if (act is null) continue;
            string differs = Permissions(record, act);
            IReadOnlyDictionary<int, FactValue> least = LeastRecord.Of(record, r => Permissions(r, act) == differs);
            return (new WitnessRecord(context.FactsOf(least), context.Options.AsOf, $"{act}: {differs}"), act);
        }

        return (null, "");
    }

    private string Permissions(IReadOnlyDictionary<int, FactValue> record, string act) => $"{Permission(context.Old, record, act)} → {Permission(context.New, record, act)}";

    private bool Differ(IReadOnlyDictionary<int, FactValue> record, string act) => Permission(context.Old, record, act) != Permission(context.New, record, act);

    private static string Permission(ComparisonSide side, IReadOnlyDictionary<int, FactValue> record, string act) => side.Evaluators.Permission(side.Own(record), act);

    /// <summary>Of each class, the records to which the rules of one edition give it and those of the other do not.</summary>
    private void CompareClassRules()
    {
        foreach (string code in Old.Classification.Rules.Concat(New.Classification.Rules).Select(r => r.Class.Code).Distinct(StringComparer.Ordinal))
        {
            (int before, int after) = (GivenBy(Old, code), GivenBy(New, code));
            if (before == after) continue;
            SearchResult[] found = [context.Search.Find([before], [after], context.Share()), context.Search.Find([after], [before], context.Share())];
            if (found.All(f => f.Kind == SearchKind.None)) continue;
            WitnessRecord? witness = found.Select(f => f.Record).OfType<IReadOnlyDictionary<int, FactValue>>().Select(WitnessOf).FirstOrDefault(w => w is not null);
            Text.SourceReference place = New.Classification.IsPartOfSchedule ? New.Classification.Rules.FirstOrDefault(r => r.Class.Code == code)?.Source ?? default : default;
            results.Add(new MeaningChange
            {
                Kind = MeaningChangeKind.ClassRule,
                Witness = witness,
                Explainer = context.Explainer,
                Finding = new AnalysisFinding(ComparisonDiagnostics.ClassRuleChanged, new AnalysisPlace(New.Path, place), code) { Witness = witness },
            });
        }
    }

    /// <summary>A record that is filed nowhere and gets other classes; null where another rule gives both editions the same doubt.</summary>
    private WitnessRecord? WitnessOf(IReadOnlyDictionary<int, FactValue> record)
    {
        Dictionary<int, FactValue> unfiled = record.ToDictionary();
        unfiled[context.Layout.PlaceOf(ClassificationScheme.FactName)] = FactValue.Never;
        static string Class(DispositionDecision d) => d.Classification.Class.Length > 0 ? d.Classification.Class : "no class";
        bool Shows(DispositionDecision o, DispositionDecision n) => Class(o) != Class(n);
        (DispositionDecision old, DispositionDecision @new) = context.Decide(unfiled);
        if (!Shows(old, @new)) return null;
        IReadOnlyDictionary<int, FactValue> least = context.Least(unfiled, Shows, whereOpen: true);
        (old, @new) = context.Decide(least);
        return context.Confirm(least, Shows, "class rules", whereOpen: true) with { Decision = $"{Class(old)} → {Class(@new)}" };
    }

    private int GivenBy(RetentionSchedule schedule, string code) => context.Pool.Any([.. schedule.Classification.Rules.Where(r => r.Class.Code == code).Select(r => context.Pool.Add(r.When))]);
}
