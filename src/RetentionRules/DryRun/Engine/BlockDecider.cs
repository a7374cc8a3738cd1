using RetentionRules.Mappings;

namespace RetentionRules.DryRun;

/// <summary>One worker's share of a run: decides the records of a block and hands them to its parts of the outputs.</summary>
internal sealed class BlockDecider
{
    private readonly CompiledPolicy _policy;
    private readonly int[] _requestedFrom;
    private readonly DecidedRecord _record;
    private readonly bool _listsRecords;
    private OpenedFile? _file;
    private RecordMapper? _mapper;
    private RecordFacts? _facts;
    private Utf8RecordMapper? _utf8;

    public BlockDecider(CompiledPolicy policy, DateOnly asOf, IReadOnlyList<DryRunOutput> outputs, RequestedColumns requested)
    {
        (_policy, _requestedFrom) = (policy, [.. requested.Starts]);
        _record = new DecidedRecord(policy, asOf);
        _listsRecords = policy.Policy.Holds.Holds.Any(h => h.Records.Count > 0);
        Parts = [.. outputs.Select(o => o.NewPart())];
    }

    public OutputPart[] Parts { get; }

    /// <summary>What was found about the records of the block.</summary>
    public RecordFindings Findings { get; } = new();

    /// <summary>The identifiers of the records of the block, where a hold lists any.</summary>
    public HashSet<string> Met { get; } = new(StringComparer.Ordinal);

    /// <summary>How many records the block had.</summary>
    public long Records { get; private set; }

    /// <summary>The reader of the block, at its end.</summary>
    public RecordFileReader Reader { get; private set; } = null!;

    /// <summary>Decides a block; a fault is given back, because blocks before this one may have one too, which then counts.</summary>
    public Exception? TryDecide(RecordBlock block, CancellationToken cancellation)
    {
        try
        {
            Decide(block, cancellation);
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private void Decide(RecordBlock block, CancellationToken cancellation)
    {
        if (!ReferenceEquals(_file, block.File)) Open(block.File);
        Met.Clear();
        RecordFileReader reader = Reader = block.File.Read(block);
        OutputPart[] parts = Parts;
        long records = 0;
        while (reader.Read())
        {
            if ((++records & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
            RecordFacts facts = ReadFacts(reader);
            if (_listsRecords) Met.Add(facts.Id);
            _record.Become(facts, reader, _utf8);
            for (int i = 0; i < parts.Length; i++)
            {
                _record.ShowColumnsFrom(block.File.FirstRequested + _requestedFrom[i]);
                parts[i].Add(_record);
            }
        }

        Records = records;
        cancellation.ThrowIfCancellationRequested();
    }

    private RecordFacts ReadFacts(RecordFileReader reader)
    {
        IReadOnlyList<CellFault> faults = _utf8 is not null ? _utf8.Read((IUtf8Cells)reader) : _mapper!.Read(reader, _facts!);
        for (int i = 0; i < faults.Count; i++) Findings.Add(reader, faults[i]);
        return _utf8?.Facts ?? _facts!;
    }

    private void Open(OpenedFile file)
    {
        _file = file;
        if (file.Header is not null)
        {
            _utf8 = new Utf8RecordMapper(file.Mapping, _policy);
            return;
        }

        (_utf8, _mapper) = (null, new RecordMapper(file.Mapping));
        _facts = _mapper.NewRecord();
    }
}
