using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Language;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Binding;

/// <summary>The rules on names that a schedule declares.</summary>
internal static class Names
{
    /// <summary>Whether a new name can be declared; what is wrong with it is reported.</summary>
    public static bool Accept(YamlReading reading, FactScope scope, YamlScalar place, string name)
    {
        if (!Words.IsName(name)) Refuse(reading, scope, place, name, BindingDiagnostics.NotAName);
        else if (Words.IsReserved(name)) Refuse(reading, scope, place, name, BindingDiagnostics.ReservedName);
        else if (scope.Knows(name) || scope.IsRelatedRecord(name)) reading.Report(place, BindingDiagnostics.NameTaken, name, "fact");
        else if (scope.Parameters.Any(p => p.Name == name)) reading.Report(place, BindingDiagnostics.NameTaken, name, "parameter");
        else return true;
        return false;
    }

    private static void Refuse(YamlReading reading, FactScope scope, YamlScalar place, string name, DiagnosticDescriptor descriptor)
    {
        reading.Report(place, descriptor, name);
        scope.AddFaulty(name);
    }
}

/// <summary>Types in messages, with their article.</summary>
internal static class TypeNames
{
    public static string Of(FactType type) => type switch
    {
        CodeType => "a code",
        TextType => "a text",
        EnumerationType => type.ToString(),
        NumberType => "a number",
        YesNoType => "a yes or no",
        DateType => "a date",
        EventType => "an event",
        DateListType => "a list of dates",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
