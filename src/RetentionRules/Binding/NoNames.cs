using RetentionRules.Schedules;

namespace RetentionRules.Binding;

/// <summary>No moments but those of facts: for texts that stand outside a schedule and borrow nothing from it.</summary>
internal sealed class NoNames : IMomentNames
{
    public static readonly NoNames Instance = new();

    public IEnumerable<string> DefinedNames => [];

    public bool HasRetentionStart => false;

    public Moment? RetentionStart => null;

    public bool IsDefined(string name) => false;

    public Moment? Define(string name) => null;
}
