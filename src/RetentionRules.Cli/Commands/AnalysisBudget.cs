using System.CommandLine;
using RetentionRules.Analysis;

namespace RetentionRules.Cli.Commands;

/// <summary>How much an analysis may spend: steps, which are the same on every machine, and time.</summary>
internal sealed class AnalysisBudget
{
    private readonly Option<long> _steps = new("--steps")
    {
        Description = "The most steps in all; a step is a look at a condition.",
        HelpName = "N",
        DefaultValueFactory = _ => new AnalysisOptions(default).Steps,
    };

    private readonly Option<int> _seconds = new("--seconds")
    {
        Description = "The most seconds; what is not settled then is said so. With steps alone the output is the same on every machine.",
        HelpName = "N",
        DefaultValueFactory = _ => 300,
    };

    public void AddTo(Command command)
    {
        command.Add(_steps);
        command.Add(_seconds);
    }

    public AnalysisClock Start(ParseResult parsed, CancellationToken cancelled)
    {
        (long steps, int seconds) = (parsed.GetValue(_steps), parsed.GetValue(_seconds));
        if (steps <= 0 || seconds <= 0) throw new UsageException("--steps and --seconds take a number above 0.");
        return new AnalysisClock(steps, seconds, cancelled);
    }
}

/// <summary>The clock of an analysis: the library has none.</summary>
internal sealed class AnalysisClock : IDisposable
{
    private readonly long _steps;
    private readonly CancellationTokenSource _outOfTime;

    public AnalysisClock(long steps, int seconds, CancellationToken cancelled)
    {
        _steps = steps;
        _outOfTime = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        _outOfTime.CancelAfter(TimeSpan.FromSeconds(seconds));
    }

    public AnalysisOptions Limit(AnalysisOptions options) => options with { Steps = _steps, StepsPerQuestion = Math.Min(options.StepsPerQuestion, _steps), OutOfTime = _outOfTime.Token };

    public void Dispose() => _outOfTime.Dispose();
}
