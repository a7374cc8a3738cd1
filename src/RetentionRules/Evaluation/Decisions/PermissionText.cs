namespace RetentionRules.Evaluation;

/// <summary>The words in which permissions are written, in JSON and for people.</summary>
internal static class PermissionText
{
    public static string Word(PermissionStatus permission) => permission switch
    {
        PermissionStatus.NotKnown => "not known",
        PermissionStatus.Forbidden => "forbidden",
        PermissionStatus.Permitted => "permitted",
        _ => throw new ArgumentOutOfRangeException(nameof(permission)),
    };

    public static string Word(DutyState state) => state switch
    {
        DutyState.NotKnown => "not known",
        DutyState.Owed => "owed",
        DutyState.Fulfilled => "fulfilled",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
