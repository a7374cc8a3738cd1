namespace RetentionRules;

/// <summary>What a decision comes to. The first that fits is taken, in this order.</summary>
public enum DispositionStatus
{
    /// <summary>No item applies or may apply; the record is kept.</summary>
    Unscheduled,

    /// <summary>Two items apply, or a ceiling falls before its floor; a person must settle it.</summary>
    Conflict,

    /// <summary>Which item applies, or whether the act is due, hangs on facts that are missing.</summary>
    Undetermined,

    /// <summary>Every act is known done; nothing is left to decide.</summary>
    Completed,

    /// <summary>Nothing is left but keeping.</summary>
    Permanent,

    /// <summary>Only events that have not happened yet stand in the way.</summary>
    Awaiting,

    /// <summary>The next act is definitely not due.</summary>
    Retain,

    /// <summary>The act is due, and a hold applies or may apply.</summary>
    Held,

    /// <summary>The act is due, and something else forbids it or may.</summary>
    Blocked,

    /// <summary>The act is due, and the last day for it has passed.</summary>
    Overdue,

    /// <summary>The act is due.</summary>
    Eligible,
}

/// <summary>Whether records are worth keeping for ever.</summary>
public enum RecordValue
{
    /// <summary>Not decided: by an appraisal to come, by a person, or by facts that are missing.</summary>
    Undecided,

    /// <summary>Destroyed in the end.</summary>
    Temporary,

    /// <summary>Kept for ever.</summary>
    Permanent,
}
