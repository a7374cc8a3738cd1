using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace RetentionRules.DryRun;

/// <summary>
/// Reads a line of JSON in passing, where it is written like the lines before: an object whose keys come in the same order, some
/// perhaps left out, with texts as they stand, numbers, true, false and null. All else is left to
/// <see cref="JsonLinesRecordReader"/>; so this only saves time, and never says anything else.
/// </summary>
/// <param name="columns">The keys whose values are wanted, each once.</param>
internal sealed class JsonGlance(string[] columns)
{
    /// <summary>A file with more keys than this is not written by a program from one table.</summary>
    private const int MostKeys = 256;

    private readonly List<Key> _keys = [];
    private readonly CellPlace[] _places = new CellPlace[columns.Length];

    /// <summary>Whether the last line failed for its keys, which are therefore worth learning.</summary>
    public bool IsNews { get; private set; } = true;

    /// <summary>The columns that the last line had.</summary>
    public bool IsThere(int column) => _places[column].Kind != CellKind.Missing;

    /// <summary>The bytes of a value of the last line; true and false are yes and no, null and a missing key empty.</summary>
    public ReadOnlySpan<byte> Cell(ReadOnlySpan<byte> line, int column)
    {
        CellPlace place = _places[column];
        return place.Kind switch
        {
            CellKind.Text => line.Slice(place.Start, place.Length),
            CellKind.Yes => "yes"u8,
            CellKind.No => "no"u8,
            _ => [],
        };
    }

    /// <summary>Reads a line; false where it must be read with care.</summary>
    public bool TryRead(ReadOnlySpan<byte> line)
    {
        IsNews = _keys.Count == 0;
        if (IsNews || line is not [(byte)'{', ..] || !Utf8.IsValid(line)) return false;
        Array.Clear(_places);
        try
        {
            return TryReadObject(new Utf8JsonReader(line));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private bool TryReadObject(Utf8JsonReader json)
    {
        json.Read();
        int next = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            // Keys that stand in the order of a list without repetitions do not repeat either.
            if (json.ValueIsEscaped || !TryFind(json.ValueSpan, ref next)) return false;
            json.Read();
            if (!TryPlace(in json, _keys[next++].Column)) return false;
        }

        // Something behind the object is a fault, which the reader throws.
        return json.TokenType == JsonTokenType.EndObject && !json.Read();
    }

    private bool TryFind(ReadOnlySpan<byte> name, ref int next)
    {
        while (next < _keys.Count && !name.SequenceEqual(_keys[next].Name)) next++;
        IsNews = next == _keys.Count;
        return !IsNews;
    }

    private bool TryPlace(in Utf8JsonReader json, int column)
    {
        bool isWanted = column >= 0;
        CellPlace place;
        switch (json.TokenType)
        {
            case JsonTokenType.String when !isWanted || !json.ValueIsEscaped:
                place = new CellPlace(CellKind.Text, (int)json.TokenStartIndex + 1, json.ValueSpan.Length);
                break;
            case JsonTokenType.Number:
                place = new CellPlace(CellKind.Text, (int)json.TokenStartIndex, json.ValueSpan.Length);
                break;
            case JsonTokenType.True:
                place = new CellPlace(CellKind.Yes, 0, 0);
                break;
            case JsonTokenType.False:
                place = new CellPlace(CellKind.No, 0, 0);
                break;
            case JsonTokenType.Null:
                place = new CellPlace(CellKind.Empty, 0, 0);
                break;
            default:
                return false;
        }

        if (isWanted) _places[column] = place;
        return true;
    }

    /// <summary>Learns the keys of a line that was read with care: those that are new are put among the others where they stand.</summary>
    public void Learn(JsonElement record)
    {
        string[] names;
        try
        {
            names = [.. record.EnumerateObject().Select(p => p.Name)];
        }
        catch (InvalidOperationException)
        {
            // A key with half a character in it, which nobody asked for: nothing is learned from this line.
            return;
        }

        if (_keys.Count + names.Length > MostKeys || !TryMerge(names)) Replace(names);
    }

    /// <summary>False where the line has keys in another order.</summary>
    private bool TryMerge(string[] names)
    {
        int next = 0;
        foreach (string name in names)
        {
            int known = _keys.FindIndex(k => k.Text == name);
            if (known >= 0 && known < next) return false;
            if (known < 0) _keys.Insert(next, KeyOf(name));
            next = Math.Max(known, next) + 1;
        }

        return true;
    }

    private void Replace(string[] names)
    {
        _keys.Clear();
        _keys.AddRange(names.Select(KeyOf));
    }

    private Key KeyOf(string name) => new(name, Encoding.UTF8.GetBytes(name), Array.IndexOf(columns, name));

    private readonly record struct Key(string Text, byte[] Name, int Column);

    private readonly record struct CellPlace(CellKind Kind, int Start, int Length);

    private enum CellKind : byte
    {
        Missing,
        Empty,
        Text,
        Yes,
        No,
    }
}
