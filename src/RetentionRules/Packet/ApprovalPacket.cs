using RetentionRules.Analysis;
using RetentionRules.Findings;
using RetentionRules.Testing;

namespace RetentionRules.Packet;

/// <summary>The forms of a packet; all have the same content.</summary>
public enum PacketFormat
{
    /// <summary>One page that needs no network and no script, to be read in a browser, aloud or on paper.</summary>
    Html,

    /// <summary>Markdown in the dialect that code hosts show.</summary>
    Markdown,
}

/// <summary>
/// What goes to those who approve a schedule, in one document: what it says, what is proved of it, how it differs from the edition
/// before, what its tests and its open findings are. The same inputs give the same bytes.
/// </summary>
/// <param name="Analysis">What is proved of the schedule, register or set.</param>
/// <param name="AsOf">The day on which reviews, approvals and acceptances are looked at.</param>
public sealed record ApprovalPacket(ScheduleAnalysis Analysis, DateOnly AsOf)
{
    /// <summary>How it differs from the edition before; null where it was compared with none, which the packet says.</summary>
    public ScheduleComparison? Comparison { get; init; }

    /// <summary>Of how many changes the records are explained by both editions, those that could destroy sooner first; of the others the packet says how many there are.</summary>
    public int Explained { get; init; } = 100;

    /// <summary>What becomes of real records under it; null where none were given.</summary>
    public PacketRecords? Records { get; init; }

    /// <summary>How many values of the records did not fit their facts and were taken as unknown, as the dry-run found.</summary>
    public long UnfitValues { get; init; }

    /// <summary>How many real records fare differently under it; null where there are no records, or there is no edition before.</summary>
    public RecordImpact? Impact { get; init; }

    /// <summary>What came of its tests; null where there are none, which the packet says.</summary>
    public ScheduleTestRun? Tests { get; init; }

    /// <summary>What was found by checking, proving and comparing, as it is weighed on the day.</summary>
    public IReadOnlyList<JudgedFinding> Findings { get; init; } = [];

    /// <summary>Writes it.</summary>
    /// <param name="output">Where to; of HTML, UTF-8 is declared.</param>
    /// <param name="format">In which form.</param>
    public void Write(TextWriter output, PacketFormat format)
    {
        ArgumentNullException.ThrowIfNull(output);
        Pages.Document document = PacketDocument.Of(new PacketContent(this));
        switch (format)
        {
            case PacketFormat.Html:
                document.WriteHtml(output);
                break;
            case PacketFormat.Markdown:
                document.WriteMarkdown(output);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "no such form");
        }
    }
}
