using RetentionRules.Evaluation;

namespace RetentionRules.DryRun;

/// <summary>How something stands in the way of a record's act.</summary>
internal enum Obstruction
{
    /// <summary>It stops a due act.</summary>
    Stops,

    /// <summary>It may stop a due act; that hangs on facts that are missing.</summary>
    MayStop,

    /// <summary>The due act that it stops, or may, is destruction.</summary>
    Destroy,

    /// <summary>Nothing else stands in the way of the due act.</summary>
    Alone,

    /// <summary>It applies to a record whose act is not due, or may.</summary>
    NotDue,
}

/// <summary>What stands in the way of due acts, and of how many: holds by their identifiers, blocks by their code and what they name.</summary>
internal sealed class Obstacles
{
    private readonly Tally<(FindingKey Obstacle, Obstruction How)> _counts = new();
    private readonly Tally<(string Hold, string Fact)> _openHolds = new();

    /// <summary>The blocks that were met, by code and name.</summary>
    public IReadOnlyList<FindingKey> Blocks => [.. _counts.Counts.Keys.Select(k => k.Obstacle).Where(k => k.Kind != Reasons.HeldCode).Distinct().Order()];

    public static FindingKey HoldKey(string id) => new(Reasons.HeldCode, id);

    public long this[FindingKey obstacle, Obstruction how] => _counts[(obstacle, how)];

    /// <summary>The facts on which it hangs whether a hold applies, with the number of due acts, the most frequent first.</summary>
    public IReadOnlyList<(string Fact, long Count)> OpenFactsOf(string hold) =>
        [.. _openHolds.Counts.Where(c => c.Key.Hold == hold).OrderByDescending(c => c.Value).ThenBy(c => c.Key.Fact, StringComparer.Ordinal).Select(c => (c.Key.Fact, c.Value))];

    public void Add(DispositionDecision decision)
    {
        FindingKey[] blocks = [.. decision.Reasons.Where(IsBlock).Select(KeyOf).Distinct()];
        bool isAlone = decision.Holds.Count + blocks.Length == 1;
        foreach (FindingKey block in blocks) Add(decision, block, Obstruction.Stops, isAlone);
        foreach (string hold in decision.Holds)
        {
            DecisionReason? open = decision.Reasons.FirstOrDefault(r => r.Code == "may-be-held" && r.Arguments[0].Value == hold);
            Add(decision, HoldKey(hold), open is null ? Obstruction.Stops : Obstruction.MayStop, isAlone);
            if (open is null || decision.Action is null) continue;
            foreach (string fact in open.Arguments[1].Value.Split(", ")) _openHolds.Add((hold, fact));
        }
    }

    public void Add(Obstacles other)
    {
        _counts.Add(other._counts);
        _openHolds.Add(other._openHolds);
    }

    public void Clear()
    {
        _counts.Clear();
        _openHolds.Clear();
    }

    private void Add(DispositionDecision decision, FindingKey obstacle, Obstruction how, bool isAlone)
    {
        if (decision.Action is null)
        {
            _counts.Add((obstacle, Obstruction.NotDue));
            return;
        }

        _counts.Add((obstacle, how));
        if (decision.Action == DispositionAction.Destroy) _counts.Add((obstacle, Obstruction.Destroy));
        if (isAlone) _counts.Add((obstacle, Obstruction.Alone));
    }

    private static bool IsBlock(DecisionReason reason) => Reasons.BlockingCodes.Contains(reason.Code);

    /// <summary>What blocks is named by the first argument: a schedule, an item, a restriction; that holds were not consulted names nothing.</summary>
    private static FindingKey KeyOf(DecisionReason reason) => new(reason.Code, reason.Arguments.Count > 0 ? reason.Arguments[0].Value : "");
}
