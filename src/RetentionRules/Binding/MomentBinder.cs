using RetentionRules.Calendars;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Language;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>What moments can speak of besides facts: moments that are defined, and where retention starts.</summary>
internal interface IMomentNames
{
    /// <summary>The names under <c>define:</c>.</summary>
    IEnumerable<string> DefinedNames { get; }

    /// <summary>Whether the schedule defines a moment of that name.</summary>
    bool IsDefined(string name);

    /// <summary>The moment of that name; null where it is faulty or rests on itself, which is then reported.</summary>
    Moment? Define(string name);

    /// <summary>Whether the schedule says where retention starts.</summary>
    bool HasRetentionStart { get; }

    /// <summary>Where retention starts; null where it is faulty.</summary>
    Moment? RetentionStart { get; }
}

/// <summary>Gives the names in a moment their meaning.</summary>
/// <param name="scope">The facts and parameters.</param>
/// <param name="names">The other names of the schedule.</param>
/// <param name="text">The text that is bound.</param>
/// <param name="earlierSteps">The names of the steps before, in their order; empty outside a disposition.</param>
internal sealed class MomentBinder(FactScope scope, IMomentNames names, LanguageText text, IReadOnlyList<string> earlierSteps)
{
    /// <summary>The facts marked <c>any</c> in the alternative that is being bound, or null outside <c>latest of</c>.</summary>
    private List<FactDefinition>? _anyFacts;

    public static Moment? Bind(YamlReading reading, FactScope scope, IMomentNames names, YamlScalar scalar)
    {
        LanguageText text = reading.Language(scalar);
        return text.Parse(LanguageParser.Moment) is { } syntax ? new MomentBinder(scope, names, text, []).Bind(syntax) : null;
    }

    public Moment? Bind(MomentSyntax syntax) => syntax switch
    {
        NameMomentSyntax name => BindName(name.Name),
        AnyMomentSyntax any => BindAny(any),
        OrdinalMomentSyntax ordinal => BindOrdinal(ordinal),
        AfterMomentSyntax after => BindAfter(after),
        AssumedStartMomentSyntax assumed => BindAssumed(assumed.Amount, assumed),
        CycleMomentSyntax cycle => BindCycle(cycle),
        ExtremeMomentSyntax { Extreme: ExtremeWord.Earliest } earliest => BindEarliest(earliest, earliest.Moments),
        ExtremeMomentSyntax latest => BindLatest(latest, latest.Moments),
        FallbackMomentSyntax fallback => BindFallback(fallback),
        AlternativesMomentSyntax { Whichever: WhicheverWord.Earlier } a => BindEarliest(a, [.. a.Alternatives.Select(x => x.Moment)]),
        AlternativesMomentSyntax a => BindLatest(a, [.. a.Alternatives.Select(x => x.Moment)]),
        AtOnceMomentSyntax => new AtOnce(At(syntax)),
        _ => throw new ArgumentOutOfRangeException(nameof(syntax)),
    };

    private SourceReference At(SyntaxNode node) => text.Reference(node.Span);

    private Moment? BindName(NameSyntax name)
    {
        for (int step = earlierSteps.Count - 1; step >= 0; step--)
            if (earlierSteps[step] == name.Text) return new StepMoment(At(name), step, name.Text);
        if (names.IsDefined(name.Text))
            return names.Define(name.Text) is { } definition ? new DefinedMoment(At(name), name.Text, definition) : null;
        if (Words.IsReserved(name.Text)) return BindStepName(name);
        return BindDated(name) is { } fact ? new FactMoment(At(name), fact) : null;
    }

    /// <summary>A step that this disposition does not have can still be recorded by a declared fact.</summary>
    private FactMoment? BindStepName(NameSyntax name)
    {
        if (scope.DeclaredCompletion(name.Text) is { } fact) return new FactMoment(At(name), fact);
        text.Report(name.Span, BindingDiagnostics.NoSuchStep, name.Text);
        return null;
    }

