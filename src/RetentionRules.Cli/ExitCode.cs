namespace RetentionRules.Cli;

/// <summary>What the process says when it ends; the same for every verb.</summary>
internal static class ExitCode
{
    /// <summary>Nothing was found.</summary>
    public const int Clean = 0;

    /// <summary>Findings, or failed tests.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage, or input that cannot be read.</summary>
    public const int Unusable = 2;

    /// <summary>A question was not settled within the budget; never a pass.</summary>
    public const int NotSettled = 3;

    /// <summary>What is refuted is a finding; else what is not settled is no pass.</summary>
    public static int OfProof(bool fails, bool isSettled) => fails ? Findings : isSettled ? Clean : NotSettled;

    /// <summary>A fault of this program.</summary>
    public const int Fault = 70;

    /// <summary>Cancelled from outside.</summary>
    public const int Cancelled = 130;
}
