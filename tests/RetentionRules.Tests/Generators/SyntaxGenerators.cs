using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using RetentionRules.Syntax.Language;

namespace RetentionRules.Tests.Generators;

/// <summary>
/// Trees of the rules language that are right by construction over <see cref="Vocabulary"/>: names exist, types fit, and
/// nothing can be read in two ways.
/// </summary>
internal static class SyntaxGenerators
{
    private static NameSyntax N(string name) => new(name);

    private static Gen<TextOperandSyntax> TextOperand(IEnumerable<string> values) => Gen.Elements(values).Select(v => new TextOperandSyntax(v));

    private static Gen<OperandSyntax> Word(IEnumerable<string> values) => Gen.Elements(values).Select(v => (OperandSyntax)new WordOperandSyntax(v));

    private static Gen<List<T>> Few<T>(Gen<T> value) => from count in Gen.Choose(1, 3) from values in Gen.ListOf(value, count) select values;

    private static readonly Gen<ComparisonWord> Equality = Gen.Elements(ComparisonWord.Equal, ComparisonWord.NotEqual);

    private static readonly Gen<ComparisonWord> AnyComparison = Gen.Elements(
        ComparisonWord.Equal, ComparisonWord.NotEqual, ComparisonWord.Less, ComparisonWord.LessOrEqual, ComparisonWord.Greater, ComparisonWord.GreaterOrEqual);

