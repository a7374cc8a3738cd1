using RetentionRules.Evaluation;

namespace RetentionRules;

/// <summary>Where a fact stands in the buffers of a policy: looked up by name once, and used for every record.</summary>
public readonly record struct FactPlace
{
    internal FactPlace(FactLayout layout, int index) => (Layout, Index) = (layout, index);

    internal FactLayout? Layout { get; }

    internal int Index { get; }

    /// <summary>The name of the fact; empty for a place that was never looked up.</summary>
    public override string ToString() => Layout?.Facts[Index].Name ?? "";
}