    private FactDefinition? BindDated(NameSyntax name)
    {
        if (BindFact(name) is not { } fact) return null;
        if (fact.IsDated) return fact;
        if (fact.Type is DateListType) text.Report(name.Span, BindingDiagnostics.WhichOfList, name.Text);
        else text.Report(name.Span, BindingDiagnostics.NotDated, name.Text, TypeNames.Of(fact.Type));
        return null;
    }

    private FactDefinition? BindFact(NameSyntax name)
    {
        if (scope.FindOfStep(name.Text) is { } made)
        {
            text.ReportWithHelp(name.Span, $"only the steps behind it can count from it; elsewhere, declare an event that `completes: {made.Name}` and count from that", BindingDiagnostics.UnknownMoment, name.Text);
            return null;
        }

        if (scope.Use(name.Text) is { } fact) return fact;
        if (scope.IsFaulty(name.Text)) return null;
        string first = name.Text.Split('.')[0];
        if (scope.IsRelatedRecord(first)) text.Report(name.Span, BindingDiagnostics.PartOfRelatedRecord, first);
        else if (scope.Parameters.Any(p => p.Name == name.Text))
            text.ReportWithHelp(name.Span, $"`{name.Text}` is a parameter, a period: write `{name.Text} after closed`", BindingDiagnostics.UnknownMoment, name.Text);
        else text.ReportUnknown(name.Span, BindingDiagnostics.UnknownMoment, name.Text, [.. scope.FactNames, .. names.DefinedNames, .. earlierSteps]);
        return null;
    }

    private AnyFactMoment? BindAny(AnyMomentSyntax any)
    {
        if (BindDated(any.Name) is not { } fact) return null;
        if (_anyFacts is null)
        {
            text.Report(any.Span, BindingDiagnostics.AnyOutsideLatest);
            return null;
        }

        _anyFacts.Add(fact);
        return new AnyFactMoment(At(any), fact);
    }

    private NthOfMoment? BindOrdinal(OrdinalMomentSyntax ordinal)
    {
        if (BindFact(ordinal.Name) is not { } fact) return null;
        if (fact.Type is DateListType) return new NthOfMoment(At(ordinal), fact, PlaceOf(ordinal.Ordinal));
        text.Report(ordinal.Name.Span, BindingDiagnostics.NotAList, fact.Name, TypeNames.Of(fact.Type));
        return null;
    }

    private static int PlaceOf(OrdinalWord word) => word switch
    {
        OrdinalWord.First => 1,
        OrdinalWord.Second => 2,
        OrdinalWord.Third => 3,
        OrdinalWord.Last => NthOfMoment.Last,
        _ => throw new ArgumentOutOfRangeException(nameof(word)),
    };

    private PeriodAfter? BindAfter(AfterMomentSyntax after)
    {
        PeriodAmount? amount = BindAmount(after.Amount);
        Moment? start = Bind(after.Base);
        return amount is not null && start is not null ? new PeriodAfter(At(after), amount, start) : null;
    }

    /// <summary>A period after where retention starts in general.</summary>
    public PeriodAfter? BindAssumed(AmountSyntax syntax, SyntaxNode place)
    {
        if (syntax is ParameterSyntax { Name: var name } && scope.Knows(name.Text))
        {
            string help = $"`{name.Text}` is a fact: write `when {name.Text}`, or a period before it: `6 years after {name.Text}`";
            text.ReportWithHelp(name.Span, help, BindingDiagnostics.UnknownParameter, name.Text);
            return null;
        }

        PeriodAmount? amount = BindAmount(syntax);
        if (!names.HasRetentionStart) text.Report(place.Span, BindingDiagnostics.NoStart);
        return amount is not null && names.RetentionStart is { } start
            ? new PeriodAfter(At(place), amount, new AssumedStart(At(place), start))
            : null;
    }

    public PeriodAmount? BindAmount(AmountSyntax amount)
    {
        if (amount is PeriodSyntax period) return new StatedPeriod(PeriodOf(period));
        NameSyntax name = ((ParameterSyntax)amount).Name;
        if (scope.UseParameter(name.Text) is { } parameter) return new ParameterPeriod(parameter);
        if (scope.IsFaulty(name.Text)) return null;
        text.ReportUnknown(name.Span, BindingDiagnostics.UnknownParameter, name.Text, scope.Parameters.Select(p => p.Name));
        return null;
    }

