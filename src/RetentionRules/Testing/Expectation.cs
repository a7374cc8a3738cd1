using RetentionRules.Calendars;
using RetentionRules.Evaluation;

namespace RetentionRules.Testing;

/// <summary>One thing that a decision must be.</summary>
/// <param name="Key">What is compared, as a test writes it.</param>
/// <param name="Wanted">What it must be; several for a list, in any order.</param>
internal sealed record Expectation(string Key, IReadOnlyList<string> Wanted)
{
    /// <summary>How a test writes that there is nothing.</summary>
    public const string None = "none";

    /// <summary>The keys whose values are lists.</summary>
    private static readonly string[] Lists = ["missing", "candidates", "holds", "blocks"];

    private const string Allowed = "allowed";

    private const string NotAllowed = "not-allowed";

    /// <summary>Empty where the record is decided as wanted; else one line that says what it is instead.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="permits">Whether an act may be done with the record.</param>
    public string Compare(DispositionDecision decision, Func<string, PermissionDecision> permits)
    {
        if (Key is Allowed or NotAllowed) return ComparePermissions([.. Wanted.Select(permits)]);
        string[] found = [.. Found(decision)];
        bool equal = Key == "reasons"
            ? Wanted.All(w => found.Contains(w, StringComparer.Ordinal))
            : Lists.Contains(Key) ? Set(Wanted).SetEquals(Set(found)) : Wanted.SequenceEqual(found, StringComparer.Ordinal);
        return equal ? "" : $"{Key}: expected {Join(Wanted)}, found {Join(found)}";
    }

    private string ComparePermissions(PermissionDecision[] found)
    {
        PermissionDecision[] other = [.. found.Where(p => p.IsPermitted != (Key == Allowed))];
        return other.Length == 0 ? "" : $"{Key}: expected {Join(Wanted)}, found {Join([.. other.Select(p => p.ToString())])}";
    }

    private static HashSet<string> Set(IEnumerable<string> values) => new(values, StringComparer.Ordinal);

    private static string Join(IReadOnlyList<string> values) => values.Count == 0 ? None : string.Join(", ", values);

    private IEnumerable<string> Found(DispositionDecision decision) => Key switch
    {
        "status" => [DecisionText.Word(decision.Status)],
        // The identifier alone, or with the version where editions share one.
        "schedule" => [Wanted is [var wanted] && wanted == decision.Schedule.Id ? decision.Schedule.Id : decision.Schedule.ToString()],
        "class" => [decision.Classification.Class is { Length: > 0 } code ? code : None],
        "item" => [decision.Item?.Number ?? None],
        "value" => [DecisionText.Word(decision.Value)],
        "action" => [decision.Action is { } action ? DecisionText.Word(action) : None],
        "next" => [decision.Next is { } next ? DecisionText.Word(next) : None],
        "target" => [decision.Target.Length > 0 ? decision.Target : None],
        "not-before" => [DecisionJson.NotBefore(decision.Bounds) ?? None],
        "not-after" => [Day(decision.Bounds.NotAfter)],
        "latest" => [Day(decision.Latest)],
        "changes-on" => [Day(decision.ChangesOn)],
        "missing" => OrNone(decision.Missing),
        "candidates" => OrNone(decision.Candidates),
        "holds" => OrNone(decision.Holds),
        "blocks" => OrNone(decision.Blocks),
        "reasons" => decision.Reasons.Select(r => r.Code),
        _ => throw new InvalidOperationException($"unknown expectation {Key}"),
    };

    private static string Day(DateBound bound) => DecisionJson.Day(bound) ?? None;

    private static IEnumerable<string> OrNone(IReadOnlyList<string> values) => values.Count == 0 ? [None] : values;
}
