using RetentionRules.Analysis.Logic;
using RetentionRules.Analysis.Witnesses;
using RetentionRules.Calendars;
using RetentionRules.Compilation;
using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Days;

/// <summary>
/// Searches, day by day, for records of one case that are due to be destroyed and that restrictions let. A few days stand for all:
/// what keeps a destruction back ends on a day that is named, or is counted from one, and the first day behind it is as good as
/// any until something else begins to keep it back.
/// </summary>
internal sealed class DestructionSearch
{
    private readonly AnalysisContext _context;
    private readonly ActRestrictions _restrictions;
    private readonly CasePath _path;
    private readonly Condition[] _before;
    private readonly Condition[] _beside;
    private readonly DateOnly[] _named;
    private readonly Dictionary<DateBound, DestructionDay> _due = [];
    private readonly ConditionPool _pool;
    private readonly RecordMaker _maker;
    private readonly RecordSearch _search;

    public DestructionSearch(AnalysisContext context, ActRestrictions restrictions, int item, CasePath path)
    {
        (_context, _restrictions, _path) = (context, restrictions, path);
        _before = WhensOf(context.Before(item));
        _beside = [.. context.Meeting(item).Where(o => !context.Precedence.GoesBefore(o, item) && !context.Precedence.GoesBefore(item, o)).Select(ClaimOf)];
        Condition[] asked = [.. path.All, .. path.None, .. _before, .. _beside, .. restrictions.All.SelectMany(r => r.Conditions)];
        _named = [.. asked.SelectMany(ConditionFacts.Tests).SelectMany(DaysIn).Distinct().Order()];
        Days = [DateBound.PositiveInfinity, .. restrictions.IsBounded ? DaysFrom(restrictions.From) : []];
        foreach (DateBound day in Days) _due.Add(day, DestructionDay.Of(context, restrictions, path, day, _named));
        Condition[] all = [.. asked, .. _due.Values.SelectMany(d => d.Lets.Values.Append(d.Comes))];
        FactAxes axes = new(context.Evaluators.Layout, all);
        _pool = new ConditionPool(context.Evaluators.Layout, axes);
        Solver solver = new(_pool, new SettledClasses(context.Evaluators.Layout, axes, context.Schedule.Classification));
        _maker = new RecordMaker(solver, all);
        _search = new RecordSearch(solver, _maker);
    }

    /// <summary>The days that stand for all; behind them stands +∞.</summary>
    public IReadOnlyList<DateBound> Days { get; }

    private Condition[] WhensOf(IEnumerable<int> items) => [.. items.Select(i => _context.Schedule.Items[i].When)];

    /// <summary>What another item claims, where neither goes before the other.</summary>
    private Condition ClaimOf(int other)
    {
        Condition when = _context.Schedule.Items[other].When;
        return new AllOf(when.Source, [when, .. WhensOf(_context.Before(other)).Select(b => new Not(when.Source, b))]);
    }

    private static IEnumerable<DateOnly> DaysIn(Condition test) => test switch
    {
        Comparison { Right: ValueOperand { Value: { IsDate: true } day } } => [day.AsDate],
        Membership { Fact.IsDated: true } m => m.Values.OfType<ValueOperand>().Select(v => v.Value.AsDate),
        _ => [],
    };

    private IEnumerable<DateBound> DaysFrom(DateOnly from)
    {
        DateBound[] starts = [.. _named.SelectMany(d => (DateBound[])[DateBound.At(d), DateBound.At(d).NextDay()])];
        DestructionReach reach = new(_context.Evaluators.Policy, _context.Schedule.Rounding, _path.Sequence, DateBound.PositiveInfinity);
        reach.Make();
        IEnumerable<DateBound> counted = reach.Counts.SelectMany(count => starts.Where(s => s.IsFinite).Select(count));
        return starts.Concat(counted).Concat(_restrictions.Edges.Append(from).Select(DateBound.At))
            .Where(d => d.IsFinite && d.Date >= from).Distinct().Order();
    }

    /// <summary>A record that is due on a day, and that some restrictions let.</summary>
    public SearchResult Find(DateBound day, IEnumerable<Restriction> some, AnalysisEffort effort) =>
        _search.Find(All(day, some), [.. _path.None.Concat(_before).Select(_pool.Add)], effort);

    private int[] All(DateBound day, IEnumerable<Restriction> some) => [.. _path.All.Append(_due[day].Comes).Concat(some.Select(r => _due[day].Lets[r])).Select(_pool.Add)];

    /// <summary>
    /// Whether a record shows that it can be destroyed on a day: both evaluators say that it is due, and no restriction stops it.
    /// Behind all days it is enough that no restriction does.
    /// </summary>
    public bool IsShown(DateBound day, IReadOnlyDictionary<int, FactValue> found, AnalysisEffort effort)
    {
        if (!day.IsFinite) return _context.Evaluators.IsUnrestricted(found, _restrictions.Act, DateOnly.MaxValue);
        // To be decided, it must be claimed by no other item.
        if (_search.Find(All(day, _restrictions.All), [.. _path.None.Concat(_before).Concat(_beside).Select(_pool.Add)], effort) is not { Kind: SearchKind.Found, Record: { } record }) return false;
        bool Shows(DispositionDecision d) =>
            d.Item == _path.Item && d.Action == DispositionAction.Destroy && d.Blocks.All(b => b is not (Reasons.RestrictionForbidsCode or Reasons.RestrictionMayForbidCode));
        return _context.Evaluators.BothShow(_maker.WithRequired(record, _context.Schedule), day.Date, Shows);
    }
}
