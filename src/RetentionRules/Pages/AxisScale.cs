namespace RetentionRules.Pages;

/// <summary>The numbers beside a chart: from 0 in steps of 1, 2 or 5, or ten, a hundred, … times these.</summary>
/// <param name="Step">From one number to the next.</param>
/// <param name="Top">The last number, at or above the greatest count.</param>
internal readonly record struct AxisScale(long Step, long Top)
{
    private const long MostSteps = 6;

    public static AxisScale For(long greatest)
    {
        long power = 1;
        while (power * 10 * MostSteps <= greatest) power *= 10;
        long step = power;
        foreach (long factor in (long[])[1, 2, 5, 10])
        {
            step = power * factor;
            if (step * MostSteps >= greatest) break;
        }

        return new AxisScale(step, Math.Max(1, (greatest + step - 1) / step) * step);
    }
}
