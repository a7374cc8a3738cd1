namespace RetentionRules.Analysis.Logic;

/// <summary>What an analysis may still spend. Where it is spent, what is left is not settled, and never a pass.</summary>
internal sealed class AnalysisEffort(long steps, CancellationToken outOfTime)
{
    private long _left = steps;

    /// <summary>Whether anything is left.</summary>
    public bool IsSpent => _left <= 0;

    /// <summary>Spends a step.</summary>
    /// <exception cref="EffortSpentException">Nothing is left.</exception>
    public void Spend(long steps = 1)
    {
        _left -= steps;
        if (_left <= 0) throw new EffortSpentException();
        if (!outOfTime.IsCancellationRequested) return;
        _left = 0;
        throw new EffortSpentException();
    }

    /// <summary>A part of what is left, for one question of many: a hard one must not starve the others.</summary>
    public AnalysisEffort Share(long steps) => new(Math.Min(steps, Math.Max(_left, 0)), outOfTime);
}

/// <summary>The budget of a question is spent: it is not settled.</summary>
internal sealed class EffortSpentException : Exception;
