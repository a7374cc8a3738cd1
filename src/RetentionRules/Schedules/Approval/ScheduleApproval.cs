using System.Diagnostics.CodeAnalysis;

namespace RetentionRules.Schedules;

/// <summary>
/// Who made a schedule, who approved it, what it rests on and what has changed it since. It explains the status and the force
/// that the schedule states, and contradicts neither; a decision asks for those alone. Immutable.
/// </summary>
public sealed class ScheduleApproval
{
    private readonly Lazy<AuthorityIndex> _authorities;

    internal ScheduleApproval() => _authorities = new(() => new AuthorityIndex(Authorities));

    /// <summary>Nothing said.</summary>
    public static ScheduleApproval NotStated { get; } = new();

    /// <summary>Who issued the schedule; several where they did so together.</summary>
    public IReadOnlyList<string> Issuers { get; internal init; } = [];

    /// <summary>Who wrote it; empty where nothing is said.</summary>
    public string CompiledBy { get; internal init; } = "";

    /// <summary>The bodies whose schedule it is.</summary>
    public IReadOnlyList<string> AdoptedBy { get; internal init; } = [];

    /// <summary>The acts of approval in the order of the file, which need not be that of their days.</summary>
    public IReadOnlyList<ApprovalAct> Acts { get; internal init; } = [];

    /// <summary>When it is to be looked through again.</summary>
    public ScheduleReview Review { get; internal init; } = ScheduleReview.NotStated;

    /// <summary>The instruments that its items cite, as far as they are listed.</summary>
    public IReadOnlyList<CitedAuthority> Authorities { get; internal init; } = [];

    /// <summary>What has changed its items, in the order of the file.</summary>
    public IReadOnlyList<ScheduleAmendment> Amendments { get; internal init; } = [];

    /// <summary>
    /// The acts of the last round, in the order of their days: those behind the last return or repeal that an approval has
    /// followed. A return on the day of an approval is taken to have come after it.
    /// </summary>
    public IReadOnlyList<ApprovalAct> LastRound()
    {
        DateOnly lastApproval = Acts.Where(a => a.IsApproval).Select(a => a.Date).DefaultIfEmpty(DateOnly.MinValue).Max();
        DateOnly[] undone = [.. Acts.Where(a => a.IsWithdrawal && a.Date < lastApproval).Select(a => a.Date)];
        return [.. Acts.Where(a => undone.Length == 0 || a.Date > undone.Max()).OrderBy(a => a.Date)];
    }

    /// <summary>The listed instrument that a citation names; of several the one with the longest name.</summary>
    public bool TryFindAuthority(string citation, [NotNullWhen(true)] out CitedAuthority? authority)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return _authorities.Value.TryFind(citation, out authority);
    }
}
