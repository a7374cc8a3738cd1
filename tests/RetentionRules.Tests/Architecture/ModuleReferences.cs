using System.Reflection;
using System.Reflection.Emit;
using System.Text.RegularExpressions;
using RetentionRules.Tests.Support;

namespace RetentionRules.Tests.Architecture;

/// <summary>Which folder of the library uses which: types by the file that declares them, uses by signatures and method bodies.</summary>
internal static partial class ModuleReferences
{
    private static readonly Dictionary<short, OpCode> OpCodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value);

    public static Assembly Library => typeof(RetentionSchedule).Assembly;

    /// <summary>The top folder of each declared type's name; nested types count with the outer one.</summary>
    public static IReadOnlyDictionary<string, string> Folders { get; } = FindFolders();

    private static Dictionary<string, string> FindFolders()
    {
        Dictionary<string, string> folders = new(StringComparer.Ordinal);
        string source = Repository.PathOf("src", "RetentionRules");
        foreach (string file in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(source, file);
            if (relative.StartsWith("obj", StringComparison.Ordinal) || relative.StartsWith("bin", StringComparison.Ordinal)) continue;
            string folder = relative.Contains(Path.DirectorySeparatorChar) ? relative.Split(Path.DirectorySeparatorChar)[0] : "";
            foreach (Match match in Declaration().Matches(File.ReadAllText(file))) folders[match.Groups["name"].Value] = folder;
        }

        return folders;
    }

    [GeneratedRegex(@"^(public|internal)\s+((sealed|static|abstract|readonly|partial|file)\s+)*(class|record struct|record|struct|enum|interface|delegate)\s+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    public static string FolderOf(Type type)
    {
        Type outer = type;
        while (outer.DeclaringType is { } declaring) outer = declaring;
        string name = outer.Name.Split('`')[0];
        return Folders.TryGetValue(name, out string? folder) ? folder : "?" + name;
    }

    /// <summary>All types that a type mentions, in signatures and in the bodies of its methods.</summary>
    public static IEnumerable<Type> UsesOf(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        IEnumerable<Type> used =
        [
            .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
            .. type.GetInterfaces(),
            .. type.GetFields(All).Select(f => f.FieldType),
            .. type.GetProperties(All).Select(p => p.PropertyType),
            .. type.GetMethods(All).SelectMany(OfMethod),
            .. type.GetConstructors(All).SelectMany(OfMethod),
        ];
        return used.SelectMany(Parts).Distinct();
    }

    private static IEnumerable<Type> OfMethod(MethodBase method) =>
    [
        .. method.GetParameters().Select(p => p.ParameterType),
        .. method is MethodInfo info ? [info.ReturnType] : Type.EmptyTypes,
        .. InBody(method),
    ];

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType) return Parts(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
    }

    private static IEnumerable<Type> InBody(MethodBase method) =>
    [
        .. method.GetMethodBody()?.LocalVariables.Select(l => l.LocalType) ?? [],
        .. Members(method).SelectMany(m => m is Type type ? [type] : m.DeclaringType is { } declaring ? [declaring] : Type.EmptyTypes),
    ];

    /// <summary>The methods that the body of a method calls.</summary>
    public static IEnumerable<MethodBase> CallsOf(MethodBase method) => Members(method).OfType<MethodBase>();

    private static IEnumerable<MemberInfo> Members(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body) yield break;
        byte[] code = body.GetILAsByteArray()!;
        for (int at = 0; at < code.Length;)
        {
            short value = code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at];
            OpCode op = OpCodes[value];
            at += op.Size;
            if (op.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                if (Resolve(method, BitConverter.ToInt32(code, at)) is { } member) yield return member;
            at += op.OperandType == OperandType.InlineSwitch ? 4 + (4 * BitConverter.ToInt32(code, at)) : SizeOf(op.OperandType);
        }
    }

    private static MemberInfo? Resolve(MethodBase method, int token)
    {
        Type[]? typeArguments = method.DeclaringType?.IsGenericType == true ? method.DeclaringType.GetGenericArguments() : null;
        Type[]? methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return method.Module.ResolveMember(token, typeArguments, methodArguments);
    }

    private static int SizeOf(OperandType type) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