    private static readonly Gen<OperandSyntax> Day = Gen.Elements(Vocabulary.Days)
        .Select(d => (OperandSyntax)new DateOperandSyntax(d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static readonly Gen<ConditionSyntax> OfSomeAmount =
        from word in AnyComparison
        from value in Gen.Elements("0", "10", "99.5", "-3")
        select (ConditionSyntax)new ComparisonSyntax(N("amount"), word, new NumberOperandSyntax(value));

    private static readonly Gen<ConditionSyntax> OfSomeDay =
        from word in Gen.Elements(ComparisonWord.Before, ComparisonWord.OnOrBefore, ComparisonWord.On, ComparisonWord.OnOrAfter, ComparisonWord.After)
        from fact in Gen.Elements(Vocabulary.Dated)
        from day in Day
        select (ConditionSyntax)new ComparisonSyntax(N(fact), word, day);

    private static readonly Gen<ConditionSyntax> OfSomeCopies =
        from values in Few(Word(Vocabulary.Copies)) select (ConditionSyntax)new MembershipSyntax(N("copy"), values);

    private static readonly Gen<ConditionSyntax> OfSomeSeries =
        from codes in Few(Gen.Elements(Vocabulary.Codes)) select (ConditionSyntax)new UnderSyntax(N("series"), [.. codes.Select(c => new TextSyntax(c))]);

    /// <summary>What the items of a large schedule ask for first: single values of a fact, or between which it lies.</summary>
    public static readonly Gen<ConditionSyntax> Demand = Gen.OneOf(
        OfSomeCopies,
        OfSomeSeries,
        OfSomeSeries,
        OfSomeDay,
        from one in OfSomeAmount from other in OfSomeAmount select (ConditionSyntax)new LogicSyntax([one, other], [LogicWord.And]),
        from code in TextOperand(Vocabulary.Codes) select (ConditionSyntax)new ComparisonSyntax(N("series"), ComparisonWord.Equal, code),
        from title in TextOperand(Vocabulary.Titles) select (ConditionSyntax)new ComparisonSyntax(N("title"), ComparisonWord.Equal, title));

    private static readonly Gen<ConditionSyntax> Statement = Gen.OneOf<ConditionSyntax>(
        from word in Equality from value in Word(Vocabulary.Copies) select (ConditionSyntax)new ComparisonSyntax(N("copy"), word, value),
        from word in AnyComparison from value in Word(Vocabulary.Levels) select (ConditionSyntax)new ComparisonSyntax(N("security"), word, value),
        OfSomeAmount,
        from word in Equality from value in Word(["yes", "no"]) select (ConditionSyntax)new ComparisonSyntax(N("litigation"), word, value),
        from word in Equality from value in TextOperand(Vocabulary.Titles) select (ConditionSyntax)new ComparisonSyntax(N("title"), word, value),
        OfSomeDay,
        from left in Gen.Elements(Vocabulary.Dated)
        from right in Gen.Elements(Vocabulary.Dated)
        from word in AnyComparison
        select (ConditionSyntax)new ComparisonSyntax(N(left), word, new FactOperandSyntax(N(right))),
        OfSomeCopies,
        from values in Few(Word(Vocabulary.Levels)) select (ConditionSyntax)new MembershipSyntax(N("security"), values),
        OfSomeSeries,
        Gen.Elements("ea", "treaty", "x\"y").Select(p => (ConditionSyntax)new ContainsSyntax(N("title"), new TextSyntax(p))),
        Gen.Elements("l.*", "[a-t]+", "note").Select(p => (ConditionSyntax)new MatchesSyntax(N("title"), new TextSyntax(p))),
        Gen.Elements((string[])[.. Vocabulary.Dated, "copy", "amount", "title", "surveys"]).Select(f => (ConditionSyntax)new IsNeverSyntax(N(f))));

    private static readonly Gen<ConditionSyntax> OfClass = Gen.OneOf(
        from codes in Few(Gen.Elements(Vocabulary.Classes)) select (ConditionSyntax)new UnderSyntax(N("class"), [.. codes.Select(c => new TextSyntax(c))]),
        from word in Equality from value in TextOperand(Vocabulary.Classes) select (ConditionSyntax)new ComparisonSyntax(N("class"), word, value),
        Gen.Constant((ConditionSyntax)new IsNeverSyntax(N("class"))));

    public static readonly Gen<ConditionSyntax> Condition = Gen.Sized(size => ConditionOf(Math.Min(size / 8, 3), Gen.Frequency((6, Statement), (1, OfClass))));

    /// <summary>What a rule that gives the class can ask for: everything but the class.</summary>
    public static readonly Gen<ConditionSyntax> RuleCondition = Gen.Sized(size => ConditionOf(Math.Min(size / 12, 2), Statement));

    private static Gen<ConditionSyntax> ConditionOf(int depth, Gen<ConditionSyntax> statement) => depth == 0 ? statement : Gen.Frequency(
        (3, statement),
        (1, ConditionOf(depth - 1, statement).Select(c => (ConditionSyntax)new NotSyntax(c))),
        (3, from word in Gen.Elements(LogicWord.And, LogicWord.Or)
            from count in Gen.Choose(2, 3)
            from operands in Gen.ListOf(ConditionOf(depth - 1, statement), count)
            select (ConditionSyntax)new LogicSyntax(operands, [.. Enumerable.Repeat(word, count - 1)])));

    public static readonly Gen<PeriodSyntax> Period = Gen.Frequency(
        (6, Gen.Choose(0, 6).Select(y => new PeriodSyntax(y, 0, 0, 0, 0))),
        (2, Gen.Choose(1, 18).Select(m => new PeriodSyntax(0, m, 0, 0, 0))),
        (1, Gen.Choose(0, 90).Select(d => new PeriodSyntax(0, 0, 0, d, 0))),
        (1, from y in Gen.Choose(0, 3)
            from m in Gen.Choose(0, 13)
            from w in Gen.Choose(0, 3)
            from d in Gen.Choose(0, 40)
            from h in Gen.Choose(0, 49)
            select new PeriodSyntax(y, m, w, d, h)));

    private static readonly Gen<AmountSyntax> Amount = Gen.Frequency(
        (8, Period.Select(p => (AmountSyntax)p)),
        (1, Gen.Constant((AmountSyntax)new ParameterSyntax(N("set_age")))),
        (1, Gen.Constant((AmountSyntax)new ParameterSyntax(N("free_age")))));

    private static Gen<MomentSyntax> Leaf(IReadOnlyList<string> steps) => Gen.Frequency(
        (6, Gen.Elements(Vocabulary.Dated).Select(f => (MomentSyntax)new NameMomentSyntax(N(f)))),
        (1, Gen.Constant((MomentSyntax)new NameMomentSyntax(N("left")))),
        (1, Gen.Elements(OrdinalWord.First, OrdinalWord.Second, OrdinalWord.Third, OrdinalWord.Last).Select(o => (MomentSyntax)new OrdinalMomentSyntax(o, N("surveys")))),
        (steps.Count > 0 ? 4 : 0, Gen.Elements(steps.Append("closed")).Select(s => (MomentSyntax)new NameMomentSyntax(N(s)))));

    /// <param name="depth">How deep moments may nest.</param>
    /// <param name="steps">The names of earlier steps.</param>
    /// <param name="inLatest">Directly in <c>latest of</c>, or behind a period or a cycle there: where <c>any</c> may stand.</param>
    private static Gen<MomentSyntax> MomentOf(int depth, IReadOnlyList<string> steps, bool inLatest)
    {
        Gen<MomentSyntax> leaf = inLatest
            ? Gen.Frequency((3, Leaf(steps)), (1, Gen.Elements(Vocabulary.Dated).Select(f => (MomentSyntax)new AnyMomentSyntax(N(f)))))
            : Leaf(steps);
        if (depth == 0) return leaf;
        Gen<MomentSyntax> inner = MomentOf(depth - 1, steps, inLatest);
        return Gen.Frequency(
            (2, leaf),
            (4, from amount in Amount from start in inner select (MomentSyntax)new AfterMomentSyntax(amount, start)),
            (1, from edge in Gen.Elements(CycleEdgeWord.EndOf, CycleEdgeWord.StartOfNext)
                from cycle in Gen.Elements(Vocabulary.Cycles)
                from within in inner
                select (MomentSyntax)new CycleMomentSyntax(edge, new CycleSyntax(cycle), within)),
            (1, from moments in Several(MomentOf(depth - 1, steps, inLatest: false))
                select (MomentSyntax)new ExtremeMomentSyntax(ExtremeWord.Earliest, moments)),
            (1, from moments in Several(MomentOf(depth - 1, steps, inLatest: true)) select (MomentSyntax)new ExtremeMomentSyntax(ExtremeWord.Latest, moments)),
            (1, Fallback(MomentOf(depth - 1, steps, inLatest: false))));
    }

    private static Gen<IReadOnlyList<MomentSyntax>> Several(Gen<MomentSyntax> moment) =>
        from count in Gen.Choose(1, 3) from moments in Gen.ListOf(moment, count) select (IReadOnlyList<MomentSyntax>)moments;

    /// <summary>The moment before a fallback names exactly one fact.</summary>
    private static Gen<MomentSyntax> Fallback(Gen<MomentSyntax> otherwise) =>
        from fact in Gen.Elements(Vocabulary.Dated)
        from amount in Period
        from fallback in otherwise
        select (MomentSyntax)new FallbackMomentSyntax(new AfterMomentSyntax(amount, new NameMomentSyntax(N(fact))), fallback);

    public static Gen<MomentSyntax> Moment(IReadOnlyList<string> steps) => Gen.Sized(size => MomentOf(Math.Min(1 + (size / 12), 3), steps, inLatest: false));

    private static Gen<TimingSyntax> Timing(IReadOnlyList<string> steps, bool canRecur) => Gen.Frequency(
        (6, Moment(steps).Select(m => (TimingSyntax)new AtMomentSyntax(m))),
        (1, Period.Select(p => (TimingSyntax)new AtMomentSyntax(new AssumedStartMomentSyntax(p)))),
        (1, from moments in Gen.ListOf(MomentOf(1, steps, inLatest: false).Where(m => m is not FallbackMomentSyntax), 2)
            from whichever in Gen.Elements(WhicheverWord.Earlier, WhicheverWord.Later)
            select (TimingSyntax)new AtMomentSyntax(new AlternativesMomentSyntax([.. moments.Select(m => new AlternativeSyntax(m, IsComplete: true))], LogicWord.Or, whichever))),
        (1, from floor in Moment(steps) from ceiling in Moment(steps) select (TimingSyntax)new WindowSyntax(floor, ceiling)),
        (1, Moment(steps).Select(c => (TimingSyntax)new WindowSyntax(new AtOnceMomentSyntax(), c))),
        (canRecur ? 2 : 0, from every in Period
                           from start in Bound(steps)
                           from until in Bound(steps)
                           select (TimingSyntax)new RecurringSyntax(every, start, until)));

    private static Gen<RecurrenceBound> Bound(IReadOnlyList<string> steps) =>
        Gen.OneOf(Gen.Constant(RecurrenceBound.NotSaid), Moment(steps).Select(m => new RecurrenceBound([m])));

    private static readonly ActionWord[] Middle =
        [ActionWord.CutOff, ActionWord.Transfer, ActionWord.HandOver, ActionWord.Return, ActionWord.Move, ActionWord.Review, ActionWord.Appraise, ActionWord.Declassify, ActionWord.Open];

    private static TextSyntax TargetOf(ActionWord action) =>
        new(action is ActionWord.Transfer or ActionWord.HandOver or ActionWord.Return or ActionWord.Move ? "the \"State\" Archives" : "");

    private static Gen<SegmentSyntax> Step(ActionWord action, IReadOnlyList<string> steps) =>
        from timing in Timing(steps, canRecur: action is ActionWord.Review or ActionWord.Appraise)
        from labelled in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(action != ActionWord.CutOff)))
        select (SegmentSyntax)new StepSyntax(action, TargetOf(action), timing, labelled ? N("my_" + Words.StepNames[action]) : N(""));

