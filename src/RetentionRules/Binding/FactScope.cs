using RetentionRules.Calendars;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Language;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>
/// The names that texts of a schedule can speak of, and which of them were spoken of: facts, parameters, the fates of
/// related records, the completion of steps.
/// </summary>
internal sealed class FactScope
{
    private readonly Dictionary<string, FactDefinition> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PeriodParameter> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FactDefinition> _completions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FactDefinition> _decisions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _relatedRecords = new(StringComparer.Ordinal);
    private readonly HashSet<string> _faulty = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>In the order of declaration; implicit facts follow.</summary>
    public List<FactDefinition> Facts { get; } = [];

    public IEnumerable<PeriodParameter> Parameters => _parameters.Values;

    public ScheduleCalendar Calendar { get; set; } = new();

    /// <summary>Cycles whose declaration was refused, so that their use is not reported as well.</summary>
    public HashSet<string> FaultyCycles { get; } = new(StringComparer.Ordinal);

    /// <summary>How the records are filed: which codes a condition on the class can name.</summary>
    public ClassificationScheme Classification { get; set; } = ClassificationScheme.None;

    /// <summary>Whether rules that give the class are being bound; they cannot ask for it.</summary>
    public bool BindsClassRules { get; set; }

    /// <summary>The facts themselves could not be read: then no name is reported as unknown.</summary>
    public bool HasNoFacts { get; set; }

    /// <summary>The names of steps for whose doing a later step waits, in any disposition of the schedule.</summary>
    public HashSet<string> AwaitedSteps { get; } = new(StringComparer.Ordinal);

    public IEnumerable<string> FactNames => _facts.Keys;

    /// <summary>The facts and parameters that a schedule has declared, for files that speak of them.</summary>
    public static FactScope Of(RetentionInstrument instrument) =>
        Of(instrument.FactsWithParents, instrument.Parameters, instrument.Schedules[0].Calendar, instrument.Classification);

    /// <summary>A scope of these names.</summary>
    public static FactScope Of(IReadOnlyList<FactDefinition> facts, IEnumerable<PeriodParameter> parameters, ScheduleCalendar calendar, ClassificationScheme classification)
    {
        FactScope scope = new() { Calendar = calendar, Classification = classification };
        foreach (FactDefinition fact in facts) scope.Add(fact);
        foreach (PeriodParameter parameter in parameters) scope.Add(parameter);
        foreach (string name in facts.Where(f => f.Role is FactRole.RelatedRecordFate or FactRole.UnaskedFate).Select(f => f.Name.Split('.')[0]).Distinct())
            scope.AddRelatedRecord(name);
        return scope;
    }

    public void Add(FactDefinition fact)
    {
        Facts.Add(fact);
        _facts[fact.Name] = fact;
    }

    public void Add(PeriodParameter parameter) => _parameters[parameter.Name] = parameter;

    public void AddRelatedRecord(string name) => _relatedRecords.Add(name);

    /// <summary>A declaration that was refused: its name is known, so that its use is not reported as well.</summary>
    public void AddFaulty(string name) => _faulty.Add(name);

    public bool IsFaulty(string name) => HasNoFacts || _faulty.Contains(name);

    public bool IsRelatedRecord(string name) => _relatedRecords.Contains(name);

    /// <summary>The fact of that name, which then counts as used.</summary>
    public FactDefinition? Use(string name)
    {
        if (!_facts.TryGetValue(name, out FactDefinition? fact)) return null;
        _used.Add(name);
        return fact;
    }

    /// <summary>The fact of that name, without counting as a use of it.</summary>
    public FactDefinition? Find(string name) => _facts.GetValueOrDefault(name);

    public bool Knows(string name) => _facts.ContainsKey(name);

    public PeriodParameter? UseParameter(string name)
    {
        if (!_parameters.TryGetValue(name, out PeriodParameter? parameter)) return null;
        _used.Add(name);
        return parameter;
    }

    public bool IsUsed(string name) => _used.Contains(name);

    /// <summary>Declares that a fact records when a step was done; false where another fact already does.</summary>
    public bool TryDeclareCompletion(string step, FactDefinition fact) => _completions.TryAdd(step, fact);

    /// <summary>Declares that a fact records what an appraisal decided; false where another fact already does.</summary>
    public bool TryDeclareDecision(string step, FactDefinition fact) => _decisions.TryAdd(step, fact);

    public IEnumerable<(string Step, FactDefinition Fact)> DeclaredCompletions => _completions.Select(c => (c.Key, c.Value));

    public IEnumerable<(string Step, FactDefinition Fact)> DeclaredDecisions => _decisions.Select(c => (c.Key, c.Value));

    /// <summary>The fact that a schedule declares for the step, or null.</summary>
    public FactDefinition? DeclaredCompletion(string step) =>
        _completions.TryGetValue(step, out FactDefinition? fact) ? Use(fact.Name) : null;

    /// <summary>Whether the name is that of a fact that the schedule declares, and not of one that a step brought in.</summary>
    public bool IsDeclared(string name) => _facts.TryGetValue(name, out FactDefinition? fact) && fact.Role is FactRole.Declared or FactRole.RelatedRecordFate;

    /// <summary>
    /// The fact of that name where a step brought it in, or null. Whether it exists depends on the order in which items
    /// are read, so that nothing but its step may speak of it.
    /// </summary>
    public FactDefinition? FindOfStep(string name) =>
        Find(name) is { Role: FactRole.Completion or FactRole.FinalCompletion or FactRole.Outcome } made ? made : null;

    /// <summary>The fact that records when the step was done; one is made where none is declared.</summary>
    public FactDefinition Completion(string step, SourceReference source) =>
        DeclaredCompletion(step) ??
        Implicit(step, new EventType(), AwaitedSteps.Contains(step) ? FactRole.Completion : FactRole.FinalCompletion, source);

    /// <summary>The facts that record what the step decided; made where none are declared.</summary>
    public AppraisalOutcome Outcome(string step, SourceReference source)
    {
        FactDefinition decision = _decisions.TryGetValue(step, out FactDefinition? declared)
            ? Use(declared.Name)!
            : Implicit(step + ".outcome", new EnumerationType(AppraisalOutcome.Values, isOrdered: false, ignoreCase: false), FactRole.Outcome, source);
        FactDefinition extendedTo = Implicit(step + ".extended_to", new DateType(), FactRole.Outcome, source);
        return new AppraisalOutcome(decision, extendedTo, Completion(Words.StepNames[ActionWord.Destroy], source));
    }

    private FactDefinition Implicit(string name, FactType type, FactRole role, SourceReference source)
    {
        if (Use(name) is { } known) return known;
        Add(new FactDefinition(name, type, role, source));
        return Use(name)!;
    }
}
