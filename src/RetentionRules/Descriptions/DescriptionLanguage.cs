namespace RetentionRules.Descriptions;

/// <summary>The language in which a schedule is put into prose.</summary>
public enum DescriptionLanguage
{
    /// <summary>English, in the manner of printed schedules.</summary>
    English,

    /// <summary>Chinese in simplified characters.</summary>
    SimplifiedChinese,

    /// <summary>Chinese in traditional characters, with the terms of Taiwan.</summary>
    TraditionalChinese,
}
