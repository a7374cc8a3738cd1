using System.Text.RegularExpressions;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Packet;

/// <summary>What schedules, tests and records say is shown, and is never markup.</summary>
public sealed partial class HostileTextTests : IDisposable
{
    private const string Evil = """<script>alert(1)</script> | `a|b` ``` \\| \n# top\n- [x](http://e.example) **b** <!-- &amp; \u202E""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Packet(string format)
    {
        string schedule = $$"""
            schedule: evil
            title: "{{Evil}}"
            version: "1"
            status: submitted
            issued-by: "{{Evil}}"
            approvals: [{ action: submit, body: "{{Evil}}", document: "{{Evil}}", by: "{{Evil}}", date: 2024-01-01 }]
            record: { series: { type: code, required: true }, closed: { type: event, title: "{{Evil}}" } }
            items:
              - { item: "1", title: "{{Evil}}", when: 'series under "A"', disposition: destroy 5 years after closed, cites: ["{{Evil}}"] }
              - { item: "2", title: B, when: 'series under "B"', disposition: destroy 5 years after closed }
            accepted:
              - { finding: RR5021, item: "2", reason: "{{Evil}}", by: "{{Evil}}", owner: "{{Evil}}", until: 2030-01-01 }

            """;
        _folder.File("evil.tests.yaml", $$"""
            tests: evil
            as-of: 2026-11-22
            holds: none
            cases:
              - { case: "{{Evil}}", facts: { series: A, closed: 2025-01-01 }, expect: { status: eligible } }

            """);
        string old = _folder.File("old.yaml", schedule.Replace("\"1\", title: \"" + Evil, "\"1\", title: \"before " + Evil, StringComparison.Ordinal).Replace("5 years", "9 years", StringComparison.Ordinal));
        return PacketFiles.Of(_folder.File("evil.yaml", schedule), "--baseline", old, "--as-of", "2026-11-22", "--format", format);
    }

    [Fact]
    public void InHtml_ItIsText()
    {
        string page = Packet("html");
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("<!--", page);
        Assert.Contains("<script>alert(1)</script>", PacketFiles.Parse(page).Value);
        Assert.Contains("<U+202E>", PacketFiles.Parse(page).Value);
    }

    [Fact]
    public void InMarkdown_ItIsText_OnOneLine_AndInItsCell()
    {
        string[] lines = Packet("markdown").Split('\n');
        Assert.DoesNotContain(lines, l => UnescapedTag().IsMatch(l.Replace("<br>", "", StringComparison.Ordinal)));
        Assert.Equal(9, lines.Count(l => l.StartsWith('#') && !l.StartsWith("###", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, l => l.Contains("](", StringComparison.Ordinal) && !l.Contains("\\](", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("http://", StringComparison.Ordinal));
        int columns = 0;
        foreach (string line in lines)
        {
            int bars = line.StartsWith('|') ? Bars(line) : 0;
            if (columns > 0 && bars > 0) Assert.Equal(columns, bars);
            columns = bars;
        }
    }

    private static int Bars(string row) => Regex.Count(row.Replace("\\\\", "", StringComparison.Ordinal), @"(?<!\\)\|");

    [GeneratedRegex(@"(?<!\\)<")]
    private static partial Regex UnescapedTag();
}