    /// <summary>Steps one after another, each of which may count from those before.</summary>
    private static Gen<List<SegmentSyntax>> StepsOf(IReadOnlyList<ActionWord> actions, int from, IReadOnlyList<string> earlier) => from == actions.Count
        ? Gen.Constant(new List<SegmentSyntax>())
        : from step in Step(actions[@from], earlier)
          from rest in StepsOf(actions, @from + 1, [.. earlier, NameOf((StepSyntax)step)])
          select new List<SegmentSyntax>([step, .. rest]);

    private static string NameOf(StepSyntax step) => step.Label.Text.Length > 0 ? step.Label.Text : Words.StepNames[step.Action];

    private static readonly Gen<DispositionSyntax> Steps =
        from count in Gen.Choose(0, 2)
        from shuffled in Gen.Shuffle(Middle)
        from kind in Gen.Elements("destroy", "permanent", "decided", "open")
        let middle = shuffled.Where(a => kind != "decided" || a != ActionWord.Appraise).Take(count).ToArray()
        let actions = (ActionWord[])[.. middle, .. Last(kind, middle)]
        from segments in StepsOf(actions, 0, [])
        select (DispositionSyntax)new StepsSyntax(
            [.. kind == "permanent" ? [new PermanentSyntax()] : Array.Empty<SegmentSyntax>(), .. segments, .. kind == "decided" ? [new AsDecidedSyntax()] : Array.Empty<SegmentSyntax>()]);

