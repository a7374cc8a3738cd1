using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using RetentionRules.Benchmarks.Workload;

namespace RetentionRules.Benchmarks.Baselines;

/// <summary>Compiles the C# of a schedule in this process: what a decision costs where the schedule is the program.</summary>
internal static class GeneratedSchedule
{
    /// <summary>The decision about a record on a day.</summary>
    public delegate WorkloadOutcome Decide(WorkloadRecord record, DateOnly asOf);

    public static Decide Compile(WorkloadRules rules)
    {
        using MemoryStream assembly = new();
        EmitResult result = Compilation(ScheduleCode.Write(rules)).Emit(assembly);
        if (!result.Success) throw new InvalidOperationException("The generated code does not compile: " + string.Join('\n', result.Diagnostics.Take(5)));
        assembly.Position = 0;
        MethodInfo method = AssemblyLoadContext.Default.LoadFromStream(assembly).GetType(ScheduleCode.TypeName, throwOnError: true)!.GetMethod(ScheduleCode.MethodName)!;
        return method.CreateDelegate<Decide>();
    }

    private static CSharpCompilation Compilation(string source)
    {
        // The compiler that is pinned knows patterns over spans only as a preview.
        CSharpParseOptions options = new(LanguageVersion.Preview);
        return CSharpCompilation.Create(
            // Another name for each, because the default context loads a name once.
            $"GeneratedSchedule{Guid.NewGuid():N}",
            [CSharpSyntaxTree.ParseText(source, options)],
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
    }

    /// <summary>Everything that this program runs with, itself included.</summary>
    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
}
