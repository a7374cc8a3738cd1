using RetentionRules.Schema;
using RetentionRules.Syntax.Yaml;

namespace RetentionRules.Formatting;

/// <summary>Finds the shape of each node on the way down a tree; null where none is known.</summary>
internal static class Shapes
{
    /// <summary>The shape itself, or the one of several that the node is of.</summary>
    public static ValueShape? Fitting(ValueShape? shape, YamlNode node) => (shape, node) switch
    {
        (EitherShape either, _) => either.Options.Select(o => Fitting(o, node)).FirstOrDefault(o => o is not null),
        (TextShape or WordShape or LocalizedShape, YamlScalar) => shape,
        (ListShape, YamlSequence) => shape,
        (MapShape or ObjectShape or LocalizedShape, YamlMapping) => shape,
        _ => null,
    };

    public static ValueShape? ElementOf(ValueShape? list) => (list as ListShape)?.Element;

    public static ValueShape? ValueOf(ValueShape? map, string key) => map switch
    {
        ObjectShape shaped => shaped.Find(key)?.Value,
        MapShape free => free.Value,
        _ => null,
    };
}
