using RetentionRules.Schedules;

namespace RetentionRules.Evaluation.Reference;

/// <summary>Whether a condition is true of a record (docs/language.md, 5.2 and 5.3).</summary>
internal sealed class ConditionEvaluator(RecordFacts facts)
{
    /// <summary>The fact that was asked for last, and its place: of ten thousand conditions most ask for the same one first. Its value may change.</summary>
    private FactDefinition? _last;
    private int _placeOfLast;

    public Truth Evaluate(Condition condition) => condition switch
    {
        Always => Truth.True,
        AllOf all => All(all.Operands),
        AnyOf any => Any(any.Operands),
        Not not => Kleene.Not(Evaluate(not.Operand)),
        Comparison { Operator: ComparisonOperator.NotEqual } c => Kleene.Not(Compare(c.Fact, ComparisonOperator.Equal, c.Right)),
        Comparison c => Compare(c.Fact, c.Operator, c.Right),
        Membership m => IsAny(m),
        UnderCode u => Ask(u.Fact, u, static (asked, text) => IsUnderAny(asked, text)),
        ContainsText c => Ask(c.Fact, c, static (asked, text) => text.Contains(asked.Part, TextComparison.Of(asked.Fact.Type))),
        MatchesPattern m => Ask(m.Fact, m, static (asked, text) => asked.Regex.IsMatch(text)),
        IsNever n => AskWhetherNever(ValueOf(n.Fact)),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    // Written out, as nothing here may allocate: of a large schedule ten thousand conditions are asked for each record.
    private Truth All(IReadOnlyList<Condition> operands)
    {
        Truth all = Truth.True;
        for (int i = 0; i < operands.Count && all != Truth.False; i++) all = Kleene.And(all, Evaluate(operands[i]));
        return all;
    }

    private Truth Any(IReadOnlyList<Condition> operands)
    {
        Truth any = Truth.False;
        for (int i = 0; i < operands.Count && any != Truth.True; i++) any = Kleene.Or(any, Evaluate(operands[i]));
        return any;
    }

    private Truth IsAny(Membership membership)
    {
        Truth any = Truth.False;
        for (int i = 0; i < membership.Values.Count && any != Truth.True; i++)
            any = Kleene.Or(any, Compare(membership.Fact, ComparisonOperator.Equal, membership.Values[i]));
        return any;
    }

    private static bool IsUnderAny(UnderCode under, string value)
    {
        CodeType type = (CodeType)under.Fact.Type;
        for (int i = 0; i < under.Codes.Count; i++)
            if (type.IsUnder(value, under.Codes[i])) return true;
        return false;
    }

    /// <summary>
    /// The facts on which an unknown condition hangs: those that are not known in the parts of it that are unknown.
    /// Parts that are true or false no longer matter.
    /// </summary>
    public IEnumerable<FactDefinition> MissingIn(Condition condition)
    {
        if (Evaluate(condition) != Truth.Unknown) return [];
        return condition switch
        {
            AllOf all => all.Operands.SelectMany(MissingIn),
            AnyOf any => any.Operands.SelectMany(MissingIn),
            Not not => MissingIn(not.Operand),
            Comparison c => NotKnown([c.Fact, .. FactsIn([c.Right])]),
            Membership m => NotKnown([m.Fact, .. FactsIn(m.Values)]),
            UnderCode u => NotKnown([u.Fact]),
            ContainsText c => NotKnown([c.Fact]),
            MatchesPattern m => NotKnown([m.Fact]),
            IsNever n => NotKnown([n.Fact]),
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        };
    }

    private IEnumerable<FactDefinition> NotKnown(IEnumerable<FactDefinition> asked) =>
        asked.Where(f => facts[f].State is FactState.Unknown or FactState.Pending);

    private static IEnumerable<FactDefinition> FactsIn(IEnumerable<Operand> operands) => operands.OfType<FactOperand>().Select(o => o.Fact);

    private FactValue ValueOf(FactDefinition fact)
    {
        if (!ReferenceEquals(fact, _last)) (_last, _placeOfLast) = (fact, facts.Layout.PlaceOf(fact.Name));
        return facts.ValueAt(_placeOfLast);
    }

    /// <summary>5.3: nothing is true of a value that never is, and nothing is known of one that is unknown or pending.</summary>
    private Truth Ask<T>(FactDefinition fact, T asked, Func<T, string, bool> question)
    {
        FactValue value = ValueOf(fact);
        return value.State switch
        {
            FactState.Never => Truth.False,
            FactState.Known => Kleene.Of(question(asked, value.AsText)),
            _ => Truth.Unknown,
        };
    }

    /// <summary>
    /// 5.3: <c>is never</c> is the only question about a state. What is pending may still turn out never to happen, so
    /// pending must not permit what unknown forbids.
    /// </summary>
    private static Truth AskWhetherNever(FactValue value) => value.State switch
    {
        FactState.Never => Truth.True,
        FactState.Known => Truth.False,
        FactState.Unknown or FactState.Pending => Truth.Unknown,
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private Truth Compare(FactDefinition fact, ComparisonOperator op, Operand operand)
    {
        FactValue left = ValueOf(fact);
        FactValue right = operand switch
        {
            ValueOperand value => value.Value,
            FactOperand other => ValueOf(other.Fact),
            _ => throw new ArgumentOutOfRangeException(nameof(operand)),
        };
        if (left.State == FactState.Never || right.State == FactState.Never) return Truth.False;
        if (!left.IsKnown || !right.IsKnown) return Truth.Unknown;
        int order = Order(fact.Type, left, right);
        return Kleene.Of(op switch
        {
            ComparisonOperator.Equal => order == 0,
            ComparisonOperator.Less => order < 0,
            ComparisonOperator.LessOrEqual => order <= 0,
            ComparisonOperator.Greater => order > 0,
            ComparisonOperator.GreaterOrEqual => order >= 0,
            _ => throw new ArgumentOutOfRangeException(nameof(op)),
        });
    }

    /// <summary>Texts and codes only ask whether this is 0; enumerations compare by rank, never by spelling.</summary>
    private static int Order(FactType type, FactValue left, FactValue right) => type switch
    {
        NumberType => left.AsNumber.CompareTo(right.AsNumber),
        DateType or EventType => left.AsDate.CompareTo(right.AsDate),
        YesNoType => left.AsYesNo.CompareTo(right.AsYesNo),
        EnumerationType e => e.RankOf(left.AsText).CompareTo(e.RankOf(right.AsText)),
        TextType or CodeType => string.Compare(left.AsText, right.AsText, TextComparison.Of(type)),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}

/// <summary>How texts of a type compare: ordinally, with or without regard to case.</summary>
internal static class TextComparison
{
    public static StringComparison Of(FactType type) => type is TextType { IgnoreCase: true } or CodeType { IgnoreCase: true }
        ? StringComparison.OrdinalIgnoreCase
        : StringComparison.Ordinal;
}
