using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RetentionRules.DryRun;

/// <summary>Manifests as JSON documents, keys in a fixed order.</summary>
internal static class ManifestJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(RunManifest manifest)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("manifest", RunManifest.Version);
            json.WriteString("engine", manifest.Engine);
            json.WriteNumber("language", manifest.Language);
            json.WriteString("asOf", RunManifest.DayText(manifest.AsOf));
            json.WriteString("schedule", manifest.Schedule);
            json.WriteString("version", manifest.Edition);
            json.WriteString("hash", manifest.Hash);
            json.WriteString("holds", manifest.Holds);
            WriteTexts(json, "parameters", manifest.Parameters);
            WriteTexts(json, "options", manifest.Options);
            WriteFiles(json, manifest.Files);
            json.WriteNumber("records", manifest.Records);
            json.WriteStartObject("byStatus");
            foreach ((string status, long count) in manifest.ByStatus) json.WriteNumber(status, count);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> texts)
    {
        json.WriteStartObject(name);
        foreach ((string key, string value) in texts) json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static void WriteFiles(Utf8JsonWriter json, IReadOnlyList<ManifestFile> files)
    {
        json.WriteStartArray("files");
        foreach (ManifestFile file in files)
        {
            json.WriteStartObject();
            json.WriteString("role", file.Role);
            json.WriteString("path", file.Path);
            json.WriteString("sha256", file.Sha256);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static RunManifest Read(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("it is no manifest: " + e.Message, e);
        }
    }

    private static RunManifest Read(JsonElement root)
    {
        int version = root.GetProperty("manifest").GetInt32();
        if (version != RunManifest.Version) throw new FormatException($"it has the form {version} of manifests; this program reads {RunManifest.Version}");
        return new RunManifest
        {
            Engine = TextOf(root, "engine"),
            Language = root.GetProperty("language").GetInt32(),
            AsOf = DateOnly.ParseExact(TextOf(root, "asOf"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Schedule = TextOf(root, "schedule"),
            Edition = TextOf(root, "version"),
            Hash = TextOf(root, "hash"),
            Holds = TextOf(root, "holds"),
            Parameters = TextsOf(root, "parameters"),
            Options = TextsOf(root, "options"),
            Files = [.. root.GetProperty("files").EnumerateArray().Select(FileOf)],
            Records = root.GetProperty("records").GetInt64(),
            ByStatus = new OrderedDictionary<string, long>(root.GetProperty("byStatus").EnumerateObject().Select(s => KeyValuePair.Create(s.Name, s.Value.GetInt64()))),
        };
    }

    private static ManifestFile FileOf(JsonElement file) =>
        new(TextOf(file, "role"), TextOf(file, "path"), TextOf(file, "sha256"), file.GetProperty("bytes").GetInt64());

    private static string TextOf(JsonElement element, string key) =>
        element.GetProperty(key).GetString() ?? throw new FormatException($"it is no manifest: `{key}` is null");

    private static OrderedDictionary<string, string> TextsOf(JsonElement root, string key) =>
        new(root.GetProperty(key).EnumerateObject().Select(t => KeyValuePair.Create(t.Name, t.Value.GetString() ?? "")));
}
