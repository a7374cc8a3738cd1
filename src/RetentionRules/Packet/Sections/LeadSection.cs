using RetentionRules.Pages;

namespace RetentionRules.Packet.Sections;

/// <summary>What somebody reads who reads nothing else: a sentence of each part, and those that stand against approval marked.</summary>
internal static class LeadSection
{
    public static IReadOnlyList<Block> Of(PacketContent content)
    {
        Paragraph[] verdicts =
        [
            ProofSection.InShort(content), ChangeSection.InShort(content), RecordSection.InShort(content), TestSection.InShort(content), FindingSection.InShort(content), ApprovalSection.InShort(content),
        ];
        int cautions = verdicts.Count(v => v.Look == ParagraphLook.Caution);
        string all = cautions switch
        {
            0 => "Nothing was found that stands against approval. Whether the rules are the right ones, no proof can say.",
            1 => "One thing is to be looked at before approval; it stands in bold.",
            _ => $"{HtmlText.Number(cautions)} things are to be looked at before approval; they stand in bold.",
        };
        return
        [
            new Paragraph(content.Title, Language: PacketContent.LanguageOf(content.Instrument.Title)),
            new Paragraph($"As of {PacketContent.Day(content.Packet.AsOf)}. {all}"),
            .. verdicts,
        ];
    }
}
