namespace RetentionRules.Evaluation.Reference;

/// <summary>Whether a condition is true of a record, as far as it is known (docs/language.md, 5.2).</summary>
internal enum Truth
{
    False,
    Unknown,
    True,
}

/// <summary>Strong Kleene logic: false weighs least, then unknown, then true.</summary>
internal static class Kleene
{
    public static Truth And(Truth a, Truth b) => a < b ? a : b;

    public static Truth Or(Truth a, Truth b) => a > b ? a : b;

    public static Truth Not(Truth a) => a switch
    {
        Truth.True => Truth.False,
        Truth.False => Truth.True,
        Truth.Unknown => Truth.Unknown,
        _ => throw new ArgumentOutOfRangeException(nameof(a)),
    };

    public static Truth Of(bool value) => value ? Truth.True : Truth.False;

    public static Truth All(IEnumerable<Truth> values) => values.Aggregate(Truth.True, And);

    /// <summary>What is behind a value that is true is not asked for.</summary>
    public static Truth Any(IEnumerable<Truth> values)
    {
        Truth any = Truth.False;
        foreach (Truth value in values)
            if ((any = Or(any, value)) == Truth.True) break;
        return any;
    }
}
