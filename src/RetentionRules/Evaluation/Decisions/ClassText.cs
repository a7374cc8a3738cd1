using RetentionRules.Schedules;

namespace RetentionRules.Evaluation;

/// <summary>The class of a record in words, in JSON and for people.</summary>
internal static class ClassText
{
    public static string Word(ClassificationState state) => state switch
    {
        ClassificationState.NoScheme => "no-scheme",
        ClassificationState.Filed => "filed",
        ClassificationState.Assigned => "assigned",
        ClassificationState.MayBe => "may-be",
        ClassificationState.Conflict => "conflict",
        ClassificationState.NotFound => "not-found",
        ClassificationState.NotFiled => "not-filed",
        ClassificationState.Unknown => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static ExplanationNode Node(ClassificationScheme scheme, RecordClassification classification)
    {
        string title = scheme.TryFind(classification.Class, out RecordClass? found) ? $"{classification.Class}, {found.Title}" : "";
        return new ExplanationNode(Sentence(classification, title), "", 0, []);
    }

    private static string Sentence(RecordClassification classification, string title) => classification.State switch
    {
        ClassificationState.Filed => $"filed under {title}",
        ClassificationState.Assigned => $"nobody filed it; the rules give it {title}",
        ClassificationState.MayBe => $"nobody filed it; the rules may give it {string.Join(", ", classification.Candidates)}",
        ClassificationState.Conflict => $"nobody filed it; the rules give it {string.Join(" and ", classification.Candidates)}, and a person must decide",
        ClassificationState.NotFound => "nobody filed it; no rule gives it a class",
        ClassificationState.NotFiled => "nobody filed it, and the classification has no rules",
        ClassificationState.Unknown => "whether it was filed, and under which class, is not known",
        ClassificationState.NoScheme => "there is no classification",
        _ => throw new ArgumentOutOfRangeException(nameof(classification)),
    };

    /// <summary>What the lines of the section are lines of, where it is not the schedule.</summary>
    public static string Lines(ClassificationScheme scheme) => scheme.IsNone || scheme.IsPartOfSchedule ? ""
        : $"Classification {scheme.Id}; lines are those of {Path.GetFileName(scheme.Path)}, {scheme.ContentHash}";
}
