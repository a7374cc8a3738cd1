using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Mappings;

namespace RetentionRules.DryRun;

/// <summary>Reads the records of sources one after another, each in the same buffer, and notes what is wrong with them.</summary>
/// <param name="policy">Whose facts are filled.</param>
/// <param name="mapping">The mapping for a file with these columns; null where they are not known beforehand.</param>
/// <param name="sources">Read in order, and closed.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class RecordReading(
    CompiledPolicy policy, Func<IReadOnlyList<string>?, RecordMapping> mapping, IReadOnlyList<RecordSource> sources, RecordFindings findings) : IAsyncDisposable
{
    private readonly HashSet<string> _unmetHeld = new(policy.Policy.Holds.Holds.SelectMany(h => h.Records), StringComparer.Ordinal);
    private readonly ColumnCheck _columns = new(policy, findings);
    private readonly CountedStream[] _streams = [.. sources.Select(s => new CountedStream(s.Stream))];
    private readonly long? _totalBytes = sources.All(s => s.Length is not null) ? sources.Sum(s => s.Length) : null;
    private int _opened;
    private RecordFileReader? _reader;
    private RecordMapper? _mapper;
    private long _records;

    /// <summary>Columns that somebody wants besides those of the mapping.</summary>
    public RequestedColumns Requested { get; init; } = RequestedColumns.None;

    /// <summary>The current record; its buffer is used for the next one.</summary>
    public RecordFacts Facts { get; private set; } = policy.NewRecord();

    /// <summary>The cells of the current record: those that the mapping reads, and behind them those requested.</summary>
    public IRecordCells Cells => _reader!;

    /// <summary>The place of the first requested column among the cells; files differ in it.</summary>
    public int FirstRequested { get; private set; }

    public DryRunProgress Progress => new(_records, _streams.Sum(s => s.Count), _totalBytes);

    /// <summary>Goes to the next record, into the next source where one ends.</summary>
    /// <exception cref="RecordFileException">A file cannot be read, or not on.</exception>
    public async ValueTask<bool> NextAsync(CancellationToken cancellation)
    {
        while (_reader is not null || await OpenNextAsync(cancellation).ConfigureAwait(false))
        {
            cancellation.ThrowIfCancellationRequested();
            if (await _reader!.ReadAsync(cancellation).ConfigureAwait(false))
            {
                foreach (CellFault fault in _mapper!.Read(_reader, Facts)) findings.Add(_reader, fault);
                _unmetHeld.Remove(Facts.Id);
                _records++;
                return true;
            }

            Requested.NoteMet(_reader, FirstRequested);
            await CloseAsync().ConfigureAwait(false);
        }

        if (_records > 0) Requested.CheckMet(sources[^1].Name);
        return false;
    }

    private async ValueTask<bool> OpenNextAsync(CancellationToken cancellation)
    {
        if (_opened == sources.Count) return false;
        RecordSource source = sources[_opened] with { Stream = _streams[_opened] };
        _opened++;
        _reader = await RecordFileReader.OpenAsync(source, cancellation).ConfigureAwait(false);
        RecordMapping wanted = mapping(_reader.Columns);
        if (_reader.Columns is { } columns) Requested.CheckThere(columns, source);
        IReadOnlyList<string> mapped = wanted.Columns;
        FirstRequested = mapped.Count;
        _reader.Select([.. mapped, .. Requested.Names]);
        if (wanted.IsByName && _reader.Columns is { } named) _columns.Compare(named, source);
        _mapper = new RecordMapper(wanted);
        Facts = _mapper.NewRecord();
        return true;
    }

    /// <summary>Only known when all records have been read; a reader that stops before learns nothing of it.</summary>
    public void ReportUnmetHolds()
    {
        foreach (Hold hold in policy.Policy.Holds.Holds)
            foreach (string record in hold.Records.Where(_unmetHeld.Contains).Order(StringComparer.Ordinal))
                findings.Add(new Diagnostic(RecordDiagnostics.HeldRecordNotFound, hold.RecordPlaces[record], hold.Id, record));
    }

    private async ValueTask CloseAsync()
    {
        if (_reader is not null) await _reader.DisposeAsync().ConfigureAwait(false);
        _reader = null;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        foreach (CountedStream stream in _streams) await stream.DisposeAsync().ConfigureAwait(false);
    }
}
