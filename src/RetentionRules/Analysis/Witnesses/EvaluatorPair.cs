using RetentionRules.Compilation;
using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Witnesses;

/// <summary>Both evaluators of a policy: what a witness shows, each of them must say.</summary>
internal sealed class EvaluatorPair
{
    private readonly CompiledPolicy _compiled;
    private readonly ReferenceEvaluator _reference;

    /// <summary>
    /// The reference evaluator where it need not look at all items: what a record shows is asked of all, that it no longer does
    /// without one of its facts only of those that ask for the values it has.
    /// </summary>
    private readonly ReferenceEvaluator _narrowed;
    private readonly ItemsByValue _items = new();

    public EvaluatorPair(RetentionPolicy policy, DateOnly asOf)
    {
        (Policy, AsOf) = (policy, asOf);
        _compiled = policy.Compile();
        _reference = new ReferenceEvaluator(policy);
        _narrowed = new ReferenceEvaluator(policy, _items);
    }

    public RetentionPolicy Policy { get; }

    public FactLayout Layout => _compiled.Layout;

    public DateOnly AsOf { get; }

    /// <summary>
    /// Whether it is open which items claim a record, by each of the evaluators' ways to tell. Nearly all that is shown of a record
    /// speaks of an item, a conflict or none; and to decide an open record, every item that may apply is evaluated.
    /// </summary>
    private bool IsOpen(RecordFacts facts, ItemFinder finder)
    {
        if (Policy.Instrument is not RetentionSchedule schedule) return false;
        RecordFacts classified = new Classifier(Policy.Classification).Classify(facts).Facts;
        return new ItemSelector(schedule, classified, finder).IsOpen(_items.FindCertain(schedule, classified));
    }

    /// <summary>Whether the compiled policy leaves it open which items claim a record.</summary>
    public bool IsOpen(IReadOnlyDictionary<int, FactValue> record) => IsOpen(FactsOf(record), _compiled.Finder);

    /// <summary>Whether both evaluators leave it open.</summary>
    public bool IsOpenToBoth(IReadOnlyDictionary<int, FactValue> record) => IsOpen(record) && IsOpen(FactsOf(record), _items);

    /// <summary>What the compiled policy decides.</summary>
    public DispositionDecision Decide(IReadOnlyDictionary<int, FactValue> record) => _compiled.Evaluate(FactsOf(record), AsOf);

    /// <summary>What each of the two evaluators decides, the reference asking every item.</summary>
    public (DispositionDecision Compiled, DispositionDecision Reference) Both(IReadOnlyDictionary<int, FactValue> record) => Both(FactsOf(record), _reference);

    /// <summary>What each of the two evaluators decides, the reference asking the items that the record's values leave.</summary>
    public (DispositionDecision Compiled, DispositionDecision Reference) BothNarrowed(IReadOnlyDictionary<int, FactValue> record) => Both(FactsOf(record), _narrowed);

    private (DispositionDecision Compiled, DispositionDecision Reference) Both(RecordFacts facts, ReferenceEvaluator reference) =>
        (_compiled.Evaluate(facts, AsOf), reference.Evaluate(facts, AsOf));

    /// <summary>What the compiled policy decides, with all that it rests on.</summary>
    public Explanation Explain(IReadOnlyDictionary<int, FactValue> record) => _compiled.Explain(FactsOf(record), AsOf);

    /// <summary>Whether an act is permitted with a record; null where the schedule does not know the act.</summary>
    public PermissionDecision? Permits(IReadOnlyDictionary<int, FactValue> record, string act) =>
        Policy.Acts.Any(a => a.Name == act) ? _compiled.Permits(act, FactsOf(record), AsOf) : null;

    /// <summary>Whether both evaluators show something of a record on a day.</summary>
    public bool BothShow(IReadOnlyDictionary<int, FactValue> record, DateOnly day, Func<DispositionDecision, bool> shows)
    {
        RecordFacts facts = FactsOf(record);
        return shows(_compiled.Evaluate(facts, day)) && shows(_reference.Evaluate(facts, day));
    }

    /// <summary>Whether no restriction forbids an act with a record on a day, or may.</summary>
    public bool IsUnrestricted(IReadOnlyDictionary<int, FactValue> record, RecordAct act, DateOnly day) => new RestrictionCheck(Policy, FactsOf(record), day).Standing(act).Count == 0;

