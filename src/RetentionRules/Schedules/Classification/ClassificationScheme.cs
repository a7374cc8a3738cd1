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

    internal ClassificationScheme(string id, FactDefinition fact, IReadOnlyList<RecordClass> classes, IReadOnlyList<ClassRule> rules)
    {
        Id = id;
        Fact = fact;
        Classes = classes;
        Rules = rules;
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

    /// <summary>The class that a code belongs to: the one with that code, or the one that it is a file of.</summary>
    /// <remarks>
    /// A file of a class has a longer code that is not listed. Where a class has listed classes below it, a longer code
    /// that is none of them, and no file of one, belongs nowhere: it is mostly a slip, and nobody can tell which class was meant.
    /// </remarks>
    public bool TryFind(string code, [NotNullWhen(true)] out RecordClass? found)
    {
        RecordClass? nearest = Classes.Where(c => Type.IsUnder(code, c.Code)).MaxBy(c => c.Code.Length);
        found = nearest is not null && (IsSame(nearest.Code, code) || !ListsBelow(nearest.Code)) ? nearest : null;
        return found is not null;
    }

    /// <summary>Whether the scheme lists the code itself.</summary>
    public bool Lists(string code) => Classes.Any(c => IsSame(c.Code, code));

    /// <summary>Whether the scheme lists a class below the code.</summary>
    internal bool ListsBelow(string code) => Classes.Any(c => Type.IsUnder(c.Code, code) && !IsSame(c.Code, code));

    internal bool IsSame(string code, string other) => Type.IsUnder(code, other) && Type.IsUnder(other, code);
}
