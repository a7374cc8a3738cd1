using RetentionRules.Compilation;
using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Witnesses;

/// <summary>Both evaluators of a policy: what a witness shows, each of them must say.</summary>
internal sealed class EvaluatorPair(RetentionPolicy policy, DateOnly asOf)
{
    private readonly CompiledPolicy _compiled = policy.Compile();
    private readonly ReferenceEvaluator _reference = new(policy);

    public RetentionPolicy Policy => policy;

    public FactLayout Layout => _compiled.Layout;

    public DateOnly AsOf => asOf;

    /// <summary>
    /// Whether it is open which items claim a record, by each of the evaluators' ways to tell. Nearly all that is shown of a record
    /// speaks of an item, a conflict or none; and to decide an open record, every item that may apply is evaluated.
    /// </summary>
    private bool IsOpen(RecordFacts facts, ItemFinder finder) =>
        policy.Instrument is RetentionSchedule schedule && new ItemSelector(schedule, new Classifier(policy.Classification).Classify(facts).Facts, finder).IsOpen();

    /// <summary>Whether the compiled policy leaves it open which items claim a record.</summary>
    public bool IsOpen(IReadOnlyDictionary<int, FactValue> record) => IsOpen(FactsOf(record), _compiled.Finder);

    /// <summary>Whether both evaluators leave it open.</summary>
    public bool IsOpenToBoth(IReadOnlyDictionary<int, FactValue> record) => IsOpen(record) && IsOpen(FactsOf(record), ItemFinder.All);

    /// <summary>What the compiled policy decides.</summary>
    public DispositionDecision Decide(IReadOnlyDictionary<int, FactValue> record) => _compiled.Evaluate(FactsOf(record), asOf);

    /// <summary>What each of the two evaluators decides.</summary>
    public (DispositionDecision Compiled, DispositionDecision Reference) Both(IReadOnlyDictionary<int, FactValue> record)
    {
        RecordFacts facts = FactsOf(record);
        return (_compiled.Evaluate(facts, asOf), _reference.Evaluate(facts, asOf));
    }

    /// <summary>What the compiled policy decides, with all that it rests on.</summary>
    public Explanation Explain(IReadOnlyDictionary<int, FactValue> record) => _compiled.Explain(FactsOf(record), asOf);

    /// <summary>Whether an act is permitted with a record; null where the schedule does not know the act.</summary>
    public PermissionDecision? Permits(IReadOnlyDictionary<int, FactValue> record, string act) =>
        policy.Acts.Any(a => a.Name == act) ? _compiled.Permits(act, FactsOf(record), asOf) : null;

    /// <summary>Whether both evaluators show something of a record on a day.</summary>
    public bool BothShow(IReadOnlyDictionary<int, FactValue> record, DateOnly day, Func<DispositionDecision, bool> shows)
    {
        RecordFacts facts = FactsOf(record);
        return shows(_compiled.Evaluate(facts, day)) && shows(_reference.Evaluate(facts, day));
    }

    /// <summary>Whether no restriction forbids an act with a record on a day, or may.</summary>
    public bool IsUnrestricted(IReadOnlyDictionary<int, FactValue> record, RecordAct act, DateOnly day) => new RestrictionCheck(policy, FactsOf(record), day).Standing(act).Count == 0;

    /// <summary>Whether an act is permitted with a record, in a word; by a schedule that does not know the act nothing forbids it.</summary>
    public string Permission(IReadOnlyDictionary<int, FactValue> record, string act) =>
        PermissionText.Word(Permits(record, act)?.Permission ?? PermissionStatus.Permitted);

    /// <summary>A buffer with the facts of a record.</summary>
    public RecordFacts FactsOf(IReadOnlyDictionary<int, FactValue> record)
    {
        RecordFacts facts = _compiled.NewRecord();
        foreach ((int place, FactValue value) in record) facts.Set(Layout.Facts[place].Name, value);
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

        return new WitnessRecord([.. record.OrderBy(f => f.Key).Select(f => new WitnessFact(Layout.Facts[f.Key].Name, f.Value))], asOf, Decide(record).ToString());
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
        (DispositionDecision byCompiled, DispositionDecision byReference) = Both(record);
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
