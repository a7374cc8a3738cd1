using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit.Abstractions;

namespace RetentionRules.Tests.Architecture;

public sealed class FolderTests(ITestOutputHelper output)
{
    /// <summary>The stages of the way: each may use those before it. The top folder holds the doors to all of them.</summary>
    private static readonly string[] Stages =
        [
            "Text", "Diagnostics", "Csv", "Calendars", "Schedules", "Descriptions", "Syntax", "Schema", "Binding", "Findings", "Evaluation", "Compilation", "Analysis", "Mappings", "Pages", "DryRun",
            "Testing", "Packet", "Importing", "Formatting", "",
        ];

    private static IEnumerable<Type> Types => ModuleReferences.Library.GetTypes()
        .Where(t => t.Namespace?.StartsWith("RetentionRules", StringComparison.Ordinal) == true && !IsCompilerMade(t));

    private static bool IsCompilerMade(Type type) => type.DeclaringType is null && (type.IsDefined(typeof(CompilerGeneratedAttribute)) || type.Name.StartsWith('<'));

    [Fact]
    public void EveryTypeIsFoundInItsFolder() =>
        Assert.Empty(Types.Select(ModuleReferences.FolderOf).Where(f => !Stages.Contains(f)).Distinct());

    [Fact]
    public void FoldersDependOneWay()
    {
        (string From, string To, string Because)[] backwards =
        [
            .. from type in Types
               from used in ModuleReferences.UsesOf(type)
               where used.Assembly == ModuleReferences.Library && !used.IsGenericParameter && !IsCompilerMade(used)
               let @from = ModuleReferences.FolderOf(type)
               let to = ModuleReferences.FolderOf(used)
               where Array.IndexOf(Stages, to) > Array.IndexOf(Stages, @from)
               select (@from, to, $"{type} uses {used}"),
        ];
        foreach ((string from, string to, string because) in backwards.Distinct()) output.WriteLine($"{from} -> {to}: {because}");
        Assert.Empty(backwards);
    }

    [Theory]
    [InlineData("YamlDotNet", "Syntax")]
    [InlineData("Sprache", "Syntax")]
    [InlineData("NJsonSchema", "Schema")]
    [InlineData("Newtonsoft.Json", "Schema")]
    [InlineData("CsvHelper", "DryRun", "Csv")]
    public void AThirdPartyLibrary_IsSeenWhereItIsNeeded_AndNowhereElse(string assembly, params string[] folders)
    {
        Type[] users = [.. Types.Where(t => ModuleReferences.UsesOf(t).Any(u => u.Assembly.GetName().Name == assembly))];
        Assert.NotEmpty(users);
        Assert.All(users, t => Assert.Contains(ModuleReferences.FolderOf(t), folders));
    }

    [Fact]
    public void TheModelKnowsNoText_AndEvaluationKnowsNoSyntax()
    {
        Assert.DoesNotContain(Uses("Schedules"), f => f is "Syntax" or "Schema" or "Binding");
        Assert.DoesNotContain(Uses("Evaluation"), f => f is "Syntax" or "Schema" or "Binding");
        Assert.DoesNotContain(Uses("Compilation"), f => f is "Syntax" or "Schema" or "Binding");
    }

    /// <summary>Prose that is made from the rules' meaning cannot repeat a slip of their text.</summary>
    [Fact]
    public void DescriptionsKnowNothingButTheModel() =>
        Assert.All(Uses("Descriptions"), f => Assert.Contains(f, (string[])["Text", "Calendars", "Schedules", "Descriptions"]));

    private static IEnumerable<string> Uses(string folder) => Types.Where(t => ModuleReferences.FolderOf(t) == folder)
        .SelectMany(ModuleReferences.UsesOf).Where(u => u.Assembly == ModuleReferences.Library && !u.IsGenericParameter && !IsCompilerMade(u))
        .Select(ModuleReferences.FolderOf);

    [Fact]
    public void NoThirdPartyTypeIsPublic()
    {
        string[] foreign =
        [
            .. from type in ModuleReferences.Library.GetExportedTypes()
               from member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
               from used in SignatureOf(member)
               let name = used.Assembly.GetName().Name!
               where used.Assembly != ModuleReferences.Library && !name.StartsWith("System", StringComparison.Ordinal)
               select $"{type}.{member.Name}: {used}",
        ];
        Assert.Empty(foreign);
    }

    private static IEnumerable<Type> SignatureOf(MemberInfo member) => member switch
    {
        MethodBase method => method.GetParameters().Select(p => p.ParameterType).Concat(method is MethodInfo info ? [info.ReturnType] : []),
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        Type { BaseType: { } parent } => [parent],
        _ => [],
    };

    [Fact]
    public void NothingInTheLibraryReadsAClock_TheEnvironmentOrTheCulture()
    {
        string[] forbidden =
        [
            "get_Now", "get_UtcNow", "get_Today", "GetLocalNow", "GetUtcNow", "get_Local", "get_CurrentCulture", "get_CurrentUICulture", "GetEnvironmentVariable",
        ];
        string[] found =
        [
            .. from type in Types
               from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
               from called in ModuleReferences.CallsOf(method)
               where forbidden.Contains(called.Name) && called.DeclaringType?.Assembly != ModuleReferences.Library
               select $"{type}.{method.Name} calls {called.DeclaringType}.{called.Name}",
        ];
        Assert.Empty(found);
    }
}
