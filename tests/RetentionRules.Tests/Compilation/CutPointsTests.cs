using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Compilation;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;
using RetentionRules.Tests.Support;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Compilation;

public sealed class CutPointsTests(ITestOutputHelper output)
{
    private static readonly FactLayout oneNumber = new([new FactDefinition("amount", new NumberType(), FactRole.Declared, default)], ClassificationScheme.None);

    private static readonly Gen<decimal> AnyNumber = Gen.OneOf(
        from units in Gen.Choose(-300, 300) from scale in Gen.Choose(0, 5) select new decimal(Math.Abs(units), 0, 0, units < 0, (byte)scale),
        Gen.Elements(decimal.MaxValue, decimal.MinValue, 42_949_672.95m, 42_949_672.96m, -0.0m, 0.0000000001m, 1.00000000000m));

    /// <summary>Some cuts are too long for whole numbers, some are too many to be counted, and some of either are not.</summary>
    [Fact]
    public void ANumber_IsInTheClassThatItsCutsSay() => PropertyCheck.Holds(
        output,
        from count in Gen.Choose(0, 60)
        from cuts in AnyNumber.ArrayOf(count)
        from number in AnyNumber
        select (cuts: cuts.Distinct().Order().ToArray(), number),
        c =>
        {
            RecordFacts facts = new RecordFacts(oneNumber).Set("amount", c.number);
            return new NumberClasses(c.cuts).ClassOf(facts, 0) == c.cuts.Count(cut => cut < c.number) + c.cuts.Count(cut => cut <= c.number);
        }, 5_000);
}
