using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Binding;

/// <summary>Reads how a file names an edition: an identifier or a version in short, or both by their keys.</summary>
internal static class EditionNames
{
    public static EditionReference Read(YamlMapping map, string key) => map[key] switch
    {
        YamlScalar { IsMissing: false } text => new EditionReference(text.Value.Trim(), ""),
        YamlMapping parts => new EditionReference(YamlReading.Text(parts, "schedule"), YamlReading.Text(parts, "version")),
        _ => EditionReference.None,
    };

    /// <summary>The edition that is meant; null where none is, or more than one. What is written in short may be a version.</summary>
    public static RetentionSchedule? Find(EditionReference reference, IReadOnlyList<RetentionSchedule> editions)
    {
        RetentionSchedule[] meant = [.. editions.Where(e => reference.Means(e, e.Id))];
        if (meant.Length == 0 && reference.Version.Length == 0) meant = [.. editions.Where(e => e.Version == reference.Schedule || e.ToString() == reference.Schedule)];
        return meant is [var only] ? only : null;
    }
}
