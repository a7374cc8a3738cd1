using System.IO.Compression;
using RetentionRules.Benchmarks.Workload;

namespace RetentionRules.Benchmarks.Verbs;

/// <summary><c>generate</c>: the workload as files, so that the command line can be timed on it as a whole.</summary>
internal static class GenerateVerb
{
    /// <returns>0, or 2 where the arguments cannot be understood.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter errors)
    {
        try
        {
            Write(GenerateOptions.Parse(arguments));
            return 0;
        }
        catch (FormatException fault)
        {
            errors.WriteLine($"{fault.Message} Usage: {GenerateOptions.Usage}");
            return 2;
        }
    }

    /// <exception cref="FormatException">There is no schedule of that many items.</exception>
    public static void Write(GenerateOptions options)
    {
        if (!WorkloadRules.Sizes.Contains(options.Items)) throw new FormatException($"There is no schedule of {options.Items} items.");
        WorkloadRules rules = WorkloadRules.Load(options.Items);
        Directory.CreateDirectory(options.Folder);
        if (options.AreEditions) WriteEditions(rules, options.Folder);
        else WriteWorkload(rules, options);
    }

    private static void WriteEditions(WorkloadRules rules, string folder)
    {
        foreach ((string name, string text) in WorkloadEditions.Of(rules)) File.WriteAllText(Path.Combine(folder, name + ".yaml"), text);
    }

    private static void WriteWorkload(WorkloadRules rules, GenerateOptions options)
    {
        File.WriteAllText(Path.Combine(options.Folder, "schedule.yaml"), WorkloadSchedule.Write(rules));
        File.WriteAllText(Path.Combine(options.Folder, "mapping.yaml"), WorkloadSchedule.Mapping);
        File.WriteAllText(Path.Combine(options.Folder, "holds.yaml"), WorkloadSchedule.Holds);
        using Stream stream = OpenRecords(options);
        IEnumerable<WorkloadRecord> records = WorkloadRecords.For(rules).Take(options.Records);
        if (options.IsJson) RecordWriter.WriteJsonLines(stream, records);
        else RecordWriter.WriteCsv(stream, records);
    }

    private static Stream OpenRecords(GenerateOptions options)
    {
        FileStream file = File.Create(Path.Combine(options.Folder, options.RecordsName));
        return options.IsCompressed ? new GZipStream(file, CompressionLevel.Fastest) : file;
    }
}
