using RetentionRules.Analysis.Logic;
using RetentionRules.Compilation;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Checks;

/// <summary>Whether there are records that no item claims and of which the schedule does not say so itself.</summary>
internal sealed class GapCheck(AnalysisContext context)
{
    private const string Question = "every record has an item, or is said to need none";

    /// <summary>Regions that are told apart; what else is open is said in general.</summary>
    private const int MostRegions = 5;

    /// <summary>What keeps a record from being a gap: an item, or that the schedule says that it needs none.</summary>
    private readonly int[] _covers = [.. context.Raw, .. context.Schedule.Uncovered.Select(u => context.Pool.Add(u.When))];

    private readonly List<int> _told = [];

    public void Run() => context.Results.Ask(Question, context.Place(default), "all records", () =>
    {
        ProofVerdict verdict = ProofVerdict.Proved;
        AnalysisEffort effort = context.Effort();
        for (int regions = 0; regions < MostRegions; regions++)
        {
            SearchResult found = context.Search.Find([], [.. _covers, .. _told], effort);
            if (found.Kind == SearchKind.None) return verdict;
            if (found.Kind == SearchKind.Opaque)
            {
                context.Results.Add(new AnalysisFinding(AnalysisDiagnostics.NotSettledOpaque, context.Place(default), Question, "records that no other test tells apart"));
                return verdict == ProofVerdict.Refuted ? verdict : ProofVerdict.NotSettled;
            }

            Report(found.Record!);
            verdict = ProofVerdict.Refuted;
        }

        return verdict;
    });

    private void Report(IReadOnlyDictionary<int, FactValue> record)
    {
        IReadOnlyDictionary<int, FactValue> least = context.Search.Least(record, [], _covers);
        WitnessRecord witness = context.Evaluators.Confirm(least, (facts, d) => d.Status == DispositionStatus.Unscheduled && !IsExcused(facts), Question);
        GapRegion region = new(context.Solver, least);
        region.Widen(_covers);
        context.Results.Add(new AnalysisFinding(AnalysisDiagnostics.Gap, context.Place(default), region.ToString()) { Witness = witness });
        _told.Add(region.Condition);
    }

    private bool IsExcused(RecordFacts facts) => context.Schedule.Uncovered.Any(u => new ConditionEvaluator(facts).Evaluate(u.When) != Truth.False);
}
