using System.Runtime.CompilerServices;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Mappings;

namespace RetentionRules.DryRun;

/// <summary>
/// Decides the records of a file one after another. Nothing is ever disposed of: this library has no code that could.
/// </summary>
public sealed class DryRunner
{
    private readonly CompiledPolicy _policy;
    private readonly Func<IReadOnlyList<string>?, RecordMapping> _mapping;

    /// <summary>Decides records whose columns a mapping turns into facts.</summary>
    public DryRunner(CompiledPolicy policy, RecordMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(mapping);
        (_policy, _mapping) = (policy, _ => mapping);
    }

    /// <summary>Decides records whose columns have the names of the facts.</summary>
    public DryRunner(CompiledPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        (_policy, _mapping) = (policy, columns => RecordMapping.ByName(policy, columns));
    }

    /// <summary>What was found about the records themselves, apart from the decisions: values that do not fit, columns not used.</summary>
    public RecordFindings Findings { get; } = new();

    /// <summary>
    /// The decisions, in the order of the records; behind them one for each aggregate, in the order in which its first record
    /// came. Memory does not grow with the number of records, but with that of the aggregates; the records of one need not
    /// stand together.
    /// </summary>
    /// <param name="source">The records; closed when they have been read.</param>
    /// <param name="asOf">The day of evaluation.</param>
    /// <param name="cancellation">Ends the reading between two records.</param>
    /// <exception cref="RecordFileException">The file cannot be read, or not on.</exception>
    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public async IAsyncEnumerable<DispositionDecision> DecideAsync(
        RecordSource source, DateOnly asOf, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        OrderedDictionary<string, RecordAggregate> aggregates = new(StringComparer.Ordinal);
        await foreach (RecordFacts facts in ReadAsync(source, cancellation).ConfigureAwait(false))
        {
            RecordFinding found = _policy.Find(facts, asOf);
            if (_policy.AggregateOf(found, facts) is not { } key)
            {
                yield return _policy.Decide(found, facts, asOf);
                continue;
            }

            if (!aggregates.TryGetValue(key, out RecordAggregate? aggregate)) aggregates.Add(key, aggregate = _policy.NewAggregate(key, asOf));
            aggregate.Add(found, facts);
        }

        foreach (RecordAggregate aggregate in aggregates.Values) yield return aggregate.Decide();
    }

    /// <summary>The records, each in the same buffer: it holds a record only until the next is asked for.</summary>
    /// <inheritdoc cref="DecideAsync" path="/exception"/>
    public async IAsyncEnumerable<RecordFacts> ReadAsync(RecordSource source, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        RecordFileReader reader = await OpenAsync(source, cancellation).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            RecordMapping mapping = _mapping(reader.Columns);
            reader.Select(mapping.Columns);
            if (mapping.IsByName && reader.Columns is { } columns) CompareColumns(columns, source);
            RecordMapper mapper = new(mapping);
            RecordFacts facts = mapper.NewRecord();
            HashSet<string> unmetHeld = new(_policy.Policy.Holds.Holds.SelectMany(h => h.Records), StringComparer.Ordinal);
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (CellFault fault in mapper.Read(reader, facts)) Findings.Add(reader, fault);
                unmetHeld.Remove(facts.Id);
                yield return facts;
            }

            ReportUnmet(unmetHeld);
        }
    }

    private static async ValueTask<RecordFileReader> OpenAsync(RecordSource source, CancellationToken cancellation)
    {
        EncodingCheck stream = new(source.Stream);
        if (await stream.LookAsync(cancellation).ConfigureAwait(false) is { Length: > 0 } encoding)
            throw RecordFileReader.Fault(new Text.SourceText(source.Name, " ", ""), default, RecordDiagnostics.OtherEncoding, encoding);
        return source.Format switch
        {
            RecordFormat.Csv => await CsvRecordReader.OpenAsync(source.Name, stream, source.Separator, cancellation).ConfigureAwait(false),
            RecordFormat.JsonLines => new JsonLinesRecordReader(source.Name, stream),
            _ => throw new ArgumentOutOfRangeException(nameof(source)),
        };
    }

    /// <summary>Without a mapping, what does not match by name is said once, before it is too late to notice.</summary>
    private void CompareColumns(IReadOnlyList<string> columns, RecordSource source)
    {
        Text.SourceText header = new(source.Name, string.Join(source.Separator, columns), "");
        Text.SourceLocation place = new(header, new Text.TextSpan(0, header.Text.Length));
        string otherSeparator = CsvRecordReader.OtherSeparator(columns, source.Separator);
        if (!columns.Contains("id") && !columns.Contains("record")) Findings.Add(new Diagnostic(RecordDiagnostics.NoIdColumn, place).WithHelp(otherSeparator));
        // Then no column is what it seems, and one finding says it.
        if (otherSeparator.Length > 0) return;
        int start = 0;
        foreach (string column in columns)
        {
            Text.SourceLocation there = new(header, new Text.TextSpan(start, column.Length));
            start += column.Length + 1;
            if (column is not ("id" or "record") && !_policy.Layout.TryPlace(column, out _)) Findings.Add(Unused(column, there));
        }

        foreach (FactDefinition fact in _policy.Facts.Where(RecordMap.IsExpected))
            if (!columns.Contains(fact.Name, StringComparer.Ordinal)) Findings.Add(new Diagnostic(RecordDiagnostics.FactWithoutColumn, place, fact.Name));
    }

    /// <summary>Only known when all records have been read; a reader that stops before learns nothing of it.</summary>
    private void ReportUnmet(HashSet<string> unmet)
    {
        foreach (Hold hold in _policy.Policy.Holds.Holds)
            foreach (string record in hold.Records.Where(unmet.Contains).Order(StringComparer.Ordinal))
                Findings.Add(new Diagnostic(RecordDiagnostics.HeldRecordNotFound, hold.RecordPlaces[record], hold.Id, record));
    }

    private Diagnostic Unused(string column, Text.SourceLocation place)
    {
        Diagnostic finding = new(RecordDiagnostics.UnusedColumn, place, column);
        return Text.NearestWord.To(column, _policy.Facts.Select(f => f.Name)) is { } meant ? finding.WithHelp($"did you mean `{meant}`?") : finding;
    }
}
