namespace RetentionRules.Testing;

/// <summary>What came of all tests of a file. Immutable.</summary>
public sealed class ScheduleTestRun
{
    private ScheduleTestRun(string path, ScheduleTests tests, IReadOnlyList<ScheduleTestResult> cases, IReadOnlyList<EveryRecordResult> every, TestCoverage coverage) =>
        (Path, Tests, Cases, Every, Coverage) = (path, tests, cases, every, coverage);

    /// <summary>The file, as it was given.</summary>
    public string Path { get; }

    /// <summary>The tests.</summary>
    public ScheduleTests Tests { get; }

    /// <summary>What came of each case.</summary>
    public IReadOnlyList<ScheduleTestResult> Cases { get; }

    /// <summary>What came of each sentence about every record.</summary>
    public IReadOnlyList<EveryRecordResult> Every { get; }

    /// <summary>What the cases have exercised.</summary>
    public TestCoverage Coverage { get; }

    /// <summary>The cases that failed, and the records of which a sentence is not so.</summary>
    public IReadOnlyList<ScheduleTestResult> Failed => [.. Cases.Where(c => !c.Passed), .. Every.Select(e => e.Counterexample).OfType<ScheduleTestResult>()];

    /// <summary>How many tests there are.</summary>
    public int Count => Cases.Count + Every.Count;

    /// <summary>Runs all tests of a file.</summary>
    /// <param name="path">The file, as it was given; it is not opened.</param>
    /// <param name="tests">What was read from it.</param>
    public static ScheduleTestRun Of(string path, ScheduleTests tests)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(tests);
        ScheduleTestResult[] cases = [.. tests.Cases.Select(c => c.Run())];
        TestCoverage coverage = new(tests.Schedule);
        foreach (ScheduleTestResult result in cases) coverage.Add(result);
        return new ScheduleTestRun(path, tests, cases, [.. tests.Every.Select(e => e.Run())], coverage);
    }
}
