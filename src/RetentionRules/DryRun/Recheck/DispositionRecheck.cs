using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Text;

namespace RetentionRules.DryRun;

/// <summary>
/// Decides the records of a list for signature again before the act, because holds arrive while approvals travel. Memory grows
/// with the list, and not with the records.
/// </summary>
public sealed class DispositionRecheck : DryRunOutput
{
    /// <summary>A column that a list need not have.</summary>
    private const string CountColumn = "records";

    private readonly List<ListedRecord> _lines = [];
    private readonly Dictionary<string, ListedRecord> _byId = new(StringComparer.Ordinal);

    private DispositionRecheck()
    {
    }

    /// <summary>How many lines the list has.</summary>
    public long Listed => _lines.Count;

    /// <summary>What may no longer be acted on, in the order of the list. Complete when the run is; before it, nothing is found.</summary>
    public IReadOnlyList<RecheckFinding> Findings => [.. _lines.Select(l => l.Finding()).OfType<RecheckFinding>()];

    /// <summary>Reads a list: CSV as <see cref="DispositionList"/> writes it, with whatever columns people have added.</summary>
    /// <param name="list">The list; closed when it has been read. Where its stream can seek, its header tells the separator.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="RecordFileException">It cannot be read, or lacks one of <see cref="DispositionList.ColumnsForRecheck"/>.</exception>
    public static async Task<DispositionRecheck> ReadAsync(RecordSource list, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(list);
        list = list with { Separator = await SeparatorOfAsync(list, cancellation).ConfigureAwait(false) };
        RecordFileReader reader = await RecordFileReader.OpenAsync(list, cancellation).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            CheckColumns(reader, list);
            bool saysHowMany = reader.Columns!.Contains(CountColumn, StringComparer.Ordinal);
            reader.Select(saysHowMany ? [.. DispositionList.ColumnsForRecheck, CountColumn] : DispositionList.ColumnsForRecheck);
            DispositionRecheck recheck = new();
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                recheck.Add(new ListedRecord(reader.Line, reader[0].Trim(), reader[1].Trim(), reader[2].Trim(), reader[3].Trim(), saysHowMany ? reader[4].Trim() : ""));
            return recheck;
        }
    }

    private void Add(ListedRecord line)
    {
        _lines.Add(line);
        if (line.Id.Length == 0) return;
        if (!_byId.TryAdd(line.Id, line)) _byId[line.Id].TimesListed++;
        else line.TimesListed = 1;
    }

    /// <summary>Spreadsheets write a list that they have read with other separators, by the land they think they are in.</summary>
    private static async ValueTask<char> SeparatorOfAsync(RecordSource list, CancellationToken cancellation)
    {
        if (!list.Stream.CanSeek) return list.Separator;
        byte[] head = new byte[4096];
        int length = await list.Stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        list.Stream.Position = 0;
        ReadOnlySpan<byte> line = head.AsSpan(0, length);
        if (line.IndexOf((byte)'\n') is >= 0 and var end) line = line[..end];
        char best = list.Separator;
        foreach (char sign in ";\t")
            if (line.Count((byte)sign) > line.Count((byte)best)) best = sign;
        return best;
    }

    private static void CheckColumns(RecordFileReader reader, RecordSource list)
    {
        IReadOnlyList<string> columns = reader.Columns ?? [];
        if (DispositionList.ColumnsForRecheck.FirstOrDefault(c => !columns.Contains(c, StringComparer.Ordinal)) is not { } missing) return;
        SourceText header = ColumnCheck.HeaderOf(columns, list);
        throw RecordFileReader.Fault(header, new TextSpan(0, header.Text.Length), RecordDiagnostics.ListWithoutColumn, missing);
    }

    internal override OutputPart NewPart() => new Part(_byId);

    internal override ValueTask TakeAsync(OutputPart part, CancellationToken cancellation)
    {
        List<(ListedRecord Line, DispositionDecision Decision)> found = ((Part)part).Found;
        foreach ((ListedRecord line, DispositionDecision decision) in found)
        {
            line.TimesFound++;
            line.Decision ??= decision;
        }

        found.Clear();
        return ValueTask.CompletedTask;
    }

    /// <summary>Lines that name a record again are judged as the first that does.</summary>
    internal override ValueTask CompleteAsync(CancellationToken cancellation)
    {
        foreach (ListedRecord line in _lines)
        {
            if (line.Id.Length == 0 || _byId[line.Id] is not { } first || ReferenceEquals(first, line)) continue;
            (line.TimesListed, line.TimesFound, line.Decision) = (first.TimesListed, first.TimesFound, first.Decision);
        }

        return ValueTask.CompletedTask;
    }

    private sealed class Part(Dictionary<string, ListedRecord> byId) : OutputPart
    {
        public List<(ListedRecord Line, DispositionDecision Decision)> Found { get; } = [];

        public override void Add(DecidedRecord record)
        {
            if (byId.TryGetValue(record.Id, out ListedRecord? line)) Found.Add((line, record.Decision));
        }
    }
}
