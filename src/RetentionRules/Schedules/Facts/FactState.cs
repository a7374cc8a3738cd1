namespace RetentionRules;

/// <summary>What is known about a fact of a record.</summary>
public enum FactState
{
    /// <summary>Nobody knows. The state of every fact that was not given.</summary>
    Unknown,

    /// <summary>Known not to have happened by the day of evaluation; it may still happen, or turn out never to. Only of dates.</summary>
    Pending,

    /// <summary>Known not to exist or to happen, now or ever: no expiry date, not superseded and never will be.</summary>
    Never,

    /// <summary>The value is known.</summary>
    Known,
}
