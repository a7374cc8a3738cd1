using Newtonsoft.Json;
using RetentionRules.Syntax.Yaml;
using RetentionRules.Text;

namespace RetentionRules.Schema;

/// <summary>
/// Reads a YAML tree as JSON tokens: every scalar is a text, and each token has the line and column of its node. That is
/// the one way to give Newtonsoft.Json's tokens a place.
/// </summary>
internal sealed class YamlTokenReader : JsonReader, IJsonLineInfo
{
    private readonly List<(JsonToken Type, object? Value, YamlNode Node)> _tokens = [];
    private readonly Dictionary<(int Line, int Column), YamlNode> _nodes = [];
    private readonly SourceText _source;
    private int _next;
    private LinePosition _position;

    public YamlTokenReader(SourceText source, YamlNode root)
    {
        _source = source;
        Append(root);
    }

    public int LineNumber => _position.Line;

    public int LinePosition => _position.Column;

    public bool HasLineInfo() => true;

    /// <summary>The node that a token at that place was made of.</summary>
    public YamlNode? NodeAt(int line, int column) => _nodes.GetValueOrDefault((line, column));

    public override bool Read()
    {
        if (_next >= _tokens.Count) return false;
        (JsonToken type, object? value, YamlNode node) = _tokens[_next++];
        _position = _source.GetPosition(node.Span.Start);
        _nodes.TryAdd((_position.Line, _position.Column), node);
        SetToken(type, value);
        return true;
    }

    private void Append(YamlNode node)
    {
        switch (node)
        {
            case YamlScalar { IsMissing: true }:
                _tokens.Add((JsonToken.Null, null, node));
                break;
            case YamlScalar scalar:
                _tokens.Add((JsonToken.String, scalar.Value, node));
                break;
            case YamlSequence list:
                _tokens.Add((JsonToken.StartArray, null, node));
                foreach (YamlNode item in list.Items) Append(item);
                _tokens.Add((JsonToken.EndArray, null, node));
                break;
            case YamlMapping map:
                _tokens.Add((JsonToken.StartObject, null, node));
                foreach (YamlEntry entry in map.Entries)
                {
                    _tokens.Add((JsonToken.PropertyName, entry.Key.Value, entry.Key));
                    Append(entry.Value);
                }

                _tokens.Add((JsonToken.EndObject, null, node));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(node));
        }
    }
}
