using RetentionRules.Analysis.Logic;
using RetentionRules.Compilation;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Checks;

/// <summary>Whether there are records that no item claims and of which the schedule does not say so itself.</summary>
internal sealed class GapCheck(AnalysisContext context)
{
    private const string Question = "every record has an item, or is said to need none";

    /// <summary>Regions that are told apart; what else is open is said in general.</summary>
    private const int MostRegions = 5;

    private readonly List<int> _covers = [.. context.Raw, .. context.Schedule.Uncovered.Select(u => context.Pool.Add(u.When))];

    public void Run() => context.Results.Ask(Question, context.Place(PlaceOfItems), "all records", () =>
    {
        ProofVerdict verdict = ProofVerdict.Proved;
        AnalysisEffort effort = context.Effort();
        for (int regions = 0; regions < MostRegions; regions++)
        {
            SearchResult found = context.Search.Find([], _covers, effort);
            if (found.Kind == SearchKind.None) return verdict;
            if (found.Kind == SearchKind.Opaque)
            {
                context.Results.Add(new AnalysisFinding(AnalysisDiagnostics.NotSettledOpaque, context.Place(PlaceOfItems), Question, "records that no other test tells apart"));
                return verdict == ProofVerdict.Refuted ? verdict : ProofVerdict.NotSettled;
            }

            Report(found.Record!);
            verdict = ProofVerdict.Refuted;
        }

        return verdict;
    });

    private Text.SourceReference PlaceOfItems => context.Schedule.Items.Count > 0 ? context.Schedule.Items[0].Source : default;

    private void Report(IReadOnlyDictionary<int, FactValue> record)
    {
        IReadOnlyDictionary<int, FactValue> least = context.Search.Least(record, [], _covers);
        WitnessRecord witness = context.Evaluators.Confirm(least, d => d.Status == DispositionStatus.Unscheduled, Question);
        GapRegion region = new(context.Solver, least);
        region.Widen(_covers);
        context.Results.Add(new AnalysisFinding(AnalysisDiagnostics.Gap, context.Place(PlaceOfItems), region.ToString()) { Witness = witness });
        _covers.Add(region.Condition);
    }
}
