namespace RetentionRules.Descriptions;

/// <summary>A schedule in the prose of printed schedules, for people who read no rules. Immutable.</summary>
public sealed class ScheduleDescription
{
    private ScheduleDescription(RetentionSchedule schedule, IProse prose, IReadOnlyList<ScheduleItem> items)
    {
        Schedule = schedule;
        Prose = prose;
        Items = [.. items.Select(i => ItemDescription.Of(i, prose))];
    }

    /// <summary>The schedule.</summary>
    public RetentionSchedule Schedule { get; }

    /// <summary>Its items, in their order.</summary>
    public IReadOnlyList<ItemDescription> Items { get; }

    internal IProse Prose { get; }

    /// <summary>Describes a whole schedule.</summary>
    public static ScheduleDescription Of(RetentionSchedule schedule, DescriptionLanguage language)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return new ScheduleDescription(schedule, Descriptions.Prose.Of(schedule, language), schedule.Items);
    }

    /// <summary>Describes one item of a schedule, to be written in the same forms.</summary>
    /// <exception cref="KeyNotFoundException">There is no item of that number.</exception>
    public static ScheduleDescription Of(RetentionSchedule schedule, DescriptionLanguage language, string itemNumber)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return new ScheduleDescription(schedule, Descriptions.Prose.Of(schedule, language), [schedule[itemNumber]]);
    }

    /// <summary>The description in one of the forms, always with the same bytes.</summary>
    public string Write(DescriptionFormat format) => format switch
    {
        DescriptionFormat.Text => string.Concat(Items.Select(i => i + "\n")),
        DescriptionFormat.Markdown => MarkdownTable.Write(this),
        DescriptionFormat.Html => HtmlPage.Write(this),
        DescriptionFormat.Csv => CsvTable.Write(this),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "no such form"),
    };
}
