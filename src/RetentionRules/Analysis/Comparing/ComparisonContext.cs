using RetentionRules.Analysis.Logic;
using RetentionRules.Analysis.Witnesses;
using RetentionRules.Compilation;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Comparing;

/// <summary>Two editions over the facts of both: one pool of conditions, one search, and on each side its own evaluators.</summary>
internal sealed class ComparisonContext
{
    private readonly FactLayout _layout;
    private readonly HashSet<string> _asked;

    public ComparisonContext(RetentionSchedule old, RetentionSchedule @new, AnalysisOptions options)
    {
        Options = options;
        // The one edition is compiled beside the other: that takes as long as all else that is made ready here.
        Task<EvaluatorPair> compiled = Task.Run(() => EvaluatorsOf(old));
        Effort = new AnalysisEffort(options.Steps, options.OutOfTime);
        ClassificationScheme classification = @new.Classification.IsNone ? old.Classification : @new.Classification;
        _layout = new FactLayout(CommonFacts.Of(old, @new), classification);
        Condition[] conditions = [.. AnalysisContext.ConditionsOf(old, HoldList.None), .. AnalysisContext.ConditionsOf(@new, HoldList.None)];
        _asked = [.. conditions.SelectMany(ConditionFacts.Of).Select(f => f.Name)];
        FactAxes axes = new(_layout, conditions);
        Pool = new ConditionPool(_layout, axes);
        Solver = new Solver(Pool, new SettledClasses(_layout, axes, classification));
        Maker = new RecordMaker(Solver, conditions);
        Search = new RecordSearch(Solver, Maker);
        New = new ComparisonSide(EvaluatorsOf(@new), @new, Solver);
        Old = new ComparisonSide(compiled.GetAwaiter().GetResult(), old, Solver);
        Explainer = new ChangeExplainer(Old.Evaluators, New.Evaluators);
    }

    private EvaluatorPair EvaluatorsOf(RetentionSchedule edition) => new(RetentionPolicy.For(edition).WithHolds(HoldList.None), Options.AsOf);

    public AnalysisOptions Options { get; }

    public AnalysisEffort Effort { get; }

    public ConditionPool Pool { get; }

    public Solver Solver { get; }

    public RecordMaker Maker { get; }

    public RecordSearch Search { get; }

    public FactLayout Layout => _layout;

    public ComparisonSide Old { get; }

    public ComparisonSide New { get; }

    /// <summary>Explains what is found, later; it holds the compiled editions, and nothing of the search.</summary>
    public ChangeExplainer Explainer { get; }

    /// <summary>Whether conditions ask for a fact: on some of its days other items and cases may decide.</summary>
    public bool IsAskedFor(FactDefinition fact) => _asked.Contains(fact.Name);

    public AnalysisEffort Share() => Effort.Share(Options.StepsPerQuestion);

    /// <summary>What both editions decide.</summary>
    public (DispositionDecision Old, DispositionDecision New) Decide(IReadOnlyDictionary<int, FactValue> record) => (Old.Decide(record), New.Decide(record));

    /// <summary>The record for people, its facts in the order of the schedules.</summary>
    public IReadOnlyList<WitnessFact> FactsOf(IReadOnlyDictionary<int, FactValue> record) => [.. record.OrderBy(f => f.Key).Select(f => new WitnessFact(_layout.Facts[f.Key].Name, f.Value))];

    /// <summary>The record with only the facts that are needed to show something.</summary>
    public IReadOnlyDictionary<int, FactValue> Least(
        IReadOnlyDictionary<int, FactValue> record, Func<DispositionDecision, DispositionDecision, bool> shows, bool whereOpen = false) =>
        LeastRecord.Of(record, left => (whereOpen || !IsOpen(left, (edition, own) => edition.IsOpen(own))) && Decide(left) is var (old, @new) && shows(old, @new));

    /// <summary>What is shown speaks of what both editions decide: where one leaves open which items claim a record, it is not shown.</summary>
    private bool IsOpen(IReadOnlyDictionary<int, FactValue> record, Func<EvaluatorPair, IReadOnlyDictionary<int, FactValue>, bool> isOpen) =>
        isOpen(Old.Evaluators, Old.Own(record)) || isOpen(New.Evaluators, New.Own(record));

    /// <summary>Whether both evaluators of both editions show it, and none any more without one of the facts.</summary>
    /// <exception cref="AnalysisFaultException">They do not: a fault of this library.</exception>
    public WitnessRecord Confirm(IReadOnlyDictionary<int, FactValue> record, Func<DispositionDecision, DispositionDecision, bool> shows, string what, bool whereOpen = false)
    {
        if (!AreAll(record, shows, wanted: true)) throw new AnalysisFaultException($"a record was found for `{what}`, and the evaluators do not show it");
        foreach (int place in record.Keys)
        {
            Dictionary<int, FactValue> fewer = record.Where(f => f.Key != place).ToDictionary();
            // A fact that no condition asks for leaves as much open as before, which is nothing.
            if (!whereOpen && IsAskedFor(_layout.Facts[place]) && IsOpen(fewer, (edition, own) => edition.IsOpenToBoth(own))) continue;
            if (!AreAll(fewer, shows, wanted: false)) throw new AnalysisFaultException($"the record for `{what}` does not need `{_layout.Facts[place].Name}`");
        }

        (DispositionDecision old, DispositionDecision @new) = Decide(record);
        return new WitnessRecord(FactsOf(record), Options.AsOf, $"{old} → {@new}");
    }

    private bool AreAll(IReadOnlyDictionary<int, FactValue> record, Func<DispositionDecision, DispositionDecision, bool> shows, bool wanted)
    {
        (DispositionDecision Compiled, DispositionDecision Reference) Both(ComparisonSide side) =>
            wanted ? side.Evaluators.Both(side.Own(record)) : side.Evaluators.BothNarrowed(side.Own(record));
        (DispositionDecision Compiled, DispositionDecision Reference) old = Both(Old);
        (DispositionDecision Compiled, DispositionDecision Reference) @new = Both(New);
        return shows(old.Compiled, @new.Compiled) == wanted && shows(old.Reference, @new.Reference) == wanted;
    }
}
