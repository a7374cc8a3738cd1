using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>An item that applies or may apply, in one of its cases.</summary>
/// <param name="Item">The item.</param>
/// <param name="Branch">The case of the item.</param>
/// <param name="Rule">The case whose instruction is followed: the same, or for <c>as item</c> one of the other item's.</param>
/// <param name="Claim">Whether it applies: true or unknown.</param>
internal sealed record Candidate(ScheduleItem Item, ItemCase Branch, ItemCase Rule, Truth Claim);

/// <summary>Which items apply to a record, and in which of their cases (docs/language.md, 5.4 and 5.5).</summary>
internal sealed class ItemSelector
{
    private readonly RetentionSchedule _schedule;
    private readonly ConditionEvaluator _conditions;
    private readonly IReadOnlyList<ScheduleItem> _items;
    private readonly Lazy<HashSet<ScheduleItem>> _looked;

    public ItemSelector(RetentionSchedule schedule, RecordFacts facts)
        : this(schedule, facts, ItemFinder.All)
    {
    }

    /// <param name="schedule">The schedule.</param>
    /// <param name="facts">The record.</param>
    /// <param name="finder">Which items are looked at; the conditions of all others are false, or can no longer matter.</param>
    public ItemSelector(RetentionSchedule schedule, RecordFacts facts, ItemFinder finder)
    {
        _schedule = schedule;
        _conditions = new ConditionEvaluator(facts);
        _items = finder.Find(schedule, facts);
        _looked = new Lazy<HashSet<ScheduleItem>>(() => [.. _items]);
    }

    private Truth Raw(ScheduleItem item) => _conditions.Evaluate(item.When);

    private bool IsLookedAt(ScheduleItem item) => ReferenceEquals(_items, _schedule.Items) || _looked.Value.Contains(item);

    /// <summary>5.4: the items with a claim that is not false, in the order of the schedule.</summary>
    public IReadOnlyList<(ScheduleItem Item, Truth Claim)> Items() => [.. Claims()];

    private IEnumerable<(ScheduleItem Item, Truth Claim)> Claims() => _schedule.Selection == ItemSelection.First ? InOrder() : Each();

    private IEnumerable<(ScheduleItem Item, Truth Claim)> Each()
    {
        foreach (ScheduleItem item in _items)
            if (ClaimOf(item) is not Truth.False and var claim) yield return (item, claim);
    }

    /// <summary>Whether an item may claim the record, and it is not certain that two do.</summary>
    /// <param name="certain">At least the items whose condition is true.</param>
    public bool IsOpen(IEnumerable<ScheduleItem> certain)
    {
        if (!Claims().Any(c => c.Claim == Truth.Unknown)) return false;
        // Where each item goes before all behind it, none behind one that may claim the record is certain.
        return _schedule.Selection == ItemSelection.First || !certain.Where(item => Raw(item) == Truth.True && IsLookedAt(item) && ClaimOf(item) == Truth.True).Skip(1).Any();
    }

    /// <summary>The same where each item goes before all behind it, without asking all of them for each.</summary>
    private IEnumerable<(ScheduleItem Item, Truth Claim)> InOrder()
    {
        Truth earlier = Truth.False;
        foreach (ScheduleItem item in _items.TakeWhile(_ => earlier != Truth.True))
        {
            Truth own = Raw(item);
            Truth claim = Kleene.And(own, Kleene.Not(earlier));
            if (claim != Truth.False) yield return (item, claim);
            earlier = Kleene.Or(earlier, own);
        }
    }

    /// <summary>5.4: the item's own condition, and not that of any item that goes before it.</summary>
    public Truth ClaimOf(ScheduleItem item) =>
        Raw(item) is not Truth.False and var own ? Kleene.And(own, Kleene.Not(Kleene.Any(GoingBefore(item).Select(Raw)))) : Truth.False;

    /// <summary>The items that win where both conditions are true.</summary>
    public IEnumerable<ScheduleItem> GoingBefore(ScheduleItem item) => _schedule.Selection switch
    {
        ItemSelection.First => _items.TakeWhile(other => other != item),
        ItemSelection.Unique when item.IsResidual => _items.Where(other => other != item),
        ItemSelection.Unique => _schedule.ExceptionsTo(item).Where(IsLookedAt),
        _ => throw new InvalidOperationException("unknown selection"),
    };

    /// <summary>5.5: the cases that are taken or may be taken; none where no case fits.</summary>
    public IEnumerable<Candidate> Cases(ScheduleItem item, Truth claim) =>
        CasesOf(item, claim).SelectMany(c => Follow(c.Case, c.Claim).Select(rule => new Candidate(item, c.Case, rule.Case, rule.Claim)));

    private IEnumerable<(ItemCase Case, Truth Claim)> CasesOf(ScheduleItem item, Truth claim)
    {
        Truth earlier = Truth.False;
        foreach (ItemCase branch in item.Cases)
        {
            Truth own = _conditions.Evaluate(branch.When);
            Truth taken = Kleene.And(claim, Kleene.And(own, Kleene.Not(earlier)));
            if (taken != Truth.False) yield return (branch, taken);
            earlier = Kleene.Or(earlier, own);
        }
    }

    /// <summary>5.19: <c>as item</c> follows the other item's cases, whether or not that item applies.</summary>
    private IEnumerable<(ItemCase Case, Truth Claim)> Follow(ItemCase branch, Truth claim) => branch.Instruction is SameAsItem same
        ? CasesOf(_schedule[same.ItemNumber], claim).SelectMany(c => Follow(c.Case, c.Claim))
        : [(branch, claim)];

    /// <summary>The facts that would settle which of the items apply.</summary>
    public IEnumerable<string> MissingFor(IEnumerable<ScheduleItem> items) => items
        .SelectMany(item => GoingBefore(item).Append(item))
        .SelectMany(item => _conditions.MissingIn(item.When))
        .Select(fact => fact.Name);

    /// <summary>The facts that would settle which case of an item is taken.</summary>
    public IEnumerable<string> MissingForCases(ScheduleItem item) =>
        item.Cases.SelectMany(MissingForCase).Select(fact => fact.Name);

    private IEnumerable<FactDefinition> MissingForCase(ItemCase branch) => branch.Instruction is SameAsItem same
        ? [.. _conditions.MissingIn(branch.When), .. _schedule[same.ItemNumber].Cases.SelectMany(MissingForCase)]
        : _conditions.MissingIn(branch.When);
}
