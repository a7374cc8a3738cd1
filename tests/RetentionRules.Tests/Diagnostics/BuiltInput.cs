using RetentionRules.Diagnostics;
using RetentionRules.Schema;
using RetentionRules.Syntax;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Tests.Support;
using RetentionRules.Text;

namespace RetentionRules.Tests.Diagnostics;

/// <summary>Inputs that are too large for a file of the project, or that no file can hold, by the name of what is approved about them.</summary>
internal static class BuiltInput
{
    public static IReadOnlyDictionary<string, Func<string>> All { get; } = new Dictionary<string, Func<string>>(StringComparer.Ordinal)
    {
        ["RR1001"] = () => Checked("large.yaml", new string('#', SourceReader.MaxBytes + 1)),
        ["RR1005"] = () => DiagnosticWriter.Write(ScheduleReader.Read(Schedule("series = \"\ud842\""), "memory.yaml").Diagnostics),
        ["RR1099"] = () => Only("RR1099", Checked("many.yaml", Schedule(string.Join(" and ", Enumerable.Repeat("seires = \"1\"", DiagnosticBag.Limit + 1))))),
        ["RR2009"] = () => Checked("long.yaml", Schedule(string.Join(" or ", Enumerable.Repeat("series = \"1\"", 1200)))),
        ["RR3008"] = () => DiagnosticInput.Relative(
            CliRun.Of("dry-run", DiagnosticInput.Demo("demo-holds.yaml"), DiagnosticInput.Demo("RR7012.csv")).Error),
        ["RR7009"] = () => WithList("dry-run", "--destruction-list", "LIST", "--list-columns", "record,item,titel"),
        ["RR7020"] = () => WithList("recheck", "LIST"),
        ["RR7021"] = () => Decided("records.csv.gz", [0x1F, 0x8B, 8, 0]),
        ["RR7022"] = () => Decided("records.csv", [.. "id,series,title\n1,ADM-1,"u8, 0xFF, 0xFF, .. "\n"u8], "--encoding", "gb18030"),
        ["RR7023"] = () => Decided("records.csv", [.. "id,series\n1,ADM-1\n"u8], "--header", "id,series"),
        ["RR9530"] = () => WithoutSteps(),
        ["RR3020"] = () => AgainstOtherSchema(),
    };

    private static string Schedule(string when) => $"""
        schedule: contracts
        title: Contracts
        status: draft
        record:
          series: code
          closed: event
        items:
          - item: "1"
            title: Contracts
            when: {when}
            disposition: destroy 7 years after closed

        """;

    /// <summary>A list for signature is written beside the records, or stands there.</summary>
    private static string WithList(string verb, params string[] arguments)
    {
        using TempFolder folder = new();
        string list = folder.File("list.csv", "record;item;action;title\nC-1;1.1;destroy;Lighting\n");
        string printed = CliRun.Of([verb, DiagnosticInput.Demo("demo.yaml"), DiagnosticInput.Demo("RR7012.csv"), .. arguments.Select(a => a == "LIST" ? list : a), "-q"]).Error;
        return DiagnosticInput.Relative(printed).Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }

    /// <summary>Records whose bytes, or the options that go with them, are wrong.</summary>
    private static string Decided(string name, byte[] bytes, params string[] arguments)
    {
        using TempFolder folder = new();
        File.WriteAllBytes(folder[name], bytes);
        CliRun run = CliRun.Of(["dry-run", DiagnosticInput.Demo("demo.yaml"), folder[name], .. arguments]);
        return run.Error.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Split("\n\n")[^2] + "\n\n";
    }

    /// <summary>An analysis that may spend next to nothing settles next to nothing.</summary>
    private static string WithoutSteps()
    {
        using TempFolder folder = new();
        string path = folder.File("contracts.yaml", Schedule("series under \"CON\" and not (series under \"CON-4\")"));
        string printed = CliRun.Of("prove", "--steps", "4", path).Output.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        return printed.Split("\n\n").First(finding => DiagnosticInput.CodesIn(finding).Contains("RR9530")) + "\n\n";
    }

    private static string Checked(string name, string text)
    {
        using TempFolder folder = new();
        string path = folder.File(name, text);
        return CliRun.Of("check", path).Output.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }

    private static string Only(string code, string printed) =>
        printed.Split("\n\n").Single(finding => DiagnosticInput.CodesIn(finding).Contains(code)) + "\n\n";

    /// <summary>The reading finds all that the published schema finds; an editor may have another edition of it.</summary>
    private static string AgainstOtherSchema()
    {
        DiagnosticBag reading = new();
        SourceText source = SourceReader.Read("contracts.yaml", Schedule("series = \"1\""), reading);
        return DiagnosticWriter.Write(SchemaCheck.Check(source, YamlReader.Read(source, reading)!, """{ "properties": { "status": { "enum": ["approved"] } } }"""));
    }
}
