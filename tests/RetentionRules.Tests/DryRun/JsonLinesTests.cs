using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RetentionRules.DryRun;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.DryRun;

/// <summary>Lines are read in passing where they are like those before; what they say must not depend on it.</summary>
public sealed class JsonLinesTests(ITestOutputHelper output)
{
    private static readonly string[] Columns = ["id", "series", "größe", "id", "closed"];

    private static readonly string[] Keys = ["id", "series", "größe", "closed", "note", "", "a\\\\b", "\\u0069d", "s\\u0065ries", "\\ud800"];

    private static readonly string[] Values =
    [
        "\"FIN-1\"", "\"\"", "\" \"", "\"größer\"", "\"a \\\"quoted\\\" word\"", "\"\\u0041\"", "\"\\ud83d\\ude00\"", "\"\\ud800\"", "\"tab\there\"", "12", "-0.50", "1e5", "01", "true", "false", "null",
        "nul", "[]", "[\"a\",1,true]", "[[1]]", "{}", "{\"a\":1}", "{\"a\":1,\"a\":2}", "\"open", "",
    ];

    private static readonly string[] Endings = ["}", " }", "}\r", ",}", "", "} {}", "}}", "} // said", "}\t"];

    private static readonly Gen<string> Objects =
        from keys in Gen.OneOf(Gen.Constant(Keys[..5]), Gen.SubListOf(Keys[..5]).Select(k => k.ToArray()), Gen.Shuffle(Keys[..5]), Gen.ArrayOf(Gen.Elements(Keys)))
        from values in Gen.CollectToList(keys, _ => Gen.Frequency((20, Gen.Elements(Values[..4].Concat(Values[9..12]).Concat(Values[13..16]).ToArray())), (1, Gen.Elements(Values))))
        from blank in Gen.Elements("", "", " ")
        from ending in Gen.Frequency((20, Gen.Constant("}")), (1, Gen.Elements(Endings)))
        select "{" + string.Join("," + blank, keys.Zip(values, (k, v) => $"\"{k}\":{blank}{v}")) + ending;

    private static readonly Gen<string[]> Files =
        Gen.ArrayOf(Gen.Frequency((30, Objects), (1, Gen.Elements("", "  ", "\t\r", "[]", "12", "\uFEFF{\"id\":1}", " {\"id\":2}", "x"))), 12);

    [Fact]
    public void ALine_SaysWhatItSaysAlone() => PropertyCheck.Holds(output, Files, lines =>
    {
        JsonLinesRecordReader reader = Reader(string.Join('\n', lines), 1);
        for (int i = 0; i < lines.Length; i++)
        {
            string alone = Next(Reader(lines[i], i + 1));
            if (alone == "end") continue;
            Assert.Equal(alone, Next(reader));
        }

        Assert.Equal("end", Next(reader));
        return true;
    }, 4000);

    [Fact]
    public void MostLines_AreReadInPassing()
    {
        JsonGlance glance = new(["id", "series"]);
        byte[] line = "{\"id\":\"1\",\"note\":\"a \\\"b\\\"\",\"series\":\"FIN\"}"u8.ToArray();
        Assert.False(glance.TryRead(line));
        Assert.True(glance.IsNews);
        using System.Text.Json.JsonDocument document = System.Text.Json.JsonDocument.Parse(line);
        glance.Learn(document.RootElement);
        Assert.True(glance.TryRead(line));
        Assert.True(glance.TryRead("{\"series\":\"FIN-2\"}"u8));
        Assert.Equal("FIN-2", Encoding.UTF8.GetString(glance.Cell("{\"series\":\"FIN-2\"}"u8, 1)));
        Assert.False(glance.IsThere(0));
        Assert.False(glance.TryRead("{\"series\":\"FIN\",\"id\":\"1\"}"u8));
        Assert.False(glance.TryRead("{\"id\":\"1\",\"id\":\"2\"}"u8));
    }

    [Fact]
    public void AByteThatIsNoText_IsToldWithItsLine()
    {
        using MemoryStream stream = new([.. "{\"id\":\"1\"}\n{\"id\":\"2\"}\n{\"id\":\""u8, 0xFF, .. "\"}\n{\"id\":\"4\"}"u8]);
        JsonLinesRecordReader reader = new("records.jsonl", stream);
        reader.Select(Columns);
        Assert.Equal(["1|||1|", "2|||2|"], [Next(reader), Next(reader)]);
        Assert.Contains("records.jsonl:3", Next(reader));
        Assert.Equal("4|||4|", Next(reader));
    }

    [Theory]
    [InlineData(64 * 1024)]
    [InlineData((64 * 1024) - 12)]
    [InlineData(200_000)]
    public void ALine_MayBeLongerThanTheBuffer(int length)
    {
        string text = new('x', length);
        JsonLinesRecordReader reader = Reader($"{{\"id\":\"1\"}}\r\n{{\"id\":\"{text}\"}}\r\n{{\"id\":\"3\"}}", 1);
        Assert.Equal(["1|||1|", $"{text}|||{text}|", "3|||3|", "end"], [Next(reader), Next(reader), Next(reader), Next(reader)]);
    }

    [Fact]
    public void HalfACharacter_IsAFaultOfTheRecord()
    {
        string said = Next(Reader("{\"id\":\"\\ud800\"}", 7));
        Assert.Contains("records.jsonl:7", said);
        Assert.Contains("half of a character", said);
    }

    private static JsonLinesRecordReader Reader(string text, int firstLine)
    {
        JsonLinesRecordReader reader = new("records.jsonl", new MemoryStream(Encoding.UTF8.GetBytes(text)), firstLine);
        reader.Select(Columns);
        return reader;
    }

    /// <summary>The cells of the next record, as texts and as bytes; or what is wrong with it.</summary>
    private static string Next(JsonLinesRecordReader reader)
    {
        try
        {
            if (!reader.Read()) return "end";
            Assert.Equal(Columns.Select((_, i) => reader[i]), Columns.Select((_, i) => Encoding.UTF8.GetString(reader.Utf8(i))));
            return string.Join('|', Columns.Select((_, i) => reader[i]));
        }
        catch (RecordFileException e)
        {
            return e.Diagnostic.ToString();
        }
    }
}
