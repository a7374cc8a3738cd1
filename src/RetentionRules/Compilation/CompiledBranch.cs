using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>One case of an item with what becomes of its records: what a leaf of the diagram leads to. Immutable.</summary>
internal sealed class CompiledBranch
{
    /// <summary>Its number among all branches of the policy.</summary>
    public required int Number { get; init; }

    public required ScheduleItem Item { get; init; }

    /// <summary>The case of the item.</summary>
    public required ItemCase Case { get; init; }

    /// <summary>What the case says; null where a person decides, or where it is too long for the compiled path.</summary>
    public required CompiledSequence? Sequence { get; init; }

    /// <summary>The same where it is a single step; else null.</summary>
    public required SingleStep? Single { get; init; }

    /// <summary>Whether its records are kept for ever, as far as the steps say.</summary>
    public required RecordValue Value { get; init; }

    /// <summary>Whether the item has a force of its own beside that of its schedule.</summary>
    public required bool HasOwnForce { get; init; }

    /// <summary>Why this item and this case.</summary>
    public required DecisionReason[] Why { get; init; }

    public IReadOnlyList<string> Authorities => Case.Authorities.Count > 0 ? Case.Authorities : Item.Authorities;

    public IReadOnlyList<string> Citations => Case.Citations.Count > 0 ? Case.Citations : Item.Citations;
}

/// <summary>A case of an item, or of another item that it follows.</summary>
/// <param name="When">The condition of the case.</param>
/// <param name="Branch">What becomes of the records; null where the case follows another item.</param>
/// <param name="Followed">The cases of the item that it follows.</param>
internal sealed record CompiledCase(int When, CompiledBranch? Branch, CompiledCase[] Followed)
{
    /// <summary>The one case that is taken for certain; null where none is, or where that is open.</summary>
    public static CompiledBranch? Find(CompiledCase[] cases, ConditionPool pool, RecordFacts facts)
    {
        foreach (CompiledCase one in cases)
        {
            switch (pool.Ask(one.When, facts))
            {
                case ConditionPool.True:
                    return one.Branch ?? Find(one.Followed, pool, facts);
                case ConditionPool.Unknown:
                    return null;
            }
        }

        return null;
    }
}
