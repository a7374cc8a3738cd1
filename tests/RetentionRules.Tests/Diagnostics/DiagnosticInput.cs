using System.Text.RegularExpressions;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Diagnostics;

/// <summary>
/// A faulty file of <c>testdata/diagnostics</c>, whose name begins with the code that it must yield, and what the
/// command line prints about it.
/// </summary>
internal static partial class DiagnosticInput
{
    public static string Folder { get; } = Path.Combine(Repository.TestData, "diagnostics");

    /// <summary>The ending of what was approved about an input, beside it.</summary>
    public const string Approved = ".out";

    /// <summary>All inputs, as paths relative to the folder. What begins with <c>demo</c> is only used by them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'))
            .Where(n => !n.EndsWith(Approved, StringComparison.Ordinal) && !Path.GetFileName(n).StartsWith("demo", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The code that the name of an input begins with; empty where nothing must be found.</summary>
    public static string CodeOf(string name) => CodeInName().Match(Path.GetFileName(name)).Value;

    /// <summary>What is printed of an input: a YAML file is checked, and records are decided by the schedule <c>demo.yaml</c>.</summary>
    public static string Print(string name)
    {
        string path = Path.Combine(Folder, name);
        if (CodeOf(name).StartsWith("RR90", StringComparison.Ordinal)) return Imported(path);
        if (CodeOf(name).StartsWith("RR95", StringComparison.Ordinal)) return Relative(CliRun.Of("prove", "--verbose", "--as-of", "2026-11-22", path).Output);
        if (CodeOf(name).StartsWith("RR96", StringComparison.Ordinal)) return Relative(CliRun.Of("diff", "--as-of", "2026-11-22", "--explain", "none", Before(path), path).Output);
        return Path.GetExtension(name) == ".yaml"
            ? Relative(CliRun.Of("check", "--verbose", path).Output)
            : Relative(CliRun.Of(["dry-run", Demo("demo.yaml"), path, "--holds", HoldsOf(name), .. MappingOf(name)]).Error);
    }

    /// <summary>A table that an issuer publishes is taken over, and what becomes of it thrown away.</summary>
    private static string Imported(string path)
    {
        using TempFolder folder = new();
        return Relative(CliRun.Of("import", "nara-grs", path, "-o", folder["grs"]).Error);
    }

    /// <summary>The edition that a file is compared with: beside it, or the one that most are.</summary>
    private static string Before(string path)
    {
        string own = Path.Combine(Path.GetDirectoryName(path)!, "demo-before-" + Path.GetFileName(path));
        return File.Exists(own) ? own : Path.Combine(Path.GetDirectoryName(path)!, "demo-before.yaml");
    }

    /// <summary>The codes of printed findings, in their order.</summary>
    public static IEnumerable<string> CodesIn(string printed) => CodeInFinding().Matches(printed).Select(m => m.Groups[1].Value);

    /// <summary>Where the project stands on a disk is nothing for an approved file.</summary>
    public static string Relative(string printed) => printed.Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);

    public static string Demo(string name) => Path.Combine(Folder, name);

    private static string HoldsOf(string name) => name.Contains("-held", StringComparison.Ordinal) ? Demo("demo-listed-holds.yaml") : "none";

    private static string[] MappingOf(string name) =>
        name.Contains("-mapped", StringComparison.Ordinal) ? ["--map", Demo("demo-records.yaml")] : [];

    [GeneratedRegex("^RR[0-9]{4}")]
    private static partial Regex CodeInName();

    [GeneratedRegex("^[^ ].*?: (?:error|warning|note) (RR[0-9]{4}): ", RegexOptions.Multiline)]
    private static partial Regex CodeInFinding();
}
