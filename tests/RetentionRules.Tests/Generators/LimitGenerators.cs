using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Syntax.Language;

namespace RetentionRules.Tests.Generators;

/// <summary>A generated limit: a floor, a ceiling or both, on an act, for some records or all.</summary>
internal sealed record GeneratedLimit(string Act, string When, string NotBefore, string NotAfter)
{
    public string ToYaml(string id)
    {
        string Line(string key, string value) => value.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"    {key}: '{value.Replace("'", "''", StringComparison.Ordinal)}'\n");
        return $"  - limit: {id}\n    authority: law\n" + Line("on", Act) + Line("when", When) + Line("not-before", NotBefore) + Line("not-after", NotAfter);
    }
}

/// <summary>Floors and ceilings of laws, in few schedules.</summary>
internal static class LimitGenerators
{
    private static readonly Gen<string> Moment = SyntaxGenerators.Moment([]).Select(SyntaxPrinter.Print);

    private static readonly Gen<GeneratedLimit> Limit =
        from act in Gen.Elements("destroy", "destroy", "destroy", "transfer", "review")
        from isForAll in Gen.Elements(true, false)
        from when in SyntaxGenerators.Condition
        from floor in Moment
        from ceiling in Moment
        from kind in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Constant(1)), (1, Gen.Constant(2)))
        select new GeneratedLimit(act, isForAll ? "" : SyntaxPrinter.Print(when), kind == 1 ? "" : floor, kind == 0 ? "" : ceiling);

    public static Gen<IReadOnlyList<GeneratedLimit>> Few { get; } =
        from count in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Constant(1)), (1, Gen.Constant(2)))
        from limits in Gen.CollectToList(Enumerable.Range(0, count), _ => Limit)
        select (IReadOnlyList<GeneratedLimit>)limits;
}
