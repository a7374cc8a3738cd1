namespace RetentionRules.Schedules;

/// <summary>What a body did with a schedule on its way to force.</summary>
public enum ApprovalAction
{
    /// <summary>It was looked at before it was submitted.</summary>
    PreReview,

    /// <summary>It was brought before the approving body.</summary>
    Submit,

    /// <summary>It was sent back for changes: approvals up to that day no longer count.</summary>
    Return,

    /// <summary>An authority agreed to it, as archives law asks.</summary>
    Consent,

    /// <summary>It was approved.</summary>
    Approve,

    /// <summary>It was published; no approval by itself.</summary>
    Promulgate,

    /// <summary>It was taken out of force: approvals up to that day no longer count.</summary>
    Repeal,
}
