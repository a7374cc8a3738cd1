using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>
/// The values of one fact in classes, so that every value of a class is the same to all that a policy asks. The known classes
/// are numbered from 0 in an order in which what is asked for are ranges; behind them stand <em>never</em> and <em>unknown</em>.
/// </summary>
internal abstract class ValueClasses(int known, int firstPlace = ValueClasses.NoPlaces)
{
    /// <summary>Above everything that a value holds as its place.</summary>
    private const int NoPlaces = int.MaxValue;

    /// <summary>How many classes of known values there are.</summary>
    public int Known { get; } = known;

    /// <summary>The class of what never is.</summary>
    public int Never => Known;

    /// <summary>The class of what nobody knows; what is pending is no better known to a condition.</summary>
    public int Unknown => Known + 1;

    /// <summary>How many classes there are in all.</summary>
    public int Count => Known + 2;

    /// <summary>The class of a fact of a record.</summary>
    public int ClassOf(RecordFacts facts, int fact)
    {
        ref readonly FactBits bits = ref facts.At(fact);
        if (bits.State != FactState.Known) return bits.State == FactState.Never ? Never : Unknown;
        // Negative where the value does not hold its place itself, as yes and no do.
        int place = bits.Small - firstPlace;
        return place >= 0 ? place : ClassOfKnown(facts, fact);
    }

    protected abstract int ClassOfKnown(RecordFacts facts, int fact);

    /// <summary>The class of a value that stands in no buffer.</summary>
    public int ClassOf(in FactValue value) => value.State switch
    {
        FactState.Known => ClassOfKnown(value),
        FactState.Never => Never,
        FactState.Unknown or FactState.Pending => Unknown,
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    protected abstract int ClassOfKnown(FactValue value);

    /// <summary>The classes of which a comparison with a value is true.</summary>
    public abstract ClassSet Where(ComparisonOperator op, FactValue value);

    /// <summary>Known values of which each class has one, where it has any that can be written; a class may have several.</summary>
    public abstract IEnumerable<FactValue> Examples { get; }
}

/// <summary>A fact of which only the state is asked for.</summary>
internal sealed class StateClasses() : ValueClasses(1)
{
    public override IEnumerable<FactValue> Examples => [FactValue.Dates()];

    protected override int ClassOfKnown(RecordFacts facts, int fact) => 0;

    protected override int ClassOfKnown(FactValue value) => 0;

    public override ClassSet Where(ComparisonOperator op, FactValue value) => throw new InvalidOperationException("the fact cannot be compared");
}

/// <summary>Yes and no: no is less, as in every comparison of the language.</summary>
internal sealed class YesNoClasses() : ValueClasses(2, firstPlace: 0)
{
    public override IEnumerable<FactValue> Examples => [FactValue.YesNo(false), FactValue.YesNo(true)];

    protected override int ClassOfKnown(RecordFacts facts, int fact) => throw new InvalidOperationException("yes and no are places");

    protected override int ClassOfKnown(FactValue value) => value.AsYesNo ? 1 : 0;

    public override ClassSet Where(ComparisonOperator op, FactValue value) => OrderedClasses.Where(op, value.AsYesNo ? 1 : 0, Known);
}

/// <summary>The values of an enumeration, by rank. A buffer holds a value with its place, because it had to be looked up to be set.</summary>
internal sealed class EnumerationClasses(EnumerationType type) : ValueClasses(type.Values.Count, firstPlace: 1)
{
    protected override int ClassOfKnown(RecordFacts facts, int fact) => type.RankOf((string)facts.ReferenceAt(fact)!);

    protected override int ClassOfKnown(FactValue value) => type.RankOf(value.AsText);

    public override IEnumerable<FactValue> Examples => type.Values.Select(FactValue.Text);

    public override ClassSet Where(ComparisonOperator op, FactValue value) => OrderedClasses.Where(op, type.RankOf(value.AsText), Known);
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
