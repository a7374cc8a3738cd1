using System.Collections.Frozen;
using System.Globalization;
using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules.Compilation;

/// <summary>
/// Texts and codes, by those that a policy names. Codes are numbered as a tree is walked, so that a code with all that stands
/// under it is one range: the code itself, what stands under it and is not named, and then the named codes under it.
/// </summary>
internal sealed class TextClasses : ValueClasses
{
    /// <summary>The class of what is not named, and stands under nothing that is.</summary>
    public const int Other = 0;

    private readonly FrozenDictionary<string, NamedText> _named;
    private readonly FrozenDictionary<string, NamedText>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>The same for short texts; null where letters are compared without regard to case.</summary>
    private readonly ShortTexts<NamedText>? _short;
    private readonly string _separators;

    private TextClasses(FrozenDictionary<string, NamedText> named, string separators, int known)
        : base(known)
    {
        _named = named;
        _separators = separators;
        if (named.Count > 0) _lookup = named.GetAlternateLookup<ReadOnlySpan<char>>();
        if (ReferenceEquals(named.Comparer, StringComparer.Ordinal)) _short = new ShortTexts<NamedText>(named);
    }

    /// <param name="type">The type of the fact.</param>
    /// <param name="exact">The texts that it is compared with.</param>
    /// <param name="parents">The codes that it is asked to stand under.</param>
    public static TextClasses Of(FactType type, IEnumerable<string> exact, IEnumerable<string> parents)
    {
        StringComparer comparer = type is TextType { IgnoreCase: true } or CodeType { IgnoreCase: true } ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        string separators = type is CodeType code ? code.Separators : "";
        HashSet<string> asked = new(parents, comparer);
        string[] named = [.. exact.Concat(asked).Distinct(comparer)];
        Dictionary<string, List<string>> below = new(comparer);
        List<string> roots = [];
        foreach (string text in named.Order(comparer))
        {
            string? parent = ParentsOf(text, separators).FirstOrDefault(asked.Contains);
            if (parent is null) roots.Add(text);
            else if (below.TryGetValue(parent, out List<string>? siblings)) siblings.Add(text);
            else below.Add(parent, [text]);
        }

        Dictionary<string, NamedText> numbered = new(comparer);
        int known = Number(roots, below, asked, numbered);
        return new TextClasses(numbered.ToFrozenDictionary(comparer), separators, known);
    }

    /// <summary>The codes above a code, the nearest first: it cut off before each of its separators.</summary>
    private static IEnumerable<string> ParentsOf(string code, string separators)
    {
        for (int i = code.Length - 1; i >= 0; i--)
            if (separators.Contains(code[i], StringComparison.Ordinal)) yield return code[..i];
    }

    /// <summary>Walks the tree with a stack of its own: codes may stand deep.</summary>
    private static int Number(List<string> roots, Dictionary<string, List<string>> below, HashSet<string> asked, Dictionary<string, NamedText> numbered)
    {
        int next = Other + 1;
        Stack<(string Text, bool IsLeft)> open = new(roots.AsEnumerable().Reverse().Select(r => (r, false)));
        while (open.TryPop(out (string Text, bool IsLeft) visit))
        {
            if (visit.IsLeft)
            {
                numbered[visit.Text] = numbered[visit.Text] with { Last = next - 1 };
                continue;
            }

            int self = next++;
            int under = asked.Contains(visit.Text) ? next++ : self;
            numbered[visit.Text] = new NamedText(self, under, under);
            open.Push((visit.Text, true));
            foreach (string child in below.GetValueOrDefault(visit.Text, []).AsEnumerable().Reverse()) open.Push((child, false));
        }

        return next;
    }

    protected override int ClassOfKnown(RecordFacts facts, int fact)
    {
        if (_named.Count == 0) return Other;
        return ClassOf((string)facts.ReferenceAt(fact)!);
    }

    protected override int ClassOfKnown(FactValue value) => _named.Count == 0 ? Other : ClassOf(value.AsText);

    private int ClassOf(string text)
    {
        if (TryFind(text, out NamedText named)) return named.Self;
        if (_separators.Length == 0) return Other;
        for (int i = text.Length - 1; i >= 0; i--)
        {
            // A named code that nothing is asked to stand under is a leaf: what follows it stands under its own parent.
            if (_separators.Contains(text[i], StringComparison.Ordinal) && TryFind(text.AsSpan(0, i), out named) && named.Under != named.Self)
                return named.Under;
        }

        return Other;
    }

    private bool TryFind(ReadOnlySpan<char> text, out NamedText named) => _short is not null && TextKey.TryMake(text, out TextKey key)
        ? _short.TryGetValue(key, out named)
        : _lookup.TryGetValue(text, out named);

    /// <summary>Whether any text is named at all.</summary>
    public bool HasNames => _named.Count > 0;

    /// <summary>The named texts with their classes, of which each is that text alone.</summary>
    public IEnumerable<(string Text, int Class)> Single => _named.Select(n => (n.Key, n.Value.Self));

    public override IEnumerable<FactValue> Examples =>
    [
        .. _named.Keys.Order(StringComparer.Ordinal).Select(FactValue.Text),
        .. _named.Where(n => n.Value.Under != n.Value.Self).Select(n => n.Key).Order(StringComparer.Ordinal).Select(parent => Unnamed(parent + _separators[0])),
        Unnamed(""),
    ];

    /// <summary>A text that begins so and that no condition names, nor anything that it would stand under.</summary>
    private FactValue Unnamed(string start)
    {
        for (int i = 1; ; i++)
        {
            string text = start + (i == 1 ? "other" : string.Create(CultureInfo.InvariantCulture, $"other{i}"));
            if (!_named.ContainsKey(text)) return FactValue.Text(text);
        }
    }

    public override ClassSet Where(ComparisonOperator op, FactValue value) => op == ComparisonOperator.Equal
        ? ClassSet.Range(_named[value.AsText].Self, _named[value.AsText].Self)
        : throw new InvalidOperationException("texts and codes have no order");

    /// <summary>The classes of codes that are a code or stand under it.</summary>
    public ClassSet Under(string code) => ClassSet.Range(_named[code].Self, _named[code].Last);

    /// <summary>The classes of one named text.</summary>
    /// <param name="Self">The text itself.</param>
    /// <param name="Under">What stands under it and is not named; the same as <paramref name="Self"/> where nothing is asked to stand under it.</param>
    /// <param name="Last">The last class under it.</param>
    private readonly record struct NamedText(int Self, int Under, int Last);
}
