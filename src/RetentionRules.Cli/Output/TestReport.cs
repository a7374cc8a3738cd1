using RetentionRules.Testing;

namespace RetentionRules.Cli.Output;

/// <summary>Where the results of tests go: to a reader, or to a build server.</summary>
internal abstract class TestReport
{
    public int Passed { get; private set; }

    public int Failed { get; private set; }

    public int Unreadable { get; private set; }

    /// <summary>Begins with the tests of another file.</summary>
    public virtual void Begin(string path)
    {
    }

    public void Add(string path, ScheduleTestResult result)
    {
        Count(result.Passed);
        if (result.Passed) WritePassed(path, result.Case.Name, result.Case.Source.Line);
        else WriteFailed(path, result);
    }

    public void Add(string path, EveryRecordResult result)
    {
        Count(result.Passed);
        string tried = result.AllTried ? Counted.Write(result.Tried, "record") : $"a choice of {Counted.Write(result.Tried, "record")}";
        if (result.Counterexample is { } example) WriteFailed(path, example);
        else WritePassed(path, $"{result.Test.Name} ({tried})", result.Test.Source.Line);
    }

    public void AddUnreadable(string path, IReadOnlyList<Diagnostic> errors)
    {
        Unreadable++;
        WriteUnreadable(path, errors);
    }

    public abstract void AddCoverage(string path, TestCoverage coverage, int least);

    public abstract void End();

    protected abstract void WritePassed(string path, string name, int line);

    protected abstract void WriteFailed(string path, ScheduleTestResult result);

    protected abstract void WriteUnreadable(string path, IReadOnlyList<Diagnostic> errors);

    private void Count(bool passed)
    {
        if (passed) Passed++;
        else Failed++;
    }
}
