namespace RetentionRules.Evaluation.Reference;

/// <summary>What the bounds of a moment rest on, where they are not exact.</summary>
/// <param name="Missing">Facts that are unknown, and parameters that are not set.</param>
/// <param name="Pending">Events that have not happened yet.</param>
/// <param name="OpenCycles">Listed cycles that end too early.</param>
/// <param name="RoundingDoubt">A day does not exist, and the schedule refuses to round.</param>
internal sealed record Grounds(
    IReadOnlyList<string> Missing, IReadOnlyList<string> Pending, IReadOnlyList<string> OpenCycles, bool RoundingDoubt)
{
    public static readonly Grounds None = new([], [], [], false);

    public static Grounds OfMissing(string name) => None with { Missing = [name] };

    public static Grounds OfPending(string name) => None with { Pending = [name] };

    public static Grounds Merge(IEnumerable<Grounds> all) => all.Aggregate(None, (a, b) => a.And(b));

    public Grounds And(Grounds other) =>
        ReferenceEquals(other, None) ? this
        : ReferenceEquals(this, None) ? other
        : new Grounds(
            [.. Missing.Union(other.Missing)], [.. Pending.Union(other.Pending)], [.. OpenCycles.Union(other.OpenCycles)],
            RoundingDoubt || other.RoundingDoubt);
}
