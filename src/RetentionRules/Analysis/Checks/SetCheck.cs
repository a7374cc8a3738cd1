using RetentionRules.Analysis.Days;
using RetentionRules.Analysis.Logic;
using RetentionRules.Analysis.Witnesses;
using RetentionRules.Compilation;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Checks;

/// <summary>Whether the schedules of a set can all be followed: no last day of one before the first day of another.</summary>
internal sealed class SetCheck
{
    private const string Question = "no two schedules of the set contradict each other";

    private readonly ScheduleSet _set;
    private readonly AnalysisOptions _options;
    private readonly AnalysisResults _results;
    private readonly EvaluatorPair _evaluators;
    private readonly Solver _solver;
    private readonly RecordSearch _search;
    private readonly (RetentionSchedule Schedule, ScheduleItem Item)[] _items;
    private readonly int[] _raw;
    private readonly ItemIndex _index;
    private readonly RetentionSchedule[] _schedules;

    /// <summary>Of each schedule its precedence, and the place of its first item among all.</summary>
    private readonly Dictionary<RetentionSchedule, (ItemPrecedence Precedence, int Start)> _orders = [];

    public SetCheck(ScheduleSet set, AnalysisOptions options, AnalysisResults results)
    {
        (_set, _options, _results) = (set, options, results);
        _evaluators = new EvaluatorPair(RetentionPolicy.For(set).WithHolds(options.Holds), options.AsOf);
        _schedules = [.. set.Members.Select(m => GoverningOf(m, options.AsOf)).Distinct()];
        Condition[] conditions = [.. set.Schedules.SelectMany(s => AnalysisContext.ConditionsOf(s, options.Holds)), .. set.Limits.Select(l => l.When)];
        FactAxes axes = new(_evaluators.Layout, conditions);
        ConditionPool pool = new(_evaluators.Layout, axes);
        _solver = new Solver(pool, new SettledClasses(_evaluators.Layout, axes, set.Classification));
        _search = new RecordSearch(_solver, new RecordMaker(_solver, conditions));
        _items = [.. _schedules.SelectMany(s => s.Items.Select(i => (s, i)))];
        _raw = [.. _items.Select(i => pool.Add(i.Item.When))];
        _index = new ItemIndex(_solver, _raw);
        foreach (RetentionSchedule schedule in _schedules) _orders.Add(schedule, (new ItemPrecedence(schedule), Array.FindIndex(_items, i => i.Schedule == schedule)));
    }

    /// <summary>The edition of a register that is in force; before the first, that one.</summary>
    private static RetentionSchedule GoverningOf(RetentionInstrument member, DateOnly asOf) =>
        member.Schedules.LastOrDefault(s => s.InForce.IsStated && s.InForce.From <= Calendars.DateBound.At(asOf)) ?? member.Schedules[0];

    public void Run()
    {
        if (_items.Length == 0) return;
        new GapCheck(_solver, _search, _evaluators, _results, _schedules).Run(_results.Effort.Share(_options.StepsPerQuestion));
        if (_set.Combination == SetCombination.Precedence) return;
        _results.Ask(Question, new AnalysisPlace(_set.Path, default), "the items that are left", () =>
        {
            foreach ((int first, int second) in _index.Pairs(_results.Effort))
            {
                if (_items[first].Schedule == _items[second].Schedule) continue;
                AnalysisPlace place = new(_items[second].Schedule.Path, _items[second].Item.Source);
                _results.Ask(Question, place, $"item `{_items[first].Item.Number}` and item `{_items[second].Item.Number}`", () => Look(first, second, place));
            }

            return ProofVerdict.Proved;
        });
    }

