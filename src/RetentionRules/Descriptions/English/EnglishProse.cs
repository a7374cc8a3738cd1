using RetentionRules.Schedules;

namespace RetentionRules.Descriptions;

/// <summary>Items in English.</summary>
internal sealed class EnglishProse : IProse
{
    private readonly RetentionSchedule _schedule;
    private readonly EnglishConditions _conditions;
    private readonly EnglishDispositions _dispositions;

    public EnglishProse(RetentionSchedule schedule)
    {
        _schedule = schedule;
        ScheduleNames names = new(schedule, Wording);
        EnglishMoments moments = new(names, Wording);
        _conditions = new EnglishConditions(moments, Wording);
        _dispositions = new EnglishDispositions(names, moments, Wording);
    }

    public Wording Wording { get; } = new EnglishWording();

    public DescriptionWords Words { get; } = new()
    {
        Tag = "en",
        Headings = ["Item", "Title", "Applies to", "Retention and disposition", "Authority", "Citations", "Longer retention", "Decided by"],
        Colon = ": ",
        BetweenSentences = " ",
        BetweenEntries = "; ",
        LongerAllowed = "Authorized for a stated business need",
        LongerNotAllowed = "No",
        LongerSentence = "Longer retention is authorized for a stated business need.",
        Foot = "A rendering for people. The schedule itself is what counts.",
    };

    public string AppliesTo(ScheduleItem item)
    {
        string which = Which(item);
        string over = item.ExceptionTo.Count > 0 ? "; takes precedence over " + Items(item.ExceptionTo) : "";
        string[] exceptions = [.. _schedule.Items.Where(i => i.ExceptionTo.Contains(item.Number)).Select(i => i.Number)];
        string under = exceptions.Length > 0 ? "; gives way to " + Items(exceptions) : "";
        return which + over + under;
    }

    private string Which(ScheduleItem item)
    {
        bool isLaterInList = _schedule.Selection == ItemSelection.First && item != _schedule.Items[0];
        string others = item.IsResidual ? " that no other item covers" : isLaterInList ? " that no earlier item covers" : "";
        if (item.When is Always) return others.Length > 0 ? "Records" + others : "All records";
        return $"Records{others}{(others.Length > 0 ? " and" : "")} where {_conditions.Write(item.When)}";
    }

    private static string Items(IReadOnlyList<string> numbers) => (numbers.Count == 1 ? "item " : "items ") + EnglishWording.List(numbers, "and");

    public IReadOnlyList<string> Paragraphs(ScheduleItem item)
    {
        List<string> paragraphs = [.. item.Cases.Select((c, place) => Case(c, place, item.Cases.Count))];
        if (item.Notes.DestructionMethod.Length > 0) paragraphs.Add($"Method of destruction: {item.Notes.DestructionMethod}.");
        if (item.InForce.IsStated) paragraphs.Add($"The item is {InForce(item.InForce)}.");
        return paragraphs;
    }

    /// <summary>Cases are tried in their order, so that one behind another begins with “otherwise”.</summary>
    private string Case(ItemCase branch, int place, int count)
    {
        IReadOnlyList<string> clauses = _dispositions.Clauses(branch.Instruction);
        string where = branch.When is Always ? "" : "where " + _conditions.Write(branch.When);
        string lead = count == 1 && where.Length == 0 ? "" : place == 0 ? where : where.Length > 0 ? "otherwise, " + where : "otherwise";
        string first = lead.Length > 0 ? $"{lead}: {clauses[0]}" : clauses[0];
        IEnumerable<string> own = Own(branch);
        return string.Join(' ', [EnglishWording.Sentence(first), .. clauses.Skip(1).Select(EnglishWording.Sentence), .. own]);
    }

    private static IEnumerable<string> Own(ItemCase branch)
    {
        if (branch.Authorities.Count > 0) yield return $"Authority for this case: {string.Join("; ", branch.Authorities)}.";
        if (branch.Citations.Count > 0) yield return $"Citations for this case: {string.Join("; ", branch.Citations)}.";
    }

    public string Deciders(ScheduleItem item) =>
        string.Join("; ", OpenQuestions.Followed(_schedule, item).SelectMany(Deciders).Distinct(StringComparer.Ordinal));

    private IEnumerable<string> Deciders(DispositionInstruction instruction) =>
    [
        .. instruction is Referral refer ? [refer.To] : Array.Empty<string>(),
        .. instruction is StepSequence { Outcome: not null } decided ? ["the " + EnglishDispositions.DecisionOf(decided.Steps[^1].Action)] : Array.Empty<string>(),
        .. OpenQuestions.Unset(instruction).Select(p => $"the agency ({EnglishPeriods.NameOf(p, Wording)})"),
    ];

    public string Standing()
    {
        string version = _schedule.Version.Length > 0 ? $"edition {_schedule.Version}" : "";
        string by = _schedule.Approval.Issuers.Count > 0 ? "issued by " + EnglishWording.List(_schedule.Approval.Issuers, "and") : "";
        string compiled = _schedule.Approval.CompiledBy.Length > 0 ? "compiled by " + _schedule.Approval.CompiledBy : "";
        string adopted = _schedule.Approval.AdoptedBy.Count > 0 ? "adopted by " + EnglishWording.List(_schedule.Approval.AdoptedBy, "and") : "";
        string force = _schedule.InForce.IsStated ? InForce(_schedule.InForce) : "no day in force stated";
        string[] parts = [$"schedule {_schedule.Id}", version, compiled, by, adopted, Status(_schedule.Status), force];
        string head = EnglishWording.Sentence(string.Join("; ", parts.Where(p => p.Length > 0)));
        return string.Join(' ', EnglishApprovals.Sentences(_schedule.Approval).Prepend(head));
    }

    private static string InForce(InForceInterval interval)
    {
        string from = interval.From.IsFinite ? " from " + EnglishPeriods.Write(interval.From.Date) : "";
        string to = interval.To.IsFinite ? " until the day before " + EnglishPeriods.Write(interval.To.Date) : "";
        return "in force" + from + to;
    }

    private static string Status(ScheduleStatus status) => status switch
    {
        ScheduleStatus.Template => "template",
        ScheduleStatus.Draft => "draft",
        ScheduleStatus.PreReview => "in pre-review",
        ScheduleStatus.Submitted => "submitted for approval",
        ScheduleStatus.Returned => "returned for changes",
        ScheduleStatus.Approved => "approved",
        ScheduleStatus.Promulgated => "approved and published",
        ScheduleStatus.Superseded => "superseded",
        ScheduleStatus.Repealed => "repealed",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
