using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>
/// The values of one fact in classes, so that every value of a class is the same to all that a policy asks. The known classes
/// are numbered from 0 in an order in which what is asked for are ranges; behind them stand <em>never</em> and <em>unknown</em>.
/// </summary>
internal abstract class ValueClasses(int known)
{
    /// <summary>How many classes of known values there are.</summary>
    public int Known { get; } = known;

    /// <summary>The class of what never is.</summary>
    public int Never => Known;

    /// <summary>The class of what nobody knows; what is pending is no better known to a condition.</summary>
    public int Unknown => Known + 1;

    /// <summary>How many classes there are in all.</summary>
    public int Count => Known + 2;

    /// <summary>The class of a value.</summary>
    public int ClassOf(in FactValue value) => ClassOf(value.Bits, value.Reference);

    /// <summary>The class of a value as a buffer keeps it, in two parts.</summary>
    public int ClassOf(in FactBits bits, object? reference) => bits.State switch
    {
        FactState.Known => ClassOfKnown(bits, reference),
        FactState.Never => Never,
        FactState.Unknown or FactState.Pending => Unknown,
        _ => throw new ArgumentOutOfRangeException(nameof(bits)),
    };

    protected abstract int ClassOfKnown(in FactBits bits, object? reference);

    /// <summary>The classes of which a comparison with a value is true.</summary>
    public abstract ClassSet Where(ComparisonOperator op, FactValue value);

    /// <summary>Known values of which each class has one, where it has any that can be written; a class may have several.</summary>
    public abstract IEnumerable<FactValue> Examples { get; }
}

/// <summary>A fact of which only the state is asked for.</summary>
internal sealed class StateClasses() : ValueClasses(1)
{
    public override IEnumerable<FactValue> Examples => [FactValue.Dates()];

    protected override int ClassOfKnown(in FactBits bits, object? reference) => 0;

    public override ClassSet Where(ComparisonOperator op, FactValue value) => throw new InvalidOperationException("the fact cannot be compared");
}

/// <summary>Yes and no: no is less, as in every comparison of the language.</summary>
internal sealed class YesNoClasses() : ValueClasses(2)
{
    public override IEnumerable<FactValue> Examples => [FactValue.YesNo(false), FactValue.YesNo(true)];

    protected override int ClassOfKnown(in FactBits bits, object? reference) => bits.Small;

    public override ClassSet Where(ComparisonOperator op, FactValue value) => OrderedClasses.Where(op, value.AsYesNo ? 1 : 0, Known);
}

/// <summary>The values of an enumeration, by rank.</summary>
internal sealed class EnumerationClasses : ValueClasses
{
    private readonly EnumerationType _type;
    private readonly string[] _values;

    public EnumerationClasses(EnumerationType type)
        : base(type.Values.Count) => (_type, _values) = (type, [.. type.Values]);

    public override IEnumerable<FactValue> Examples => _values.Select(FactValue.Text);

    /// <summary>A buffer holds a value as the type writes it, so that mostly a glance at the reference is enough.</summary>
    protected override int ClassOfKnown(in FactBits bits, object? reference)
    {
        string text = (string)reference!;
        string[] values = _values;
        for (int rank = 0; rank < values.Length; rank++)
            if (ReferenceEquals(values[rank], text)) return rank;
        return _type.RankOf(text);
    }

    public override ClassSet Where(ComparisonOperator op, FactValue value) => OrderedClasses.Where(op, _type.RankOf(value.AsText), Known);
}

/// <summary>Ranges of ordered classes.</summary>
internal static class OrderedClasses
{
    /// <summary>The classes that stand to a class as the operator says.</summary>
    public static ClassSet Where(ComparisonOperator op, int @class, int count) => op switch
    {
        ComparisonOperator.Equal => @class < 0 ? ClassSet.Empty : ClassSet.Range(@class, @class),
        ComparisonOperator.Less => ClassSet.Range(0, @class - 1),
        ComparisonOperator.LessOrEqual => ClassSet.Range(0, @class),
        ComparisonOperator.Greater => ClassSet.Range(@class + 1, count - 1),
        ComparisonOperator.GreaterOrEqual => ClassSet.Range(Math.Max(@class, 0), count - 1),
        // `!=` is the negation of `=`, which differs from it on what never is.
        ComparisonOperator.NotEqual => throw new InvalidOperationException("an unequal is compiled as a negation"),
        _ => throw new ArgumentOutOfRangeException(nameof(op)),
    };
}
