using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Days;

/// <summary>The restrictions that may forbid an act from a day on. What is over by then forbids nothing any more.</summary>
internal sealed class ActRestrictions
{
    /// <param name="schedule">The schedule whose restrictions they are.</param>
    /// <param name="act">The act.</param>
    /// <param name="asked">All that is asked of a record by conditions.</param>
    /// <param name="from">The first day that is looked at.</param>
    public ActRestrictions(RetentionSchedule schedule, RecordAct act, IEnumerable<Condition> asked, DateOnly from)
    {
        (Act, From) = (act, from);
        All = [.. schedule.Restrictions.Where(r => r.Rule.SpeaksOf(act) && r.Rule is not Duty && (!r.InForce.IsStated || r.InForce.To > DateBound.At(from)))];
        Edges = [.. All.Where(r => r.InForce.IsStated).SelectMany(r => (DateBound[])[r.InForce.From, r.InForce.To]).Where(d => d.IsFinite).Select(d => d.Date).Where(d => d > from)];
        // A record may tell a day ahead on which it is destroyed; where a condition asks for it, the days before it differ from those behind.
        bool asksForDoing = act.Done is { } done && asked.SelectMany(ConditionFacts.Of).Any(f => f.Name == done.Name);
        IsBounded = asksForDoing || Edges.Count > 0 || All.Any(r => r.Rule is Prerequisite { During: not null });
    }

    /// <summary>The act.</summary>
    public RecordAct Act { get; }

    /// <summary>The first day that is looked at.</summary>
    public DateOnly From { get; }

    /// <summary>Those that forbid the act, or may.</summary>
    public IReadOnlyList<Restriction> All { get; }

    /// <summary>The later days on which one of them comes into force or is lifted.</summary>
    public IReadOnlyList<DateOnly> Edges { get; }

    /// <summary>Whether something ends that lets the act. Where nothing does, the latest day is as good as every other.</summary>
    public bool IsBounded { get; }
}
