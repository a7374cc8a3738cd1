using RetentionRules.Text;

namespace RetentionRules.Schedules;

/// <summary>One act of a body on a schedule: a consent, a return, a promulgation. Immutable.</summary>
public sealed class ApprovalAct
{
    internal ApprovalAct(ApprovalAction action, string body, DateOnly date, SourceReference source)
    {
        Action = action;
        Body = body;
        Date = date;
        Source = source;
    }

    /// <summary>What was done.</summary>
    public ApprovalAction Action { get; }

    /// <summary>The body that did it.</summary>
    public string Body { get; }

    /// <summary>The number of the document that records it; empty where none is named.</summary>
    public string Document { get; internal init; } = "";

    /// <summary>The day of the act. Two acts of one day have no order.</summary>
    public DateOnly Date { get; }

    /// <summary>Who acted for the body, by name or role; empty where nobody is named.</summary>
    public string By { get; internal init; } = "";

    /// <summary>What to know.</summary>
    public LocalizedText Note { get; internal init; } = LocalizedText.Empty;

    /// <summary>Where the act is written.</summary>
    public SourceReference Source { get; }

    /// <summary>Whether the act lets the schedule take force: a consent or an approval. A promulgation only publishes it.</summary>
    public bool IsApproval => Action is ApprovalAction.Consent or ApprovalAction.Approve;

    /// <summary>Whether the act ends what earlier approvals allowed.</summary>
    public bool IsWithdrawal => Action is ApprovalAction.Return or ApprovalAction.Repeal;

    /// <inheritdoc/>
    public override string ToString() => $"{Action} {Body}";
}