    private ProofVerdict Look(int first, int second, AnalysisPlace place)
    {
        AnalysisEffort effort = _results.Effort.Share(_options.StepsPerQuestion);
        int[] both = [_raw[first], _raw[second]];
        SearchResult found = _search.Find(both, Beside(first, second).Concat(Beside(second, first)), effort);
        if (found.Kind == SearchKind.None) return ProofVerdict.Proved;
        if (found.Record is not { } record) return NotSettled(AnalysisDiagnostics.NotSettledOpaque, first, second, place);
        if (_set.Combination == SetCombination.Longest && IsProved(first, second, effort)) return ProofVerdict.Proved;
        // A third schedule that may claim the record too would leave it open; a record that it surely does not claim shows more.
        int[] elsewhere = [.. Enumerable.Range(0, _items.Length).Where(i => _items[i].Schedule != _items[first].Schedule && _items[i].Schedule != _items[second].Schedule).Select(i => _raw[i])];
        if (_search.Find(both, [.. Beside(first, second), .. Beside(second, first), .. elsewhere], effort).Record is { } apart) record = apart;
        bool Shows(DispositionDecision d) => d.Status == DispositionStatus.Conflict;
        foreach (IReadOnlyDictionary<int, FactValue> dated in DatedRecords(first, second, record, effort))
        {
            if (!Shows(_evaluators.Decide(dated))) continue;
            WitnessRecord witness = _evaluators.Confirm(_evaluators.Least(dated, Shows), Shows, Question);
            ((RetentionSchedule one, ScheduleItem a), (RetentionSchedule other, ScheduleItem b)) = (_items[first], _items[second]);
            _results.Add(new AnalysisFinding(AnalysisDiagnostics.SetConflict, place, a.Number, one.Id, b.Number, other.Id, witness.ToString())
            {
                Related = [(new AnalysisPlace(one.Path, a.Source), $"item `{a.Number}` of `{one.Id}`")],
                Witness = witness,
                Items = [a.Number, b.Number],
            });
            return ProofVerdict.Refuted;
        }

        return NotSettled(AnalysisDiagnostics.NotSettledDays, first, second, place);
    }

    private ProofVerdict NotSettled(DiagnosticDescriptor descriptor, int first, int second, AnalysisPlace place)
    {
        _results.Add(new AnalysisFinding(descriptor, place, Question, $"items `{_items[first].Item.Number}` and `{_items[second].Item.Number}`"));
        return ProofVerdict.NotSettled;
    }

    /// <summary>What must not be true so that of its schedule an item alone claims a record of another's: what goes before it, and the claims of those that do not give way.</summary>
    private IEnumerable<int> Beside(int item, int met)
    {
        (ItemPrecedence precedence, int start) = _orders[_items[item].Schedule];
        for (int other = 0; other < _items[item].Schedule.Items.Count; other++)
        {
            int place = start + other;
            if (place == item || precedence.GoesBefore(item - start, other) || !_index.CanMeet(place, item) || !_index.CanMeet(place, met)) continue;
            yield return precedence.GoesBefore(other, item - start) ? _raw[place] : _solver.Pool.All([_raw[place], .. precedence.Before(other).Select(b => _solver.Pool.Not(_raw[start + b]))]);
        }
    }

    private static StepSequence[] SequencesOf(ScheduleItem item) => [.. item.Cases.Select(c => c.Instruction).OfType<StepSequence>()];

    private Moment[] CeilingsOf(ScheduleItem item) =>
    [
        .. SequencesOf(item).SelectMany(s => s.Steps).Select(s => s.Timing).OfType<TimeWindow>().Select(w => w.Ceiling),
        .. _set.Limits.Concat(_set.Schedules.SelectMany(s => s.Limits)).Select(l => l.NotAfter).OfType<Moment>(),
    ];

    private bool IsProved(int first, int second, AnalysisEffort effort)
    {
        (ScheduleItem a, ScheduleItem b) = (_items[first].Item, _items[second].Item);
        Moment[] last = [.. CeilingsOf(a), .. CeilingsOf(b)];
        if (last.Length == 0) return true;
        StepSequence[] sequences = [.. SequencesOf(a), .. SequencesOf(b)];
        if (sequences.Any(s => s.IsPermanent) || a.Cases.Concat(b.Cases).Any(c => c.Instruction is not StepSequence)) return false;
        DayOrder order = new(_evaluators.Policy, _items[first].Schedule.Rounding, _evaluators.Layout);
        return _items[first].Schedule.Rounding == _items[second].Schedule.Rounding &&
            sequences.SelectMany(s => s.Steps).Select(MomentParts.FloorOf).All(f => last.All(l => order.IsNeverAfter(f, Side.Floor, l, Side.Ceiling, effort)));
    }

    private IEnumerable<IReadOnlyDictionary<int, FactValue>> DatedRecords(int first, int second, IReadOnlyDictionary<int, FactValue> record, AnalysisEffort effort)
    {
        IEnumerable<FactDefinition> facts = SequencesOf(_items[first].Item).Concat(SequencesOf(_items[second].Item)).SelectMany(s => s.Steps)
            .SelectMany(s => MomentParts.Of(s.Timing)).Concat(CeilingsOf(_items[first].Item)).SelectMany(MomentFacts.Of);
        return DayTrials.WithDays(_evaluators.Layout, _solver.Pool.Axes, record, facts, effort);
    }
}
