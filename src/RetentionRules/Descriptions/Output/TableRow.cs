namespace RetentionRules.Descriptions;

/// <summary>The cells of an item, in the order of the headings.</summary>
internal static class TableRow
{
    public static IReadOnlyList<string> Of(ItemDescription item, DescriptionWords words) =>
    [
        item.Item.Number,
        item.Title,
        item.AppliesTo,
        item.Disposition,
        string.Join(words.BetweenEntries, item.Item.Authorities),
        string.Join(words.BetweenEntries, item.Item.Citations),
        item.LongerRetention,
        item.DecidedBy,
    ];
}
