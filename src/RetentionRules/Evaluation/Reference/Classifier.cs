using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>A record with the class that it gets: what everything else is decided by.</summary>
/// <param name="Facts">The facts with <c>class</c> as it comes out.</param>
/// <param name="Classification">Which class, and why.</param>
internal sealed record ClassifiedRecord(RecordFacts Facts, RecordClassification Classification);

/// <summary>How a record gets its class (docs/language.md, 13.2): first of all, before any item is looked at.</summary>
internal sealed class Classifier(ClassificationScheme scheme)
{
    public ClassifiedRecord Classify(RecordFacts facts)
    {
        if (scheme.IsNone) return new ClassifiedRecord(facts, RecordClassification.NoScheme);
        FactValue filed = facts[scheme.Fact];
        return filed.State switch
        {
            FactState.Known => new ClassifiedRecord(facts, Settled(ClassificationState.Filed, filed.AsText, [])),
            FactState.Never when scheme.Rules.Count > 0 => ByRules(facts),
            FactState.Never => new ClassifiedRecord(facts, new RecordClassification(ClassificationState.NotFiled)),
            // A code cannot be pending; if it were, nobody would know the class either.
            FactState.Unknown or FactState.Pending => new ClassifiedRecord(facts, Open(ClassificationState.Unknown)),
            _ => throw new InvalidOperationException("unknown state"),
        };
    }

    private ClassifiedRecord ByRules(RecordFacts facts)
    {
        RecordClassification classification = new RuleCheck(scheme, facts).Classify(Settled);
        FactValue value = classification.State == ClassificationState.Assigned ? FactValue.Text(classification.Class) : FactValue.Unknown;
        return new ClassifiedRecord(facts.With(scheme.Fact, value), classification);
    }

    private RecordClassification Settled(ClassificationState state, string code, IReadOnlyList<DecisionReason> reasons)
    {
        bool isNonRecord = scheme.TryFind(code, out RecordClass? found) && found.IsNonRecord;
        return new RecordClassification(state)
        {
            Class = code,
            IsNonRecord = isNonRecord,
            Reasons = isNonRecord ? [.. reasons, Reasons.NonRecordClass(scheme, found!)] : reasons,
        };
    }

    private static RecordClassification Open(ClassificationState state, params DecisionReason[] reasons) =>
        new(state) { Missing = [ClassificationScheme.FactName], Reasons = reasons };

    /// <summary>The rules, each with its truth. A rule never asks for the class, so their order cannot matter.</summary>
    private sealed class RuleCheck(ClassificationScheme scheme, RecordFacts facts)
    {
        private readonly ConditionEvaluator _conditions = new(facts);

        public RecordClassification Classify(Func<ClassificationState, string, IReadOnlyList<DecisionReason>, RecordClassification> settled)
        {
            ClassRule[] holding = Rules(Truth.True);
            RecordClass[] given = ClassesOf(holding);
            if (given.Length > 1) return Conflict(given);
            ClassRule[] other = [.. Rules(Truth.Unknown).Where(r => !given.Contains(r.Class))];
            if (other.Length > 0) return MayBe(ClassesOf([.. holding, .. other]), other);
            return given is [var only]
                ? settled(ClassificationState.Assigned, only.Code, [Reasons.ClassAssigned(scheme, holding[0])])
                : Open(ClassificationState.NotFound, Reasons.ClassNotFound());
        }

        private ClassRule[] Rules(Truth truth) => [.. scheme.Rules.Where(r => _conditions.Evaluate(r.When) == truth)];

        private RecordClass[] ClassesOf(ClassRule[] rules) => [.. scheme.Classes.Where(c => rules.Any(r => r.Class == c))];

        private static RecordClassification Conflict(RecordClass[] given) => new(ClassificationState.Conflict)
        {
            Candidates = [.. given.Select(c => c.Code)],
            Missing = [ClassificationScheme.FactName],
            Reasons = [Reasons.ClassConflict(given)],
        };

        private RecordClassification MayBe(RecordClass[] candidates, ClassRule[] open)
        {
            string[] missing = [.. open.SelectMany(r => _conditions.MissingIn(r.When)).Select(f => f.Name)];
            return new RecordClassification(ClassificationState.MayBe)
            {
                Candidates = [.. candidates.Select(c => c.Code)],
                Missing = [.. facts.Layout.Facts.Select(f => f.Name).Where(missing.Contains)],
                Reasons = [Reasons.ClassMayBe(candidates, missing)],
            };
        }
    }
}
