using RetentionRules.Text;

namespace RetentionRules.Schedules;

/// <summary>An act of a disposition and its time. Immutable.</summary>
public sealed class DispositionStep
{
    internal DispositionStep(
        SourceReference source, string text, string name, DispositionAction action, string target, StepTiming timing, StepCompletion completion)
    {
        Source = source;
        Text = text;
        Name = name;
        Action = action;
        Target = target;
        Timing = timing;
        Completion = completion;
    }

    /// <summary>Where it is written.</summary>
    public SourceReference Source { get; }

    /// <summary>The step in the words of the rules language.</summary>
    public string Text { get; }

    /// <summary>The name by which later steps count from it.</summary>
    public string Name { get; }

    /// <summary>What is done.</summary>
    public DispositionAction Action { get; }

    /// <summary>To whom or where, or for <see cref="DispositionAction.Destroy"/> by which method; empty where nothing is said.</summary>
    public string Target { get; }

    /// <summary>From when.</summary>
    public StepTiming Timing { get; }

    /// <summary>How it is known that the act was done.</summary>
    public StepCompletion Completion { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>How it is known that an act was done. A closed hierarchy.</summary>
public abstract class StepCompletion
{
    private protected StepCompletion()
    {
    }
}

/// <summary>Nobody records it: the cutoff is done when its moment has come.</summary>
public sealed class ComputedCompletion : StepCompletion
{
    internal ComputedCompletion()
    {
    }
}

/// <summary>A fact says when it was done.</summary>
public sealed class RecordedCompletion : StepCompletion
{
    internal RecordedCompletion(FactDefinition fact) => Fact = fact;

    /// <summary>An event: the day on which the act was done.</summary>
    public FactDefinition Fact { get; }
}
