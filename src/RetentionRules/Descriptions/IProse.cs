namespace RetentionRules.Descriptions;

/// <summary>Puts the items of one schedule into one language.</summary>
internal interface IProse
{
    /// <summary>The words around the items.</summary>
    DescriptionWords Words { get; }

    /// <summary>How the language writes titles and names.</summary>
    Wording Wording { get; }

    /// <summary>Which records the item covers.</summary>
    string AppliesTo(ScheduleItem item);

    /// <summary>What becomes of them: whole sentences, together for each case.</summary>
    IReadOnlyList<string> Paragraphs(ScheduleItem item);

    /// <summary>Who decides what the rule leaves open.</summary>
    string Deciders(ScheduleItem item);

    /// <summary>Edition, status and force of the schedule.</summary>
    string Standing();
}

/// <summary>Finds the prose of a language.</summary>
internal static class Prose
{
    public static IProse Of(RetentionSchedule schedule, DescriptionLanguage language) => language switch
    {
        DescriptionLanguage.English => new EnglishProse(schedule),
        DescriptionLanguage.SimplifiedChinese => new ChineseProse(schedule, ChineseScript.Simplified),
        DescriptionLanguage.TraditionalChinese => new ChineseProse(schedule, ChineseScript.Traditional),
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "no such language"),
    };
}
