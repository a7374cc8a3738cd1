namespace RetentionRules.Schedules;

/// <summary>How the items of a schedule share out the records.</summary>
public enum ItemSelection
{
    /// <summary>Items must not overlap; two that apply are a conflict. File order never matters.</summary>
    Unique,

    /// <summary>The first item that applies is taken, as in laws that are ordered lists.</summary>
    First,
}
