using System.Text.RegularExpressions;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>
/// A question that classes of values cannot answer: whether a text contains another, matches a pattern, or how one fact
/// stands to another. Asked of the record when the answer is needed.
/// </summary>
internal abstract record OpenQuestion
{
    public const int No = 0;
    public const int Yes = 1;

    /// <summary>Where an answer cannot be had; it stands where a fact has its class of the unknown.</summary>
    public const int Unknown = 3;

    /// <summary>No, yes, a place that stays empty because a question is never <em>never</em>, and unknown.</summary>
    public const int Answers = 4;

    public abstract int Ask(RecordFacts facts);

    /// <summary>The facts that it asks, by their places.</summary>
    public abstract IReadOnlyList<int> Places { get; }

    public static OpenQuestion Of(FactLayout layout, Condition condition) => condition switch
    {
        ContainsText c => new ContainsQuestion(layout.PlaceOf(c.Fact.Name), c.Part, ComparisonOf(c.Fact.Type)),
        MatchesPattern m => new MatchesQuestion(layout.PlaceOf(m.Fact.Name), m.Pattern, m.Regex),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    public static OpenQuestion Of(FactLayout layout, FactDefinition left, ComparisonOperator op, FactDefinition right) =>
        new ComparisonQuestion(layout.PlaceOf(left.Name), op == ComparisonOperator.NotEqual ? ComparisonOperator.Equal : op, layout.PlaceOf(right.Name), left.Type);

    protected static StringComparison ComparisonOf(FactType type) => type is TextType { IgnoreCase: true } or CodeType { IgnoreCase: true }
        ? StringComparison.OrdinalIgnoreCase
        : StringComparison.Ordinal;

    protected static int AnswerOf(bool answer) => answer ? Yes : No;

    public sealed record ContainsQuestion(int Place, string Part, StringComparison Comparison) : OpenQuestion
    {
        public override IReadOnlyList<int> Places => [Place];

        public override int Ask(RecordFacts facts) => facts.At(Place).State switch
        {
            FactState.Known => AnswerOf(facts.ValueAt(Place).AsText.Contains(Part, Comparison)),
            FactState.Never => No,
            _ => Unknown,
        };
    }

    public sealed record MatchesQuestion(int Place, string Pattern, Regex Regex) : OpenQuestion
    {
        public override IReadOnlyList<int> Places => [Place];

        public override int Ask(RecordFacts facts) => facts.At(Place).State switch
        {
            FactState.Known => AnswerOf(Regex.IsMatch(facts.ValueAt(Place).AsText)),
            FactState.Never => No,
            _ => Unknown,
        };

        /// <summary>Whether upper and lower case are the same.</summary>
        public bool IgnoresCase => Regex.Options.HasFlag(RegexOptions.IgnoreCase);

        public bool Equals(MatchesQuestion? other) => other is not null && (Place, Pattern) == (other.Place, other.Pattern);

        public override int GetHashCode() => HashCode.Combine(Place, Pattern);
    }

    public sealed record ComparisonQuestion(int Left, ComparisonOperator Operator, int Right, FactType Type) : OpenQuestion
    {
        public override IReadOnlyList<int> Places => [Left, Right];

        public override int Ask(RecordFacts facts)
        {
            FactValue left = facts.ValueAt(Left);
            FactValue right = facts.ValueAt(Right);
            if (left.State == FactState.Never || right.State == FactState.Never) return No;
            if (left.State != FactState.Known || right.State != FactState.Known) return Unknown;
            return AnswerOf(Holds(Order(left, right)));
        }

        /// <summary>Whether it is so where the left is less (−1), equal (0) or greater (1).</summary>
        public bool Holds(int order) => Operator switch
        {
            ComparisonOperator.Equal => order == 0,
            ComparisonOperator.Less => order < 0,
            ComparisonOperator.LessOrEqual => order <= 0,
            ComparisonOperator.Greater => order > 0,
            ComparisonOperator.GreaterOrEqual => order >= 0,
            ComparisonOperator.NotEqual => throw new InvalidOperationException("an unequal is compiled as a negation"),
            _ => throw new InvalidOperationException("unknown comparison"),
        };

        private int Order(in FactValue left, in FactValue right) => Type switch
        {
            NumberType => left.AsNumber.CompareTo(right.AsNumber),
            DateType or EventType => left.AsDayNumber.CompareTo(right.AsDayNumber),
            YesNoType => left.AsYesNo.CompareTo(right.AsYesNo),
            EnumerationType e => e.RankOf(left.AsText).CompareTo(e.RankOf(right.AsText)),
            TextType or CodeType => string.Compare(left.AsText, right.AsText, ComparisonOf(Type)),
            _ => throw new InvalidOperationException("a fact of this type is never compared"),
        };
    }
}
