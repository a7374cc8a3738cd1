using BenchmarkDotNet.Running;
using RetentionRules.Benchmarks.Verbs;

switch (args)
{
    case ["check"]:
        return await CheckVerb.RunAsync(Console.Out);
    case ["generate", .. string[] options]:
        return GenerateVerb.Run(options, Console.Error);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
