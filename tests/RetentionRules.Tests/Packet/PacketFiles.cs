using System.Xml;
using System.Xml.Linq;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Packet;

/// <summary>The packet of a small schedule with everything that can be in one.</summary>
internal static class PacketFiles
{
    private static readonly string folder = Path.Combine(Repository.TestData, "reports", "packet");

    public static string Named(string file) => Path.Combine(folder, file);

    /// <summary>What a packet that was written to standard output says.</summary>
    public static string Of(params string[] arguments)
    {
        CliRun run = CliRun.Of(["report", .. arguments]);
        Assert.True(run.Code == 0, run.Error);
        return run.Output;
    }

    public static string Clinic(string format) => Of(
        Named("clinic-2.yaml"), "--baseline", Named("clinic-1.yaml"), "--records", Named("records.csv"), "--holds", "none", "--as-of", "2026-11-22", "--format", format);

    public static XElement Parse(string page)
    {
        using XmlReader reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader);
    }
}
