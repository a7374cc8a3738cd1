using RetentionRules.Analysis.Checks;
using RetentionRules.Analysis.Witnesses;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis;

/// <summary>
/// Says of a schedule what holds for all records, before it is approved: that each has an item and only one, that each rule can
/// apply, that the days can be kept. What does not hold is shown by a record with the fewest facts.
/// </summary>
/// <remarks>
/// "Always", "never" and "no record" are said of records of which all is known: values, and that there never is one. What only
/// comes of facts that are unknown or pending is told by <see cref="ScheduleAnalysis.Needs"/>.
/// </remarks>
public static class ScheduleAnalyzer
{
    /// <summary>Analyses a schedule; of a register each edition, of a set each schedule and how they stand to each other.</summary>
    /// <param name="instrument">What is analysed.</param>
    /// <param name="options">How much may be spent, and the day on which witnesses are decided.</param>
    /// <exception cref="AnalysisFaultException">The analysis and the evaluators contradict each other: a fault of this library.</exception>
    public static ScheduleAnalysis Analyze(RetentionInstrument instrument, AnalysisOptions options)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        ArgumentNullException.ThrowIfNull(options);
        AnalysisResults results = new(options);
        List<ItemNeed> needs = [];
        foreach (RetentionSchedule schedule in instrument.Schedules.Distinct()) needs.AddRange(Analyze(new AnalysisContext(schedule, options, results), instrument is ScheduleSet));
        if (instrument is ScheduleSet set) new SetCheck(set, options, results).Run();
        return new ScheduleAnalysis(instrument, results.Questions, InOrder(results.Findings), needs);
    }

    private static IEnumerable<ItemNeed> Analyze(AnalysisContext context, bool isOfSet)
    {
        ConditionCheck conditions = new(context);
        if (context.Schedule.Items.Count > 0)
        {
            // Of a set, a record needs an item of one of its schedules.
            if (!isOfSet) new GapCheck(context.Solver, context.Search, context.Evaluators, context.Results, [context.Schedule]).Run(context.Effort());
            new OverlapCheck(context).Run();
            new ItemCheck(context).Run();
            new CaseCheck(context).Run();
            conditions.RunItems();
            new DestructionCheck(context).Run();
            new DayCheck(context).Run();
        }

        conditions.RunRules();
        new ClassCheck(context).Run();
        return new NeedCheck(context).Run();
    }

    private static AnalysisFinding[] InOrder(IEnumerable<AnalysisFinding> findings) =>
    [
        .. findings.OrderBy(f => f.Place.Path, StringComparer.Ordinal).ThenBy(f => f.Place.Reference.Span.Start).ThenBy(f => f.Descriptor.Code, StringComparer.Ordinal),
    ];
}
