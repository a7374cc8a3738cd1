using System.Text;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Language;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Binding;

/// <summary>Binds what stands under <c>record:</c>.</summary>
internal sealed class FactBinder(YamlReading reading, FactScope scope)
{
    public void Bind(YamlMapping record)
    {
        foreach (YamlEntry entry in record.Entries) BindFact(entry);
    }

    private void BindFact(YamlEntry entry)
    {
        string name = entry.Key.Value.Normalize(NormalizationForm.FormC);
        if (!Names.Accept(reading, scope, entry.Key, name)) return;
        YamlScalar? typeText = entry.Value as YamlScalar is { IsMissing: false } shortForm ? shortForm : (entry.Value is YamlMapping m ? YamlReading.Scalar(m, "type") : null);
        YamlMapping options = entry.Value as YamlMapping ?? new YamlMapping(entry.Value.Span, []);
        if (typeText is null || reading.Language(typeText).Parse(LanguageParser.FactType) is not { } syntax)
        {
            scope.AddFaulty(name);
            return;
        }

        if (syntax is SimpleTypeSyntax { Word: SimpleTypeWord.RelatedRecord })
        {
            BindRelatedRecord(entry, name, options);
            return;
        }

        if (BindType(syntax, typeText, options) is not { } type)
        {
            scope.AddFaulty(name);
            return;
        }

        CheckOptions(type, options);
        CheckSeparators(options);
        FactDefinition fact = new(name, type, FactRole.Declared, reading.Reference(entry.Key))
        {
            IsRequired = YamlReading.IsYes(options, "required"),
            Title = YamlReading.Localized(options, "title"),
            Note = YamlReading.Localized(options, "note"),
        };
        scope.Add(fact);
        BindRole(fact, options);
    }

    private void BindRelatedRecord(YamlEntry entry, string name, YamlMapping options)
    {
        scope.AddRelatedRecord(name);
        foreach (string key in (string[])["ignore-case", "separators", "completes", "decides"])
            if (YamlReading.Scalar(options, key) is { } option) reading.Report(option, BindingDiagnostics.OptionNotForType, key, "a related record");
        foreach (string fate in RelatedFates)
        {
            scope.Add(new FactDefinition($"{name}.{fate}", new EventType(), FactRole.RelatedRecordFate, reading.Reference(entry.Key))
            {
                IsRequired = YamlReading.IsYes(options, "required"),
                Title = YamlReading.Localized(options, "title"),
            });
        }
    }

    /// <summary>What a schedule can know of another record: acts that were done, never those that are merely due.</summary>
    public static IReadOnlyList<string> RelatedFates { get; } = ["destroyed", "transferred"];

    private FactType? BindType(FactTypeSyntax syntax, YamlScalar text, YamlMapping options)
    {
        bool ignoreCase = YamlReading.IsYes(options, "ignore-case");
        return syntax switch
        {
            EnumerationTypeSyntax enumeration => BindEnumeration(enumeration, text, ignoreCase),
            SimpleTypeSyntax { Word: SimpleTypeWord.Code } => new CodeType(Separators(options), ignoreCase),
            SimpleTypeSyntax { Word: SimpleTypeWord.Text } => new TextType(ignoreCase),
            SimpleTypeSyntax { Word: SimpleTypeWord.Number } => new NumberType(),
            SimpleTypeSyntax { Word: SimpleTypeWord.YesNo } => new YesNoType(),
            SimpleTypeSyntax { Word: SimpleTypeWord.Date } => new DateType(),
            SimpleTypeSyntax { Word: SimpleTypeWord.Event } => new EventType(),
            SimpleTypeSyntax { Word: SimpleTypeWord.DateList } => new DateListType(),
            _ => throw new ArgumentOutOfRangeException(nameof(syntax)),
        };
    }

    private static string Separators(YamlMapping options)
    {
        string stated = YamlReading.Text(options, "separators");
        return stated.Length > 0 ? stated : CodeType.DefaultSeparators;
    }

    private void CheckSeparators(YamlMapping options)
    {
        if (YamlReading.Scalar(options, "separators") is { } scalar && scalar.Value.Any(char.IsLetterOrDigit))
            reading.Report(scalar, BindingDiagnostics.BadText, "a separator is a sign, not a letter or a digit: codes would fall apart at it");
    }

    private EnumerationType? BindEnumeration(EnumerationTypeSyntax syntax, YamlScalar text, bool ignoreCase)
    {
        string[] values = [.. syntax.Values.Select(v => FactValue.Text(v.Value) is { IsKnown: true } known ? known.AsText : "")];
        string? fault =
            values.Any(v => v.Length == 0) ? "a value of the enumeration is blank"
            : values.Distinct(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal).Count() < values.Length ? "two values of the enumeration are the same"
            : values.Length < 2 ? "an enumeration of one value decides nothing"
            : null;
        if (fault is null) return new EnumerationType(values, syntax.Ordered, ignoreCase);
        reading.Language(text).Report(syntax.Span, BindingDiagnostics.BadEnumeration, fault);
        return null;
    }

    private void CheckOptions(FactType type, YamlMapping options)
    {
        if (type is not (TextType or CodeType or EnumerationType)) Refuse("ignore-case");
        if (type is not CodeType) Refuse("separators");

        void Refuse(string key)
        {
            if (YamlReading.Scalar(options, key) is { } option)
                reading.Report(option, BindingDiagnostics.OptionNotForType, key, TypeNames.Of(type));
        }
    }

    private void BindRole(FactDefinition fact, YamlMapping options)
    {
        if (YamlReading.Scalar(options, "completes") is { } completes)
        {
            if (fact.Type is not EventType) reading.Report(completes, BindingDiagnostics.BadCompletion, "only an event can record when a step was done");
            else if (!Words.IsStepName(completes.Value) && !Words.IsName(completes.Value))
                reading.Language(completes).ReportUnknown(
                    new(0, completes.Value.Length), BindingDiagnostics.BadCompletion, completes.Value, Words.StepNames.Values, $"`{completes.Value}` is not the name of a step");
            else if (!scope.TryDeclareCompletion(completes.Value, fact))
                reading.Report(completes, BindingDiagnostics.BadCompletion, $"another fact already records when `{completes.Value}` was done");
        }

        if (YamlReading.Scalar(options, "decides") is not { } decides) return;
        if (fact.Type is not EnumerationType outcome || outcome.Values.Except(AppraisalOutcome.Values, StringComparer.Ordinal).Any())
            reading.Report(decides, BindingDiagnostics.BadCompletion, "a fact that decides is one of [destroy, permanent, extend]");
        else if (!scope.TryDeclareDecision(decides.Value, fact))
            reading.Report(decides, BindingDiagnostics.BadCompletion, $"another fact already records what `{decides.Value}` decided");
    }
}