    public static RetentionPeriod PeriodOf(PeriodSyntax period) =>
        new(period.Years, period.Months, period.Weeks, period.Days, period.Hours);

    private CycleBoundary? BindCycle(CycleMomentSyntax syntax)
    {
        Moment? within = Bind(syntax.Base);
        if (scope.FaultyCycles.Contains(syntax.Cycle.Name)) return null;
        if (scope.Calendar.Find(syntax.Cycle.Name) is { } cycle)
            return within is null ? null : new CycleBoundary(At(syntax), cycle, within, syntax.Edge == CycleEdgeWord.EndOf);
        ReportUnknownCycle(syntax.Cycle);
        return null;
    }

    private void ReportUnknownCycle(CycleSyntax cycle)
    {
        string article = cycle.Name[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an" : "a";
        string help = NearestWord.To(cycle.Name, scope.Calendar.Names) is { } meant ? $"did you mean `{meant}`?" : cycle.Name switch
        {
            ScheduleCalendar.FiscalYear => "",
            ScheduleCalendar.AcademicYear => "declare it under `calendar:`, for example `academic-year-ends: 31 July`",
            ScheduleCalendar.Biennium => "declare it under `calendar:`, for example `biennium-ends: 30 June of odd years`",
            var name => $"declare the first days of its turns under `calendar:`, for example `cycles: {{ {name}: [2021-01-20, 2025-01-20] }}`",
        };
        text.ReportWithHelp(cycle.Span, help, BindingDiagnostics.UnknownCycle, $"{article} {cycle.Name}");
    }

    private EarliestOf? BindEarliest(SyntaxNode place, IReadOnlyList<MomentSyntax> moments)
    {
        Moment?[] bound = [.. moments.Select(BindWithoutAny)];
        return bound.All(m => m is not null) ? new EarliestOf(At(place), [.. bound.OfType<Moment>()]) : null;
    }

    private LatestOf? BindLatest(SyntaxNode place, IReadOnlyList<MomentSyntax> moments)
    {
        LatestAlternative?[] bound = [.. moments.Select(BindAlternative)];
        return bound.All(m => m is not null) ? new LatestOf(At(place), [.. bound.OfType<LatestAlternative>()]) : null;
    }

    /// <summary>
    /// Where a moment has a choice of its own, <c>any</c> would take the whole of it away and not only its own part; it
    /// belongs directly into <c>latest of</c>.
    /// </summary>
    private Moment? BindWithoutAny(MomentSyntax syntax)
    {
        List<FactDefinition>? outer = _anyFacts;
        _anyFacts = null;
        Moment? moment = Bind(syntax);
        _anyFacts = outer;
        return moment;
    }

    private LatestAlternative? BindAlternative(MomentSyntax syntax)
    {
        List<FactDefinition>? outer = _anyFacts;
        _anyFacts = [];
        Moment? moment = Bind(syntax);
        LatestAlternative? alternative = moment is null ? null : new LatestAlternative(moment, [.. _anyFacts.Distinct()]);
        _anyFacts = outer;
        return alternative;
    }

    private WithFallback? BindFallback(FallbackMomentSyntax syntax)
    {
        if (BindWithoutAny(syntax.Main) is not { } main || BindWithoutAny(syntax.Fallback) is not { } fallback) return null;
        FactDefinition[] tested = [.. MomentFacts.Of(main).Distinct()];
        if (tested.Length == 1 && !MomentFacts.CountsFromStep(main)) return new WithFallback(At(syntax), tested[0], main, fallback);
        string count = MomentFacts.CountsFromStep(main) ? "a step" : tested.Length == 0 ? "none" : string.Join(", ", tested.Select(f => $"`{f.Name}`"));
        text.Report(syntax.Main.Span, BindingDiagnostics.FallbackNeedsOneFact, count);
        return null;
    }
}
