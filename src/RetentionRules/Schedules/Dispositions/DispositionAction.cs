namespace RetentionRules;

/// <summary>What is done with a record.</summary>
public enum DispositionAction
{
    /// <summary>The record is closed for counting; computed, not performed.</summary>
    CutOff,

    /// <summary>It is destroyed.</summary>
    Destroy,

    /// <summary>It passes to another keeper, mostly an archives.</summary>
    Transfer,

    /// <summary>It is handed over to someone else, such as the new owner of a vehicle.</summary>
    HandOver,

    /// <summary>It goes back to where it came from.</summary>
    Return,

    /// <summary>It is kept in another place by the same keeper; this holds nothing up.</summary>
    Move,

    /// <summary>It is reviewed.</summary>
    Review,

    /// <summary>Its value is appraised.</summary>
    Appraise,

    /// <summary>Its classification is lifted.</summary>
    Declassify,

    /// <summary>It is opened to the public.</summary>
    Open,
}
