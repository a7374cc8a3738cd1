using RetentionRules.Mappings;

namespace RetentionRules.DryRun;

/// <summary>One worker's share of a run: decides the records of a block and hands them to its parts of the outputs.</summary>
internal sealed class BlockDecider
{
    private readonly CompiledPolicy _policy;
    private readonly int[] _requestedFrom;
    private int _requestedAt;
    private readonly DecidedRecord _record;
    private readonly bool _listsRecords;
    private OpenedFile? _file;
    private Utf8RecordMapper? _mapper;

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
        Reader = block.File.Read(block);
        (_requestedAt, Records) = (block.File.FirstRequested, 0);
        Utf8RecordMapper mapper = _mapper!;
        switch (Reader)
        {
            case CsvRecordReader csv:
                Decide(csv, csv.Follow(mapper), mapper, cancellation);
                break;
            case JsonLinesRecordReader json:
                Decide(json, json.Follow(mapper), mapper, cancellation);
                break;
            default:
                throw new InvalidOperationException($"Nothing decides what a {Reader.GetType().Name} reads.");
        }

        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>The loop of a dry-run: what it calls for each cell is known by its type, and not looked up.</summary>
    private void Decide<TCells>(RecordFileReader reader, TCells cells, Utf8RecordMapper mapper, CancellationToken cancellation)
        where TCells : struct, IUtf8Cells
    {
        _record.Follow(reader, mapper);
        while (reader.Read())
        {
            if (mapper.Read(cells) is { Count: > 0 } faults) Note(faults);
            HandOut(mapper.Facts, cancellation);
        }
    }

    private void Note(IReadOnlyList<CellFault> faults)
    {
        foreach (CellFault fault in faults) Findings.Add(Reader, fault);
    }

    private void HandOut(RecordFacts facts, CancellationToken cancellation)
    {
        if ((++Records & 0xFFF) == 0) cancellation.ThrowIfCancellationRequested();
        if (_listsRecords) Met.Add(facts.Id);
        _record.BecomeNext();
        for (int i = 0; i < Parts.Length; i++)
        {
            _record.ShowColumnsFrom(_requestedAt + _requestedFrom[i]);
            Parts[i].Add(_record);
        }
    }

    private void Open(OpenedFile file)
    {
        _file = file;
        _mapper = new Utf8RecordMapper(file.Mapping, _policy);
    }
}
