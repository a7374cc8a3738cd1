using RetentionRules.Evaluation.Reference;
using RetentionRules.Mappings;

namespace RetentionRules.DryRun;

/// <summary>A record, or an aggregate of several, as the outputs of a dry-run see it: one for each worker, used for every record.</summary>
internal sealed class DecidedRecord(CompiledPolicy policy, DateOnly asOf)
{
    private DispositionDecision? _decision;
    private RecordFinding? _finding;
    private IRecordCells? _cells;
    private Utf8RecordMapper? _mapper;
    private readonly Dictionary<ulong, int> _shapes = [];

    /// <summary>Shapes with their numbers from 1, by some of their bits.</summary>
    private readonly (ulong Shape, int Number)[] _recent = new (ulong, int)[1024];

    private DispositionVerdict _verdict;
    private int _firstColumn;

    /// <summary>The facts; null for records that are disposed of as one.</summary>
    public RecordFacts? Facts { get; private set; }

    /// <summary>The identifier of the record or of the aggregate; empty where it has none.</summary>
    public string Id => Facts is { } facts ? facts.Id : _decision!.Record;

    /// <summary>What the decision comes to, by which most records can be counted and written.</summary>
    public ref readonly DispositionVerdict Verdict => ref _verdict;

    /// <summary>
    /// The number of the verdict's shape among those that this worker has met: records of one shape differ in nothing but their
    /// identifiers and days. −1 where the decision itself must be looked at.
    /// </summary>
    public int Shape { get; private set; }

    /// <summary>Made when it is first asked for, and kept until the next record.</summary>
    public DispositionDecision Decision => _decision ??= _finding is { } finding ? policy.Decide(finding, Facts!, asOf) : policy.Evaluate(Facts!, asOf);

    /// <summary>The bytes of the identifier, where it can be written as it stands in the file; else empty, and <see cref="Id"/> must be asked.</summary>
    public ReadOnlySpan<byte> PlainId => _mapper is { } mapper ? mapper.PlainId : [];

    /// <summary>
    /// The text of a cell as it stands in the record file: the place is that among <see cref="DryRunOutput.Columns"/> of the
    /// output that is being given the record. An aggregate has no cells, and the text is empty.
    /// </summary>
    public string Text(int column) => _cells?[_firstColumn + column] ?? "";

    /// <summary>Becomes a record that stands alone.</summary>
    public void Become(RecordFinding finding, RecordFacts facts, IRecordCells cells)
    {
        (_decision, _finding, _cells, _mapper, Facts, Shape) = (null, finding, cells, null, facts, -1);
        _verdict = new DispositionVerdict(Decision);
    }

    /// <summary>Says where the next records come from.</summary>
    /// <param name="reader">What reads them.</param>
    /// <param name="mapper">What fills its buffer from them, and knows the identifier by its bytes.</param>
    public void Follow(RecordFileReader reader, Utf8RecordMapper mapper) =>
        (_finding, _cells, _mapper, Facts) = (null, reader, mapper, mapper.Facts);

    /// <summary>Becomes the record that has been read; its decision is only made where an output asks for it.</summary>
    public void BecomeNext()
    {
        policy.Decide(Facts!, asOf, out _verdict);
        if (_verdict.IsPlain)
        {
            if (_decision is not null) _decision = null;
            Shape = ShapeOf(_verdict.Shape);
            return;
        }

        _decision = _verdict.Decision;
        Shape = -1;
    }

    /// <summary>Records often come in the shapes of those just before; the table of the last few is asked first.</summary>
    private int ShapeOf(ulong shape)
    {
        ref (ulong Shape, int Number) recent = ref _recent[(int)((shape * 0x9E37_79B9_7F4A_7C15) >> 54)];
        if (recent.Shape == shape && recent.Number > 0) return recent.Number - 1;
        if (!_shapes.TryGetValue(shape, out int number)) _shapes.Add(shape, number = _shapes.Count);
        recent = (shape, number + 1);
        return number;
    }

    /// <summary>Becomes records that are disposed of as one.</summary>
    public void Become(DispositionDecision aggregate)
    {
        (_decision, _finding, _cells, _mapper, Facts, Shape) = (aggregate, null, null, null, null, -1);
        _verdict = new DispositionVerdict(aggregate);
    }

    /// <summary>Where the columns of the next output begin among the cells.</summary>
    public void ShowColumnsFrom(int firstColumn) => _firstColumn = firstColumn;
}
