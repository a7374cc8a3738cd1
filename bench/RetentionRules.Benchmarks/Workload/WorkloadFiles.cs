using System.IO.Compression;

namespace RetentionRules.Benchmarks.Workload;

/// <summary>The rules and samples of the workload, which travel inside the assembly.</summary>
internal static class WorkloadFiles
{
    public static Stream OpenRules(int items) => items < 10_000
        ? Open($"rules_{items}.json")
        : new GZipStream(Open($"rules_{items}.json.gz"), CompressionMode.Decompress);

    public static Stream OpenSampleRecords() => Open("records_100_first1000.csv");

    public static Stream OpenSampleDecisions() => Open("decisions_100_first1000.csv");

    private static Stream Open(string name) =>
        typeof(WorkloadFiles).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException("The workload has no such file.", name);
}
