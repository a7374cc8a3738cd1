using RetentionRules.Cli;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
