using FsCheck;
using FsCheck.Fluent;

namespace RetentionRules.Tests.Analysis;

/// <summary>A schedule of two items that destroy, and of restrictions that stand against it; with the facts that it speaks of.</summary>
internal sealed record DestructionPolicy(string Text, string[] Events)
{
    public override string ToString() => Text;
}

/// <summary>
/// Schedules over two or three events and few days, in which much can stand against a destruction: what is asked for of the record, what must
/// have been done or be in order, intervals, and restrictions that begin or end.
/// </summary>
internal static class DestructionPolicies
{
    /// <summary>The events; which of them a schedule speaks of is generated.</summary>
    private static readonly string[] events = ["closed", "opened", "checked", "reviewed", "lapses"];

    /// <summary>The days that conditions name, and those on which restrictions begin or end; the analysis is made in November 2026.</summary>
    public static readonly DateOnly[] Named = [new(2025, 12, 31), new(2028, 2, 29)];

    public static readonly DateOnly[] Edges = [new(2020, 1, 1), new(2027, 6, 1), new(2029, 3, 1)];

    private static Gen<string> Test(string[] facts) => Gen.Frequency(
        (3, Gen.Elements("kind = a", "kind in (a, b)", "kind != b", "kind is never", "not (kind = a)")),
        (3, from fact in Gen.Elements(facts)
            from sign in Gen.Elements("<", "<=", "=", ">", ">=")
            from day in Gen.Elements(Named)
            select $"{fact} {sign} {Written(day)}"),
        (1, Gen.Elements(facts).Select(f => $"{f} is never")),
        (1, Gen.Elements(facts).Select(f => $"not ({f} is never)")));

    private static Gen<string> Condition(string[] facts) => Gen.Frequency(
        (3, Test(facts)),
        (2, from one in Test(facts) from other in Test(facts) from word in Gen.Elements("and", "or") select $"{one} {word} {other}"));

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Gen<string> Disposition(string[] facts) =>
        from one in Gen.Elements(facts)
        from other in Gen.Elements(facts)
        from text in Gen.Elements(
            $"destroy when {one}",
            $"destroy 1 year after {one}",
            $"destroy 2 months after end of calendar year of {one}",
            $"destroy earliest of (1 year after {one}, {other})",
            $"destroy latest of (1 year after {one}, {other})",
            $"destroy latest of ({one}, any {other})",
            $"destroy 1 year after (1 month after {one})",
            $"destroy 1 year after {one}, or if that never happens 2 months after {other}",
            $"destroy no sooner than 1 year after {one}, no later than 80 years after {one}",
            $"cut off at end of calendar year of {one}; destroy 1 year after cutoff",
            $"review 1 year after {one}; destroy 2 months after review",
            $"review every 1 year until {one}; destroy 1 year after {other}")
        select text;

    private static Gen<string> Rule(string[] facts) => Gen.OneOf(
        Gen.Constant("forbid: destroy"),
        Condition(facts).Select(c => $"forbid: destroy\n    unless: '{c}'\n    approved-by: officer"),
        Condition(facts).Select(c => $"before: destroy\n    require: '{c}'"),
        Gen.Elements(facts).Select(f => $"before: destroy\n    done: {f}"),
        from first in Gen.Elements(facts) from until in Gen.Elements(facts) select $"before: destroy\n    during: {{ from: {first}, until: {until} }}",
        from some in Gen.Shuffle(facts) select $"order: [\"act {some[0]}\", \"act {some[1]}\", destroy]");

    private static Gen<string> Restriction(int place, string[] facts) =>
        from rule in Rule(facts)
        from when in Gen.Frequency((1, Gen.Constant("")), (2, Condition(facts).Select(c => $"\n    when: '{c}'")))
        from force in Gen.Frequency((4, Gen.Constant("")), (1, Gen.Elements(Edges).Select(e => $"\n    in-force: {{ from: {Written(e)} }}")), (1, Gen.Constant($"\n    in-force: {{ from: {Written(Edges[0])}, to: {Written(Edges[2])} }}")))
        select $"  - restriction: r{place}\n    {rule}{when}{force}\n";

    /// <summary>What one forbids, the other asks for.</summary>
    private static Gen<string> Opposed(string[] facts) =>
        from asked in Condition(facts)
        from beside in Restriction(3, facts)
        select $"  - restriction: r1\n    forbid: destroy\n    when: '{asked}'\n  - restriction: r2\n    before: destroy\n    require: '{asked}'\n{beside}";

    private static Gen<string> Item(string number, string[] facts, bool follows) =>
        from kept in Gen.Frequency((2, Gen.Constant("")), (1, Test(facts)))
        from disposition in Disposition(facts)
        let own = follows ? "as item \"1\"" : disposition
        select kept.Length == 0 || follows
            ? $"  - item: \"{number}\"\n    title: item\n    when: 'WHEN{number}'\n    authority: test\n    disposition: '{own}'\n"
            : $"  - item: \"{number}\"\n    title: item\n    when: 'WHEN{number}'\n    authority: test\n    cases:\n      - {{ when: '{kept}', disposition: permanent }}\n      - otherwise: '{own}'\n";

    private static readonly Gen<DestructionPolicy> Policy =
        from shuffled in Gen.Shuffle(events)
        from width in Gen.Frequency((14, Gen.Constant(2)), (1, Gen.Constant(3)))
        let facts = shuffled.Take(width).ToArray()
        from first in Condition(facts)
        from second in Condition(facts)
        from follows in Gen.Elements(true, false)
        from one in Item("1", facts, follows: false)
        from two in Item("2", facts, follows)
        from count in Gen.Choose(1, 3)
        from restrictions in Gen.Frequency((4, Gen.CollectToList(Enumerable.Range(1, count), n => Restriction(n, facts)).Select(r => string.Concat(r))), (1, Opposed(facts)))
        select new DestructionPolicy(
            "schedule: generated\ntitle: generated\nstatus: approved\nin-force: { from: 2000-01-01 }\nselection: first\nrecord:\n  kind: one of [a, b]\n  officer: text\n" +
            string.Concat(events.Select(e => $"  {e}: {(e == "reviewed" ? "{ type: event, completes: review }" : "event")}\n")) +
            "  destroyed: { type: event, completes: destroy }\nactions:\n" +
            string.Concat(events.Where(e => e != "reviewed").Select(e => $"  act {e}: {{ done: {e} }}\n")) +
            "items:\n" + one.Replace("WHEN1", first, StringComparison.Ordinal) + two.Replace("WHEN2", second, StringComparison.Ordinal) + "restrictions:\n" + restrictions.Replace("act reviewed", "review", StringComparison.Ordinal),
            facts);

    public static bool CanBeRead(DestructionPolicy policy) => ScheduleReader.Read(policy.Text).TryGetValue(out _);

    public static Gen<DestructionPolicy> Any { get; } = Policy.Where(CanBeRead);
}
