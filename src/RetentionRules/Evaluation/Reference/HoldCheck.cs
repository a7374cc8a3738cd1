using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>Which holds apply to a record or may (docs/language.md, 5.20).</summary>
internal sealed class HoldCheck(HoldList holds, RecordFacts facts, DateOnly asOf)
{
    /// <summary>What is missing where a hold lists records and the record has no identifier.</summary>
    public const string RecordIdentifier = "the record's identifier";

    private readonly ConditionEvaluator _conditions = new(facts);

    public IReadOnlyList<(Hold Hold, Truth Applies)> Standing() =>
        [.. holds.Holds.Where(IsInForce).Select(hold => (Hold: hold, Applies: Applies(hold))).Where(h => h.Applies != Truth.False)];

    /// <summary>A hold that nobody has limited stands until it is taken off the list.</summary>
    private bool IsInForce(Hold hold) => !hold.InForce.IsStated || hold.InForce.Covers(asOf);

    private Truth Applies(Hold hold) =>
        Kleene.Or(hold.When is { } when ? _conditions.Evaluate(when) : Truth.False, IsListed(hold));

    /// <summary>A record without an identifier may be any of those listed.</summary>
    private Truth IsListed(Hold hold) =>
        hold.Records.Count == 0 ? Truth.False
        : facts.Id.Length == 0 ? Truth.Unknown
        : Kleene.Of(hold.Records.Contains(facts.Id));

    public DecisionReason Explain(Hold hold, Truth applies) =>
        applies == Truth.True ? Reasons.Held(hold) : Reasons.MayBeHeld(hold, MissingFor(hold));

    public IEnumerable<string> MissingFor(Hold hold)
    {
        IEnumerable<string> missing = hold.When is { } when ? _conditions.MissingIn(when).Select(f => f.Name) : [];
        return IsListed(hold) == Truth.Unknown ? missing.Append(RecordIdentifier) : missing;
    }

    public IEnumerable<DateBound> ChangeDays() => holds.Holds.Where(h => h.InForce.IsStated).SelectMany(h => (DateBound[])[h.InForce.From, h.InForce.To]);
}
