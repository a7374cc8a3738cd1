using RetentionRules.Evaluation.Reference;

namespace RetentionRules;

/// <summary>
/// Records that are disposed of as one, on one day. What is kept does not grow with their number. Not to be shared between
/// threads.
/// </summary>
public sealed class RecordAggregate
{
    private readonly CompiledPolicy _policy;
    private readonly ReferenceEvaluator _evaluator;
    private readonly AggregateState _state;

    internal RecordAggregate(CompiledPolicy policy, ReferenceEvaluator evaluator, string id, DateOnly asOf)
    {
        (_policy, _evaluator, Id, AsOf) = (policy, evaluator, id, asOf);
        _state = evaluator.NewAggregate(asOf);
    }

    /// <summary>The aggregate: the value that its records have in common.</summary>
    public string Id { get; }

    /// <summary>The day of evaluation.</summary>
    public DateOnly AsOf { get; }

    /// <summary>How many records were added.</summary>
    public long Count => _state.Count;

    /// <summary>Adds a record; the buffer may then be used for the next one.</summary>
    /// <exception cref="ArgumentException">The facts were made by another policy.</exception>
    public void Add(RecordFacts facts)
    {
        _policy.CheckLayout(facts);
        Add(_evaluator.Find(facts, AsOf), facts);
    }

    internal void Add(RecordFinding found, RecordFacts facts) => _evaluator.Add(_state, found, facts);

    /// <summary>
    /// What may be done with all of them together. Without the declared fact that says that no record is missing, no act of
    /// theirs is due.
    /// </summary>
    /// <exception cref="InvalidOperationException">No record was added.</exception>
    public DispositionDecision Decide() => Count > 0
        ? _evaluator.Decide(_state, Id, _policy.Layout, AsOf)
        : throw new InvalidOperationException("An aggregate without records is nothing to decide about.");
}
