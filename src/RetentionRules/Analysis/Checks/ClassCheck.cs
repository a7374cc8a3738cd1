using RetentionRules.Analysis.Logic;
using RetentionRules.Compilation;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Checks;

/// <summary>Whether class rules contradict each other, and every class has an item.</summary>
internal sealed class ClassCheck(AnalysisContext context)
{
    private const string RuleQuestion = "no two rules give a record different classes";
    private const string ClassQuestion = "every class has an item";

    private readonly ClassificationScheme _scheme = context.Schedule.Classification;

    public void Run()
    {
        if (_scheme.IsNone) return;
        for (int second = 0; second < _scheme.Rules.Count; second++)
            for (int first = 0; first < second; first++)
                if (_scheme.Rules[first].Class != _scheme.Rules[second].Class) AskRules(_scheme.Rules[first], _scheme.Rules[second]);
        if (!context.Raw.Any(raw => context.Solver.AxesOf(raw).Contains(Place))) return;
        foreach (RecordClass @class in _scheme.Classes.Where(c => !c.IsNonRecord && !_scheme.ListsBelow(c.Code))) AskClass(@class);
    }

    private int Place => context.Solver.Classes.Layout.PlaceOf(_scheme.Fact.Name);

    private AnalysisPlace PlaceOf(Text.SourceReference reference) => new(_scheme.IsPartOfSchedule ? context.Schedule.Path : _scheme.Path, reference);

    private void AskRules(ClassRule first, ClassRule second) => context.Results.Ask(RuleQuestion, PlaceOf(second.When.Source), $"classes `{first.Class.Code}` and `{second.Class.Code}`", () =>
    {
        int[] both = [context.Pool.Add(first.When), context.Pool.Add(second.When)];
        SearchResult found = context.Search.Find(both, [], context.Effort());
        if (found.Kind == SearchKind.None) return ProofVerdict.Proved;
        if (found.Kind == SearchKind.Opaque) return context.Results.RestsOnOpaque(RuleQuestion, PlaceOf(second.When.Source), $"classes `{first.Class.Code}` and `{second.Class.Code}`");

        bool Shows(DispositionDecision d) => d.Classification.State == ClassificationState.Conflict && d.Classification.Candidates.Contains(first.Class.Code) && d.Classification.Candidates.Contains(second.Class.Code);
        Dictionary<int, FactValue> record = context.Search.Least(found.Record!, both, []).ToDictionary();
        // The rules are asked only of records that nobody has filed.
        record[Place] = FactValue.Never;
        // Least by the decision: another rule for one of the classes may need fewer facts.
        WitnessRecord witness = context.Evaluators.Confirm(context.Evaluators.Least(record, Shows, whereOpen: true), Shows, RuleQuestion, whereOpen: true);
        context.Results.Add(new AnalysisFinding(AnalysisDiagnostics.ClassRulesConflict, PlaceOf(second.When.Source), first.Class.Code, second.Class.Code, witness.ToString())
        {
            Related = [(PlaceOf(first.When.Source), $"the rule for `{first.Class.Code}`")],
            Witness = witness,
        });
        return ProofVerdict.Refuted;
    });

    private void AskClass(RecordClass @class) => context.Results.Ask(ClassQuestion, PlaceOf(@class.Source), $"class `{@class.Code}`", () =>
    {
        int number = context.Pool.Axes[Place].ClassOf(FactValue.Text(@class.Code));
        int filed = context.Pool.Question(Place, ClassSet.Range(number, number));
        AnalysisEffort effort = context.Effort();
        bool hasItem = context.Index.Near(context.Solver, filed).Any(item => context.Search.Find([context.Raw[item], filed], [], effort).Kind != SearchKind.None);
        int[] excused = [.. context.Schedule.Uncovered.Select(u => context.Pool.Add(u.When))];
        if (hasItem || context.Search.Find([filed], excused, effort).Kind == SearchKind.None) return ProofVerdict.Proved;
        context.Results.Add(new AnalysisFinding(AnalysisDiagnostics.ClassUncovered, PlaceOf(@class.Source), @class.Code));
        return ProofVerdict.Refuted;
    });
}
