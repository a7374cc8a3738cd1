using RetentionRules.Compilation;

namespace RetentionRules.Analysis.Logic;

/// <summary>
/// What is known of questions that no class answers: none holds of what never is; of a text that a schedule names the answer is
/// known; a text that contains another contains its parts; patterns that begin differently exclude each other; two facts stand
/// to each other in one way. Without these rules a search would assume records that nobody can have.
/// </summary>
internal sealed class QuestionRules
{
    /// <summary>More named texts than these are not gone through: each costs a rule for every question about its fact.</summary>
    private const int MostTexts = 400;

    private readonly Solver _solver;
    private readonly List<(int Condition, int[] Axes)> _rules = [];

    public QuestionRules(Solver solver)
    {
        _solver = solver;
        FactAxes axes = solver.Pool.Axes;
        int[] questions = [.. Enumerable.Range(axes.Facts, axes.Count - axes.Facts)];
        foreach (int axis in questions)
        {
            foreach (int place in axes.QuestionOn(axis).Places) AddNever(axis, place);
            if (axes.QuestionOn(axis).Places is [var only]) AddNamed(axis, only);
        }

        foreach (int a in questions)
            foreach (int b in questions)
                if (a < b) AddPair(a, b);
    }

    private ConditionPool Pool => _solver.Pool;

    /// <summary>The rules about the questions that some conditions ask.</summary>
    public IEnumerable<int> About(IEnumerable<int> conditions)
    {
        if (_rules.Count == 0) return [];
        HashSet<int> asked = [.. conditions.SelectMany(_solver.AxesOf)];
        return _rules.Where(r => r.Axes.All(asked.Contains)).Select(r => r.Condition);
    }

    private int Yes(int axis) => Pool.Question(axis, ClassSet.Range(OpenQuestion.Yes, OpenQuestion.Yes));

    private int Of(int axis, int answer) => answer == OpenQuestion.Yes ? Yes(axis) : Pool.Not(Yes(axis));

    private void AddNever(int axis, int place)
    {
        int never = Pool.Axes[place].Never;
        _rules.Add((Pool.Not(Pool.All([Yes(axis), Pool.Question(place, ClassSet.Range(never, never))])), [axis, place]));
    }

    /// <summary>A class that is one text, or one value, has one answer.</summary>
    private void AddNamed(int axis, int place)
    {
        // A pattern without regard to case may know more ways to write a letter than a comparison does.
        if (Pool.Axes[place] is not TextClasses texts || texts.Known > MostTexts || Pool.Axes.QuestionOn(axis) is OpenQuestion.MatchesQuestion { IgnoresCase: true }) return;
        foreach ((string text, int @class) in texts.Single)
        {
            bool answer = Pool.Axes.QuestionOn(axis) switch
            {
                OpenQuestion.ContainsQuestion c => text.Contains(c.Part, c.Comparison),
                OpenQuestion.MatchesQuestion m => m.Regex.IsMatch(text),
                _ => throw new InvalidOperationException("a question about one fact is about its text"),
            };
            int named = Pool.Question(place, ClassSet.Range(@class, @class));
            _rules.Add((Pool.Any([Pool.Not(named), Of(axis, answer ? OpenQuestion.Yes : OpenQuestion.No)]), [axis, place]));
        }
    }

    private void AddPair(int a, int b)
    {
        (OpenQuestion first, OpenQuestion second) = (Pool.Axes.QuestionOn(a), Pool.Axes.QuestionOn(b));
        switch (first, second)
        {
            case (OpenQuestion.ContainsQuestion x, OpenQuestion.ContainsQuestion y) when x.Place == y.Place:
                if (x.Part.Contains(y.Part, x.Comparison)) Forbid(a, OpenQuestion.Yes, b, OpenQuestion.No);
                if (y.Part.Contains(x.Part, x.Comparison)) Forbid(a, OpenQuestion.No, b, OpenQuestion.Yes);
                break;
            case (OpenQuestion.MatchesQuestion x, OpenQuestion.MatchesQuestion y) when x.Place == y.Place:
                if (PatternBeginnings.Exclude(x.Pattern, y.Pattern, x.IgnoresCase)) Forbid(a, OpenQuestion.Yes, b, OpenQuestion.Yes);
                break;
            case (OpenQuestion.ComparisonQuestion x, OpenQuestion.ComparisonQuestion y) when SamePair(x, y):
                AddComparisons(a, x, b, y);
                break;
        }
    }

    private void Forbid(int a, int answerA, int b, int answerB) => _rules.Add((Pool.Not(Pool.All([Of(a, answerA), Of(b, answerB)])), [a, b]));

    private static bool SamePair(OpenQuestion.ComparisonQuestion x, OpenQuestion.ComparisonQuestion y) =>
        (x.Left == y.Left && x.Right == y.Right) || (x.Left == y.Right && x.Right == y.Left);

    /// <summary>Two facts are one less than, equal to or greater than the other; no to both is also said of what never is.</summary>
    private void AddComparisons(int a, OpenQuestion.ComparisonQuestion x, int b, OpenQuestion.ComparisonQuestion y)
    {
        int turned = x.Left == y.Left ? 1 : -1;
        bool Can(bool first, bool second) => ((int[])[-1, 0, 1]).Any(order => x.Holds(order) == first && y.Holds(turned * order) == second);
        if (!Can(true, true)) Forbid(a, OpenQuestion.Yes, b, OpenQuestion.Yes);
        if (!Can(true, false)) Forbid(a, OpenQuestion.Yes, b, OpenQuestion.No);
        if (!Can(false, true)) Forbid(a, OpenQuestion.No, b, OpenQuestion.Yes);
    }
}
