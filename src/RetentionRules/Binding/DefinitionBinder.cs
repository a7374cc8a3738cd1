using System.Text;
using RetentionRules.Diagnostics.Catalogue;
using RetentionRules.Schedules;
using RetentionRules.Syntax.Language;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Binding;

/// <summary>Binds what stands under <c>define:</c> and <c>retention-starts:</c>, each when it is first asked for.</summary>
internal sealed class DefinitionBinder : IMomentNames
{
    private readonly YamlReading _reading;
    private readonly FactScope _scope;
    private readonly YamlScalar? _retentionStarts;
    private readonly Dictionary<string, YamlEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Moment?> _bound = new(StringComparer.Ordinal);
    private readonly HashSet<string> _binding = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private bool _startBound;
    private Moment? _start;

    public DefinitionBinder(YamlReading reading, FactScope scope, YamlMapping schedule)
    {
        _reading = reading;
        _scope = scope;
        _retentionStarts = YamlReading.Scalar(schedule, "retention-starts");
        if (YamlReading.Map(schedule, "define") is not { } define) return;
        foreach (YamlEntry entry in define.Entries)
        {
            string name = entry.Key.Value.Normalize(NormalizationForm.FormC);
            // A schedule may say once what its cutoff is: `define: { cutoff: end of fiscal year of closed }`.
            bool isCutoff = name == Words.StepNames[ActionWord.CutOff];
            if (isCutoff || Names.Accept(reading, scope, entry.Key, name)) _entries[name] = entry;
        }
    }

    public IEnumerable<string> DefinedNames => _entries.Keys;

    public bool HasRetentionStart => _retentionStarts is not null;

    public Moment? RetentionStart
    {
        get
        {
            if (_startBound || _retentionStarts is null) return _start;
            _startBound = true;
            return _start = MomentBinder.Bind(_reading, _scope, this, _retentionStarts);
        }
    }

    public bool IsDefined(string name) => _entries.ContainsKey(name);

    public Moment? Define(string name)
    {
        _used.Add(name);
        if (_bound.TryGetValue(name, out Moment? known)) return known;
        YamlEntry entry = _entries[name];
        if (!_binding.Add(name))
        {
            _reading.Report(entry.Key, BindingDiagnostics.DefinitionCircle, name);
            return null;
        }

        Moment? moment = entry.Value is YamlScalar { IsMissing: false } scalar ? MomentBinder.Bind(_reading, _scope, this, scalar) : null;
        _binding.Remove(name);
        return _bound[name] = moment;
    }

    /// <summary>Binds what nothing has asked for, so that its faults are reported too.</summary>
    public void Finish()
    {
        _ = RetentionStart;
        foreach ((string name, YamlEntry entry) in _entries)
        {
            if (!_used.Contains(name) && !_reading.Diagnostics.HasErrors) _reading.Report(entry.Key, LintDiagnostics.UnusedName, "moment", name);
            Define(name);
        }
    }
}
