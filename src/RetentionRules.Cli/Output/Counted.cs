using System.Globalization;

namespace RetentionRules.Cli.Output;

/// <summary>Numbers with their noun: <c>1 file</c>, <c>5,000 files</c>.</summary>
internal static class Counted
{
    public static string Write(long count, string noun) => Number(count) + " " + noun + (count == 1 ? "" : "s");

    public static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
