using System.Globalization;
using System.Text.RegularExpressions;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Language;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>Gives the names in a condition their facts, and checks that both sides of each comparison fit.</summary>
internal sealed class ConditionBinder(FactScope scope, LanguageText text)
{
    private readonly ClassCodeCheck _classes = new(scope.Classification, text);

    /// <summary>Parses and binds the text of a condition; null where anything in it was reported.</summary>
    public static Condition? Bind(YamlReading reading, FactScope scope, YamlScalar scalar)
    {
        LanguageText text = reading.Language(scalar);
        return text.Parse(LanguageParser.Condition) is { } syntax ? new ConditionBinder(scope, text).Bind(syntax) : null;
    }

    private Condition? Bind(ConditionSyntax syntax) => syntax switch
    {
        LogicSyntax logic => BindLogic(logic),
        NotSyntax not => Bind(not.Operand) is { } operand ? new Not(At(not), operand) : null,
        ComparisonSyntax comparison => BindComparison(comparison),
        MembershipSyntax membership => BindMembership(membership),
        UnderSyntax under => BindUnder(under),
        ContainsSyntax contains => BindContains(contains),
        MatchesSyntax matches => BindMatches(matches),
        IsNeverSyntax never => BindFact(never.Fact) is { } fact ? new IsNever(At(never), fact) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(syntax)),
    };

    private SourceReference At(SyntaxNode node) => text.Reference(node.Span);

    private Condition? BindLogic(LogicSyntax logic)
    {
        Condition?[] operands = [.. logic.Operands.Select(Bind)];
        if (operands.Any(o => o is null)) return null;
        Condition[] bound = [.. operands.OfType<Condition>()];
        return logic.Words[0] == LogicWord.And ? new AllOf(At(logic), bound) : new AnyOf(At(logic), bound);
    }

    private FactDefinition? BindFact(NameSyntax name)
    {
        if (scope.IsFaulty(name.Text)) return null;
        if (scope.BindsClassRules && name.Text == ClassificationScheme.FactName)
        {
            text.Report(name.Span, ClassificationDiagnostics.RuleAsksForClass);
            return null;
        }

        if (scope.FindOfStep(name.Text) is { } made)
        {
            text.ReportWithHelp(name.Span, $"declare it under `record:` to ask for it in conditions: `{made.Name.Replace('.', '_')}_on: {{ type: {made.Type}, … }}`", BindingDiagnostics.UnknownFact, name.Text);
            return null;
        }

        if (scope.Use(name.Text) is { } fact) return fact;
        if (scope.IsRelatedRecord(name.Text.Split('.')[0])) text.Report(name.Span, BindingDiagnostics.PartOfRelatedRecord, name.Text.Split('.')[0]);
        else text.ReportUnknown(name.Span, BindingDiagnostics.UnknownFact, name.Text, scope.FactNames);
        return null;
    }

    private Comparison? BindComparison(ComparisonSyntax syntax)
    {
        if (BindFact(syntax.Fact) is not { } fact) return null;
        ComparisonOperator op = OperatorOf(syntax.Word);
        bool isOfDays = syntax.Word is ComparisonWord.Before or ComparisonWord.OnOrBefore or ComparisonWord.On or ComparisonWord.OnOrAfter or ComparisonWord.After;
        bool ordered = op is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual);
        if (fact.Type is DateListType)
            ReportList(syntax.Fact, fact);
        else if (isOfDays && !fact.IsDated)
            text.Report(syntax.Fact.Span, BindingDiagnostics.WrongOperator, SyntaxPrinter.Print(syntax.Word), "a date or an event", fact.Name, TypeNames.Of(fact.Type));
        else if (ordered && !HasOrder(fact.Type))
            text.Report(syntax.Fact.Span, BindingDiagnostics.NoOrder, fact.Name, TypeNames.Of(fact.Type), SyntaxPrinter.Print(syntax.Word));
        else if (BindOperand(fact, syntax.Right) is { } right)
            return new Comparison(At(syntax), fact, op, right);
        return null;
    }

    /// <summary>A condition asks for one value; which of several days it would mean is for a moment to say.</summary>
    private void ReportList(NameSyntax name, FactDefinition fact) => text.ReportWithHelp(
        name.Span, "declare the one day that the condition is about as a fact of its own: `date` or `event`", BindingDiagnostics.WhichOfList, fact.Name);

    private static bool HasOrder(FactType type) => type is NumberType or DateType or EventType or EnumerationType { IsOrdered: true };

    private static ComparisonOperator OperatorOf(ComparisonWord word) => word switch
    {
        ComparisonWord.Equal or ComparisonWord.On => ComparisonOperator.Equal,
        ComparisonWord.NotEqual => ComparisonOperator.NotEqual,
        ComparisonWord.Less or ComparisonWord.Before => ComparisonOperator.Less,
        ComparisonWord.LessOrEqual or ComparisonWord.OnOrBefore => ComparisonOperator.LessOrEqual,
        ComparisonWord.Greater or ComparisonWord.After => ComparisonOperator.Greater,
        ComparisonWord.GreaterOrEqual or ComparisonWord.OnOrAfter => ComparisonOperator.GreaterOrEqual,
        _ => throw new ArgumentOutOfRangeException(nameof(word)),
    };

    private Membership? BindMembership(MembershipSyntax syntax)
    {
        if (BindFact(syntax.Fact) is not { } fact) return null;
        if (fact.Type is DateListType)
        {
            ReportList(syntax.Fact, fact);
            return null;
        }

        Operand?[] values = [.. syntax.Values.Select(v => BindOperand(fact, v))];
        return values.All(v => v is not null) ? new Membership(At(syntax), fact, [.. values.OfType<Operand>()]) : null;
    }

    private UnderCode? BindUnder(UnderSyntax syntax)
    {
        if (BindFact(syntax.Fact) is not { } fact) return null;
        if (fact.Type is not CodeType type)
        {
            text.Report(syntax.Fact.Span, BindingDiagnostics.WrongOperator, "under", "a code", fact.Name, TypeNames.Of(fact.Type));
            return null;
        }

        bool[] fits = [.. syntax.Codes.Select(c => CheckCode(c, type) && _classes.CanBeUnder(fact, c))];
        return fits.All(f => f) ? new UnderCode(At(syntax), fact, [.. syntax.Codes.Select(c => FactValue.Text(c.Value).AsText)], [.. syntax.Codes.Select(At)]) : null;
    }

    private bool CheckCode(TextSyntax code, CodeType type)
    {
        FactValue value = FactValue.Text(code.Value);
        bool fits = value.IsKnown && value.AsText.Split(type.Separators.ToCharArray()).All(s => s.Trim().Length > 0);
        if (!fits) text.Report(code.Span, BindingDiagnostics.BadText, IsUnseen(code.Value) ? UnseenCharacter : $"the code \"{code.Value}\" has an empty segment");
        return fits;
    }

    private ContainsText? BindContains(ContainsSyntax syntax)
    {
        if (BindText(syntax.Fact, "contains") is not { } fact || BindPart(syntax.Part) is not { } part) return null;
        return new ContainsText(At(syntax), fact, part);
    }

    /// <summary>A part of a text keeps its blanks: `" art "` is a word by itself, and not a part of "party".</summary>
    private string? BindPart(TextSyntax part) =>
        BindKnownText(part.Value, part.Span) is not null && ComparableText.TryNormalize(part.Value, out string normalized) ? normalized : null;

    private MatchesPattern? BindMatches(MatchesSyntax syntax)
    {
        if (BindText(syntax.Fact, "matches") is not { } fact) return null;
        try
        {
            bool ignoreCase = fact.Type is TextType { IgnoreCase: true } or CodeType { IgnoreCase: true };
            RegexOptions options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
            // By itself first: in the anchors, a pattern such as `a)|(?:b` would be well-formed and match parts of a text.
            _ = new Regex(syntax.Pattern.Value, options);
            return new MatchesPattern(At(syntax), fact, syntax.Pattern.Value, new Regex($@"\A(?:{syntax.Pattern.Value})\z", options));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            (string reason, string help) = PatternFault.Explain(e);
            text.ReportWithHelp(syntax.Pattern.Span, help, BindingDiagnostics.BadPattern, reason);
            return null;
        }
    }

    private FactDefinition? BindText(NameSyntax name, string op)
    {
        if (BindFact(name) is not { } fact) return null;
        if (fact.Type is TextType or CodeType) return fact;
        text.Report(name.Span, BindingDiagnostics.WrongOperator, op, "a text or a code", fact.Name, TypeNames.Of(fact.Type));
        return null;
    }

    private string? BindKnownText(string value, TextSpan span)
    {
        if (FactValue.Text(value) is { IsKnown: true } known) return known.AsText;
        text.Report(span, BindingDiagnostics.BadText, IsUnseen(value) ? UnseenCharacter : "a blank text is unknown in every record");
        return null;
    }

    private const string UnseenCharacter = "the text has a character that cannot be seen, and no record's text may have one";

    /// <summary>Of a text that is not blank: why it is unknown all the same.</summary>
    private static bool IsUnseen(string value) => !string.IsNullOrWhiteSpace(value) && !FactValue.Text(value).IsKnown;

    private Operand? BindOperand(FactDefinition fact, OperandSyntax syntax) => syntax switch
    {
        FactOperandSyntax other => BindOtherFact(fact, other.Fact, syntax),
        WordOperandSyntax { Word: var word } when fact.Type is NumberType or DateType or EventType =>
            BindOtherFact(fact, new NameSyntax(word) { Span = syntax.Span }, syntax),
        TextOperandSyntax { Value: var value } => BindTextValue(fact, value, syntax, isQuoted: true),
        WordOperandSyntax { Word: var word } => BindTextValue(fact, word, syntax, isQuoted: false),
        NumberOperandSyntax { Digits: var digits } => BindNumber(fact, digits, syntax),
        DateOperandSyntax { Digits: var digits } => BindDate(fact, digits, syntax),
        _ => throw new ArgumentOutOfRangeException(nameof(syntax)),
    };

    private FactOperand? BindOtherFact(FactDefinition fact, NameSyntax name, OperandSyntax syntax)
    {
        if (name.Text is "null" or "unknown" or "none" or "missing" or "empty" or "pending" or "never" && !scope.Knows(name.Text))
        {
            text.ReportWithHelp(syntax.Span, name.Text == "never" ? $"write `{fact.Name} is never`" : "", LanguageDiagnostics.QuestionOfKnowledge);
            return null;
        }

        if (BindFact(name) is not { } other) return null;
        bool comparable = (fact.IsDated && other.IsDated) || SameType(fact.Type, other.Type);
        if (comparable) return new FactOperand(At(syntax), other);
        text.Report(syntax.Span, BindingDiagnostics.TypesDiffer, fact.Name, TypeNames.Of(fact.Type), $"`{other.Name}`, which is {TypeNames.Of(other.Type)}");
        return null;
    }

    /// <summary>Enumerations are of one type only where they have the same values: ranks of different lists say nothing of each other.</summary>
    private static bool SameType(FactType a, FactType b) => (a, b) switch
    {
        (EnumerationType x, EnumerationType y) => x.IsOrdered == y.IsOrdered && x.Values.SequenceEqual(y.Values, StringComparer.Ordinal),
        _ => a.GetType() == b.GetType(),
    };

    private Operand? BindTextValue(FactDefinition fact, string value, OperandSyntax syntax, bool isQuoted)
    {
        switch (fact.Type)
        {
            case EnumerationType type:
                return BindEnumerationValue(fact, type, value, syntax, isQuoted);
            case TextType or CodeType:
                WarnOfFact(fact, value, syntax, isQuoted);
                return BindKnownText(value, syntax.Span) is { } known && _classes.CanBe(fact, known, syntax.Span) ? new ValueOperand(At(syntax), FactValue.Text(known)) : null;
            case YesNoType when value is "yes" or "no":
                return new ValueOperand(At(syntax), FactValue.YesNo(value == "yes"));
            default:
                text.ReportWithHelp(
                    syntax.Span, HelpForText(fact, value), BindingDiagnostics.TypesDiffer, fact.Name, TypeNames.Of(fact.Type), isQuoted ? "a text" : $"the word `{value}`");
                return null;
        }
    }

    private static string HelpForText(FactDefinition fact, string value) => fact.Type switch
    {
        YesNoType => "write `yes` or `no`",
        DateType or EventType => "write a date without quotes: 1976-07-01",
        NumberType when NumberText.TryParse(value, out _) => "write the number without quotes",
        _ => "",
    };

    private static string HelpForNumber(FactDefinition fact, string digits) => fact.Type switch
    {
        DateType or EventType when digits.Length == 4 => $"write a whole date: {digits}-01-01",
        DateType or EventType => "write a date: 1976-07-01",
        TextType or CodeType => $"put the text in double quotes: \"{digits}\"",
        YesNoType => "write `yes` or `no`",
        _ => "",
    };

    private ValueOperand? BindEnumerationValue(FactDefinition fact, EnumerationType type, string value, OperandSyntax syntax, bool isQuoted)
    {
        int rank = type.RankOf(FactValue.Text(value) is { IsKnown: true } known ? known.AsText : value);
        if (rank >= 0)
        {
            WarnOfFact(fact, value, syntax, isQuoted);
            return new ValueOperand(At(syntax), FactValue.Text(type.Values[rank]));
        }

        if (!isQuoted && scope.Knows(value))
            text.ReportWithHelp(syntax.Span, $"to compare with the other fact, write `fact {value}`", BindingDiagnostics.NotAValue, value, fact.Name, type.ToString());
        else text.ReportUnknown(syntax.Span, BindingDiagnostics.NotAValue, value, type.Values, value, fact.Name, type.ToString());
        return null;
    }

    private void WarnOfFact(FactDefinition fact, string value, OperandSyntax syntax, bool isQuoted)
    {
        if (!isQuoted && scope.IsDeclared(value)) text.Report(syntax.Span, LintDiagnostics.ValueOrFact, value, fact.Name);
    }

    private ValueOperand? BindNumber(FactDefinition fact, string digits, OperandSyntax syntax)
    {
        // A value of an enumeration may look like a number: one of [2, 5, 10].
        if (fact.Type is EnumerationType type) return BindEnumerationValue(fact, type, digits, syntax, isQuoted: true);
        if (fact.Type is not NumberType)
        {
            text.ReportWithHelp(syntax.Span, HelpForNumber(fact, digits), BindingDiagnostics.TypesDiffer, fact.Name, TypeNames.Of(fact.Type), "a number");
            return null;
        }

        if (NumberText.TryParse(digits, out decimal number)) return new ValueOperand(At(syntax), FactValue.Number(number));
        text.Report(syntax.Span, BindingDiagnostics.BadNumber, digits.Length <= 40 ? digits : digits[..40] + "…");
        return null;
    }

    private ValueOperand? BindDate(FactDefinition fact, string digits, OperandSyntax syntax)
    {
        if (!fact.IsDated)
            text.Report(syntax.Span, BindingDiagnostics.TypesDiffer, fact.Name, TypeNames.Of(fact.Type), "a date");
        else if (!DateOnly.TryParseExact(digits, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            text.Report(syntax.Span, BindingDiagnostics.WrongDate, digits);
        else return new ValueOperand(At(syntax), FactValue.Date(date));
        return null;
    }
}
