namespace RetentionRules.Benchmarks.Workload;

/// <summary>Fills buffers with records, as a host does that has looked up the places of its facts once; and as the mapping would from rows.</summary>
internal sealed class WorkloadFiller(CompiledPolicy policy)
{
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

    public RecordFacts Fill(RecordFacts facts, WorkloadRecord record) => facts
        .Set(_series, record.Series).Set(_agency, record.Agency).Set(_recordType, record.RecordType)
        .Set(_created, record.Created).Set(_closed, DayOrNever(record.Closed)).Set(_finalPayment, DayOrNever(record.FinalPayment))
        .Set(_superseded, DayOrNever(record.Superseded)).Set(_security, record.Security).Set(_fiscalYearEnd, record.FiscalYearEnd)
        .Set(_amount, record.Amount).Set(_onHold, record.OnHold).Set(_media, record.Media);

    private static FactValue DayOrNever(DateOnly? day) => day is { } known ? FactValue.Date(known) : FactValue.Never;
}
