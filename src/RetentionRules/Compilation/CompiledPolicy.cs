using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;

namespace RetentionRules;

/// <summary>A policy made ready to decide records. Immutable, and safe to share between threads.</summary>
public sealed class CompiledPolicy
{
    private readonly ReferenceEvaluator _evaluator;
    private readonly PermissionEvaluator _permissions;

    internal CompiledPolicy(RetentionPolicy policy)
    {
        Policy = policy;
        Layout = new FactLayout(policy.Facts, policy.Classification);
        _evaluator = new ReferenceEvaluator(policy);
        _permissions = new PermissionEvaluator(policy, _evaluator);
    }

    /// <summary>What decides.</summary>
    public RetentionPolicy Policy { get; }

    /// <summary>The facts that the policy asks of a record.</summary>
    public IReadOnlyList<FactDefinition> Facts => Layout.Facts;

    internal FactLayout Layout { get; }

    /// <summary>A buffer for the facts of a record; all are unknown until they are set.</summary>
    /// <param name="id">The record's identifier; empty where it has none.</param>
    public RecordFacts NewRecord(string id = "")
    {
        ArgumentNullException.ThrowIfNull(id);
        return new RecordFacts(Layout) { Id = id };
    }

    /// <summary>Says which class a record has: the one it was filed under, or the one that the rules of the classification give it.</summary>
    /// <remarks>Where the policy has no classification, the state is <see cref="ClassificationState.NoScheme"/>.</remarks>
    /// <param name="facts">The record; made by <see cref="NewRecord"/> of this policy.</param>
    /// <exception cref="ArgumentException">The facts were made by another policy.</exception>
    public RecordClassification Classify(RecordFacts facts)
    {
        CheckLayout(facts);
        return new Classifier(Policy.Classification).Classify(facts).Classification;
    }

    /// <summary>Decides what may be done with a record on a day.</summary>
    /// <param name="facts">The record; made by <see cref="NewRecord"/> of this policy.</param>
    /// <param name="asOf">The day of evaluation. Nothing here reads a clock.</param>
    /// <exception cref="ArgumentException">The facts were made by another policy.</exception>
    public DispositionDecision Evaluate(RecordFacts facts, DateOnly asOf)
    {
        CheckLayout(facts);
        return _evaluator.Evaluate(facts, asOf);
    }

    /// <summary>
    /// Begins to decide about records that are disposed of as one: a case, a volume, a folder. Add every record, then ask for
    /// the decision.
    /// </summary>
    /// <param name="id">The aggregate: the value that its records have in common.</param>
    /// <param name="asOf">The day of evaluation.</param>
    /// <exception cref="InvalidOperationException">The policy disposes of no records as one.</exception>
    public RecordAggregate NewAggregate(string id, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (Policy.Aggregation is null) throw new InvalidOperationException("The policy disposes of no records as one; `aggregate:` in the schedule says which are.");
        return new RecordAggregate(this, _evaluator, id, asOf);
    }

    /// <summary>What is found about a record: the decision about it alone, or where it is one of several, what to add to them.</summary>
    internal RecordFinding Find(RecordFacts facts, DateOnly asOf) => _evaluator.Find(facts, asOf);

    internal string? AggregateOf(RecordFinding found, RecordFacts facts) => _evaluator.AggregateOf(found, facts);

    internal DispositionDecision Decide(RecordFinding found, RecordFacts facts, DateOnly asOf) => _evaluator.Decide(found, facts, asOf);

    /// <summary>Decides, and says of every condition and every moment what value it took.</summary>
    /// <param name="facts">The record; made by <see cref="NewRecord"/> of this policy.</param>
    /// <param name="asOf">The day of evaluation.</param>
    /// <exception cref="ArgumentException">The facts were made by another policy.</exception>
    public Explanation Explain(RecordFacts facts, DateOnly asOf)
    {
        CheckLayout(facts);
        return new Explainer(Policy, facts, asOf).Explain(_evaluator.Evaluate(facts, asOf));
    }

    /// <summary>
    /// Whether something may be done with a record on a day: an act of a disposition, <c>publish</c>, <c>outsource</c>,
    /// <c>digitise</c>, <c>lend the original</c>, or an act that the schedule declares.
    /// </summary>
    /// <param name="action">The act, as the schedule names it.</param>
    /// <param name="facts">The record; made by <see cref="NewRecord"/> of this policy.</param>
    /// <param name="asOf">The day on which it would be done.</param>
    /// <exception cref="ArgumentException">The schedule knows no such act, or the facts were made by another policy.</exception>
    public PermissionDecision Permits(string action, RecordFacts facts, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(action);
        CheckLayout(facts);
        return _permissions.Evaluate(Policy.ActOf(action), facts, asOf);
    }

    internal void CheckLayout(RecordFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (!ReferenceEquals(facts.Layout, Layout))
            throw new ArgumentException("The facts were made by another policy; make them by NewRecord of this one.", nameof(facts));
    }
}

/// <summary>Compiling as a method of the policy.</summary>
public static class RetentionPolicyCompilation
{
    /// <summary>Makes the policy ready to decide records.</summary>
    public static CompiledPolicy Compile(this RetentionPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new CompiledPolicy(policy);
    }
}
