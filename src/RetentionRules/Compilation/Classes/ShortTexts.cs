using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RetentionRules.Compilation;

/// <summary>
/// Finds texts of up to sixteen characters, as nearly all codes are. Such a text is two numbers, so that it is compared within
/// one line of the cache and neither hashed nor read character by character. Immutable.
/// </summary>
/// <typeparam name="T">What is kept of a text.</typeparam>
internal sealed class ShortTexts<T>
    where T : struct
{
    private readonly Entry[] _entries;
    private readonly int _shift;

    /// <param name="texts">Texts that differ; those that are no short ones are left out.</param>
    public ShortTexts(IEnumerable<KeyValuePair<string, T>> texts)
    {
        List<(TextKey Key, T Value)> kept = [];
        foreach ((string text, T value) in texts)
            if (TextKey.TryMake(text, out TextKey key)) kept.Add((key, value));
        // At most half full, so that most searches end where they begin.
        int bits = Math.Max(1, 32 - int.LeadingZeroCount(2 * kept.Count));
        (_entries, _shift) = (new Entry[1 << bits], 64 - bits);
        foreach ((TextKey key, T value) in kept)
        {
            int at = key.Hash(_shift);
            while (_entries[at].Length != 0) at = (at + 1) & (_entries.Length - 1);
            _entries[at] = new Entry { First = key.First, Last = key.Last, Length = key.Length, Value = value };
        }
    }

    /// <summary>What is kept of a text.</summary>
    public bool TryGetValue(in TextKey key, out T value)
    {
        Entry[] entries = _entries;
        for (int at = key.Hash(_shift) & (entries.Length - 1); ; at = (at + 1) & (entries.Length - 1))
        {
            ref readonly Entry entry = ref entries[at];
            value = entry.Value;
            if (entry.First == key.First && entry.Last == key.Last && entry.Length == key.Length) return true;
            if (entry.Length == 0) return false;
        }
    }

    /// <summary>Its key in parts, so that with a value of three numbers two entries fill a line of the cache.</summary>
    private struct Entry
    {
        public ulong First;
        public ulong Last;
        public int Length;
        public T Value;
    }
}

/// <summary>A short text as two numbers; with the length they say all of its characters.</summary>
/// <param name="First">The first characters.</param>
/// <param name="Last">The last characters, which may be the first again.</param>
/// <param name="Length">How many there are; 0 of no text.</param>
internal readonly record struct TextKey(ulong First, ulong Last, int Length)
{
    private const int InOneVector = 8;

    /// <summary>False where the text is empty, longer than sixteen characters, or longer than eight with any beyond U+00FF.</summary>
    public static bool TryMake(ReadOnlySpan<char> text, out TextKey key)
    {
        int length = text.Length;
        if (length > InOneVector) return TryNarrow(text, out key);
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(text);
        key = length >= 4 ? new TextKey(MemoryMarshal.Read<ulong>(bytes), MemoryMarshal.Read<ulong>(bytes[^8..]), length)
            : length > 0 ? new TextKey(text[0], ((ulong)text[length / 2] << 16) | text[^1], length)
            : default;
        return length > 0;
    }

    private static bool TryNarrow(ReadOnlySpan<char> text, out TextKey key)
    {
        key = default;
        if (text.Length > 2 * InOneVector) return false;
        ReadOnlySpan<ushort> units = MemoryMarshal.Cast<char, ushort>(text);
        Vector128<ushort> first = Vector128.Create(units);
        Vector128<ushort> last = Vector128.Create(units[^InOneVector..]);
        if (((first | last) & Vector128.Create((ushort)0xFF00)) != Vector128<ushort>.Zero) return false;
        Vector128<ulong> narrow = Vector128.Narrow(first, last).AsUInt64();
        key = new TextKey(narrow[0], narrow[1], text.Length);
        return true;
    }

    /// <summary>The upper bits of two products, into which all bits of both numbers go.</summary>
    public int Hash(int shift) => (int)(((First * 0x9E37_79B9_7F4A_7C15) ^ (Last * 0xD6E8_FEB8_6659_FD93)) >> shift);
}
