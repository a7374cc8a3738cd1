using System.Buffers;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Mappings;

/// <summary>
/// Fills record buffers from the bytes of cells. A cell that it does not know at a glance goes the way of all cells, through
/// <see cref="RecordMapper"/>; so this only saves time, and never says anything else. Belongs to one worker.
/// </summary>
internal sealed class Utf8RecordMapper
{
    /// <summary>No blank or control character, and nothing that CSV would have to quote.</summary>
    private static readonly SearchValues<byte> PlainCharacters = SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Where(c => c is not ('"' or ',')).Select(c => (byte)c)]);

    private readonly RecordMapper _mapper;
    private readonly Column[] _columns;
    private readonly (int Place, FactValue Value)[] _constants;
    private readonly int[] _idColumns;
    private readonly CompiledPolicy _policy;
    private readonly RecordFacts _facts;
    private IUtf8Cells? _cells;

    public Utf8RecordMapper(RecordMapping mapping, CompiledPolicy policy)
    {
        _mapper = new RecordMapper(mapping);
        _policy = policy;
        _columns = [.. _mapper.Columns.Select(c => new Column(c.Mapping, c.Column))];
        (_constants, _idColumns) = (_mapper.Constants, _mapper.IdColumns);
        _facts = _mapper.NewRecord();
        _facts.IdSource = () => _mapper.IdOf(_cells!);
    }

    /// <summary>The buffer: it holds a record until the next is read.</summary>
    public RecordFacts Facts => _facts;

    /// <summary>The cells that are read next; asked only for the identifier.</summary>
    public void Follow(IUtf8Cells cells) => _cells = cells;

    /// <summary>The bytes of the identifier where they are one cell that stands as it is; else empty, and the text must be asked for.</summary>
    public ReadOnlySpan<byte> PlainId
    {
        get
        {
            if (_idColumns is not [var only]) return [];
            ReadOnlySpan<byte> id = _cells!.Utf8(only);
            return id.IndexOfAnyExcept(PlainCharacters) < 0 ? id : [];
        }
    }

    /// <summary>Replaces what the buffer holds by the record; gives the cells that did not fit.</summary>
    /// <typeparam name="TCells">A struct, so that the call for each cell is known when the loop is compiled.</typeparam>
    public IReadOnlyList<CellFault> Read<TCells>(TCells cells)
        where TCells : struct, IUtf8Cells
    {
        _facts.Begin();
        List<CellFault>? faults = null;
        List<(FactMapping Mapping, ConditionalEmpty Rule)>? open = null;
        foreach ((int place, FactValue value) in _constants) _facts.SetAt(place, value);
        foreach (Column column in _columns)
            if (!TryRead(column, cells.Utf8(column.Place))) ReadSlowly(column, _cells!, ref faults, ref open);
        if (open is not null) RecordMapper.SettleEmpty(_facts, open);
        return faults ?? (IReadOnlyList<CellFault>)[];
    }

    private bool TryRead(Column column, ReadOnlySpan<byte> cell)
    {
        int fact = column.Fact;
        if (cell.IsEmpty)
        {
            if (!column.IsEmptyFixed) return false;
            _facts.SetAccepted(fact, column.Empty);
            return true;
        }

        switch (column.Form)
        {
            case CellForm.IsoDay when Utf8Cell.TryReadDay(cell, out int day):
                _facts.SetDay(fact, day);
                return true;
            case CellForm.Number when Utf8Cell.TryReadNumber(cell, out decimal number):
                _facts.SetAccepted(fact, FactValue.Number(number));
                return true;
            default:
                if (!column.Cache.IsUseful || column.Cache.Find(cell) is not (>= 0 and var place)) return false;
                ref readonly CachedCell known = ref column.Cache[place];
                _facts.SetAccepted(fact, known.Value, known.Class);
                return true;
        }
    }

    private void ReadSlowly(Column column, IUtf8Cells cells, ref List<CellFault>? faults, ref List<(FactMapping, ConditionalEmpty)>? open)
    {
        // A cell that does not fit, or of which the others must say what its emptiness means, leaves the fact unknown.
        _facts.SetAccepted(column.Mapping.Place, FactValue.Unknown);
        (int before, int openBefore) = (_facts.Faults.Count, open?.Count ?? 0);
        RecordMapper.ReadColumn(cells, _facts, column.Mapping, column.Place, ref faults, ref open);
        bool isSettled = _facts.Faults.Count == before && (open?.Count ?? 0) == openBefore;
        if (!isSettled || !column.Cache.IsUseful) return;
        int fact = column.Mapping.Place;
        column.Cache.Add(cells.Utf8(column.Place), _facts.ValueAt(fact), _policy.ClassOf(_facts, fact));
    }

    /// <summary>A column that the mapping reads, with what may be known of its cells at a glance.</summary>
    private sealed class Column(FactMapping mapping, int place)
    {
        public FactMapping Mapping { get; } = mapping;

        public int Place { get; } = place;

        /// <summary>The place of the fact in the buffer.</summary>
        public int Fact { get; } = mapping.Place;

        public CellCache Cache { get; } = new();

        public bool IsEmptyFixed { get; } = mapping.Empty is FixedEmpty && !mapping.Sentinels.ContainsKey("");

        public FactValue Empty { get; } = mapping.Empty is FixedEmpty { Value: var value } ? value : default;

        /// <summary>How most of its cells are written.</summary>
        public CellForm Form { get; } = !IsBare(mapping) ? CellForm.Any : mapping.Fact.Type switch
        {
            DateType or EventType when mapping is { Zone: null, Formats: ["yyyy-MM-dd", ..] } => CellForm.IsoDay,
            NumberType => CellForm.Number,
            _ => CellForm.Any,
        };

        /// <summary>Cells are values, and none of them stands for something else.</summary>
        private static bool IsBare(FactMapping mapping) =>
            mapping.Codes is null && mapping.Values.Count == 0 && mapping.Sentinels.Keys.All(k => k.Length > 0 && char.IsAsciiLetter(k[0]));
    }

    private enum CellForm
    {
        /// <summary>A text that the mapping turns into a value.</summary>
        Any,

        /// <summary>A day as yyyy-MM-dd.</summary>
        IsoDay,

        /// <summary>A number with a point before its fraction.</summary>
        Number,
    }
}
