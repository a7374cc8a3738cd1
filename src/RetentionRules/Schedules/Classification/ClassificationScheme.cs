using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace RetentionRules.Schedules;

/// <summary>
/// How records are filed: classes by their codes, and rules for records that nobody has filed. Immutable. Several schedules
/// may share one.
/// </summary>
public sealed class ClassificationScheme
{
    /// <summary>The name of the fact that holds a record's class.</summary>
    public const string FactName = "class";

    private readonly FrozenDictionary<string, RecordClass> _byCode;
    private readonly FrozenSet<string> _above;

    internal ClassificationScheme(string id, FactDefinition fact, IReadOnlyList<RecordClass> classes, IReadOnlyList<ClassRule> rules)
    {
        Id = id;
        Fact = fact;
        Classes = classes;
        Rules = rules;
        _byCode = classes.ToFrozenDictionary(c => c.Code, Comparer);
        _above = classes.SelectMany(c => CodesAbove(c.Code)).ToFrozenSet(Comparer);
    }

    /// <summary>No scheme: <c>class</c> is then a fact like any other, if it is one at all.</summary>
    public static ClassificationScheme None { get; } =
        new("", new FactDefinition(FactName, new CodeType(CodeType.DefaultSeparators, ignoreCase: false), FactRole.Declared, default), [], []);

    /// <summary>The identifier: of its file, or of the schedule that it is part of.</summary>
    public string Id { get; }

    /// <summary>The title; empty where it is part of a schedule.</summary>
    public LocalizedText Title { get; internal init; } = LocalizedText.Empty;

    /// <summary>The fact <c>class</c>, of type <see cref="CodeType"/>.</summary>
    public FactDefinition Fact { get; }

    /// <summary>The classes in the order of the file.</summary>
    public IReadOnlyList<RecordClass> Classes { get; }

    /// <summary>The rules in the order of the file; the order means nothing.</summary>
    public IReadOnlyList<ClassRule> Rules { get; }

    /// <summary>SHA-256 of the bytes of the file that it stands in, as <c>sha256:…</c>; empty where there is no scheme.</summary>
    public string ContentHash { get; internal init; } = "";

    /// <summary>The name of the file that it stands in; empty where there is no scheme.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>Whether it stands in the schedule's own file, so that its lines are lines of the schedule.</summary>
    public bool IsPartOfSchedule { get; internal init; }

    /// <summary>Whether there is no scheme.</summary>
    public bool IsNone => Classes.Count == 0;

    private CodeType Type => (CodeType)Fact.Type;

    private StringComparer Comparer => Type.IgnoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>The class that a code belongs to: the one with that code, or the one that it is a file of.</summary>
    /// <remarks>
    /// A file of a class has a longer code that is not listed. Where a class has listed classes below it, a longer code
    /// that is none of them, and no file of one, belongs nowhere: it is mostly a slip, and nobody can tell which class was meant.
    /// </remarks>
    public bool TryFind(string code, [NotNullWhen(true)] out RecordClass? found)
    {
        string? nearest = CodesAbove(code).Prepend(code).FirstOrDefault(_byCode.ContainsKey);
        bool belongs = nearest is not null && (nearest.Length == code.Length || !ListsBelow(nearest));
        found = belongs ? _byCode[nearest!] : null;
        return belongs;
    }

    /// <summary>Whether the scheme lists the code itself.</summary>
    public bool Lists(string code) => _byCode.ContainsKey(code);

    /// <summary>Whether the scheme lists a class below the code.</summary>
    internal bool ListsBelow(string code) => _above.Contains(code);

    /// <summary>The listed class with exactly that code.</summary>
    internal RecordClass? Listed(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The codes above a code, the nearest first: it cut off before each of its separators.</summary>
    internal IEnumerable<string> CodesAbove(string code)
    {
        for (int i = code.Length - 1; i > 0; i--)
            if (Type.Separators.Contains(code[i], StringComparison.Ordinal)) yield return code[..i];
    }
}
