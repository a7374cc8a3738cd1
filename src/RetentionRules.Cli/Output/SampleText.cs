using RetentionRules.DryRun;

namespace RetentionRules.Cli.Output;

/// <summary>A sample of decisions for people: by status, each with its explanation.</summary>
internal static class SampleText
{
    public static void Write(TextWriter output, DecisionSample sample, DryRunSummary summary)
    {
        foreach (IGrouping<DispositionStatus, SampledDecision> status in sample.Decisions.GroupBy(d => d.Decision.Status))
        {
            string title = $"{status.Key.ToString().ToLowerInvariant()}: {Counted.Number(status.Count())} of {Counted.Write(summary.ByStatus[status.Key], "record")}";
            output.WriteLine(title);
            output.WriteLine(new string('=', title.Length));
            output.WriteLine();
            foreach (SampledDecision one in status) output.WriteLine(one.Explanation.TrimEnd('\n') + "\n");
        }
    }
}
