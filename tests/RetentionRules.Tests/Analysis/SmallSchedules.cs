using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Syntax.Language;
using RetentionRules.Tests.Generators;

namespace RetentionRules.Tests.Analysis;

/// <summary>Schedules over so few facts that all their records can be tried.</summary>
internal static class SmallSchedules
{
    /// <summary>The most records that one schedule may have.</summary>
    private const int MostRecords = 600;

    /// <summary>Dispositions that mean different things; none has a window, and none counts months.</summary>
    private static readonly DispositionSyntax[] dispositions =
    [
        new StepsSyntax([new PermanentSyntax()]),
        Destroy(0),
        Destroy(30),
        new StepsSyntax([new StepSyntax(ActionWord.Review, new TextSyntax(""), After(10), N(""))]),
        new ReferSyntax(new TextSyntax("counsel"), new TextSyntax("which")),
    ];

    private static NameSyntax N(string name) => new(name);

    private static AtMomentSyntax After(int days) => new(new AfterMomentSyntax(new PeriodSyntax(0, 0, 0, days, 0), new NameMomentSyntax(N("created"))));

    private static StepsSyntax Destroy(int days) => new([new StepSyntax(ActionWord.Destroy, new TextSyntax(""), After(days), N(""))]);

    private static readonly Gen<DispositionSyntax> Disposition = Gen.Elements(dispositions);

    private static readonly Gen<ComparisonWord> Equality = Gen.Elements(ComparisonWord.Equal, ComparisonWord.Equal, ComparisonWord.NotEqual);

    private static readonly Gen<ComparisonWord> AnyComparison = Gen.Elements(
        ComparisonWord.Equal, ComparisonWord.NotEqual, ComparisonWord.Less, ComparisonWord.LessOrEqual, ComparisonWord.Greater, ComparisonWord.GreaterOrEqual);

    private static Gen<ConditionSyntax> Compared(string fact, Gen<ComparisonWord> words, IEnumerable<OperandSyntax> values) =>
        from word in words from value in Gen.Elements(values.ToArray()) select (ConditionSyntax)new ComparisonSyntax(N(fact), word, value);

    private static Gen<ConditionSyntax> Member(string fact, IEnumerable<OperandSyntax> values) =>
        Some(values).Select(some => (ConditionSyntax)new MembershipSyntax(N(fact), some));

    private static Gen<ConditionSyntax> Under(string fact, string[] codes) =>
        Some(codes).Select(some => (ConditionSyntax)new UnderSyntax(N(fact), [.. some.Select(c => new TextSyntax(c))]));

    /// <summary>One to three values; now and then one stands twice.</summary>
    private static Gen<IReadOnlyList<T>> Some<T>(IEnumerable<T> values) =>
        from count in Gen.Choose(1, 3)
        from some in Gen.Shuffle(values.ToArray())
        from twice in Gen.Frequency((7, Gen.Constant(0)), (1, Gen.Constant(1)))
        select (IReadOnlyList<T>)[.. some.Take(count), .. some.Take(twice)];

    private static IEnumerable<OperandSyntax> Words(IEnumerable<string> values) => values.Select(v => new WordOperandSyntax(v));

    private static IEnumerable<OperandSyntax> Texts(IEnumerable<string> values) => values.Select(v => new TextOperandSyntax(v));

    private static Gen<ConditionSyntax> Codes(string fact, string[] codes) =>
        Gen.Frequency((3, Under(fact, codes)), (1, Compared(fact, Equality, Texts(codes))), (1, Member(fact, Texts(codes))));

