namespace RetentionRules.Evaluation;

/// <summary>What is known about the class of a record, and from where.</summary>
public enum ClassificationState
{
    /// <summary>The policy has no classification; there is no class to ask for.</summary>
    NoScheme,

    /// <summary>Somebody filed the record; no rule is asked.</summary>
    Filed,

    /// <summary>Nobody filed the record, and the rules give it one class for certain.</summary>
    Assigned,

    /// <summary>The rules may give it one of several classes, or one or none: that hangs on facts that are missing.</summary>
    MayBe,

    /// <summary>Two rules give it different classes. More facts do not help; a person must file it.</summary>
    Conflict,

    /// <summary>No rule gives it a class. A person must file it.</summary>
    NotFound,

    /// <summary>Nobody filed the record, and the scheme has no rules: it is known to have no class.</summary>
    NotFiled,

    /// <summary>Whether somebody filed it, and as what, is not known. No rule is asked.</summary>
    Unknown,
}

/// <summary>Which class a record has, and why. Immutable.</summary>
public sealed class RecordClassification
{
    internal RecordClassification(ClassificationState state) => State = state;

    internal static RecordClassification NoScheme { get; } = new(ClassificationState.NoScheme);

    /// <summary>What is known about the class.</summary>
    public ClassificationState State { get; }

    /// <summary>The code of the class, where it is filed or assigned; else empty.</summary>
    public string Class { get; internal init; } = "";

    /// <summary>The codes of the classes that it may have, or of those in conflict; in the order of the scheme.</summary>
    public IReadOnlyList<string> Candidates { get; internal init; } = [];

    /// <summary>What a person must find out to settle it; in the order of the facts. <c>class</c> where only filing the record helps.</summary>
    public IReadOnlyList<string> Missing { get; internal init; } = [];

    /// <summary>Whether the class takes what is no record; false where the class is not settled.</summary>
    public bool IsNonRecord { get; internal init; }

    /// <summary>Why; empty where the record was filed, or no rule was asked.</summary>
    public IReadOnlyList<DecisionReason> Reasons { get; internal init; } = [];

    /// <summary>Whether it is certain which class the record has, or that it has none.</summary>
    public bool IsSettled => State is ClassificationState.NoScheme or ClassificationState.Filed or ClassificationState.Assigned or ClassificationState.NotFiled;

    /// <summary>The state as JSON writes it: <c>may-be</c>.</summary>
    public string StateWord => ClassText.Word(State);

    /// <summary>The class, or the candidates, and the state: <c>ADM-120-03 (assigned)</c>.</summary>
    public override string ToString()
    {
        string found = Class.Length > 0 ? Class + " " : Candidates.Count > 0 ? string.Join(" or ", Candidates) + " " : "";
        return $"{found}({StateWord}{(IsNonRecord ? ", not a record" : "")})";
    }
}
