using System.Text;
using System.Text.Json;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Mappings;
using RetentionRules.Text;

namespace RetentionRules.DryRun;

/// <summary>
/// Reads JSON Lines in UTF-8: an object a line. A missing key and null are an empty cell; true and false are yes and no;
/// a list of texts is joined by semicolons.
/// </summary>
internal sealed class JsonLinesRecordReader : RecordFileReader, IUtf8Cells
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 8 };
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Utf8LineReader _lines;
    private string[] _columns = [];
    private int[] _places = [];
    private string[] _cells = [];
    private bool[] _met = [];
    private JsonGlance _glance = new([]);
    private bool _isGlanced;
    private string? _decoded;
    private long _line;

    /// <param name="path">The name of the file.</param>
    /// <param name="stream">Whole lines.</param>
    /// <param name="firstLine">The line of the file with which they begin.</param>
    public JsonLinesRecordReader(string path, Stream stream, long firstLine = 1)
        : base(path) => (_lines, _line) = (new Utf8LineReader(stream), firstLine - 1);

    public override long Line => _line;

    public override IReadOnlyList<string>? Columns => null;

    public override string this[int column] => _isGlanced ? Encoding.UTF8.GetString(Utf8(column)) : _cells[_places[column]];

    public ReadOnlySpan<byte> Utf8(int column) =>
        _isGlanced ? _glance.Cell(_lines.Line, _places[column]) : Encoding.UTF8.GetBytes(_cells[_places[column]]);

    public override bool WasMet(int column) => _met[_places[column]];

    /// <summary>A line may leave out a key, so a missing one is not found out here.</summary>
    public override void Select(IReadOnlyList<string> columns)
    {
        _columns = [.. columns.Distinct(StringComparer.Ordinal)];
        _places = [.. columns.Select(c => Array.IndexOf(_columns, c))];
        _cells = new string[_columns.Length];
        _met = new bool[_columns.Length];
        _glance = new JsonGlance(_columns);
    }

    /// <summary>The cells as a mapper reads them, record after record.</summary>
    public JsonCells Follow(Utf8RecordMapper mapper)
    {
        mapper.Follow(this);
        return new JsonCells(this);
    }

    public override async ValueTask<bool> ReadAsync(CancellationToken cancellation)
    {
        do
        {
            if (!await _lines.ReadAsync(cancellation).ConfigureAwait(false)) return false;
        }
        while (!TryReadLine());
        return true;
    }

    public override bool Read()
    {
        do
        {
            if (!_lines.Read()) return false;
        }
        while (!TryReadLine());
        return true;
    }

    /// <summary>False for a blank line.</summary>
    private bool TryReadLine()
    {
        (_line, _decoded) = (_line + 1, null);
        _isGlanced = _glance.TryRead(_lines.Line);
        if (_isGlanced)
        {
            for (int i = 0; i < _met.Length; i++) _met[i] |= _glance.IsThere(i);
            return true;
        }

        if (string.IsNullOrWhiteSpace(Text)) return false;
        ReadCells();
        return true;
    }

    /// <summary>The line, decoded when it is asked for.</summary>
    private string Text
    {
        get
        {
            if (_decoded is not null) return _decoded;
            try
            {
                string text = Strict.GetString(_lines.Line);
                return _decoded = _line == 1 ? text.TrimStart('\uFEFF') : text;
            }
            catch (DecoderFallbackException)
            {
                throw Fault(Cut(" ", _line), default, RecordDiagnostics.BadEncoding);
            }
        }
    }

    private void ReadCells()
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(Text, Options);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw Fault(Excerpt(), new TextSpan(0, Text.Length), RecordDiagnostics.NotJson, NotAnObject(document.RootElement.ValueKind));
            for (int i = 0; i < _columns.Length; i++)
            {
                bool isThere = document.RootElement.TryGetProperty(_columns[i], out JsonElement value);
                _met[i] |= isThere;
                _cells[i] = isThere ? TextOf(value, _columns[i]) : "";
            }

            if (_glance.IsNews) _glance.Learn(document.RootElement);
        }
        catch (JsonException e)
        {
            TextSpan place = e.BytePositionInLine is { } bytes ? WordAt(CharacterAt(bytes)) : new TextSpan(0, Text.Length);
            (string problem, string help) = JsonFault.Explain(e.Message, Text);
            throw new RecordFileException(Fault(Excerpt(), place, RecordDiagnostics.NotJson, problem).Diagnostic.WithHelp(help));
        }
        catch (InvalidOperationException)
        {
            // An escape that is half a character is allowed by the grammar, and is no text.
            throw Fault(Excerpt(), new TextSpan(0, Text.Length), RecordDiagnostics.NotJson, "a \\u escape is only the half of a character");
        }
    }

    private static string NotAnObject(JsonValueKind kind) => kind == JsonValueKind.Array ? JsonFault.List : "it is not an object";

    /// <summary>JSON readers count bytes, and people characters.</summary>
    private int CharacterAt(long byteOffset)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Text);
        int at = Encoding.UTF8.GetCharCount(bytes, 0, (int)Math.Min(byteOffset, bytes.Length));
        return Math.Min(at, Math.Max(0, Text.Length - 1));
    }

    /// <summary>The reader stops inside or behind a word that it does not know; people look for the whole word.</summary>
    private TextSpan WordAt(int at)
    {
        (int start, int end) = (at, at);
        while (start > 0 && char.IsLetterOrDigit(Text[start - 1])) start--;
        while (end < Text.Length && char.IsLetterOrDigit(Text[end])) end++;
        return TextSpan.FromBounds(start, Math.Max(end, start + 1));
    }

    private string TextOf(JsonElement value, string key) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Null => "",
        JsonValueKind.Array => string.Join(";", value.EnumerateArray().Select(v => TextOf(v, key))),
        _ => throw Fault(Excerpt(), SpanOf(key), RecordDiagnostics.NotJson, $"`{key}` is an object; a record has texts, numbers, true, false, null and lists"),
    };

    public override SourceText Excerpt() => Cut(Text, _line);

    public override TextSpan SpanOf(int column) => SpanOf(_columns[_places[column]]);

    private TextSpan SpanOf(string key)
    {
        Utf8JsonReader json = new(Encoding.UTF8.GetBytes(Text));
        while (json.Read())
        {
            bool found = json is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && json.ValueTextEquals(key);
            if (!found) continue;
            json.Read();
            int start = CharacterAt(json.TokenStartIndex);
            json.Skip();
            return TextSpan.FromBounds(start, Math.Max(start + 1, CharacterAt(json.BytesConsumed - 1) + 1));
        }

        return new TextSpan(0, Text.Length);
    }

    public override ValueTask DisposeAsync() => _lines.DisposeAsync();
}

/// <summary>The cells of the current record of a reader, without a look at what kind of reader it is.</summary>
internal readonly struct JsonCells(JsonLinesRecordReader reader) : IUtf8Cells
{
    public string this[int column] => reader[column];

    public ReadOnlySpan<byte> Utf8(int column) => reader.Utf8(column);
}
