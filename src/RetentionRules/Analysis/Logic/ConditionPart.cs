using RetentionRules.Compilation;
using RetentionRules.Schedules;
using RetentionRules.Text;

namespace RetentionRules.Analysis.Logic;

/// <summary>
/// A condition taken apart, so that a part can be left out and the rest be asked what it would say without it. The values and
/// codes of a list are parts like the operands of <c>or</c>, because that is what they mean.
/// </summary>
internal sealed class ConditionPart
{
    private readonly Condition _condition;
    private readonly ConditionPart[] _written;

    private ConditionPart(Condition condition, string name, IEnumerable<ConditionPart> parts)
    {
        (_condition, Name, _written) = (condition, name, [.. parts]);
        Parts = [.. _written];
    }

    /// <summary>What people call it: a part, a value or a code.</summary>
    public string Name { get; }

    /// <summary>What it is made of and is left; none where it is a single test.</summary>
    public List<ConditionPart> Parts { get; }

    /// <summary>Where it is written.</summary>
    public SourceReference Source => _condition.Source;

    /// <summary>Whether all of its parts must be true, where there are several.</summary>
    public bool IsAll => _condition is AllOf;

    public static ConditionPart Of(Condition condition, string name = "part") => new(condition, name, condition switch
    {
        AllOf all => all.Operands.Select(o => Of(o)),
        AnyOf any => any.Operands.Select(o => Of(o)),
        Not not => [Of(not.Operand)],
        Membership { Values.Count: > 1 } m => m.Values.Select(v => Of(new Membership(v.Source, m.Fact, [v]), "value")),
        UnderCode { Codes.Count: > 1 } u => u.Codes.Zip(u.CodeSources, (code, source) => Of(new UnderCode(source, u.Fact, [code], [source]), "code")),
        _ => [],
    });

    /// <summary>The condition of what is left.</summary>
    public int In(ConditionPool pool) => In(pool, Parts, p => p.In(pool));

    /// <summary>The condition as it is written, only without one part of it; the list that the part stands in has others.</summary>
    public int Without(ConditionPart part, ConditionPool pool) => In(pool, _written.Where(p => p != part), p => p.Without(part, pool));

    private int In(ConditionPool pool, IEnumerable<ConditionPart> parts, Func<ConditionPart, int> number) => _condition switch
    {
        // Of a list that stands as it is written, all values are one question.
        _ when _written.Length == 0 || (_condition is Membership or UnderCode && parts.Count() == _written.Length) => pool.Add(_condition),
        AllOf => pool.All(parts.Select(number)),
        Not => pool.Not(number(_written[0])),
        _ => pool.Any(parts.Select(number)),
    };
}
