namespace RetentionRules.Benchmarks.Workload;

/// <summary>
/// Records of the workload, made up. The random numbers behind the given sample are not known, so these
/// are other records with the same distributions: <see cref="DistributionCheck"/> compares them. The same number of items
/// always gives the same records.
/// </summary>
internal static class WorkloadRecords
{
    private const ulong Seed = 20260630;
    private static readonly int firstCreated = new DateOnly(1995, 1, 1).DayNumber;
    private static readonly int lastDay = new DateOnly(2026, 5, 31).DayNumber;

    /// <summary>The records, one after another, without end.</summary>
    public static IEnumerable<WorkloadRecord> For(WorkloadRules rules)
    {
        SplitMix random = new(Seed);
        SeriesCodes series = new(rules.SeriesUniverse, random);
        for (int id = 1; ; id++) yield return Next(id, series, random);
    }

    private static WorkloadRecord Next(int id, SeriesCodes series, SplitMix random)
    {
        int created = firstCreated + random.Below(lastDay - firstCreated + 1);
        DateOnly? closed = random.Chance(15) ? null : Later(created, 2_920, random);
        return new WorkloadRecord
        {
            Id = id,
            Series = series.Next(),
            Agency = random.Pick(WorkloadVocabulary.Agencies),
            RecordType = random.Pick(WorkloadVocabulary.RecordTypes),
            Title = Title(random),
            Created = DateOnly.FromDayNumber(created),
            Closed = closed,
            FinalPayment = random.Chance(60) ? null : Later(closed?.DayNumber ?? created, 730, random),
            Superseded = random.Chance(80) ? null : Later(created, 3_650, random),
            Security = random.Pick(WorkloadVocabulary.Security),
            FiscalYearEnd = FiscalYearEnd(DateOnly.FromDayNumber(created)),
            Amount = Amount(random),
            OnHold = random.Chance(2),
            Media = random.Pick(WorkloadVocabulary.Media),
        };
    }

    /// <summary>What would lie beyond the last day of all falls on it, so many records end there.</summary>
    private static DateOnly Later(int day, int most, SplitMix random) => DateOnly.FromDayNumber(Math.Min(day + random.Below(most + 1), lastDay));

    private static DateOnly FiscalYearEnd(DateOnly day) => new(day.Month < 10 ? day.Year : day.Year + 1, 9, 30);

    /// <summary>
    /// From 20 to 9 million hundredths, e³ to e¹⁶. Their logarithm is even in the middle and thin at both ends, as the sum of
    /// two even numbers is; so it is in the sample.
    /// </summary>
    private static decimal Amount(SplitMix random)
    {
        double cents = Math.Exp(3 + (9 * random.Unit()) + (4 * random.Unit()));
        return new decimal((int)cents, 0, 0, isNegative: false, scale: 2);
    }

    /// <summary>3 to 6 words; one title in twenty reads <c>review, permit final "v4"</c>, which CSV has to quote.</summary>
    private static string Title(SplitMix random)
    {
        string[] words = new string[3 + random.Below(4)];
        for (int i = 0; i < words.Length; i++) words[i] = random.Pick(WorkloadVocabulary.TitleWords);
        if (!random.Chance(5)) return string.Join(' ', words);
        words[0] += ",";
        return $"{string.Join(' ', words)} \"v{(char)('1' + random.Below(9))}\"";
    }
}