    /// <summary>What a disposition of this kind must end in; one that does nothing but cut off is refused.</summary>
    private static ActionWord[] Last(string kind, ActionWord[] middle) => kind switch
    {
        "destroy" => [ActionWord.Destroy],
        "decided" => [ActionWord.Appraise],
        "open" when middle is [] or [ActionWord.CutOff] => [ActionWord.Review],
        _ => [],
    };

    /// <summary>Dispositions that end in <c>destroy</c>, mostly at once.</summary>
    public static readonly Gen<DispositionSyntax> Destroying =
        from shuffled in Gen.Shuffle(Middle)
        from count in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Constant(1)))
        from segments in StepsOf([.. shuffled.Take(count), ActionWord.Destroy], 0, [])
        select (DispositionSyntax)new StepsSyntax(segments);

    public static readonly Gen<DispositionSyntax> Disposition = Gen.Frequency(
        (6, Steps),
        (4, Moment([]).Select(m => (DispositionSyntax)new StepsSyntax([new StepSyntax(ActionWord.Destroy, new TextSyntax(""), new AtMomentSyntax(m), N(""))]))),
        (1, Gen.Constant((DispositionSyntax)new ReferSyntax(new TextSyntax("counsel"), new TextSyntax("which \"appeals\" remain")))));
}
