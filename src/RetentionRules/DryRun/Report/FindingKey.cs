namespace RetentionRules.DryRun;

/// <summary>What a report tells apart: a kind of finding, what it is about, and what else there is to it.</summary>
internal readonly record struct FindingKey(string Kind, string Name = "", string Detail = "") : IComparable<FindingKey>
{
    /// <summary>By the characters of the three, so that no culture changes which come first.</summary>
    public int CompareTo(FindingKey other) => string.CompareOrdinal(Kind, other.Kind) is not 0 and var kind ? kind
        : string.CompareOrdinal(Name, other.Name) is not 0 and var name ? name
        : string.CompareOrdinal(Detail, other.Detail);
}
