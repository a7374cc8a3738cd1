using RetentionRules.Evaluation;

namespace RetentionRules.Cli.Output;

/// <summary>A permission as a person reads it: what it comes to on one line, and why below it.</summary>
internal static class PermissionLine
{
    public static string Write(PermissionDecision permission)
    {
        string record = permission.Record.Length > 0 ? permission.Record : "(a record without an identifier)";
        string[] lines =
        [
            $"{record}: {permission}",
            .. permission.Reasons.Select(r => $"  {r.Text}" + (r.Line > 0 ? $"  [line {r.Line}]" : "")),
            .. permission.Missing.Count > 0 ? [$"  to settle it, find out: {string.Join(", ", permission.Missing)}"] : Array.Empty<string>(),
            .. permission.Duties.Select(d => $"  afterwards, {Word(d.State)}: {d.Restriction.Rule}"),
        ];
        return string.Join('\n', lines);
    }

    private static string Word(DutyState state) => state switch
    {
        DutyState.Fulfilled => "fulfilled",
        DutyState.Owed => "owed",
        DutyState.NotKnown => "not known whether fulfilled",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
