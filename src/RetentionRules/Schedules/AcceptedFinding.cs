using RetentionRules.Text;

namespace RetentionRules.Schedules;

/// <summary>
/// A finding about a file that somebody has looked at and lets stand until a day: which, why, and who answers for it.
/// Immutable. It changes no decision about any record.
/// </summary>
public sealed class AcceptedFinding
{
    internal AcceptedFinding(string finding, DateOnly until, SourceReference source)
    {
        Finding = finding;
        Until = until;
        Source = source;
    }

    /// <summary>The code of the finding, such as <c>RR5022</c>.</summary>
    public string Finding { get; }

    /// <summary>The items to which it is limited; empty where it goes for the whole file.</summary>
    public IReadOnlyList<string> Items { get; internal init; } = [];

    /// <summary>A fact, item or other name that the finding must be about; empty where it is not limited by one.</summary>
    public string Concerning { get; internal init; } = "";

    /// <summary>Why the finding may stand.</summary>
    public string Reason { get; internal init; } = "";

    /// <summary>The person or office that accepted it.</summary>
    public string By { get; internal init; } = "";

    /// <summary>Who is to see to it before the last day; empty where nobody is named.</summary>
    public string Owner { get; internal init; } = "";

    /// <summary>The last day on which it counts.</summary>
    public DateOnly Until { get; }

    /// <summary>Where it is written.</summary>
    public SourceReference Source { get; }

    /// <summary>Whether it no longer counts on a day.</summary>
    public bool HasExpired(DateOnly day) => day > Until;

    /// <summary>The code, and what the acceptance is limited to: <c>RR5021 for items 1.1, 1.2</c>.</summary>
    public override string ToString()
    {
        string items = Items.Count == 0 ? "" : $" for {(Items.Count == 1 ? "item" : "items")} {string.Join(", ", Items)}";
        return Finding + items + (Concerning.Length > 0 ? " concerning " + Concerning : "");
    }
}
