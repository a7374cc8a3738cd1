using RetentionRules.Evaluation.Reference;
using RetentionRules.Mappings;

namespace RetentionRules.DryRun;

/// <summary>A record, or an aggregate of several, as the outputs of a dry-run see it: one for each worker, used for every record.</summary>
internal sealed class DecidedRecord(CompiledPolicy policy, DateOnly asOf)
{
    private DispositionDecision? _decision;
    private RecordFinding? _finding;
    private IRecordCells? _cells;
    private int _firstColumn;

    /// <summary>The facts; null for records that are disposed of as one.</summary>
    public RecordFacts? Facts { get; private set; }

    /// <summary>The identifier of the record or of the aggregate; empty where it has none.</summary>
    public string Id { get; private set; } = "";

    /// <summary>Made when it is first asked for, and kept until the next record.</summary>
    public DispositionDecision Decision => _decision ??= policy.Decide(_finding!, Facts!, asOf);

    /// <summary>
    /// The text of a cell as it stands in the record file: the place is that among <see cref="DryRunOutput.Columns"/> of the
    /// output that is being given the record. An aggregate has no cells, and the text is empty.
    /// </summary>
    public string Text(int column) => _cells?[_firstColumn + column] ?? "";

    /// <summary>Becomes a record that stands alone.</summary>
    public void Become(RecordFinding finding, RecordFacts facts, IRecordCells cells)
    {
        (_decision, _finding, _cells) = (null, finding, cells);
        (Facts, Id) = (facts, facts.Id);
    }

    /// <summary>Becomes records that are disposed of as one.</summary>
    public void Become(DispositionDecision aggregate)
    {
        (_decision, _finding, _cells) = (aggregate, null, null);
        (Facts, Id) = (null, aggregate.Record);
    }

    /// <summary>Where the columns of the next output begin among the cells.</summary>
    public void ShowColumnsFrom(int firstColumn) => _firstColumn = firstColumn;
}
