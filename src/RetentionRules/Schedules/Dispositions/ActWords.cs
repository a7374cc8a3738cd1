namespace RetentionRules.Schedules;

/// <summary>The words in which files, decisions and tests write acts.</summary>
internal static class ActWords
{
    public static string Word(DispositionAction action) => action switch
    {
        DispositionAction.CutOff => "cut off",
        DispositionAction.Destroy => "destroy",
        DispositionAction.Transfer => "transfer",
        DispositionAction.HandOver => "hand over",
        DispositionAction.Return => "return",
        DispositionAction.Move => "move",
        DispositionAction.Review => "review",
        DispositionAction.Appraise => "appraise",
        DispositionAction.Declassify => "declassify",
        DispositionAction.Open => "open",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    /// <summary>The act of a word; null where it is none.</summary>
    public static DispositionAction? Find(string word) => Enum.GetValues<DispositionAction>().Select(a => (DispositionAction?)a).FirstOrDefault(a => Word(a!.Value) == word);
}