    /// <summary>Whether an act is permitted with a record, in a word; by a schedule that does not know the act nothing forbids it.</summary>
    public string Permission(IReadOnlyDictionary<int, FactValue> record, string act) =>
        PermissionText.Word(Permits(record, act)?.Permission ?? PermissionStatus.Permitted);

    /// <summary>A buffer with the facts of a record.</summary>
    public RecordFacts FactsOf(IReadOnlyDictionary<int, FactValue> record)
    {
        RecordFacts facts = _compiled.NewRecord();
        foreach ((int place, FactValue value) in record) facts.SetAt(place, value);
        return facts;
    }

    /// <summary>
    /// Whether both evaluators show something of a record, and neither any more once a fact of it is unknown. A record of which
    /// the search was sure and that does not show it is a fault of this library, and is never told.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="shows">Whether a decision shows it.</param>
    /// <param name="what">What is shown.</param>
    /// <param name="whereOpen">Whether it can also be shown where it is open which items claim the record.</param>
    /// <exception cref="AnalysisFaultException">The record does not show it.</exception>
    public WitnessRecord Confirm(IReadOnlyDictionary<int, FactValue> record, Func<DispositionDecision, bool> shows, string what, bool whereOpen = false) =>
        Confirm(record, (_, decision) => shows(decision), what, whereOpen);

    /// <inheritdoc cref="Confirm(IReadOnlyDictionary{int, FactValue}, Func{DispositionDecision, bool}, string, bool)"/>
    public WitnessRecord Confirm(IReadOnlyDictionary<int, FactValue> record, Func<RecordFacts, DispositionDecision, bool> shows, string what, bool whereOpen = false)
    {
        if (!IsShown(record, shows, both: true)) throw new AnalysisFaultException($"a record was found for `{what}`, and the evaluators do not show it: {Written(record)}");
        foreach (int place in record.Keys)
        {
            Dictionary<int, FactValue> fewer = record.Where(f => f.Key != place).ToDictionary();
            if ((whereOpen || !IsOpenToBoth(fewer)) && IsShown(fewer, shows, both: false)) throw new AnalysisFaultException($"the record for `{what}` does not need `{Layout.Facts[place].Name}`: {Written(record)}");
        }

        return new WitnessRecord([.. record.OrderBy(f => f.Key).Select(f => new WitnessFact(Layout.Facts[f.Key].Name, f.Value))], AsOf, Decide(record).ToString());
    }

    /// <summary>The record without the facts that are not needed to show something, the last of the schedule first.</summary>
    public IReadOnlyDictionary<int, FactValue> Least(IReadOnlyDictionary<int, FactValue> record, Func<DispositionDecision, bool> shows, bool whereOpen = false) =>
        Least(record, (_, decision) => shows(decision), whereOpen);

    /// <inheritdoc cref="Least(IReadOnlyDictionary{int, FactValue}, Func{DispositionDecision, bool}, bool)"/>
    public IReadOnlyDictionary<int, FactValue> Least(IReadOnlyDictionary<int, FactValue> record, Func<RecordFacts, DispositionDecision, bool> shows, bool whereOpen = false) =>
        LeastRecord.Of(record, left => (whereOpen || !IsOpen(left)) && shows(FactsOf(left), Decide(left)));

    private bool IsShown(IReadOnlyDictionary<int, FactValue> record, Func<RecordFacts, DispositionDecision, bool> shows, bool both)
    {
        RecordFacts facts = FactsOf(record);
        (DispositionDecision byCompiled, DispositionDecision byReference) = both ? Both(record) : BothNarrowed(record);
        (bool compiled, bool reference) = (shows(facts, byCompiled), shows(facts, byReference));
        return both ? compiled && reference : compiled || reference;
    }

    private string Written(IReadOnlyDictionary<int, FactValue> record) => string.Join(", ", record.Select(f => $"{Layout.Facts[f.Key].Name} = {f.Value}"));
}

/// <summary>The analysis contradicts the evaluators: a fault of this library, and no finding about a schedule.</summary>
public sealed class AnalysisFaultException : Exception
{
    internal AnalysisFaultException(string message)
        : base(message)
    {
    }
}
