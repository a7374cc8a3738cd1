using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>The earliest day on which an item of a schedule that is implemented lets a record be destroyed (docs/language.md, 17.4).</summary>
internal sealed class ParentFloor(RetentionPolicy policy, RetentionSchedule parent, RecordFacts facts, DateOnly asOf)
{
    private readonly ItemSelector _selector = new(parent, facts);

    /// <summary>Where it is open which case of the item is taken, any of them may be.</summary>
    public MomentValue Of(ScheduleItem item)
    {
        Candidate[] cases = [.. _selector.Cases(item, Truth.True)];
        MomentValue floor = cases.Length == 0
            ? MomentValue.Fixed(DateBounds.Unknown)
            : cases.Select(c => Of(c.Rule.Instruction, item)).Aggregate(MomentValue.Hull);
        bool settled = cases is [{ Claim: Truth.True }];
        return settled ? floor : floor with { Grounds = floor.Grounds.And(Grounds.None with { Missing = [.. _selector.MissingForCases(item)] }) };
    }

    private MomentValue Of(DispositionInstruction instruction, ScheduleItem item) => instruction switch
    {
        StepSequence { IsPermanent: true } => MomentValue.Fixed(DateBounds.Never),
        StepSequence sequence when sequence.Steps.Count > 0 && (sequence.Outcome is not null || sequence.Steps[^1].Action == DispositionAction.Destroy) =>
            MomentValue.Latest([new TimelineEvaluator(policy, parent.Rounding, facts, asOf).Evaluate(sequence)[^1].Floor, GrandparentFloor(item)]),
        // A disposition without a destruction says nothing of when one might be; and what a person decides is not known.
        _ => MomentValue.Fixed(DateBounds.Unknown),
    };

    /// <summary>A parent may implement a schedule itself.</summary>
    private MomentValue GrandparentFloor(ScheduleItem item) =>
        parent.Implements is { Schedule: var grandparent } implemented && item.Implements.Length > 0 && !grandparent[item.Implements].AllowsShorterRetention
            ? new ParentFloor(policy.For(implemented), grandparent, facts, asOf).Of(grandparent[item.Implements])
            : MomentValue.Fixed(new DateBounds(DateBound.NegativeInfinity, DateBound.NegativeInfinity));
}
