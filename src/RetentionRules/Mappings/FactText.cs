using System.Globalization;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Mappings;

/// <summary>
/// Reads a value of a fact from a YAML text, as mappings and tests write it: a value, or one of the words for a state.
/// A word in quotes is a text.
/// </summary>
internal static class FactText
{
    public const string CannotBePending = "only dates and events can be pending";

    public static bool TryRead(FactDefinition fact, YamlScalar scalar, out FactValue value, out string problem)
    {
        problem = "";
        value = FactValue.Unknown;
        string text = scalar.Value.Trim();
        if (scalar.Style == YamlScalarStyle.Plain && StateOf(text) is { } state)
        {
            bool fits = state.State != FactState.Pending || fact.Type is DateType or EventType or DateListType;
            problem = fits ? "" : CannotBePending;
            value = fits ? state : FactValue.Unknown;
            return fits;
        }

        FactMapping asWritten = new(fact, 0, new ColumnSource(fact.Name));
        if (fact.Type is DateListType) return TryReadDates([scalar], out value, out problem);
        if (fact.Type is EnumerationType type && type.RankOf(text) < 0)
        {
            problem = "not one of its values";
            return false;
        }

        return CellReader.TryRead(asWritten, text, out value, out problem);
    }

    public static bool TryReadDates(IEnumerable<YamlScalar> scalars, out FactValue value, out string problem)
    {
        problem = "";
        value = FactValue.Unknown;
        List<DateOnly> dates = [];
        foreach (YamlScalar scalar in scalars)
        {
            if (!DateOnly.TryParseExact(scalar.Value.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            {
                problem = $"`{scalar.Value.Trim()}` is not a date written as yyyy-MM-dd, or no day that exists";
                return false;
            }

            dates.Add(date);
        }

        value = FactValue.Dates(dates);
        return true;
    }

    private static FactValue? StateOf(string word) => word switch
    {
        "unknown" => FactValue.Unknown,
        "pending" => FactValue.Pending,
        "never" => FactValue.Never,
        _ => null,
    };
}
