using System.Reflection;
using System.Runtime.Loader;

namespace RetentionRules.Tests.Architecture;

/// <summary>A host that only decides records never pays for the schema check: its libraries are not even loaded.</summary>
public sealed class LoadedAssembliesTests
{
    private const string Schedule = """
        schedule: small
        title: Small
        status: draft
        record: { closed: event, title: text }
        items:
          - item: "1"
            title: All
            when: title contains "x"
            disposition: destroy 6 years after closed
        """;

    [Fact]
    public void ReadingCompilingAndEvaluating_LoadNeitherNJsonSchemaNorNewtonsoft()
    {
        OwnContext context = new();
        Decide(context);
        string[] loaded = [.. context.Assemblies.Select(a => a.GetName().Name!)];
        Assert.Contains("Sprache", loaded);
        Assert.Contains("YamlDotNet", loaded);
        Assert.DoesNotContain("NJsonSchema", loaded);
        Assert.DoesNotContain("Newtonsoft.Json", loaded);
    }

    [Fact]
    public void TheSchemaCheck_LoadsThem_SoThatTheTestAboveSeesThem()
    {
        OwnContext context = new();
        Type check = context.Library.GetType("RetentionRules.Schema.SchemaCheck", throwOnError: true)!;
        string path = Path.GetTempFileName();
        File.WriteAllText(path, Schedule);
        check.GetMethod("CheckFile")!.Invoke(null, [path]);
        File.Delete(path);
        Assert.Contains("NJsonSchema", context.Assemblies.Select(a => a.GetName().Name));
    }

    private static void Decide(OwnContext context)
    {
        dynamic result = context.Library.GetType("RetentionRules.ScheduleReader")!.GetMethod("Read", [typeof(string), typeof(string)])!.Invoke(null, [Schedule, "small.yaml"])!;
        object schedule = result.GetType().GetProperty("Value").GetValue(result);
        object policy = context.Library.GetType("RetentionRules.RetentionPolicy")!.GetMethod("For")!.Invoke(null, [schedule])!;
        object compiled = context.Library.GetType("RetentionRules.RetentionPolicyCompilation")!.GetMethod("Compile")!.Invoke(null, [policy])!;
        object facts = compiled.GetType().GetMethod("NewRecord")!.Invoke(compiled, ["r"])!;
        object decision = compiled.GetType().GetMethod("Evaluate")!.Invoke(compiled, [facts, new DateOnly(2026, 1, 1)])!;
        Assert.Contains("undetermined", decision.ToString());
    }

    /// <summary>Loads the library and its dependencies apart from those of the tests.</summary>
    private sealed class OwnContext : AssemblyLoadContext
    {
        private static readonly string Folder = AppContext.BaseDirectory;

        public Assembly Library => LoadFromAssemblyPath(Path.Combine(Folder, "RetentionRules.dll"));

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            string path = Path.Combine(Folder, assemblyName.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
