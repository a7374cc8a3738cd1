using System.Text;
using System.Text.Json;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Text;

namespace RetentionRules.DryRun;

/// <summary>
/// Reads JSON Lines in UTF-8: an object a line. A missing key and null are an empty cell; true and false are yes and no;
/// a list of texts is joined by semicolons.
/// </summary>
internal sealed class JsonLinesRecordReader : RecordFileReader
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private readonly Utf8LineReader _lines;
    private IReadOnlyList<string> _columns = [];
    private string[] _cells = [];
    private bool[] _met = [];
    private string _text = "";
    private long _line;

    /// <param name="path">The name of the file.</param>
    /// <param name="stream">Whole lines.</param>
    /// <param name="firstLine">The line of the file with which they begin.</param>
    public JsonLinesRecordReader(string path, Stream stream, long firstLine = 1)
        : base(path) => (_lines, _line) = (new Utf8LineReader(stream), firstLine - 1);

    public override long Line => _line;

    public override IReadOnlyList<string>? Columns => null;

    public override string this[int column] => _cells[column];

    public override bool WasMet(int column) => _met[column];

    /// <summary>A line may leave out a key, so a missing one is not found out here.</summary>
    public override void Select(IReadOnlyList<string> columns)
    {
        _columns = columns;
        _cells = new string[columns.Count];
        _met = new bool[columns.Count];
    }

    public override async ValueTask<bool> ReadAsync(CancellationToken cancellation)
    {
        do
        {
            if (await NextLineAsync(cancellation).ConfigureAwait(false) is not { } text) return false;
            _text = _line == 1 ? text.TrimStart('\uFEFF') : text;
        }
        while (string.IsNullOrWhiteSpace(_text));

        ReadCells();
        return true;
    }

    /// <summary>A stream in memory never makes anybody wait.</summary>
    public override bool Read() => ReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();

    private async ValueTask<string?> NextLineAsync(CancellationToken cancellation)
    {
        _line++;
        try
        {
            return await _lines.ReadAsync(cancellation).ConfigureAwait(false);
        }
        catch (DecoderFallbackException)
        {
            throw Fault(Cut(" ", _line), default, RecordDiagnostics.BadEncoding);
        }
    }

    private void ReadCells()
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(_text, Options);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw Fault(Excerpt(), new TextSpan(0, _text.Length), RecordDiagnostics.NotJson, NotAnObject(document.RootElement.ValueKind));
            for (int i = 0; i < _columns.Count; i++)
            {
                bool isThere = document.RootElement.TryGetProperty(_columns[i], out JsonElement value);
                _met[i] |= isThere;
                _cells[i] = isThere ? TextOf(value, i) : "";
            }
        }
        catch (JsonException e)
        {
            TextSpan place = e.BytePositionInLine is { } bytes ? WordAt(CharacterAt(bytes)) : new TextSpan(0, _text.Length);
            (string problem, string help) = JsonFault.Explain(e.Message, _text);
            throw new RecordFileException(Fault(Excerpt(), place, RecordDiagnostics.NotJson, problem).Diagnostic.WithHelp(help));
        }
    }

    private static string NotAnObject(JsonValueKind kind) => kind == JsonValueKind.Array ? JsonFault.List : "it is not an object";

    /// <summary>JSON readers count bytes, and people characters.</summary>
    private int CharacterAt(long byteOffset)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(_text);
        int at = Encoding.UTF8.GetCharCount(bytes, 0, (int)Math.Min(byteOffset, bytes.Length));
        return Math.Min(at, Math.Max(0, _text.Length - 1));
    }

    /// <summary>The reader stops inside or behind a word that it does not know; people look for the whole word.</summary>
    private TextSpan WordAt(int at)
    {
        (int start, int end) = (at, at);
        while (start > 0 && char.IsLetterOrDigit(_text[start - 1])) start--;
        while (end < _text.Length && char.IsLetterOrDigit(_text[end])) end++;
        return TextSpan.FromBounds(start, Math.Max(end, start + 1));
    }

    private string TextOf(JsonElement value, int column) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Null => "",
        JsonValueKind.Array => string.Join(";", value.EnumerateArray().Select(v => TextOf(v, column))),
        _ => throw Fault(Excerpt(), SpanOf(column), RecordDiagnostics.NotJson, $"`{_columns[column]}` is an object; a record has texts, numbers, true, false, null and lists"),
    };

    public override SourceText Excerpt() => Cut(_text, _line);

    public override TextSpan SpanOf(int column)
    {
        Utf8JsonReader json = new(Encoding.UTF8.GetBytes(_text));
        while (json.Read())
        {
            bool found = json is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && json.ValueTextEquals(_columns[column]);
            if (!found) continue;
            json.Read();
            int start = CharacterAt(json.TokenStartIndex);
            json.Skip();
            return TextSpan.FromBounds(start, Math.Max(start + 1, CharacterAt(json.BytesConsumed - 1) + 1));
        }

        return new TextSpan(0, _text.Length);
    }

    public override ValueTask DisposeAsync() => _lines.DisposeAsync();
}
