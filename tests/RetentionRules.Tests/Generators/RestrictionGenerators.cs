using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Syntax.Language;

namespace RetentionRules.Tests.Generators;

/// <summary>A generated restriction: its lines, but for the first, which names it.</summary>
internal sealed record GeneratedRestriction(IReadOnlyList<string> Lines)
{
    public string ToYaml(string id) => $"  - restriction: {id}\n" + string.Concat(Lines.Select(l => $"    {l}\n"));
}

/// <summary>Restrictions of every kind, over the facts of generated schedules.</summary>
internal static class RestrictionGenerators
{
    private static readonly Gen<string> Condition = SyntaxGenerators.Condition.Select(c => "'" + SyntaxPrinter.Print(c).Replace("'", "''", StringComparison.Ordinal) + "'");

    private static readonly Gen<string> Acts =
        from count in Gen.Choose(1, 2)
        from acts in Gen.ListOf(Gen.Elements(Vocabulary.Restricted), count)
        select $"[{string.Join(", ", acts.Distinct())}]";

    private static readonly Gen<string> Done =
        from count in Gen.Choose(1, 2)
        from facts in Gen.ListOf(Gen.Elements(Vocabulary.Dated), count)
        select $"done: [{string.Join(", ", facts.Distinct())}]";

    private static readonly Gen<string> During =
        from start in Gen.Elements(Vocabulary.Dated)
        from end in Gen.Elements(Vocabulary.Dated)
        select $"during: {{ from: {start}, until: {end} }}";

    private static readonly Gen<List<string>> Forbid =
        from acts in Acts
        from unless in Condition
        from approver in Gen.Elements("title", "copy", "series")
        from lines in Gen.Elements<string[]>([], [$"unless: {unless}", $"approved-by: {approver}"])
        select new List<string>([$"forbid: {acts}", .. lines]);

    private static readonly Gen<List<string>> Before =
        from acts in Acts
        from require in Condition.Select(c => "require: " + c)
        from done in Done
        from during in During
        from lines in Gen.Elements<string[]>([require], [done], [during], [require, done], [done, during])
        select new List<string>([$"before: {acts}", .. lines]);

    private static readonly Gen<List<string>> Order =
        from drawn in Gen.Shuffle(Vocabulary.Recorded)
        from count in Gen.Choose(2, 3)
        select new List<string>([$"order: [{string.Join(", ", Vocabulary.Recorded.Where(drawn.Take(count).Contains))}]"]);

    private static readonly Gen<List<string>> After =
        from acts in Acts
        from require in Condition
        from done in Done
        select new List<string>([$"after: {acts}", $"require: {require}", done]);

    private static readonly Gen<string> InForce =
        from start in RecordGenerators.Day
        from days in Gen.Choose(1, 3000)
        select string.Create(CultureInfo.InvariantCulture, $"in-force: {{ from: {start:yyyy-MM-dd}, to: {start.AddDays(days):yyyy-MM-dd} }}");

    private static readonly Gen<GeneratedRestriction> Any =
        from lines in Gen.Frequency((3, Forbid), (3, Before), (1, Order), (1, After))
        from when in Condition.Select(c => "when: " + c)
        from hasWhen in Gen.Frequency((1, Gen.Constant(false)), (3, Gen.Constant(true)))
        from inForce in InForce
        from hasInterval in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new GeneratedRestriction([.. lines, .. hasWhen ? [when] : Array.Empty<string>(), .. hasInterval ? [inForce] : Array.Empty<string>()]);

    /// <summary>Mostly none, so that dispositions come to their ends as well.</summary>
    public static readonly Gen<List<GeneratedRestriction>> Few =
        from count in Gen.Frequency((4, Gen.Constant(0)), (2, Gen.Constant(1)), (1, Gen.Constant(2)))
        from restrictions in Gen.ListOf(Any, count)
        select restrictions;

    /// <summary>At least one.</summary>
    public static readonly Gen<List<GeneratedRestriction>> Some =
        from count in Gen.Choose(1, 3)
        from restrictions in Gen.ListOf(Any, count)
        select restrictions;
}
