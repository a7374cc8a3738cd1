using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RetentionRules.Schema;

/// <summary>
/// Writes the shapes of files as a JSON Schema (draft 7), for completion in editors and for checking elsewhere. It uses
/// only keywords that NJsonSchema enforces; a test proves each of them.
/// </summary>
internal static class JsonSchemaWriter
{
    /// <summary>The schema of one kind of file, or of any of them where the key is empty.</summary>
    public static string Write(string key = "")
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
            json.WriteString("title", "RetentionRules files: schedules, tests, holds, record mappings, classifications, profiles");
            WriteRoot(json, key);
            WriteDefinitions(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteRoot(Utf8JsonWriter json, string key)
    {
        if (key.Length > 0)
        {
            WriteObject(json, FileShapes.All.First(s => s.Key == key).Shape);
            return;
        }

        json.WriteStartArray("anyOf");
        foreach ((string _, ObjectShape shape) in FileShapes.All)
        {
            json.WriteStartObject();
            WriteReference(json, shape.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDefinitions(Utf8JsonWriter json)
    {
        json.WriteStartObject("definitions");
        json.WriteStartObject("text");
        WriteTextType(json);
        json.WriteEndObject();
        foreach (ObjectShape shape in FileShapes.All.SelectMany(s => Objects(s.Shape)).DistinctBy(o => o.Name).OrderBy(o => o.Name, StringComparer.Ordinal))
        {
            json.WriteStartObject(shape.Name);
            WriteObject(json, shape);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static IEnumerable<ObjectShape> Objects(ValueShape shape) => shape switch
    {
        ObjectShape o => o.Keys.SelectMany(k => Objects(k.Value)).Prepend(o),
        ListShape list => Objects(list.Element),
        MapShape map => Objects(map.Value),
        EitherShape either => either.Options.SelectMany(Objects),
        _ => [],
    };

    private static void WriteObject(Utf8JsonWriter json, ObjectShape shape)
    {
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        WriteRequired(json, shape);
        json.WriteStartObject("properties");
        foreach (KeyShape key in shape.Keys)
        {
            json.WriteStartObject(key.Name);
            // Beside `$ref`, draft 7 ignores every other keyword, so the meaning stands on a wrapper.
            json.WriteString("description", key.Meaning);
            WriteValue(json, key.Value);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteRequired(Utf8JsonWriter json, ObjectShape shape)
    {
        string[] required = [.. shape.Keys.Where(k => k.Required).Select(k => k.Name)];
        if (required.Length == 0)
        {
            json.WriteNumber("minProperties", 1);
            return;
        }

        json.WriteStartArray("required");
        foreach (string name in required) json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, ValueShape shape)
    {
        switch (shape)
        {
            case TextShape { Form: TextForm.Date }:
                json.WriteString("type", "string");
                json.WriteString("pattern", "^\\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\\s*$");
                break;
            case TextShape:
                WriteTextType(json);
                break;
            case WordShape words:
                WriteWords(json, words);
                break;
            case LocalizedShape:
                WriteEither(json, [new TextShape(), new MapShape(new TextShape(), "a language", MayBeEmpty: false)]);
                break;
            case ListShape list:
                json.WriteString("type", "array");
                if (!list.MayBeEmpty) json.WriteNumber("minItems", 1);
                WriteNested(json, "items", list.Element);
                break;
            case MapShape map:
                json.WriteString("type", "object");
                if (!map.MayBeEmpty) json.WriteNumber("minProperties", 1);
                WriteNested(json, "additionalProperties", map.Value);
                break;
            case ObjectShape named:
                json.WriteStartArray("allOf");
                json.WriteStartObject();
                WriteReference(json, named.Name);
                json.WriteEndObject();
                json.WriteEndArray();
                break;
            case EitherShape either:
                WriteEither(json, either.Options);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(shape));
        }
    }

    private static void WriteWords(Utf8JsonWriter json, WordShape shape)
    {
        json.WriteStartArray("enum");
        foreach (string word in shape.Words) json.WriteStringValue(word);
        // An editor that types plain scalars sees true and false where the file says `true` and `false`.
        if (shape.Words.Contains("true")) json.WriteBooleanValue(true);
        if (shape.Words.Contains("false")) json.WriteBooleanValue(false);
        json.WriteEndArray();
    }

    private static void WriteEither(Utf8JsonWriter json, IReadOnlyList<ValueShape> options)
    {
        json.WriteStartArray("anyOf");
        foreach (ValueShape option in options)
        {
            json.WriteStartObject();
            WriteValue(json, option);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNested(Utf8JsonWriter json, string name, ValueShape shape)
    {
        json.WriteStartObject(name);
        WriteValue(json, shape);
        json.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter json, string name) => json.WriteString("$ref", "#/definitions/" + name);

    /// <summary>
    /// YAML gives no scalar a type here, but an editor does: `version: 34` is a number to it, and must not be marked as wrong.
    /// </summary>
    private static void WriteTextType(Utf8JsonWriter json)
    {
        json.WriteStartArray("type");
        json.WriteStringValue("string");
        json.WriteStringValue("number");
        json.WriteStringValue("boolean");
        json.WriteEndArray();
        json.WriteString("pattern", "\\S");
    }
}
