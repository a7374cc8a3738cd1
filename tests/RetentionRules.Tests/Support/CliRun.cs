using System.Text;
using RetentionRules.Cli;

namespace RetentionRules.Tests.Support;

/// <summary>What the command line printed and with which code it ended, run inside the tests.</summary>
internal sealed record CliRun(int Code, string Output, string Error)
{
    /// <summary>The day that the tests take as today.</summary>
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static CliRun Of(params string[] arguments) => WithInput("", arguments);

    public static CliRun WithInput(string input, params string[] arguments) => Run(input, Environment.CurrentDirectory, arguments);

    /// <summary>Runs it as if somebody worked in that folder: what is written for other programs is relative to it.</summary>
    public static CliRun In(string folder, params string[] arguments) => Run("", folder, arguments);

    private static CliRun Run(string input, string folder, string[] arguments)
    {
        StringWriter output = new() { NewLine = "\n" };
        StringWriter error = new() { NewLine = "\n" };
        Terminal terminal = new()
        {
            Output = output,
            Error = error,
            OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
            Today = Today,
            WorkingFolder = folder,
        };
        int code = CommandLine.RunAsync(arguments, terminal).GetAwaiter().GetResult();
        return new CliRun(code, output.ToString(), error.ToString());
    }
}
