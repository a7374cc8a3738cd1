namespace RetentionRules.Descriptions;

/// <summary>The words of a language that stand around the prose: headings, and what joins sentences.</summary>
internal sealed record DescriptionWords
{
    /// <summary>The language as a BCP 47 tag.</summary>
    public required string Tag { get; init; }

    /// <summary>The headings of the table, in the order of its columns.</summary>
    public required IReadOnlyList<string> Headings { get; init; }

    public required string Colon { get; init; }

    public required string BetweenSentences { get; init; }

    /// <summary>Between the entries of a cell.</summary>
    public required string BetweenEntries { get; init; }

    public required string LongerAllowed { get; init; }

    public required string LongerNotAllowed { get; init; }

    public required string LongerSentence { get; init; }

    /// <summary>What to know of every description: the schedule itself is what counts.</summary>
    public required string Foot { get; init; }
}
