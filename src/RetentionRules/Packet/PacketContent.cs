using System.Globalization;
using RetentionRules.DryRun;
using RetentionRules.Pages;
using RetentionRules.Schedules;

namespace RetentionRules.Packet;

/// <summary>What all parts of a packet are written from.</summary>
internal sealed class PacketContent(ApprovalPacket packet)
{
    public ApprovalPacket Packet => packet;

    public RetentionInstrument Instrument => packet.Analysis.Instrument;

    public string Title => Instrument.Title.IsEmpty ? Instrument.Id : Instrument.Title.Value;

    public FileNames Files { get; } = new(
    [
        packet.Analysis.Instrument.Path, .. packet.Analysis.Instrument.Schedules.Select(s => s.Path), packet.Comparison?.Old.Path ?? "",
        packet.Tests?.Path ?? "", .. packet.Records?.Files ?? [], packet.Records?.Mapping ?? "", packet.Records?.Holds.Path ?? "",
    ]);

    /// <summary>Rows about schedules, parted by them where there are several.</summary>
    public IReadOnlyList<TableRows> BySchedule(Func<RetentionSchedule, IEnumerable<IReadOnlyList<TableCell>>> rows) =>
    [
        .. Instrument.Schedules.Select(s => new TableRows(Instrument is RetentionSchedule ? "" : $"{s}: {s.Title}", [.. rows(s)])).Where(p => p.Rows.Count > 0),
    ];

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>When something is in force, in words.</summary>
    public static string Words(InForceInterval interval)
    {
        if (!interval.IsStated) return "not stated";
        string from = interval.From.IsFinite ? $"from {interval.From}" : "without a first day";
        return interval.To.IsFinite ? $"{from} until the day before {interval.To}" : from;
    }

    public static string LanguageOf(LocalizedText text) => ReportContent.LanguageOf(text);

    public static TableCell Cell(LocalizedText text) => ReportContent.Cell(text);

    /// <summary>A count with its noun and verb: <c>1 test fails</c>, <c>2 tests fail</c>.</summary>
    public static string Count(long count, string noun, string one, string several) => $"{HtmlText.Count(count, noun)} {(count == 1 ? one : several)}";
}
