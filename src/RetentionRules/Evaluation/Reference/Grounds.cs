namespace RetentionRules.Evaluation.Reference;

/// <summary>Under <c>rounding: error</c>: whether the day of a moment is one that does not exist (docs/language.md, 5.8).</summary>
internal enum RoundingDoubt
{
    /// <summary>The day exists.</summary>
    None,

    /// <summary>Where the period starts is not known to the day, and on some days it would not.</summary>
    MayArise,

    /// <summary>The day does not exist, and the schedule refuses to round.</summary>
    Stands,
}

/// <summary>What the bounds of a moment rest on, where they are not exact.</summary>
/// <param name="Missing">Facts that are unknown, and parameters that are not set.</param>
/// <param name="Pending">Events that have not happened yet.</param>
/// <param name="OpenCycles">Listed cycles that end too early.</param>
/// <param name="Rounding">Whether a day does not exist while the schedule refuses to round.</param>
internal sealed record Grounds(
    IReadOnlyList<string> Missing, IReadOnlyList<string> Pending, IReadOnlyList<string> OpenCycles, RoundingDoubt Rounding)
{
    public static readonly Grounds None = new([], [], [], RoundingDoubt.None);

    public static Grounds OfMissing(string name) => None with { Missing = [name] };

    public static Grounds OfPending(string name) => None with { Pending = [name] };

    public static Grounds Merge(IEnumerable<Grounds> all) => all.Aggregate(None, (a, b) => a.And(b));

    public Grounds And(Grounds other) =>
        ReferenceEquals(other, None) ? this
        : ReferenceEquals(this, None) ? other
        : new Grounds(
            [.. Missing.Union(other.Missing)], [.. Pending.Union(other.Pending)], [.. OpenCycles.Union(other.OpenCycles)],
            (RoundingDoubt)Math.Max((int)Rounding, (int)other.Rounding));
}
