using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Schema;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Schema;

/// <summary>An editor that knows only the published schema, and the reader that tells of keys and words, refuse the same files.</summary>
public sealed class SchemaAgreementTests(ITestOutputHelper output)
{
    /// <summary>What only the shape of a file decides, and not what its texts mean.</summary>
    private static readonly string[] ShapeCodes = ["RR3001", "RR3002", "RR3003", "RR3004", "RR3005", "RR3006", "RR3009"];

    private static readonly string[] Files =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("schedules"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText),
        Everything,
        Profile,
    ];

    /// <summary>The keys that no bundled file happens to use.</summary>
    private const string Everything = """
        schedule: everything
        title: { en: Everything, zh-Hans: 全部 }
        status: draft
        in-force: { from: 2020-01-01, to: 2030-01-01 }
        calendar:
          week-starts: Sunday
          cycles: { congress: [2025-01-03, 2027-01-03] }
        record:
          closed: { type: event, required: true, ignore-case: no, completes: cutoff }
        parameters:
          age: { type: period from 1 year to 3 years, value: 2 years }
        items:
          - item: "1"
            title: Files
            residual: yes
            essential: no
            tags: [a, b]
            disposition: destroy age after closed
            authority: [A-1, A-2]
        accepted:
          - finding: RR5002
            item: "1"
            items: ["1"]
            concerning: closed
            reason: Looked at
            by: City Archivist
            owner: Registry
            until: 2027-06-30
        """;

    private const string Profile = """
        profile: city
        title: { en: City }
        fail-on: error
        findings:
          RR5002: off
          RR5021: error
        note: Of all offices.
        """;

    [Fact]
    public void BundledFiles_FitTheSchema() => Assert.All(Files, text => Assert.Empty(SchemaCheck.Check("file.yaml", Encoding.UTF8.GetBytes(text))));

    private static readonly Func<string, string>[] Mutations =
    [
        line => line.Contains(':') ? line.Replace(":", "x:", StringComparison.Ordinal) : line,
        line => WithValue(line, "word"),
        line => WithValue(line, "[word]"),
        line => WithValue(line, "[]"),
        line => WithValue(line, "{ a: word }"),
        line => WithValue(line, "{}"),
        line => WithValue(line, "''"),
        line => WithValue(line, ""),
        line => WithValue(line, "2026-02-3"),
        line => WithValue(line, "yes"),
        _ => "",
    ];

    private static string WithValue(string line, string value)
    {
        int colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? line : line[..(colon + 2)] + value;
    }

    /// <summary>A file with one line spoilt; what is told of it is that line and the one above.</summary>
    private sealed record SpoiltFile(string[] Lines, int Spoilt)
    {
        public string Text => string.Join('\n', Lines);

        public override string ToString() => string.Join('\n', Lines[Math.Max(0, Spoilt - 1)..(Spoilt + 1)]);
    }

    private static readonly Gen<SpoiltFile> SpoiltFiles =
        from text in Gen.Elements(Files)
        let lines = text.Split('\n')
        from at in Gen.Choose(0, Math.Min(lines.Length, 150) - 1)
        from mutation in Gen.Elements(Mutations)
        select new SpoiltFile([.. lines.Select((line, i) => i == at ? mutation(line) : line)], at);

    [Fact]
    public void WhatTheReaderRefuses_TheSchemaRefuses_AndTheReverse() =>
        PropertyCheck.Holds(output, SpoiltFiles, f => ShapeIsRefused(f.Text) is not { } refused || refused == SchemaRefuses(f.Text), cases: 200);

    private static bool SchemaRefuses(string text) => SchemaCheck.Check("file.yaml", Encoding.UTF8.GetBytes(text)).Count > 0;

    /// <summary>Whether the reader refuses the shape; null where the file is not YAML or of no known kind.</summary>
    private static bool? ShapeIsRefused(string text)
    {
        using TempFolder folder = new();
        string path = folder.File("file.yaml", text);
        if (FileCheck.KindOf(path) == RetentionFileKind.Unknown) return null;
        // That a case expects nothing is told when it is bound, and here there is no schedule to bind it to.
        if (text.Contains("expect: {}", StringComparison.Ordinal)) return null;
        string[] codes = [.. FileCheck.Check(path).Select(d => d.Code)];
        return codes.Any(c => c.StartsWith("RR1", StringComparison.Ordinal)) ? null : codes.Any(ShapeCodes.Contains);
    }
}
