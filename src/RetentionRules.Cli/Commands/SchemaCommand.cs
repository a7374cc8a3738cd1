using System.CommandLine;

namespace RetentionRules.Cli.Commands;

/// <summary><c>retention schema</c>: prints the JSON Schema of the files.</summary>
internal static class SchemaCommand
{
    public static Command Build(Terminal terminal)
    {
        Option<string?> output = CommonOptions.OutputFile();
        Command command = new("schema", "Prints the JSON Schema of the files, for completion in an editor.") { output };
        command.SetAction(parsed =>
        {
            using OutputFile file = OutputFile.Open(parsed.GetValue(output), terminal);
            file.Writer.Write(PublishedSchema.Json);
            file.Complete();
            return ExitCode.Clean;
        });
        return command;
    }
}
