using RetentionRules.Packet.Sections;
using RetentionRules.Pages;

namespace RetentionRules.Packet;

/// <summary>The parts of a packet, in the order in which an approver asks.</summary>
internal static class PacketDocument
{
    public static Document Of(PacketContent content) => new(
        $"For approval: {content.Title}",
        $"For approval: {content.Instrument}",
        LeadSection.Of(content),
        [
            new("identity", "What this is about", IdentitySection.Of(content)),
            new("approvals", "Approvals given and missing", ApprovalSection.Of(content)),
            new("items", "What the schedule says", ItemSection.Of(content)),
            new("proof", "What is proved", ProofSection.Of(content)),
            new("changes", "What changes against the edition before", ChangeSection.Of(content)),
            new("records", "What becomes of real records", RecordSection.Of(content)),
            new("tests", "Tests", TestSection.Of(content)),
            new("findings", "Findings, open and accepted", FindingSection.Of(content)),
        ],
        "This document says what was found. It approves nothing, and nothing has been disposed of.");
}
