using RetentionRules.Schedules;
using RetentionRules.Text;

namespace RetentionRules.Evaluation;

/// <summary>The reasons why a record has its class (docs/language.md, 13.3).</summary>
internal static partial class Reasons
{
    public static DecisionReason ClassAssigned(ClassificationScheme scheme, ClassRule rule) => Make(
        "class-assigned", "class {0} ({1}) is given by a rule: {2}", LineOf(scheme, rule.Source),
        ("class", rule.Class.Code), ("title", rule.Class.Title.Value), ("rule", rule.When.ToString()!));

    public static DecisionReason ClassMayBe(IEnumerable<RecordClass> classes, IEnumerable<string> missing) => Make(
        "class-may-be", "the rules may give it class {0}; that hangs on {1}", default, ("classes", Joined(CodesOf(classes))), ("missing", Joined(missing)));

    public static DecisionReason ClassConflict(IEnumerable<RecordClass> classes) => Make(
        "class-conflict", "the rules give it several classes, {0}; a person must file it", default, ("classes", Joined(CodesOf(classes))));

    public static DecisionReason ClassNotFound() => Make("class-not-found", "no rule gives it a class; a person must file it", default);

    public static DecisionReason NonRecordClass(ClassificationScheme scheme, RecordClass found) => Make(
        "non-record-class", "class {0} ({1}) takes what is no record and is not filed; nothing becomes due by that", LineOf(scheme, found.Source),
        ("class", found.Code), ("title", found.Title.Value));

    private static IEnumerable<string> CodesOf(IEnumerable<RecordClass> classes) => classes.Select(c => c.Code);

    /// <summary>The lines of a reason are those of the schedule, and a scheme in a file of its own has none there.</summary>
    private static SourceReference LineOf(ClassificationScheme scheme, SourceReference source) => scheme.IsPartOfSchedule ? source : default;
}
