using RetentionRules.Compilation;
using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;

namespace RetentionRules;

/// <summary>A policy made ready to decide records. Immutable, and safe to share between threads.</summary>
public sealed class CompiledPolicy
{
    private readonly ReferenceEvaluator _layers;
    private readonly CompiledEvaluator? _compiled;
    private readonly PermissionEvaluator _permissions;
    private readonly FactAxes _axes;

    internal CompiledPolicy(RetentionPolicy policy)
    {
        Policy = policy;
        Layout = new FactLayout(policy.Facts, policy.Classification);
        CompiledInstrument compiled = new(policy, Layout);
        Finder = compiled;
        _compiled = compiled.Evaluator;
        _layers = new ReferenceEvaluator(policy, compiled);
        _permissions = new PermissionEvaluator(policy, _layers);
        Size = compiled.Size;
        _axes = compiled.Axes;
    }

    /// <summary>The class of a fact of a record, as a buffer keeps it.</summary>
    internal int ClassOf(RecordFacts facts, int place) => _axes.ClassOf(place, facts) + 1;

    /// <summary>How large the diagrams of the schedules came out, all together.</summary>
    public DiagramSize Size { get; }

    /// <summary>What decides.</summary>
    public RetentionPolicy Policy { get; }

    /// <summary>The facts that the policy asks of a record.</summary>
    public IReadOnlyList<FactDefinition> Facts => Layout.Facts;

    internal FactLayout Layout { get; }

    /// <summary>Which items are worth looking at for a record, by the diagrams.</summary>
    internal ItemFinder Finder { get; }

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
        return Whole(facts, asOf);
    }

    private DispositionDecision Whole(RecordFacts facts, DateOnly asOf) => _compiled?.Decide(facts, asOf) ?? _layers.Evaluate(facts, asOf);

    /// <summary>
    /// Decides what may be done with a record on a day, without reasons and texts: for millions of records, or inside a request
    /// that only asks whether an act is due. It says the same as <see cref="Evaluate"/>.
    /// </summary>
    /// <remarks>Nothing is allocated where one item claims the record for certain and no layer must be asked that is not compiled.</remarks>
    /// <param name="facts">The record; made by <see cref="NewRecord"/> of this policy.</param>
    /// <param name="asOf">The day of evaluation.</param>
    /// <exception cref="ArgumentException">The facts were made by another policy.</exception>
    public DispositionVerdict Decide(RecordFacts facts, DateOnly asOf)
    {
        CheckLayout(facts);
        Decide(facts, asOf, out DispositionVerdict verdict);
        return verdict;
    }

    /// <summary>The same, written where the caller wants it.</summary>
    internal void Decide(RecordFacts facts, DateOnly asOf, out DispositionVerdict verdict)
    {
        if (_compiled is null || !_compiled.TryDecide(facts, asOf, out verdict)) verdict = new DispositionVerdict(_layers.Evaluate(facts, asOf));
    }

    /// <summary>Where a fact stands in the buffers of this policy, to set it without looking up its name again.</summary>
    /// <param name="fact">The name of the fact.</param>
    /// <exception cref="ArgumentException">The policy asks for no such fact.</exception>
    public FactPlace PlaceOf(string fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return new FactPlace(Layout, Layout.PlaceOf(fact));
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
        return new RecordAggregate(this, _layers, id, asOf);
    }

    /// <summary>What is found about a record: the decision about it alone, or where it is one of several, what to add to them.</summary>
    internal RecordFinding Find(RecordFacts facts, DateOnly asOf) => _layers.Find(facts, asOf);

    internal string? AggregateOf(RecordFinding found, RecordFacts facts) => _layers.AggregateOf(found, facts);

    internal DispositionDecision Decide(RecordFinding found, RecordFacts facts, DateOnly asOf) => _layers.Decide(found, facts, asOf);

    /// <summary>Decides, and says of every condition and every moment what value it took.</summary>
    /// <param name="facts">The record; made by <see cref="NewRecord"/> of this policy.</param>
    /// <param name="asOf">The day of evaluation.</param>
    /// <exception cref="ArgumentException">The facts were made by another policy.</exception>
    public Explanation Explain(RecordFacts facts, DateOnly asOf)
    {
        CheckLayout(facts);
        return new Explainer(Policy, facts, asOf).Explain(Whole(facts, asOf));
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
