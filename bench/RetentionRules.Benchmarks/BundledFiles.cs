using System.Runtime.CompilerServices;

namespace RetentionRules.Benchmarks;

/// <summary>The files of the project that are measured, found from this source file: the runner works in a folder of its own.</summary>
internal static class BundledFiles
{
    public static string GeneralRecordsSchedule { get; } = PathOf("us", "nara-grs", "grs-1-1.yaml");

    public static string Contracts { get; } = PathOf("examples", "austender", "contracts.yaml");

    public static string NoticeMapping { get; } = PathOf("examples", "austender", "notices.yaml");

    public static string Notices { get; } = PathOf("examples", "austender", "notices.csv");

    public static CompiledPolicy ContractPolicy() => RetentionPolicy.For(ScheduleReader.ReadFile(Contracts).Value).WithHolds(HoldList.None).Compile();

    private static string PathOf(params string[] parts) => Path.Combine([Root(), "schedules", .. parts]);

    private static string Root([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
