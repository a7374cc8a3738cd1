namespace RetentionRules.DryRun;

/// <summary>What a worker keeps for each shape of verdicts, by its number (<see cref="DecidedRecord.Shape"/>).</summary>
/// <param name="make">Makes it from the decision about the first record of the shape.</param>
internal sealed class PerShape<T>(Func<DispositionDecision, T> make)
    where T : class
{
    private T?[] _kept = new T?[64];

    public IEnumerable<T> All => _kept.OfType<T>();

    public T Of(DecidedRecord record)
    {
        int shape = record.Shape;
        return shape < _kept.Length && _kept[shape] is { } known ? known : Make(record);
    }

    private T Make(DecidedRecord record)
    {
        if (record.Shape >= _kept.Length) Array.Resize(ref _kept, Math.Max(record.Shape + 1, 2 * _kept.Length));
        return _kept[record.Shape] = make(record.Decision);
    }
}
