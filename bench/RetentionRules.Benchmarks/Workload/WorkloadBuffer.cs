namespace RetentionRules.Benchmarks.Workload;

/// <summary>One buffer for all records, filled as a host fills it that has looked up the places of its facts once.</summary>
internal sealed class WorkloadBuffer(CompiledPolicy policy)
{
    private readonly RecordFacts _facts = policy.NewRecord("1");
    private readonly FactPlace _series = policy.PlaceOf("series");
    private readonly FactPlace _agency = policy.PlaceOf("agency");
    private readonly FactPlace _recordType = policy.PlaceOf("record_type");
    private readonly FactPlace _created = policy.PlaceOf("created");
    private readonly FactPlace _closed = policy.PlaceOf("closed");
    private readonly FactPlace _finalPayment = policy.PlaceOf("final_payment");
    private readonly FactPlace _superseded = policy.PlaceOf("superseded");
    private readonly FactPlace _security = policy.PlaceOf("security");
    private readonly FactPlace _fiscalYearEnd = policy.PlaceOf("fiscal_year_end");
    private readonly FactPlace _amount = policy.PlaceOf("amount");
    private readonly FactPlace _onHold = policy.PlaceOf("on_hold");
    private readonly FactPlace _media = policy.PlaceOf("media");

    public RecordFacts Fill(WorkloadRecord record) => _facts
        .Set(_series, record.Series).Set(_agency, record.Agency).Set(_recordType, record.RecordType)
        .Set(_created, FactValue.Date(record.Created)).Set(_closed, DayOrNever(record.Closed)).Set(_finalPayment, DayOrNever(record.FinalPayment))
        .Set(_superseded, DayOrNever(record.Superseded)).Set(_security, record.Security).Set(_fiscalYearEnd, FactValue.Date(record.FiscalYearEnd))
        .Set(_amount, FactValue.Number(record.Amount)).Set(_onHold, FactValue.YesNo(record.OnHold)).Set(_media, record.Media);

    private static FactValue DayOrNever(DateOnly? day) => day is { } known ? FactValue.Date(known) : FactValue.Never;
}
