using RetentionRules.Compilation;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Analysis.Logic;

/// <summary>
/// The classes of values that a record can have where everything is known: a value, or that there never is one. What is
/// between two days that follow each other, or no class of the classification, no record can have.
/// </summary>
internal sealed class SettledClasses
{
    private readonly FactAxes _axes;
    private readonly FactValue[][] _examples;

    public SettledClasses(FactLayout layout, FactAxes axes, ClassificationScheme classification)
    {
        (_axes, Layout) = (axes, layout);
        _examples = [.. layout.Facts.Select((fact, place) => ExamplesOf(fact, place, classification))];
    }

    public FactLayout Layout { get; }

    public FactAxes Axes => _axes;

    /// <summary>The number of classes in which everything is known: all but the last.</summary>
    public int CountOf(int axis) => _axes.UnknownOf(axis);

    /// <summary>Whether a record can have a value of the class.</summary>
    public bool Exists(int axis, int @class) => axis < _axes.Facts
        ? @class < CountOf(axis) && _examples[axis][@class].State != FactState.Unknown
        : @class is OpenQuestion.No or OpenQuestion.Yes;

    /// <summary>The first class from one to another that a record can have; −1 where there is none.</summary>
    public int FirstIn(int axis, int from, int to)
    {
        for (int @class = from; @class <= Math.Min(to, CountOf(axis) - 1); @class++)
            if (Exists(axis, @class)) return @class;
        return -1;
    }

    /// <summary>A value of a class of a fact.</summary>
    public FactValue ExampleOf(int place, int @class) => _examples[place][@class];

    private FactValue[] ExamplesOf(FactDefinition fact, int place, ClassificationScheme classification)
    {
        ValueClasses classes = _axes[place];
        FactValue[] examples = new FactValue[classes.Count - 1];
        IEnumerable<FactValue> values = fact.Name == ClassificationScheme.FactName && !classification.IsNone
            ? classification.Classes.SelectMany(c => CodesIn(c, (CodeType)fact.Type)).Select(FactValue.Text).Concat(classes.Examples)
            : classes.Examples;
        foreach (FactValue value in values)
        {
            FactValue accepted = Layout.Accept(place, value, out string problem);
            int @class = classes.ClassOf(accepted);
            if (problem.Length == 0 && accepted.IsKnown && examples[@class].State == FactState.Unknown) examples[@class] = accepted;
        }

        // A record that is filed nowhere gets its class by the rules, and where they give it none, its class is not known.
        bool isAssigned = fact.Name == ClassificationScheme.FactName && classification.Rules.Count > 0;
        examples[classes.Never] = isAssigned ? FactValue.Unknown : FactValue.Never;
        return examples;
    }

    /// <summary>A class, and a file of it, which no condition need name.</summary>
    private static string[] CodesIn(RecordClass filed, CodeType type) => type.Separators.Length == 0 ? [filed.Code] : [filed.Code, $"{filed.Code}{type.Separators[0]}file"];
}
