using System.Collections;
using System.Reflection;
using RetentionRules.Syntax.Language;

namespace RetentionRules.Tests.Support;

/// <summary>Writes a tree without its places, so that trees can be compared.</summary>
internal static class SyntaxDump
{
    public static string Write(object? value) => value switch
    {
        null => "null",
        string text => "\"" + text + "\"",
        IEnumerable list => "[" + string.Join(" ", list.Cast<object>().Select(Write)) + "]",
        SyntaxNode node => "(" + string.Join(" ", Properties(node).Select(p => Write(p.GetValue(node))).Prepend(node.GetType().Name)) + ")",
        _ => value.ToString()!,
    };

    private static IEnumerable<PropertyInfo> Properties(SyntaxNode node) => node.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.Name is not (nameof(SyntaxNode.Span) or nameof(LogicSyntax.IsMixed)));
}
