using RetentionRules.Analysis.Days;
using RetentionRules.Analysis.Logic;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Checks;

/// <summary>Whether two items claim one record and no exception orders them.</summary>
internal sealed class OverlapCheck(AnalysisContext context)
{
    private const string Question = "no two items claim the same record";

    private readonly RecordSearch _search = context.Search;
    private readonly NormalForm _form = new(context.Evaluators.Policy, context.Schedule.Rounding);

    private IReadOnlyList<ScheduleItem> Items => context.Schedule.Items;

    public void Run()
    {
        long pairs = (long)Items.Count * (Items.Count - 1) / 2;
        int looked = 0;
        if (context.Schedule.Selection == ItemSelection.Unique)
        {
            // Where it costs too much to say which pairs can meet, the rest of them is one question that is not settled.
            context.Results.Ask(Question, context.Place(default), "the items that are left", () =>
            {
                foreach ((int first, int second) in context.Index.Pairs(context.Results.Effort))
                {
                    looked++;
                    if (!IsListedInFull) Ask(first, second);
                    else return ProofVerdict.Refuted;
                }

                return ProofVerdict.Proved;
            });
        }

        context.Results.Answer(Question, ProofVerdict.Proved, (int)Math.Min(pairs - looked, int.MaxValue / 2));
    }

    private bool IsListedInFull => context.Results.IsFull(AnalysisDiagnostics.Conflict) || context.Results.IsFull(AnalysisDiagnostics.Redundant);

    private void Ask(int first, int second) => context.Results.Ask(
        Question, context.Place(Items[second].When.Source), $"items `{Items[first].Number}` and `{Items[second].Number}`", () => Look(first, second));

    private ProofVerdict Look(int first, int second)
    {
        if (Items[first].IsResidual || Items[second].IsResidual) return ProofVerdict.Proved;
        int[] claimed = [context.Raw[first], context.Raw[second]];
        int[] gone = [.. context.RawBefore(first).Concat(context.RawBefore(second)).Distinct()];
        if (gone.Intersect(claimed).Any()) return ProofVerdict.Proved;
        SearchResult found = _search.Find(claimed, gone, context.Effort());
        if (found.Kind == SearchKind.None) return ProofVerdict.Proved;
        (ScheduleItem a, ScheduleItem b) = (Items[first], Items[second]);
        if (found.Kind == SearchKind.Opaque)
        {
            Add(AnalysisDiagnostics.MayOverlap, a, b, null, $"{a.When}; and {b.When}");
            return ProofVerdict.NotSettled;
        }

        bool Shows(DispositionDecision d) => d.Status == DispositionStatus.Conflict && d.Candidates.Contains(a.Number) && d.Candidates.Contains(b.Number);
        WitnessRecord witness = context.Evaluators.Confirm(_search.Least(found.Record!, claimed, gone), Shows, Question);
        Add(_form.Of(a, context.Schedule) == _form.Of(b, context.Schedule) ? AnalysisDiagnostics.Redundant : AnalysisDiagnostics.Conflict, a, b, witness, witness.ToString());
        return ProofVerdict.Refuted;
    }

    private void Add(DiagnosticDescriptor descriptor, ScheduleItem first, ScheduleItem second, WitnessRecord? witness, string which) =>
        context.Results.Add(new AnalysisFinding(descriptor, context.Place(second.When.Source), first.Number, second.Number, which)
        {
            Related = [(context.Place(first.When.Source), $"item `{first.Number}`")],
            Witness = witness,
            Items = [first.Number, second.Number],
            Help = $"write `exception-to: [\"{first.Number}\"]` at item `{second.Number}` where that one goes before, or narrow one of the conditions",
        });
}
