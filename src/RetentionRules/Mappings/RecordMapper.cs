using RetentionRules.Evaluation;
using RetentionRules.Evaluation.Reference;
using RetentionRules.Schedules;

namespace RetentionRules.Mappings;

/// <summary>The cells of one record, by the places of the columns that a mapping reads.</summary>
internal interface IRecordCells
{
    /// <summary>The text of a cell; empty where the record has nothing there.</summary>
    string this[int column] { get; }
}

/// <summary>A cell that does not fit its fact; the fact is then unknown.</summary>
/// <param name="Column">The place of the column among those that the mapping reads.</param>
/// <param name="Fault">What is wrong.</param>
internal readonly record struct CellFault(int Column, DataFault Fault);

/// <summary>Fills record buffers from cells, as a mapping says.</summary>
internal sealed class RecordMapper
{
    private readonly RecordMapping _mapping;
    private readonly int[] _idColumns;
    private readonly (FactMapping Mapping, int Column)[] _columns;
    private readonly (int Place, FactValue Value)[] _constants;

    public RecordMapper(RecordMapping mapping)
    {
        _mapping = mapping;
        List<string> columns = [.. mapping.Columns];
        _idColumns = [.. mapping.IdColumns.Select(c => columns.IndexOf(c))];
        _columns = [.. mapping.Facts.Where(f => f.Source is ColumnSource).Select(f => (f, columns.IndexOf(((ColumnSource)f.Source).Column)))];
        _constants = [.. mapping.Facts.Where(f => f.Source is ConstantSource).Select(f => (f.Place, ((ConstantSource)f.Source).Value))];
    }

    public RecordFacts NewRecord() => new(_mapping.Layout);

    public (FactMapping Mapping, int Column)[] Columns => _columns;

    public (int Place, FactValue Value)[] Constants => _constants;

    public int[] IdColumns => _idColumns;

    /// <summary>Replaces what the buffer holds by the record; gives the cells that did not fit.</summary>
    public IReadOnlyList<CellFault> Read(IRecordCells cells, RecordFacts facts)
    {
        facts.Clear();
        facts.Id = IdOf(cells);
        List<CellFault>? faults = null;
        List<(FactMapping Mapping, ConditionalEmpty Rule)>? open = null;
        foreach ((int place, FactValue value) in _constants) facts.SetAt(place, value);
        foreach ((FactMapping mapping, int column) in _columns) ReadColumn(cells, facts, mapping, column, ref faults, ref open);
        if (open is not null) SettleEmpty(facts, open);
        return faults ?? (IReadOnlyList<CellFault>)[];
    }

    /// <summary>Reads one cell; a rule on an empty one is put off until all others have been read.</summary>
    public static void ReadColumn(
        IRecordCells cells, RecordFacts facts, FactMapping mapping, int column, ref List<CellFault>? faults, ref List<(FactMapping Mapping, ConditionalEmpty Rule)>? open)
    {
        string cell = cells[column].Trim();
        if (mapping.Sentinels.TryGetValue(cell, out FactValue state)) facts.SetAt(mapping.Place, state);
        else if (cell.Length > 0) ReadCell(facts, mapping, column, cell, ref faults);
        else if (mapping.Empty is FixedEmpty empty) facts.SetAt(mapping.Place, empty.Value);
        else (open ??= []).Add((mapping, (ConditionalEmpty)mapping.Empty));
    }

    /// <summary>The first cell of those that identify a record that is not empty; empty where all are.</summary>
    public string IdOf(IRecordCells cells)
    {
        foreach (int column in _idColumns)
            if (cells[column].Trim() is { Length: > 0 } id) return id;
        return "";
    }

    private static void ReadCell(RecordFacts facts, FactMapping mapping, int column, string cell, ref List<CellFault>? faults)
    {
        int before = facts.Faults.Count;
        if (CellReader.TryRead(mapping, cell, out FactValue value, out string problem)) facts.SetAt(mapping.Place, value);
        else facts.AddFault(new DataFault(mapping.Fact.Name, $"\"{cell}\"", problem));
        if (facts.Faults.Count > before) (faults ??= []).Add(new CellFault(column, facts.Faults[^1]));
    }

    /// <summary>Conditions on empty cells are asked when all others have been read; where none is true, nobody knows.</summary>
    public static void SettleEmpty(RecordFacts facts, List<(FactMapping Mapping, ConditionalEmpty Rule)> open)
    {
        ConditionEvaluator conditions = new(facts);
        foreach ((FactMapping mapping, ConditionalEmpty rule) in open)
        {
            foreach ((Condition when, FactValue value) in rule.Branches)
            {
                Truth truth = conditions.Evaluate(when);
                if (truth == Truth.False) continue;
                // An unknown condition could be the one that holds, so nothing behind it may decide.
                if (truth == Truth.True) facts.SetAt(mapping.Place, value);
                break;
            }
        }
    }
}
