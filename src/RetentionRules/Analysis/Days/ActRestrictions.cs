using RetentionRules.Calendars;
using RetentionRules.Compilation;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Days;

/// <summary>
/// What restrictions ask for before an act, as conditions that hold on a day. Of a day no more can be said than what it is held
/// against, so that a few days stand for all: those that are named, and between two of them as many as tell anything apart.
/// </summary>
internal sealed class ActRestrictions
{
    /// <summary>Behind the last day that is named: near it, a life away, and far away.</summary>
    private static readonly int[] behind = [1, 36_524, 365_242];

    private readonly DateOnly[] _named;

    /// <param name="schedule">The schedule whose restrictions they are.</param>
    /// <param name="act">The act.</param>
    /// <param name="asked">All that is asked of a record by conditions.</param>
    /// <param name="from">The first day that is looked at; what is over by then forbids nothing any more.</param>
    public ActRestrictions(RetentionSchedule schedule, RecordAct act, IEnumerable<Condition> asked, DateOnly from)
    {
        All = [.. schedule.Restrictions.Where(r => r.Rule.SpeaksOf(act) && r.Rule is not Duty && (!r.InForce.IsStated || r.InForce.To > DateBound.At(from)))];
        Condition[] tests = [.. asked.SelectMany(ConditionFacts.Tests)];
        // A day of the act itself is asked for where a condition does: what was done cannot be done again.
        IEnumerable<FactDefinition> done = act.Done is { } fact && tests.SelectMany(ConditionFacts.Of).Any(f => f.Name == fact.Name) ? [fact] : [];
        Facts = [.. All.SelectMany(r => r.Days).Concat(done).DistinctBy(f => f.Name)];
        DateOnly[] edges = [.. All.Where(r => r.InForce.IsStated).SelectMany(r => (DateBound[])[r.InForce.From, r.InForce.To]).Where(d => d.IsFinite).Select(d => d.Date)];
        _named = [.. tests.SelectMany(NamedIn).Concat(edges).Append(from).Distinct().Order()];
        bool isBounded = edges.Any(e => e > from) || done.Any() || All.Any(r => r.Rule is Prerequisite { During: not null });
        Days = isBounded ? [.. DaysFrom(from)] : [];
    }

    /// <summary>Those that forbid the act, or may.</summary>
    public IReadOnlyList<Restriction> All { get; }

    /// <summary>
    /// Days, the last first, one of which lets the act wherever any does; none where the latest day is as good as every other,
    /// because nothing that is so by then ends.
    /// </summary>
    public IReadOnlyList<DateOnly> Days { get; }

    /// <summary>The facts that restrictions hold against the day.</summary>
    public IReadOnlyList<FactDefinition> Facts { get; }

    /// <summary>The days that the facts are held against.</summary>
    public IEnumerable<DateOnly> Cuts => _named.Concat(Days).Distinct();

    /// <summary>The conditions that keep the days of records apart as restrictions do.</summary>
    public IReadOnlyList<Condition> Tests =>
    [
        .. from fact in Facts
           from day in Cuts
           select new Comparison(fact.Source, fact, ComparisonOperator.LessOrEqual, new ValueOperand(fact.Source, FactValue.Date(day))),
    ];

    private bool Speaks(FactDefinition fact) => Facts.Any(f => f.Name == fact.Name);

    private IEnumerable<DateOnly> NamedIn(Condition test) => test switch
    {
        Comparison { Right: ValueOperand { Value: { IsDate: true } day } } c when Speaks(c.Fact) => [day.AsDate],
        Membership m when Speaks(m.Fact) => m.Values.OfType<ValueOperand>().Select(v => v.Value.AsDate),
        _ => [],
    };

    private IEnumerable<DateOnly> DaysFrom(DateOnly from)
    {
        int[] named = [.. _named.Where(d => d >= from).Select(d => d.DayNumber)];
        List<int> days = [.. named, .. behind.Select(n => named[^1] + n)];
        foreach ((int day, int next) in named.Zip(named.Skip(1))) days.AddRange([day + 1, day + ((next - day) / 2), next - 2, next - 1]);
        return days.Where(d => d >= from.DayNumber && d < DateOnly.MaxValue.DayNumber).Distinct().OrderDescending().Select(DateOnly.FromDayNumber);
    }
}
