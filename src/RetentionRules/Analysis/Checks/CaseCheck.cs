using RetentionRules.Analysis.Logic;
using RetentionRules.Compilation;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Checks;

/// <summary>Whether each case of an item is taken by some record, and each record of the item fits one.</summary>
internal sealed class CaseCheck(AnalysisContext context)
{
    private const string Question = "every case is taken by some record";
    public const string GapQuestion = "every record of an item fits a case";

    public void Run()
    {
        for (int i = 0; i < context.Schedule.Items.Count; i++)
        {
            if (context.Schedule.Items[i].Cases.Count < 2) continue;
            int item = i;
            ScheduleItem subject = context.Schedule.Items[i];
            for (int c = 0; c < subject.Cases.Count; c++)
            {
                int place = c;
                AnalysisPlace where = context.Place(subject.Cases[c].Source);
                context.Results.Ask(Question, where, $"a case of item `{subject.Number}`", () => Look(item, place, where));
            }

            AnalysisPlace cases = context.Place(subject.Cases[^1].Source);
            context.Results.Ask(GapQuestion, cases, $"item `{subject.Number}`", () => LookForGap(item, cases));
        }
    }

    private int WhenOf(ItemCase branch) => context.Pool.Add(branch.When);

    private ProofVerdict Look(int item, int place, AnalysisPlace where)
    {
        ScheduleItem subject = context.Schedule.Items[item];
        int[] earlier = [.. subject.Cases.Take(place).Select(WhenOf)];
        int own = WhenOf(subject.Cases[place]);
        AnalysisEffort effort = context.Effort();
        SearchResult found = context.Search.Find([context.Raw[item], own], [.. context.RawBefore(item), .. earlier], effort);
        if (found.Kind == SearchKind.Found) return ProofVerdict.Proved;
        if (found.Kind == SearchKind.Opaque) return context.Results.RestsOnOpaque(Question, where, $"a case of item `{subject.Number}`", subject.Number);

        // An item that never gets a record is told once, and not again for each of its cases.
        if (context.Search.Find([context.Raw[item]], context.RawBefore(item), effort).Kind == SearchKind.None) return ProofVerdict.Proved;
        bool isImpossible = context.Search.Find([context.Raw[item], own], [], effort).Kind == SearchKind.None;
        context.Results.Add(new AnalysisFinding(AnalysisDiagnostics.CaseNeverTaken, where, subject.Number, isImpossible ? "no record of the item is so" : "the cases before it take all")
        {
            Items = [subject.Number],
            Related = isImpossible ? [] : [.. subject.Cases.Take(place).Select((c, n) => (context.Place(c.Source), "taken before it"))],
        });
        return ProofVerdict.Refuted;
    }

    /// <summary>
    /// Records that the item alone claims and no case fits. Reading a schedule has made sure that the cases name every value, so
    /// that only what never is can be left.
    /// </summary>
    private ProofVerdict LookForGap(int item, AnalysisPlace where)
    {
        ScheduleItem subject = context.Schedule.Items[item];
        int[] whens = [.. subject.Cases.Select(WhenOf)];
        if (Array.IndexOf(whens, ConditionPool.True) >= 0) return ProofVerdict.Proved;
        int[] none = [.. context.Beside(item), .. whens];
        SearchResult found = context.Search.Find([context.Raw[item]], none, context.Effort());
        if (found.Kind == SearchKind.None) return ProofVerdict.Proved;
        if (found.Kind == SearchKind.Opaque) return context.Results.RestsOnOpaque(GapQuestion, where, $"item `{subject.Number}`", subject.Number);

        bool Shows(DispositionDecision d) => d.Status == DispositionStatus.Undetermined && d.Item == subject && d.Reasons.Any(r => r.Code == "no-case-applies");
        // Least by the decision: what keeps other items away need not be known for each of them alone.
        IReadOnlyDictionary<int, FactValue> least = context.Search.Least(found.Record!, [context.Raw[item]], none);
        WitnessRecord witness = context.Evaluators.Confirm(context.Evaluators.Least(least, Shows), Shows, GapQuestion);
        context.Results.Add(new AnalysisFinding(AnalysisDiagnostics.NeverFitsNoCase, where, subject.Number, witness.ToString()) { Witness = witness, Items = [subject.Number] });
        return ProofVerdict.Refuted;
    }
}
