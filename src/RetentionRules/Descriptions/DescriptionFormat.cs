namespace RetentionRules.Descriptions;

/// <summary>The form in which a described schedule is written.</summary>
public enum DescriptionFormat
{
    /// <summary>One line an item.</summary>
    Text,

    /// <summary>A table in Markdown.</summary>
    Markdown,

    /// <summary>A page of its own, with a table.</summary>
    Html,

    /// <summary>Comma-separated values as RFC 4180 has them.</summary>
    Csv,
}
