namespace RetentionRules.Cli.Output;

/// <summary>Colour on a terminal (ECMA-48). Nothing is said by colour alone.</summary>
internal static class Color
{
    public const string Red = "\u001b[31m";
    public const string Green = "\u001b[32m";
    public const string Yellow = "\u001b[33m";
    public const string Blue = "\u001b[34m";
    public const string Bold = "\u001b[1m";
    public const string Reset = "\u001b[0m";

    public static bool IsWanted(string choice, bool terminalHasColor) => choice switch
    {
        "always" => true,
        "never" => false,
        _ => terminalHasColor,
    };
}
