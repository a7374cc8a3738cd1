using System.Runtime.InteropServices;
using RetentionRules.Schedules;

namespace RetentionRules.Mappings;

/// <summary>
/// What the cells of one column came to, by their bytes: columns of codes and of few values repeat themselves. It grows with
/// the values up to a limit, and gives up where hardly any comes again. Belongs to one worker.
/// </summary>
internal sealed class CellCache
{
    private const int Most = 16 * 1024;
    private const int Longest = 64;

    /// <summary>After so many cells that were not known, the column is one of texts that do not come again.</summary>
    private const int Trial = 16 * Most;

    /// <summary>For each slot the number of an entry, from 1; twice as many at least as there are entries.</summary>
    private int[] _slots = new int[64];
    private CachedCell[] _entries = new CachedCell[32];
    private int _count;
    private int _missed;

    /// <summary>Whether it is worth asking.</summary>
    public bool IsUseful { get; private set; } = true;

    /// <summary>The number of a cell that was added, or −1.</summary>
    public int Find(ReadOnlySpan<byte> cell)
    {
        (ulong first, ulong last) = Ends(cell);
        int[] slots = _slots;
        int mask = slots.Length - 1;
        for (int slot = SlotOf(first, last, cell.Length) & mask; slots[slot] is > 0 and int number; slot = (slot + 1) & mask)
            if (_entries[number - 1].Is(first, last, cell)) return number - 1;
        return NotFound();
    }

    public ref readonly CachedCell this[int number] => ref _entries[number];

    /// <summary>Only once it is full, a cell that it does not know may be one of many that never come again.</summary>
    private int NotFound()
    {
        if (_count == Most && ++_missed == Trial) IsUseful = false;
        return -1;
    }

    public void Add(ReadOnlySpan<byte> cell, in FactValue value, int @class)
    {
        if (_count == Most || cell.Length > Longest) return;
        if (_count == _entries.Length) Grow();
        (ulong first, ulong last) = Ends(cell);
        _entries[_count++] = new CachedCell(first, last, cell, value, @class);
        Place(_count);
    }

    private void Grow()
    {
        Array.Resize(ref _entries, _entries.Length * 2);
        _slots = new int[_slots.Length * 2];
        for (int number = 1; number <= _count; number++) Place(number);
    }

    private void Place(int number)
    {
        ref CachedCell entry = ref _entries[number - 1];
        int mask = _slots.Length - 1;
        int slot = SlotOf(entry.First, entry.Last, entry.Length) & mask;
        while (_slots[slot] != 0) slot = (slot + 1) & mask;
        _slots[slot] = number;
    }

    private static (ulong First, ulong Last) Ends(ReadOnlySpan<byte> cell)
    {
        if (cell.Length >= sizeof(ulong)) return (MemoryMarshal.Read<ulong>(cell), MemoryMarshal.Read<ulong>(cell[^sizeof(ulong)..]));
        if (cell.Length >= sizeof(uint)) return (MemoryMarshal.Read<uint>(cell), MemoryMarshal.Read<uint>(cell[^sizeof(uint)..]));
        ulong all = 0;
        foreach (byte b in cell) all = (all << 8) | b;
        return (all, 0);
    }

    private static int SlotOf(ulong first, ulong last, int length)
    {
        const ulong Odd = 0x9E37_79B9_7F4A_7C15;
        ulong mixed = (first ^ (last * Odd) ^ (ulong)length) * Odd;
        return (int)(mixed >> 40);
    }
}

/// <summary>A cell and what it came to. Cells of up to sixteen bytes are told apart by their first and last eight.</summary>
internal readonly struct CachedCell
{
    private readonly byte[]? _long;

    public CachedCell(ulong first, ulong last, ReadOnlySpan<byte> cell, in FactValue value, int @class)
    {
        (First, Last, Length, Class) = (first, last, cell.Length, @class);
        _long = cell.Length > 2 * sizeof(ulong) ? cell.ToArray() : null;
        Value = value;
    }

    public ulong First { get; }

    public ulong Last { get; }

    public int Length { get; }

    /// <summary>The class of the value, as a buffer keeps it.</summary>
    public int Class { get; }

    /// <summary>The value.</summary>
    public FactValue Value { get; }

    public bool Is(ulong first, ulong last, ReadOnlySpan<byte> cell) =>
        First == first && Last == last && Length == cell.Length && (_long is null || cell.SequenceEqual(_long));
}
