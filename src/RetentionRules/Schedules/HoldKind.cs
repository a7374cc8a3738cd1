namespace RetentionRules.Schedules;

/// <summary>Why a hold was ordered.</summary>
public enum HoldKind
{
    /// <summary>Nothing is said.</summary>
    NotStated,

    /// <summary>A lawsuit or a claim.</summary>
    Legal,

    /// <summary>An audit.</summary>
    Audit,

    /// <summary>A freeze, as where a body is reorganised.</summary>
    Freeze,

    /// <summary>A debt, a claim or another matter that is still open.</summary>
    OpenMatter,
}
