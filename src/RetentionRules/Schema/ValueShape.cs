namespace RetentionRules.Schema;

/// <summary>
/// What may stand at a place of a file, apart from what its texts mean. One description serves three ends: the check on
/// reading, the published JSON Schema, and the list of keys in the documentation.
/// </summary>
internal abstract record ValueShape;

/// <summary>Any text. YAML gives it no type, so <c>1.10</c>, <c>NO</c> and <c>12:30</c> are texts too.</summary>
internal sealed record TextShape(TextForm Form = TextForm.Free) : ValueShape;

/// <summary>One of a few words.</summary>
internal sealed record WordShape(IReadOnlyList<string> Words) : ValueShape;

/// <summary>A text, or a map of texts by language: <c>{ en: …, zh-Hans: … }</c>.</summary>
internal sealed record LocalizedShape : ValueShape;

/// <summary>A list; an empty one says nothing, unless nothing is what it may say.</summary>
internal sealed record ListShape(ValueShape Element, bool MayBeEmpty = false) : ValueShape;

/// <summary>A map whose keys the writer chooses: names of facts, of parameters.</summary>
internal sealed record MapShape(ValueShape Value, string KeyMeaning, bool MayBeEmpty = true) : ValueShape;

/// <summary>A map with the keys listed.</summary>
internal sealed record ObjectShape(string Name, IReadOnlyList<KeyShape> Keys) : ValueShape
{
    public KeyShape? Find(string key) => Keys.FirstOrDefault(k => k.Name == key);
}

/// <summary>Several shapes, told apart by whether a text, a list or a map stands there.</summary>
internal sealed record EitherShape(IReadOnlyList<ValueShape> Options) : ValueShape;

/// <summary>A key of a map.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Value">What stands behind it.</param>
/// <param name="Meaning">What it is for, in a sentence: shown by editors.</param>
/// <param name="Required">It must be there.</param>
internal sealed record KeyShape(string Name, ValueShape Value, string Meaning, bool Required = false);

/// <summary>What a text is written in; only dates have a shape of their own, all others are read by the language.</summary>
internal enum TextForm
{
    Free,
    Date,
    Condition,
    Disposition,
    Moment,
    Period,
    FactType,
    ParameterType,
    YearEnd,
    State,
}
