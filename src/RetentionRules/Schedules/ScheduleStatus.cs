namespace RetentionRules.Schedules;

/// <summary>How far the approval of a schedule has come.</summary>
public enum ScheduleStatus
{
    /// <summary>A pattern to be adopted; it only advises.</summary>
    Template,

    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Looked at before it is submitted.</summary>
    PreReview,

    /// <summary>Before the approving body.</summary>
    Submitted,

    /// <summary>Sent back for changes.</summary>
    Returned,

    /// <summary>Approved.</summary>
    Approved,

    /// <summary>Approved and published.</summary>
    Promulgated,

    /// <summary>Replaced by a later edition.</summary>
    Superseded,

    /// <summary>No longer valid.</summary>
    Repealed,
}
