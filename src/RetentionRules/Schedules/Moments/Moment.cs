using RetentionRules.Calendars;
using RetentionRules.Text;

namespace RetentionRules.Schedules;

/// <summary>
/// A moment: the first day on which something may be done. It evaluates to an interval of days. A closed hierarchy;
/// immutable.
/// </summary>
/// <remarks><c>ToString</c> gives the moment in the words of the rules language.</remarks>
public abstract class Moment
{
    private protected Moment(SourceReference source) => Source = source;

    /// <summary>Where it is written.</summary>
    public SourceReference Source { get; }
}

/// <summary>The day that a date or an event has.</summary>
public sealed class FactMoment : Moment
{
    internal FactMoment(SourceReference source, FactDefinition fact)
        : base(source) => Fact = fact;

    /// <summary>The fact, of a type with days.</summary>
    public FactDefinition Fact { get; }

    /// <inheritdoc/>
    public override string ToString() => Fact.Name;
}

/// <summary>One day of a fact that is a list of dates. Where the list has too few days yet, it is pending.</summary>
public sealed class NthOfMoment : Moment
{
    internal NthOfMoment(SourceReference source, FactDefinition fact, int place)
        : base(source) => (Fact, Place) = (fact, place);

    /// <summary>The place of the last day.</summary>
    public const int Last = 0;

    /// <summary>The fact, of type <see cref="DateListType"/>.</summary>
    public FactDefinition Fact { get; }

    /// <summary>From 1, or <see cref="Last"/>.</summary>
    public int Place { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Place switch { Last => "last", 1 => "first", 2 => "second", _ => "third" }} of {Fact.Name}";
}

/// <summary>The day on which an earlier step of the same disposition was done, as the rules on counting from an act say.</summary>
public sealed class StepMoment : Moment
{
    internal StepMoment(SourceReference source, int step, string name)
        : base(source) => (Step, Name) = (step, name);

    /// <summary>The place of the earlier step in its sequence, from 0.</summary>
    public int Step { get; }

    /// <summary>The step's name.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A period after another moment. Periods that nest without anything between them are added up before rounding.</summary>
public sealed class PeriodAfter : Moment
{
    internal PeriodAfter(SourceReference source, PeriodAmount amount, Moment start)
        : base(source) => (Amount, Start) = (amount, start);

    /// <summary>How long.</summary>
    public PeriodAmount Amount { get; }

    /// <summary>From when.</summary>
    public Moment Start { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Amount} after {MomentText.Base(Start)}";
}

/// <summary>The moment at which the turn of a cycle is over, which is the first day of the next turn.</summary>
public sealed class CycleBoundary : Moment
{
    internal CycleBoundary(SourceReference source, CalendarCycle cycle, Moment within, bool isEnd)
        : base(source) => (Cycle, Within, IsEnd) = (cycle, within, isEnd);

    /// <summary>The cycle.</summary>
    public CalendarCycle Cycle { get; }

    /// <summary>The moment that lies in the turn.</summary>
    public Moment Within { get; }

    /// <summary>Written as <c>end of</c>, not as <c>start of next</c>; the day is the same.</summary>
    public bool IsEnd { get; }

    /// <inheritdoc/>
    public override string ToString() => IsEnd
        ? $"end of {Cycle.Name} of {MomentText.InCycle(Within)}"
        : $"start of next {Cycle.Name} after {MomentText.InCycle(Within)}";
}

/// <summary>The earliest of several moments: one that is unknown cannot delay one that is known.</summary>
public sealed class EarliestOf : Moment
{
    internal EarliestOf(SourceReference source, IReadOnlyList<Moment> moments)
        : base(source) => Moments = moments;

    /// <summary>At least one.</summary>
    public IReadOnlyList<Moment> Moments { get; }

    /// <inheritdoc/>
    public override string ToString() => $"earliest of ({string.Join(", ", Moments.Select(MomentText.ListItem))})";
}

/// <summary>The latest of several moments: one that is unknown must delay the others.</summary>
public sealed class LatestOf : Moment
{
    internal LatestOf(SourceReference source, IReadOnlyList<LatestAlternative> alternatives)
        : base(source) => Alternatives = alternatives;

    /// <summary>At least one.</summary>
    public IReadOnlyList<LatestAlternative> Alternatives { get; }

    /// <inheritdoc/>
    public override string ToString() => $"latest of ({string.Join(", ", Alternatives.Select(a => MomentText.ListItem(a.Moment)))})";
}

/// <summary>One of the moments of a <see cref="LatestOf"/>.</summary>
/// <param name="Moment">The moment.</param>
/// <param name="DropsOutWithout">
/// Facts marked <c>any</c>: where one of them is <em>never</em>, the moment does not count. Unknown and pending still wait.
/// </param>
public sealed record LatestAlternative(Moment Moment, IReadOnlyList<FactDefinition> DropsOutWithout);

/// <summary>A fact marked <c>any</c> inside <see cref="LatestOf"/>; by itself it is the fact's day.</summary>
public sealed class AnyFactMoment : Moment
{
    internal AnyFactMoment(SourceReference source, FactDefinition fact)
        : base(source) => Fact = fact;

    /// <summary>The fact, of a type with days.</summary>
    public FactDefinition Fact { get; }

    /// <inheritdoc/>
    public override string ToString() => "any " + Fact.Name;
}

/// <summary>A moment that counts from one fact, and another for the case that the fact is <em>never</em>.</summary>
public sealed class WithFallback : Moment
{
    internal WithFallback(SourceReference source, FactDefinition tested, Moment main, Moment fallback)
        : base(source) => (Tested, Main, Fallback) = (tested, main, fallback);

    /// <summary>The one fact that the main moment names; only its state chooses.</summary>
    public FactDefinition Tested { get; }

    /// <summary>The moment where the fact is known.</summary>
    public Moment Main { get; }

    /// <summary>The moment where the fact is never.</summary>
    public Moment Fallback { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{MomentText.ListItem(Main)}, or if that never happens {MomentText.ListItem(Fallback)}";
}

/// <summary>A moment that the schedule defines once under a name.</summary>
public sealed class DefinedMoment : Moment
{
    internal DefinedMoment(SourceReference source, string name, Moment definition)
        : base(source) => (Name, Definition) = (name, definition);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>What it stands for.</summary>
    public Moment Definition { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>Where retention starts for an item that names no start, as the schedule says in general.</summary>
public sealed class AssumedStart : Moment
{
    internal AssumedStart(SourceReference source, Moment start)
        : base(source) => Start = start;

    /// <summary>The schedule's <c>retention-starts</c>.</summary>
    public Moment Start { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Start} (assumed)";
}

/// <summary>The floor of a window that has none: the first day of all.</summary>
public sealed class AtOnce : Moment
{
    internal AtOnce(SourceReference source)
        : base(source)
    {
    }

    /// <inheritdoc/>
    public override string ToString() => "at once";
}

/// <summary>Writes moments inside other moments.</summary>
internal static class MomentText
{
    public static string Base(Moment moment) => moment is PeriodAfter ? $"({moment})" : ListItem(moment);

    /// <summary>A cycle of a cycle stands in parentheses; behind a period it needs none.</summary>
    public static string InCycle(Moment moment) => moment is CycleBoundary ? $"({moment})" : Base(moment);

    public static string ListItem(Moment moment) => moment is WithFallback ? $"({moment})" : moment.ToString()!;
}
