using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Diagnostics;
using RetentionRules.Syntax;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Tests.Support;
using RetentionRules.Text;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Syntax;

/// <summary>Each character of a decoded scalar is found in the file, in every style.</summary>
public sealed class ScalarPlaceTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("a: plain text", "text")]
    [InlineData("a: 保管 期限", "期限")]
    [InlineData("a: plain\n  goes on\n  here", "here")]
    [InlineData("a: 'it''s quoted'", "quoted")]
    [InlineData("a: 'over\n  two lines'", "lines")]
    [InlineData("a: \"tab\\tand \\u4FDD quoted\"", "quoted")]
    [InlineData("a: \"joined\\\n   here\"", "here")]
    [InlineData("a: |\n  first\n  second line\n", "second")]
    [InlineData("a: |2\n    deeper\n  second\n", "second")]
    [InlineData("a: >-\n  first\n  second\n\n  third line\n", "third")]
    [InlineData("a: >\n  first\n    more indented\n  last\n", "indented")]
    [InlineData("a: >-\r\n  first\r\n  second\r\n", "second")]
    [InlineData("a: |+\n  kept\n\n", "kept")]
    [InlineData("a: { b: in flow, c: d }", "flow")]
    [InlineData("a: [one, two\n  words, three]", "words")]
    public void AWordIsFoundWhereItStands(string yaml, string word)
    {
        YamlScalar scalar = Scalars(Read(yaml)!).First(s => s.Value.Contains(word, StringComparison.Ordinal));
        TextSpan place = scalar.Locate(new TextSpan(scalar.Value.IndexOf(word, StringComparison.Ordinal), word.Length));
        Assert.Equal(word, yaml.Substring(place.Start, place.Length));
    }

    [Fact]
    public void EveryCharacter_ThatStandsAsItIs_IsFoundWhereItStands() => PropertyCheck.Holds(output, Documents, yaml =>
    {
        foreach (YamlScalar scalar in Scalars(Read(yaml)))
        {
            for (int i = 0; i < scalar.Value.Length; i++)
            {
                if (!char.IsLetterOrDigit(scalar.Value[i])) continue;
                TextSpan place = scalar.Locate(new TextSpan(i, 1));
                string written = yaml.Substring(place.Start, place.Length);
                bool same = written == scalar.Value[i].ToString() || written.StartsWith('\\');
                Assert.True(same, $"character {i} ({scalar.Value[i]}) of <{scalar.Value}> is said to stand at <{written}> in <{yaml}>");
            }
        }

        return true;
    }, 20000);

    private static readonly Gen<string> Line = Gen.ListOf(Gen.Frequency(
        (8, Gen.Elements("a", "bc", "d e", "期", "x'y", "1")), (2, Gen.Elements(" ", "  ", "\\", "\"", "''", "#")), (1, Gen.Elements("\t", " : ", ",")))).Select(p => string.Concat(p));

    private static readonly Gen<string> Documents = Gen.OneOf(
        from header in Gen.Elements("|", ">", "|-", ">-", "|+", ">+", "|2", ">1-", "| # comment")
        from lines in Gen.ListOf(from indent in Gen.Choose(2, 4) from text in Line from empty in Gen.Frequency((1, Gen.Constant(true)), (4, Gen.Constant(false))) select empty ? "" : new string(' ', indent) + text)
        from lineEnd in Gen.Elements("\n", "\r\n")
        select "a: " + header + lineEnd + string.Join(lineEnd, lines) + lineEnd + "b: end" + lineEnd,
        from lines in Gen.NonEmptyListOf(Line)
        select "a: '" + string.Join("\n  ", lines.Select(l => l.Replace("'", "''", StringComparison.Ordinal))) + "'\nb: end\n",
        from lines in Gen.NonEmptyListOf(Line)
        from escape in Gen.Elements("", "\\n", "\\u671F", "\\x41", "\\\n  ")
        select "a: \"" + string.Join("\n  ", lines.Select(l => l.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))) + escape + "\"\nb: end\n",
        from lines in Gen.NonEmptyListOf(Line)
        select "a: x" + string.Join("\n  ", lines) + "\nb: end\n");

    /// <summary>Nothing where the text is not YAML: the generators do not care.</summary>
    private static YamlNode? Read(string yaml)
    {
        DiagnosticBag diagnostics = new();
        SourceText source = SourceReader.Read("x.yaml", yaml, diagnostics);
        return YamlReader.Read(source, diagnostics);
    }

    private static IEnumerable<YamlScalar> Scalars(YamlNode? node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlSequence list => list.Items.SelectMany(Scalars),
        YamlMapping map => map.Entries.SelectMany(e => Scalars(e.Value)),
        _ => [],
    };
}