    private static Gen<ConditionSyntax> ValueOf(string fact) => fact switch
    {
        "copy" => Gen.OneOf(Compared(fact, Equality, Words(SmallVocabulary.Copies)), Member(fact, Words(SmallVocabulary.Copies))),
        "level" => Gen.OneOf(Compared(fact, AnyComparison, Words(SmallVocabulary.Levels)), Member(fact, Words(SmallVocabulary.Levels))),
        "litigation" => Compared(fact, Equality, Words(["yes", "no"])),
        "series" => Codes(fact, SmallVocabulary.Codes),
        "shelf" => Codes(fact, SmallVocabulary.Shelves),
        "class" => Codes(fact, SmallVocabulary.Classes),
        "amount" => Compared(fact, AnyComparison, SmallVocabulary.Amounts.Select(v => new NumberOperandSyntax(v))),
        "created" => Compared(fact, AnyComparison, SmallVocabulary.Days.Select(v => new DateOperandSyntax(v))),
        "title" => Gen.OneOf(Compared(fact, Equality, Texts(SmallVocabulary.Titles)), Member(fact, Texts(SmallVocabulary.Titles))),
        "surveys" => Gen.Constant((ConditionSyntax)new IsNeverSyntax(N(fact))),
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };

    private static Gen<ConditionSyntax> Statement(string fact) =>
        Gen.Frequency((6, ValueOf(fact)), (1, Gen.Constant((ConditionSyntax)new IsNeverSyntax(N(fact)))));

    private static Gen<ConditionSyntax> ConditionOf(int depth, string[] facts)
    {
        Gen<ConditionSyntax> statement = Gen.Elements(facts).SelectMany(Statement);
        return depth == 0 ? statement : Gen.Frequency(
            (3, statement),
            (1, ConditionOf(depth - 1, facts).Select(c => (ConditionSyntax)new NotSyntax(c))),
            (3, from word in Gen.Elements(LogicWord.And, LogicWord.Or)
                from count in Gen.Choose(2, 3)
                from operands in Gen.ListOf(ConditionOf(depth - 1, facts), count)
                select (ConditionSyntax)new LogicSyntax(operands, [.. Enumerable.Repeat(word, count - 1)])));
    }

    public static Gen<ConditionSyntax> Condition(string[] facts) => Gen.Choose(0, 2).SelectMany(depth => ConditionOf(depth, facts));

    private static readonly Gen<string[]> Facts =
        from drawn in Gen.Shuffle(SmallVocabulary.Asked)
        from most in Gen.Choose(1, 4)
        select Few(drawn.Take(most));

    private static string[] Few(IEnumerable<string> drawn)
    {
        (List<string> facts, int records) = ([], 1);
        foreach (string fact in drawn)
        {
            int values = SmallVocabulary.ValuesOf(fact).Count + 1;
            if (records * values > MostRecords) continue;
            facts.Add(fact);
            records *= values;
        }

        return [.. facts];
    }

    private static readonly (string Fact, string[] Values)[] finite = [("copy", SmallVocabulary.Copies), ("level", SmallVocabulary.Levels), ("litigation", ["yes", "no"])];

    /// <summary>Cases by conditions with what is left; or by the values of one fact, of which some may be named twice.</summary>
    private static Gen<IReadOnlyList<(ConditionSyntax? When, DispositionSyntax Disposition)>> Cases(string[] facts)
    {
        Gen<IReadOnlyList<(ConditionSyntax?, DispositionSyntax)>> one = Disposition.Select(d => (IReadOnlyList<(ConditionSyntax?, DispositionSyntax)>)[(null, d)]);
        Gen<IReadOnlyList<(ConditionSyntax?, DispositionSyntax)>> withRest =
            from count in Gen.Choose(1, 2)
            from whens in Gen.ListOf(Condition(facts), count)
            from then in Gen.ListOf(Disposition, count + 1)
            select (IReadOnlyList<(ConditionSyntax?, DispositionSyntax)>)[.. whens.Zip(then, (w, d) => ((ConditionSyntax?)w, d)), (null, then[count])];
        (string Fact, string[] Values)[] exhausted = [.. finite.Where(f => facts.Contains(f.Fact))];
        return exhausted.Length == 0 ? Gen.Frequency((3, one), (1, withRest)) : Gen.Frequency((3, one), (1, withRest), (2, Gen.Elements(exhausted).SelectMany(f => ByValue(f.Fact, f.Values))));
    }

