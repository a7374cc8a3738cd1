using RetentionRules.Schedules;

namespace RetentionRules.Descriptions;

/// <summary>An item in the prose of printed schedules. Immutable.</summary>
public sealed class ItemDescription
{
    private readonly DescriptionWords _words;

    private ItemDescription(ScheduleItem item, IProse prose)
    {
        _words = prose.Words;
        Item = item;
        Title = prose.Wording.TitleOf(item.Title);
        AppliesTo = prose.AppliesTo(item);
        Paragraphs = prose.Paragraphs(item);
        Disposition = string.Join(_words.BetweenSentences, Paragraphs);
        LongerRetention = item.AllowsLongerRetention ? _words.LongerAllowed : _words.LongerNotAllowed;
        DecidedBy = prose.Deciders(item);
    }

    /// <summary>The item.</summary>
    public ScheduleItem Item { get; }

    /// <summary>Its title in the language, or else as it was written.</summary>
    public string Title { get; }

    /// <summary>Which records it covers, with what goes before it and what it goes before.</summary>
    public string AppliesTo { get; }

    /// <summary>How long its records are kept and what becomes of them, in whole sentences. It says no less and no more than the rule.</summary>
    public string Disposition { get; }

    /// <summary>The same, a sentence or a few for each case.</summary>
    public IReadOnlyList<string> Paragraphs { get; }

    /// <summary>Whether a business need may keep the records longer.</summary>
    public string LongerRetention { get; }

    /// <summary>Who decides what the rule leaves open; empty where it leaves nothing open.</summary>
    public string DecidedBy { get; }

    /// <summary>Describes an item of a schedule.</summary>
    /// <exception cref="ArgumentException">The item is not one of the schedule.</exception>
    public static ItemDescription Of(RetentionSchedule schedule, ScheduleItem item, DescriptionLanguage language)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(item);
        if (!schedule.Items.Contains(item)) throw new ArgumentException($"`{item.Number}` is not an item of {schedule}.", nameof(item));
        return new ItemDescription(item, Prose.Of(schedule, language));
    }

    internal static ItemDescription Of(ScheduleItem item, IProse prose) => new(item, prose);

    /// <summary>One line: number, title and disposition, and whether a business need may keep the records longer.</summary>
    public override string ToString()
    {
        string longer = Item.AllowsLongerRetention ? _words.BetweenSentences + _words.LongerSentence : "";
        return $"{Item.Number} {Title}{_words.Colon}{Disposition}{longer}";
    }
}
