using RetentionRules.Analysis;
using RetentionRules.Cli.Output;
using RetentionRules.DryRun;
using RetentionRules.Diagnostics;
using RetentionRules.Findings;
using RetentionRules.Text;

namespace RetentionRules.Cli.Commands;

/// <summary>Two editions of a schedule that are compared, with the texts of their files for the findings.</summary>
internal sealed class ComparedEditions(RetentionSchedule old, RetentionSchedule @new)
{
    private static readonly FindingScope scope = FindingScope.OfCodes("RR96");

    private readonly Dictionary<string, SourceText> _texts = new(StringComparer.Ordinal);

    /// <summary>The new edition first: findings are about it.</summary>
    public IReadOnlyList<string> Files => [.. ((string[])[@new.Path, old.Path]).Distinct(StringComparer.Ordinal)];

    public ScheduleComparison Compare(AnalysisOptions options, IEnumerable<string> renames)
    {
        Dictionary<string, string> declared = new(StringComparer.Ordinal);
        foreach (string rename in renames)
        {
            if (rename.Split('=') is not [{ Length: > 0 } before, { Length: > 0 } after]) throw new UsageException($"--rename takes the number before and the number after, such as 2.1=2.4, not `{rename}`.");
            if (!declared.TryAdd(before.Trim(), after.Trim())) throw new UsageException($"--rename gives `{before}` two numbers.");
        }

        try
        {
            return ScheduleComparer.Compare(old, @new, options, declared);
        }
        catch (ArgumentException e)
        {
            throw new UsageException("--rename: " + Inputs.WithoutParameter(e));
        }
    }

    /// <summary>What was found, in the order of the comparison: what could destroy sooner first, then by place what is about no change.</summary>
    public IReadOnlyList<ChangeFinding> Judge(FindingRun run, ScheduleComparison comparison, DateOnly asOf)
    {
        Diagnostic[] found = [.. comparison.Changes.Select(c => c.Finding).Concat(comparison.Open).Select(f => f.ToDiagnostic(TextOf))];
        Dictionary<Diagnostic, int> places = found.Select((d, place) => (d, place)).ToDictionary(p => p.d, p => p.place);
        return
        [
            .. run.Judge(Files, found, asOf, scope).Select(f => (Finding: f, Place: places.GetValueOrDefault(f.Diagnostic, found.Length))).OrderBy(f => f.Place)
                .Select(f => new ChangeFinding(f.Finding, comparison.Changes.ElementAtOrDefault(f.Place))),
        ];
    }

    private SourceText TextOf(string path)
    {
        if (!_texts.TryGetValue(path, out SourceText? text)) _texts.Add(path, text = SourceFile.Read(path));
        return text;
    }

    /// <summary>Decides records by both editions. Each file is read twice, so that standard input cannot be.</summary>
    public async Task<RecordImpact> ImpactAsync(
        Inputs inputs, string? holds, string? map, Func<string, RecordSource> open, IReadOnlyList<string> paths, DateOnly asOf, CancellationToken cancellation)
    {
        if (paths.Contains("-")) throw new UsageException("records are read twice, once by each edition, so they cannot come from standard input.");
        if (old.Aggregation is not null || @new.Aggregation is not null) throw new UsageException("records that are disposed of as one cannot be compared one by one; run dry-run with each edition.");
        (DryRunner before, DryRunner after) = (Runner(inputs, old, holds, map), Runner(inputs, @new, holds, map));
        RecordImpact impact = new();
        foreach (string path in RecordPaths.Expand(paths))
        {
            IAsyncEnumerator<DispositionDecision> first = before.DecideAsync(open(path), asOf, cancellation).GetAsyncEnumerator(cancellation);
            await using (first.ConfigureAwait(false))
            {
                await foreach (DispositionDecision second in after.DecideAsync(open(path), asOf, cancellation))
                {
                    if (!await first.MoveNextAsync()) throw new InvalidOperationException("the file has another number of records when it is read again");
                    impact.Add(first.Current, second);
                }
            }
        }

        return impact;
    }

    private static DryRunner Runner(Inputs inputs, RetentionSchedule schedule, string? holds, string? map)
    {
        CompiledPolicy policy = RetentionPolicy.For(schedule).WithHolds(inputs.Holds(holds, schedule)).Compile();
        return inputs.Runner(policy, map);
    }
}
