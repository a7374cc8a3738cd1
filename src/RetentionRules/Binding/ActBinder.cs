using System.Text;
using RetentionRules.Diagnostics;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Language;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Binding;

/// <summary>Binds what stands under <c>actions:</c>: acts beyond those that every schedule knows, and the facts that record them.</summary>
internal sealed class ActBinder(YamlReading reading, FactScope scope)
{
    private readonly List<RecordAct> _acts = [];
    private readonly HashSet<string> _faulty = new(StringComparer.Ordinal);

    public ActTable Bind(YamlMapping root)
    {
        foreach ((string name, DispositionAction? disposition) in RecordAct.BuiltIn) _acts.Add(new RecordAct(name, disposition, RecordedBySteps(disposition)));
        foreach (YamlEntry entry in YamlReading.Map(root, "actions")?.Entries ?? []) BindAct(entry);
        return new ActTable(reading, _acts, _faulty);
    }

    /// <summary>The fact that already records an act of a disposition: the one declared for its step, or the step's own.</summary>
    private FactDefinition? RecordedBySteps(DispositionAction? disposition)
    {
        if (disposition is not { } action) return null;
        string step = Words.StepNames[WordOf(action)];
        return scope.DeclaredCompletions.Where(c => c.Step == step).Select(c => c.Fact).FirstOrDefault() ?? scope.FindOfStep(step);
    }

    private static ActionWord WordOf(DispositionAction action) => action switch
    {
        DispositionAction.CutOff => ActionWord.CutOff,
        DispositionAction.Destroy => ActionWord.Destroy,
        DispositionAction.Transfer => ActionWord.Transfer,
        DispositionAction.HandOver => ActionWord.HandOver,
        DispositionAction.Return => ActionWord.Return,
        DispositionAction.Move => ActionWord.Move,
        DispositionAction.Review => ActionWord.Review,
        DispositionAction.Appraise => ActionWord.Appraise,
        DispositionAction.Declassify => ActionWord.Declassify,
        DispositionAction.Open => ActionWord.Open,
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    private void BindAct(YamlEntry entry)
    {
        string name = ActTable.Normal(entry.Key.Value);
        YamlMapping declaration = entry.Value as YamlMapping ?? new YamlMapping(entry.Value.Span, []);
        YamlScalar? recorded = YamlReading.Scalar(declaration, "done");
        FactDefinition? done = recorded is null ? null : new RestrictionFacts(reading, scope).Dated(recorded, RestrictionDiagnostics.DoneNeedsDay);
        int known = _acts.FindIndex(a => IsSame(a.Name, name));
        if (!IsActName(name)) reading.Report(entry.Key, RestrictionDiagnostics.NotAnAct, entry.Key.Value);
        else if (known >= 0 && Fault(_acts[known], name, recorded is not null) is var (fault, help) && fault.Length > 0) ReportTwice(entry.Key, name, fault, help);
        else if (recorded is null || done is not null) Add(known, name, done, declaration);
        _faulty.Add(name);
    }

    private void Add(int known, string name, FactDefinition? done, YamlMapping declaration)
    {
        RecordAct act = new(name, known < 0 ? null : _acts[known].Disposition, done)
        {
            Title = YamlReading.Localized(declaration, "title"),
            Note = YamlReading.Localized(declaration, "note"),
        };
        if (known < 0) _acts.Add(act);
        else _acts[known] = act;
    }

    /// <summary>An act that every schedule knows stands here only to be given the fact that records it.</summary>
    private static (string Fault, string Help) Fault(RecordAct known, string name, bool recorded) =>
        known.Name != name ? ($"is `{known.Name}` in another spelling", $"write `{known.Name}`, or choose another name")
        : known.Done is { } other ? ($"is recorded by `{other.Name}` already", "delete this line, or let only this fact record it")
        : RecordAct.BuiltIn.Any(b => b.Name == name) && recorded ? ("", "")
        : ("is an act that every schedule knows, and stands here only to name the fact that records it", "add `done:` and the name of an event, or delete the line");

    private void ReportTwice(YamlScalar place, string name, string fault, string help) => reading.Diagnostics.Add(
        new Diagnostic(RestrictionDiagnostics.ActTwice, new SourceLocation(reading.Source, place.Span), name, fault).WithHelp(help));

    /// <summary>What differs only in case or in how words are joined is read as the same act, and would be another.</summary>
    private static bool IsSame(string a, string b) => string.Equals(Joined(a), Joined(b), StringComparison.OrdinalIgnoreCase);

    private static string Joined(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    private static bool IsActName(string name) => name.Split(' ').All(word => word.Length > 0 && word.EnumerateRunes().All(Words.IsNamePart));
}

/// <summary>The acts of a schedule by their names.</summary>
internal sealed class ActTable(YamlReading reading, IReadOnlyList<RecordAct> acts, IReadOnlySet<string> declared)
{
    public IReadOnlyList<RecordAct> All { get; } = acts;

    public static string Normal(string written) => written.Trim().Normalize(NormalizationForm.FormC);

    /// <summary>The act of that name; what is unknown is reported, unless its declaration was.</summary>
    public RecordAct? Find(YamlScalar written)
    {
        string name = Normal(written.Value);
        if (All.FirstOrDefault(a => a.Name == name) is { } act) return act;
        if (declared.Contains(name) || name.Length == 0) return null;
        string help = NearestWord.To(name, All.Select(a => a.Name)) is { } meant ? $"did you mean `{meant}`?" : $"declare it: `actions: {{ {name}: {{ title: … }} }}`";
        reading.Diagnostics.Add(new Diagnostic(RestrictionDiagnostics.UnknownAct, new SourceLocation(reading.Source, written.Span), name).WithHelp(help));
        return null;
    }
}
