using RetentionRules.Analysis.Logic;
using RetentionRules.Analysis.Witnesses;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Checks;

/// <summary>
/// Whether there are records that no item claims and of which the schedule does not say so itself. Of several schedules that
/// decide together, a record needs an item of one, and none only where all of them say so.
/// </summary>
internal sealed class GapCheck
{
    private const string Question = "every record has an item, or is said to need none";

    /// <summary>Regions that are told apart; what else is open is said in general.</summary>
    private const int MostRegions = 5;

    private readonly Solver _solver;
    private readonly RecordSearch _search;
    private readonly EvaluatorPair _evaluators;
    private readonly AnalysisResults _results;
    private readonly RetentionSchedule[] _schedules;
    private readonly AnalysisPlace _place;

    /// <summary>What keeps a record from being a gap: an item, or that every schedule says that it needs none.</summary>
    private readonly int[] _covers;

    private readonly List<int> _told = [];

    public GapCheck(Solver solver, RecordSearch search, EvaluatorPair evaluators, AnalysisResults results, IReadOnlyList<RetentionSchedule> schedules)
    {
        (_solver, _search, _evaluators, _results, _schedules) = (solver, search, evaluators, results, [.. schedules]);
        _place = new AnalysisPlace(evaluators.Policy.Instrument.Path, default);
        int excused = solver.Pool.All([.. _schedules.Select(s => solver.Pool.Any([.. s.Uncovered.Select(u => solver.Pool.Add(u.When))]))]);
        _covers = [.. _schedules.SelectMany(s => s.Items).Select(i => solver.Pool.Add(i.When)), excused];
    }

    public void Run(AnalysisEffort effort) => _results.Ask(Question, _place, "all records", () =>
    {
        for (int regions = 0; regions < MostRegions; regions++)
        {
            SearchResult found = _search.Find([], [.. _covers, .. _told], effort);
            if (found.Kind == SearchKind.None) return regions == 0 ? ProofVerdict.Proved : ProofVerdict.Refuted;
            if (found.Kind == SearchKind.Opaque)
            {
                _results.Add(new AnalysisFinding(AnalysisDiagnostics.NotSettledOpaque, _place, Question, "records that no other test tells apart"));
                return regions == 0 ? ProofVerdict.NotSettled : ProofVerdict.Refuted;
            }

            Report(found.Record!);
        }

        return ProofVerdict.Refuted;
    });

    private void Report(IReadOnlyDictionary<int, FactValue> record)
    {
        IReadOnlyDictionary<int, FactValue> least = _search.Least(record, [], _covers);
        WitnessRecord witness = _evaluators.Confirm(least, (facts, d) => d.Status == DispositionStatus.Unscheduled && !MayBeExcused(facts), Question);
        GapRegion region = new(_solver, least);
        region.Widen(_covers);
        _results.Add(new AnalysisFinding(AnalysisDiagnostics.Gap, _place, region.ToString()) { Witness = witness });
        _told.Add(region.Condition);
    }

    private bool MayBeExcused(RecordFacts facts)
    {
        ConditionEvaluator conditions = new(facts);
        return Kleene.All(_schedules.Select(s => Kleene.Any(s.Uncovered.Select(u => conditions.Evaluate(u.When))))) != Truth.False;
    }
}
