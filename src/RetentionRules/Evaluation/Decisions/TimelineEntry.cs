using RetentionRules.Calendars;
using RetentionRules.Schedules;

namespace RetentionRules.Evaluation;

/// <summary>One step of a disposition with the days that it came to for a record.</summary>
/// <param name="Step">The step.</param>
/// <param name="Bounds">The first day on which the act may be done.</param>
/// <param name="Latest">The last day for it: the ceiling of a window; never where there is none.</param>
/// <param name="State">What is known about its doing.</param>
public sealed record TimelineEntry(DispositionStep Step, DateBounds Bounds, DateBounds Latest, StepState State);

/// <summary>What is known about the doing of a step on the day of evaluation.</summary>
public enum StepState
{
    /// <summary>Known done.</summary>
    Done,

    /// <summary>Not known done, and its day has surely come.</summary>
    Due,

    /// <summary>Not known done, and its day has surely not come.</summary>
    NotDue,

    /// <summary>Not known done, and whether its day has come is not known.</summary>
    Open,

    /// <summary>Computed and not performed: a cutoff.</summary>
    Computed,

    /// <summary>Recurring, and over.</summary>
    Over,
}
