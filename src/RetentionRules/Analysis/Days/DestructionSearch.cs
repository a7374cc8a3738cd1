using RetentionRules.Analysis.Logic;
using RetentionRules.Calendars;
using RetentionRules.Compilation;
using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Days;

/// <summary>Searches for records that come to their destruction, and that restrictions let on a day.</summary>
internal sealed class DestructionSearch
{
    /// <summary>A record with its days is decided by both evaluators, which costs more than a look at a condition.</summary>
    private const int DecisionCost = 20;

    /// <summary>Days worth trying, counted from the day of the act: on it and around it, and long before.</summary>
    private static readonly int[] around = [0, 1, -1, -400, -4_000, -40_000];

    private readonly AnalysisContext _context;
    private readonly ActRestrictions _restrictions;
    private readonly RecordAct _act;
    private readonly CasePaths _paths;
    private readonly DestructionReach _reach;
    private readonly RestrictionConditions _conditions;
    private readonly HashSet<string> _keptApart;

    /// <param name="context">The schedule.</param>
    /// <param name="restrictions">What may forbid the destruction.</param>
    /// <param name="act">To destroy.</param>
    /// <param name="byDays">Whether the conditions of the context keep apart the days that restrictions ask for.</param>
    public DestructionSearch(AnalysisContext context, ActRestrictions restrictions, RecordAct act, bool byDays)
    {
        (_context, _restrictions, _act) = (context, restrictions, act);
        _paths = new CasePaths(context);
        _reach = new DestructionReach(context.Pool, context.Evaluators.Layout);
        _conditions = new RestrictionConditions(context.Pool, context.Evaluators.Layout, act, byDays ? [.. restrictions.Cuts] : []);
        _keptApart = byDays ? [.. restrictions.Facts.Select(f => f.Name)] : [];
        Days = byDays ? [DateBound.PositiveInfinity, .. restrictions.Days.Select(DateBound.At)] : [DateBound.PositiveInfinity];
    }

    /// <summary>The days that stand for all, the latest first; behind all of them stands +∞.</summary>
    public IReadOnlyList<DateBound> Days { get; }

    /// <summary>The ways on which records of an item come to be destroyed.</summary>
    public IEnumerable<CasePath> PathsOf(int item) => _paths.Of(item).Where(p => DestructionReach.Destroys(p.Sequence));

    /// <summary>A record of a case that comes to its destruction, whatever restricts it.</summary>
    public SearchResult FindAny(int item, CasePath path, AnalysisEffort effort) =>
        _context.Search.Find([.. path.All, _reach.Of(path.Sequence)], [.. _context.RawBefore(item), .. path.None], effort);

    /// <summary>A record of a case that some restrictions let be destroyed on a day.</summary>
    public SearchResult Find(int item, CasePath path, DayQuestion question, AnalysisEffort effort) =>
        _context.Search.Find(All(path, question), [.. _context.RawBefore(item), .. path.None], effort);

    private IEnumerable<int> All(CasePath path, DayQuestion question) =>
    [
        .. path.All,
        _reach.Of(path.Sequence),
        DestructionReach.DoneOf(path.Sequence) is { } done ? _conditions.IsAhead(done, _keptApart.Contains(done.Name) ? question.Day : DateBound.PositiveInfinity) : ConditionPool.True,
        .. question.Restrictions.Select(r => _conditions.Lets(r, question.Day, question.Shut.Contains(r))),
    ];

    /// <summary>Whether a record that was found for the latest day is let by the restrictions themselves.</summary>
    public bool IsLet(IReadOnlyDictionary<int, FactValue> record) => _context.Evaluators.IsUnrestricted(record, _act, DateOnly.MaxValue);

    /// <summary>
    /// Whether there is a record that both evaluators say is due to be destroyed on a day, and that no restriction stops. Where none
    /// of the days that are tried shows it, others may.
    /// </summary>
    public bool IsShown(int item, CasePath path, DayQuestion question, AnalysisEffort effort)
    {
        DateOnly day = question.Day.Date;
        bool Shows(DispositionDecision d) => d.Item == path.Item && d.Action == DispositionAction.Destroy && d.Blocks.All(b => b is not (Reasons.RestrictionForbidsCode or Reasons.RestrictionMayForbidCode));
        if (_context.Search.Find(All(path, question), [.. _context.Beside(item), .. path.None], effort) is not { Kind: SearchKind.Found, Record: { } found }) return false;
        IReadOnlyDictionary<int, FactValue> whole = _context.Values.WithRequired(found, _context.Schedule);
        int[] places = [.. FactsOf(path).Where(f => f.IsDated).Select(f => _context.Evaluators.Layout.PlaceOf(f.Name)).Distinct().Order()];
        foreach (IReadOnlyDictionary<int, FactValue> record in DayTrials.Combinations(whole, places, [.. places.Select(p => ChoicesOf(p, whole, day))], effort))
        {
            effort.Spend(DecisionCost);
            if (_context.Evaluators.BothShow(record, day, Shows)) return true;
        }

        return false;
    }

    /// <summary>The facts on whose days it rests when the destruction is due and when it is let.</summary>
    private IEnumerable<FactDefinition> FactsOf(CasePath path) =>
    [
        .. path.Sequence.Steps.SelectMany(s => MomentParts.Of(s.Timing)).SelectMany(MomentFacts.Of),
        .. path.Sequence.Steps.Select(s => s.Completion).OfType<RecordedCompletion>().Select(c => c.Fact).Where(f => f != DestructionReach.DoneOf(path.Sequence)),
        .. _restrictions.All.Select(r => r.Rule).OfType<Prerequisite>().Select(r => r.During).OfType<FactInterval>().SelectMany(d => (FactDefinition[])[d.From, d.Until]),
        .. _context.Evaluators.Policy.LimitsOn(_context.Schedule).Select(l => l.NotBefore).OfType<Moment>().SelectMany(MomentFacts.Of),
    ];

    private static FactValue[] ChoicesOf(int place, IReadOnlyDictionary<int, FactValue> found, DateOnly day) =>
    [
        .. (found.TryGetValue(place, out FactValue own) ? [own] : Array.Empty<FactValue>()).Concat(around.Select(n => day.DayNumber + n)
            .Where(n => n > 0 && n <= DateOnly.MaxValue.DayNumber).Select(n => FactValue.Date(DateOnly.FromDayNumber(n)))).Append(FactValue.Never).Distinct(),
    ];

    /// <summary>
    /// The restrictions whose interval is over before a destruction can be due, by the rules of periods or on every day of the
    /// calendar: then it lies in the interval on no day.
    /// </summary>
    public IReadOnlySet<Restriction> ShutBefore(CasePath path, AnalysisEffort effort)
    {
        DayOrder order = new(_context.Evaluators.Policy, _context.Schedule.Rounding, _context.Evaluators.Layout);
        Moment due = MomentParts.FloorOf(DestructionReach.LastOf(path.Sequence));
        return _restrictions.All
            .Where(r => r.Rule is Prerequisite { During: { } during } && order.IsNeverAfter(new FactMoment(r.Source, during.Until), Side.Floor, due, Side.Floor, effort))
            .ToHashSet();
    }
}

/// <summary>Whether some restrictions let an act on a day.</summary>
/// <param name="Restrictions">The restrictions.</param>
/// <param name="Day">The day; +∞ is behind all others.</param>
/// <param name="Shut">Those whose interval is known to be over before the act can be due.</param>
internal readonly record struct DayQuestion(IReadOnlyList<Restriction> Restrictions, DateBound Day, IReadOnlySet<Restriction> Shut);
