using System.Data.Common;
using RetentionRules.Evaluation;

namespace RetentionRules;

/// <summary>
/// What it means that a caller's own object has no value for a fact. There is no default: the caller knows, and the
/// library does not.
/// </summary>
public enum WhenNull
{
    /// <summary>Nobody knows the value.</summary>
    Unknown,

    /// <summary>It has not happened yet. Only of dates.</summary>
    Pending,

    /// <summary>There is none and never will be.</summary>
    Never,
}

/// <summary>How a caller's own type becomes the facts of a policy; checked once, used for every record. Immutable.</summary>
/// <typeparam name="T">The caller's type.</typeparam>
public sealed class RecordMap<T>
{
    private readonly FactLayout _layout;
    private readonly Func<T, string> _id;
    private readonly Action<T, RecordFacts>[] _setters;

    internal RecordMap(FactLayout layout, Func<T, string> id, IEnumerable<Action<T, RecordFacts>> setters)
    {
        _layout = layout;
        _id = id;
        _setters = [.. setters];
    }

    /// <summary>The facts of one object in a new buffer.</summary>
    public RecordFacts Read(T record)
    {
        RecordFacts facts = new(_layout);
        Read(record, facts);
        return facts;
    }

    /// <summary>Replaces what a buffer holds by the facts of one object.</summary>
    /// <exception cref="ArgumentException">The buffer was made by another policy.</exception>
    public void Read(T record, RecordFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (!ReferenceEquals(facts.Layout, _layout)) throw new ArgumentException("The buffer was made by another policy.", nameof(facts));
        facts.Clear();
        facts.Id = _id(record);
        foreach (Action<T, RecordFacts> setter in _setters) setter(record, facts);
    }
}

/// <summary>Mapping a caller's own type, as a method of the policy.</summary>
public static class RecordMap
{
    /// <summary>
    /// Says once where each fact comes from: <c>policy.Map&lt;Contract&gt;(m =&gt; m.Event("final_action", c =&gt; c.EndDate))</c>.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// A fact is mapped that the policy does not ask for, or by the wrong kind of value, or twice; or a fact that the
    /// policy asks for is neither mapped nor declared <see cref="RecordMapBuilder{T}.NotRecorded"/>.
    /// </exception>
    public static RecordMap<T> Map<T>(this CompiledPolicy policy, Action<RecordMapBuilder<T>> define)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(define);
        RecordMapBuilder<T> builder = new(policy.Layout);
        define(builder);
        return builder.Build();
    }

    /// <summary>Says once which column of a database reader is which fact; the map then reads each row by ordinal.</summary>
    /// <param name="policy">The policy whose facts are filled.</param>
    /// <param name="reader">A reader with the columns; the map reads any reader with the same columns in the same order.</param>
    /// <param name="define">Says where each fact comes from.</param>
    /// <exception cref="ArgumentException">As for mapping a type; or the reader lacks a column, or its type does not fit.</exception>
    public static RecordMap<DbDataReader> MapReader(this CompiledPolicy policy, DbDataReader reader, Action<DataReaderMapBuilder> define)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(define);
        DataReaderMapBuilder builder = new(reader, policy.Layout);
        define(builder);
        return builder.Build();
    }

    /// <summary>
    /// The facts that a source must fill or declare not recorded. When the last act was done need not be: a record that
    /// is gone is mostly gone from the system too, and nothing waits for it.
    /// </summary>
    internal static bool IsExpected(FactDefinition fact) => fact.Role is not (FactRole.FinalCompletion or FactRole.UnaskedFate);
}
