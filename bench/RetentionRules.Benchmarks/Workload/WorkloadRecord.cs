namespace RetentionRules.Benchmarks.Workload;

/// <summary>A record as a program would hold it that knows this one schedule; public, because code that is generated at run time reads it.</summary>
public sealed class WorkloadRecord
{
    public int Id { get; init; }

    public string Series { get; init; } = "";

    public string Agency { get; init; } = "";

    public string RecordType { get; init; } = "";

    public string Title { get; init; } = "";

    public DateOnly Created { get; init; }

    public DateOnly? Closed { get; init; }

    public DateOnly? FinalPayment { get; init; }

    public DateOnly? Superseded { get; init; }

    public string Security { get; init; } = "";

    public DateOnly FiscalYearEnd { get; init; }

    public decimal Amount { get; init; }

    public bool OnHold { get; init; }

    public string Media { get; init; } = "";
}
