using RetentionRules.Binding;
using RetentionRules.Diagnostics;
using RetentionRules.Schedules;
using RetentionRules.Schema;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Findings;

/// <summary>The findings that files accept about themselves, with where their items stand. Immutable.</summary>
/// <remarks>
/// It is read apart from the model, because a file with errors has none, and its other findings are to be judged all the
/// same. What is wrong with an acceptance is found by reading the schedule, the register or the set.
/// </remarks>
public sealed class FindingAcceptances
{
    private FindingAcceptances(IReadOnlyList<AcceptingFile> files) => Files = files;

    /// <summary>Nothing is accepted.</summary>
    public static FindingAcceptances None { get; } = new([]);

    internal IReadOnlyList<AcceptingFile> Files { get; }

    /// <summary>All acceptances, in the order of the files and in each in the order of their places.</summary>
    public IReadOnlyList<AcceptedFinding> All => [.. Files.SelectMany(f => f.Accepted)];

    /// <summary>Reads the acceptances of files; a file that has none, or cannot have any, accepts nothing.</summary>
    /// <param name="paths">The files, by the names under which their findings know them.</param>
    /// <exception cref="IOException">A file cannot be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static FindingAcceptances ReadFiles(params IEnumerable<string> paths) =>
        new([.. paths.Distinct(StringComparer.Ordinal).Select(p => Read(FileText.FromFile(p))).OfType<AcceptingFile>()]);

    /// <summary>Reads the acceptances in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The name under which its findings know it; it is not opened.</param>
    public static FindingAcceptances Read(string text, string path = "schedule.yaml") =>
        Read(FileText.FromText(text, path)) is { } file ? new([file]) : None;

    private static AcceptingFile? Read(FileText file)
    {
        if (ShapedFile.Parse(file, new DiagnosticBag()) is not { } parsed) return null;
        YamlReading reading = new(parsed.Source, new DiagnosticBag());
        bool isCombination = ShapedFile.KindOf(parsed.Map) is FileShapes.RegisterKey or FileShapes.SetKey;
        bool isShared = ShapedFile.KindOf(parsed.Map) == FileShapes.ClassificationKey;
        return new AcceptingFile(parsed.Source, isCombination, isShared, new ItemPlaces(parsed.Map), new AcceptanceBinder(reading, parsed.Map).Bind());
    }
}

/// <summary>A file that may accept findings.</summary>
/// <param name="Source">The file.</param>
/// <param name="IsCombination">Whether it is a register or a set, which accepts for the files that it names too.</param>
/// <param name="IsShared">Whether it is a classification, for which each schedule that it is looked at with accepts.</param>
/// <param name="Items">Where its items stand.</param>
/// <param name="Accepted">What it accepts.</param>
internal sealed record AcceptingFile(SourceText Source, bool IsCombination, bool IsShared, ItemPlaces Items, IReadOnlyList<AcceptedFinding> Accepted);

/// <summary>Where the items of a schedule stand in its file.</summary>
internal sealed class ItemPlaces(YamlMapping root)
{
    private readonly (string Number, TextSpan Span)[] _items =
        [.. YamlReading.Maps(root, "items").Select(i => (YamlReading.Text(i, "item"), i.Span)).Where(i => i.Item1.Length > 0)];

    /// <summary>The number of the item within whose text a place lies; empty where it lies in none.</summary>
    public string ItemAt(TextSpan place) => _items.FirstOrDefault(i => i.Span.Contains(place)).Number ?? "";
}