    private static Gen<IReadOnlyList<(ConditionSyntax? When, DispositionSyntax Disposition)>> ByValue(string fact, string[] values) =>
        from first in Member(fact, Words(values))
        from order in Gen.Shuffle(values)
        from then in Gen.ListOf(Disposition, values.Length + 1)
        select (IReadOnlyList<(ConditionSyntax?, DispositionSyntax)>)
            [(first, then[0]), .. order.Select((v, i) => ((ConditionSyntax?)new ComparisonSyntax(N(fact), ComparisonWord.Equal, new WordOperandSyntax(v)), then[i + 1]))];

    private static Gen<GeneratedItem> Item(int place, int count, bool ordered, string[] facts) =>
        from when in Condition(facts)
        from cases in Cases(facts)
        from residual in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(place == count - 1)))
        from bounded in Gen.Elements(true, false)
        from exceptions in Gen.SubListOf(Enumerable.Range(1, place).Select(n => $"{n}"))
        from isException in Gen.Frequency((2, Gen.Constant(false)), (1, Gen.Constant(!ordered && !residual)))
        select new GeneratedItem($"{place + 1}", when, cases) { IsResidual = residual, IsBounded = bounded, ExceptionTo = isException ? exceptions : [] };

    private static Gen<GeneratedRestriction> Restriction(string[] facts) =>
        from kind in Gen.Elements("forbid", "unless", "require")
        from condition in Condition(facts)
        from when in Condition(facts)
        from hasWhen in Gen.Frequency((1, Gen.Constant(false)), (3, Gen.Constant(true)))
        let asked = Quoted(condition)
        let lines = kind switch
        {
            "forbid" => (string[])["forbid: [destroy]"],
            "unless" => ["forbid: [destroy]", $"unless: {asked}", "approved-by: officer"],
            _ => ["before: [destroy]", $"require: {asked}"],
        }
        select new GeneratedRestriction([.. lines, .. hasWhen ? [$"when: {Quoted(when)}"] : Array.Empty<string>()]);

    private static string Quoted(ConditionSyntax condition) => "'" + SyntaxPrinter.Print(condition) + "'";

    private static Gen<IReadOnlyList<T>> UpTo<T>(int most, int weightOfNone, Gen<T> value) =>
        from count in Gen.Frequency([(weightOfNone, Gen.Constant(0)), .. Enumerable.Range(1, most).Select(n => (1, Gen.Constant(n)))])
        from values in Gen.ListOf(value, count)
        select (IReadOnlyList<T>)values;

    private static readonly Gen<GeneratedSchedule> Schedule =
        from facts in Facts.Where(f => f.Length > 0)
        from count in Gen.Choose(1, 5)
        from ordered in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from items in Gen.CollectToList(Enumerable.Range(0, count), place => Item(place, count, ordered, facts))
        from uncovered in UpTo(2, 2, Condition(facts))
        from restrictions in UpTo(2, 2, Restriction(facts))
        from limit in UpTo(1, 3, Condition(facts).Select(c => new GeneratedLimit("destroy", SyntaxPrinter.Print(c), "1 day after created", "")))
        let unfiled = facts.Where(f => f != "class").ToArray()
        from rules in unfiled.Length == 0
            ? Gen.Constant((IReadOnlyList<GeneratedRule>)[])
            : UpTo(3, 3, from code in Gen.Elements(SmallVocabulary.Classes) from when in Condition(unfiled) select new GeneratedRule(code, when))
        select new GeneratedSchedule(items, ordered, "up")
        {
            Declarations = SmallVocabulary.Declarations,
            Acts = "",
            Uncovered = uncovered,
            Restrictions = restrictions,
            Limits = limit,
            Rules = rules,
        };

    public static bool CanBeRead(GeneratedSchedule schedule) => ScheduleReader.Read(schedule.ToString()).TryGetValue(out _);

    public static Arbitrary<GeneratedSchedule> Any { get; } = Arb.From(Schedule, s => ScheduleGenerators.Shrink(s).Where(CanBeRead));
}
