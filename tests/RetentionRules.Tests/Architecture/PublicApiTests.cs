using System.Reflection;
using System.Text;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Architecture;

public sealed class PublicApiTests
{
    [Fact]
    public void ThePublicApi_IsTheApprovedOne() =>
        Golden.Check(Path.Combine(Repository.TestData, "PublicApi.approved.txt"), Describe());

    [Fact]
    public void TheRootNamespaceStaysSmall()
    {
        int types = ModuleReferences.Library.GetExportedTypes().Count(t => t is { Namespace: "RetentionRules", IsNested: false });
        Assert.InRange(types, 1, 48);
    }

    private static string Describe()
    {
        StringBuilder text = new();
        foreach (Type type in ModuleReferences.Library.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type)).Append('\n');
            IEnumerable<string> members = type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(m => m is not MethodInfo { IsSpecialName: true } and not Type && !IsOfEveryRecord(m))
                .Select(Member)
                .Order(StringComparer.Ordinal);
            foreach (string member in members) text.Append("    ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static bool IsOfEveryRecord(MemberInfo member) =>
        member.Name is "Equals" or "GetHashCode" or "ToString" or "<Clone>$" or "PrintMembers" or "Deconstruct" or "EqualityContract" or "value__";

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        _ => "class",
    };

    private static string Member(MemberInfo member) => member switch
    {
        MethodInfo m => $"{(m.IsStatic ? "static " : "")}{Name(m.ReturnType)} {m.Name}({Parameters(m)})",
        ConstructorInfo c => $"new({Parameters(c)})",
        PropertyInfo p => $"{(p.GetAccessors()[0].IsStatic ? "static " : "")}{Name(p.PropertyType)} {p.Name} {{ {(p.GetMethod?.IsPublic == true ? "get; " : "")}{(p.SetMethod?.IsPublic == true ? "set; " : "")}}}",
        FieldInfo { IsLiteral: true, DeclaringType.IsEnum: true } f => f.Name,
        FieldInfo f => $"{Name(f.FieldType)} {f.Name}",
        _ => member.ToString()!,
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}"));

    private static string Name(Type type)
    {
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (type.IsByRef) return "ref " + Name(type.GetElementType()!);
        if (type.IsGenericParameter) return type.Name;
        string name = type.Namespace?.StartsWith("RetentionRules", StringComparison.Ordinal) == true ? type.FullName ?? type.Name : type.Name;
        return type.IsGenericType ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
