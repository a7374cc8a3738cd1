using System.Collections.Frozen;
using System.Globalization;
using RetentionRules.Schedules;
using RetentionRules.Text;

namespace RetentionRules.Evaluation;

/// <summary>The facts of a policy with their places in a record buffer, and the rules on what each can hold.</summary>
internal sealed class FactLayout
{
    private readonly FrozenDictionary<string, int> _places;
    private readonly ClassificationScheme _classification;
    private readonly FrozenDictionary<string, FactValue>?[] _choices;
    private readonly FactDefinition[] _facts;
    private readonly int[] _numberPlaces;

    public FactLayout(IEnumerable<FactDefinition> facts, ClassificationScheme classification)
    {
        _classification = classification;
        _facts = [.. facts.DistinctBy(f => f.Name, StringComparer.Ordinal)];
        _numberPlaces = [.. _facts.Select((fact, place) => fact.Type is NumberType ? _facts.Take(place).Count(f => f.Type is NumberType) : -1)];
        Numbers = _numberPlaces.Count(place => place >= 0);
        _choices = [.. _facts.Select(f => f.Type is EnumerationType type ? ChoicesOf(type) : null)];
        _places = Facts.Select((f, i) => KeyValuePair.Create(f.Name, i)).ToFrozenDictionary(StringComparer.Ordinal);
    }

    public IReadOnlyList<FactDefinition> Facts => _facts;

    /// <summary>How many of the facts are numbers.</summary>
    public int Numbers { get; }

    /// <summary>The place of a number among the numbers.</summary>
    public int NumberPlaceOf(int place) => _numberPlaces[place];

    /// <summary>The values of an enumeration as a buffer holds them, by their spelling.</summary>
    private static FrozenDictionary<string, FactValue> ChoicesOf(EnumerationType type)
    {
        StringComparer comparer = type.IgnoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        return type.Values.DistinctBy(v => v, comparer).ToFrozenDictionary(v => v, v => FactValue.Choice(v, type.RankOf(v)), comparer);
    }

    /// <summary>Whether a text is a value of an enumeration as it stands; then nothing else has to be looked at.</summary>
    public bool TryChoice(int place, string text, out FactValue value)
    {
        value = default;
        return _choices[place] is { } choices && choices.TryGetValue(text, out value);
    }

    public bool TryPlace(string name, out int place) => _places.TryGetValue(name, out place);

    /// <summary>5.24: names of facts in the order of the schedule, then parameters and whatever else.</summary>
    public string[] InOrder(IEnumerable<string> missing)
    {
        HashSet<string> names = new(missing, StringComparer.Ordinal);
        string[] known = [.. Facts.Select(f => f.Name).Where(names.Contains)];
        return [.. known, .. names.Except(known).Order(StringComparer.Ordinal)];
    }

    /// <summary>The place of a fact that a caller names.</summary>
    /// <exception cref="ArgumentException">The policy asks for no such fact.</exception>
    public int PlaceOf(string name)
    {
        if (_places.TryGetValue(name, out int place)) return place;
        string? meant = NearestWord.To(name, _places.Keys);
        throw new ArgumentException($"The policy asks for no fact `{name}`." + (meant is null ? "" : $" Did you mean `{meant}`?"), nameof(name));
    }

    /// <summary>
    /// The value as the fact can hold it. What a record may well contain and the fact cannot hold (a value that the
    /// enumeration or the classification lacks, a date that stands for "none") becomes unknown, and the problem is said.
    /// </summary>
    /// <exception cref="ArgumentException">The value is of another kind altogether: a mistake of the program, not of the record.</exception>
    public FactValue Accept(int place, FactValue value, out string problem)
    {
        problem = "";
        FactDefinition fact = _facts[place];
        if (value.State == FactState.Pending && fact.Type is not (DateType or EventType or DateListType))
            throw new ArgumentException($"`{fact.Name}` is {fact.Type}; only dates and events can be pending.", nameof(value));
        if (!value.IsKnown) return value;
        return fact.Type switch
        {
            EnumerationType type when value.IsText => AcceptChoice(place, type, value, out problem),
            DateType or EventType when value.IsDate => AcceptDate(value, out problem),
            DateListType when value.IsDateList => AcceptDates(value, out problem),
            CodeType when value.IsText && fact.Name == ClassificationScheme.FactName => AcceptClass(value, out problem),
            TextType or CodeType when value.IsText => value,
            NumberType when value.IsNumber => value,
            YesNoType when value.IsYesNo => value,
            _ => throw new ArgumentException($"`{fact.Name}` is {fact.Type}; it cannot hold {value.ContentKind}.", nameof(value)),
        };
    }

    private FactValue AcceptChoice(int place, EnumerationType type, FactValue value, out string problem)
    {
        bool isChoice = TryChoice(place, value.AsText, out FactValue choice);
        problem = isChoice ? "" : $"not one of [{string.Join(", ", type.Values)}]";
        return choice;
    }

    /// <summary>13.2: nobody knows what a class that the scheme lacks was meant to be.</summary>
    private FactValue AcceptClass(FactValue value, out string problem)
    {
        bool isListed = _classification.IsNone || _classification.TryFind(value.AsText, out _);
        problem = isListed ? "" : $"no class of {_classification.Id}";
        return isListed ? value : FactValue.Unknown;
    }

    /// <summary>Days that systems write where they have none. They are never taken at their word.</summary>
    private static bool IsSentinel(DateOnly day) => day == DateOnly.MinValue || day == DateOnly.MaxValue;

    private static FactValue AcceptDate(FactValue value, out string problem)
    {
        bool sentinel = IsSentinel(value.AsDate);
        problem = sentinel ? "a day that stands for none" : "";
        return sentinel ? FactValue.Unknown : value;
    }

    private static FactValue AcceptDates(FactValue value, out string problem)
    {
        bool sentinel = value.AsDates.Any(IsSentinel);
        problem = sentinel ? "a day that stands for none" : "";
        return sentinel ? FactValue.Unknown : value;
    }
}

/// <summary>A value that a record has and its fact cannot hold; the fact is then unknown.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Value">The value as it was given.</param>
/// <param name="Problem">Why it cannot be held.</param>
public readonly record struct DataFault(string Fact, string Value, string Problem)
{
    /// <summary>One line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Fact}: {Value} is {Problem}");
}
