using RetentionRules.Benchmarks.Workload;

namespace RetentionRules.Benchmarks.Verbs;

/// <summary><c>check</c>: whether everything that is measured decides the same, and whether the records are those of the workload.</summary>
internal static class CheckVerb
{
    /// <returns>0 where nothing differs, else 1.</returns>
    public static async Task<int> RunAsync(TextWriter output)
    {
        TranslationCheck translation = new(output);
        await translation.CheckSampleInTheLibraryAsync();
        translation.CheckSampleInGeneratedCode();
        translation.CheckWriting();
        foreach (int items in WorkloadRules.Sizes) translation.CheckGeneratedRecords(items);
        DistributionCheck distribution = new(output);
        distribution.Run(WorkloadRules.Load(WorkloadSample.Items));
        return translation.Differences + distribution.Differences == 0 ? 0 : 1;
    }
}
