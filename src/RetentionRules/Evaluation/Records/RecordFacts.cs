using RetentionRules.Evaluation;
using RetentionRules.Schedules;

namespace RetentionRules;

/// <summary>
/// What is known about one record: a buffer that can be filled again and again. What is not set is unknown. Not to be
/// shared between threads; the policy it was made by is.
/// </summary>
public sealed class RecordFacts
{
    private readonly FactBits[] _bits;
    private readonly TextOrDays[] _references;
    private readonly int[] _classes;

    /// <summary>Those of the facts that are numbers, apart from the rest, which is looked at more often and is shorter.</summary>
    private readonly decimal[] _numbers;
    private List<DataFault>? _faults;
    private string? _id;

    internal RecordFacts(FactLayout layout)
    {
        Layout = layout;
        _bits = new FactBits[layout.Facts.Count];
        _references = new TextOrDays[layout.Facts.Count];
        _classes = new int[layout.Facts.Count];
        _numbers = new decimal[layout.Numbers];
    }

    /// <summary>Whether a value could not be held.</summary>
    internal bool HasFaults => _faults is { Count: > 0 };

    internal FactLayout Layout { get; }

    /// <summary>The record's identifier; empty where it has none. A hold that lists records then may apply.</summary>
    public string Id
    {
        get => _id ??= IdSource?.Invoke() ?? "";
        set => _id = value;
    }

    /// <summary>Where the identifier of the current record comes from when it is asked for; few decisions ask.</summary>
    internal Func<string>? IdSource { get; set; }

    /// <summary>Values that were given and could not be held.</summary>
    public IReadOnlyList<DataFault> Faults => _faults ?? (IReadOnlyList<DataFault>)[];

    /// <summary>What is known about a fact.</summary>
    /// <exception cref="ArgumentException">The policy asks for no such fact.</exception>
    public FactValue this[string name] => ValueAt(Layout.PlaceOf(name));

    internal FactValue this[FactDefinition fact] => ValueAt(Layout.PlaceOf(fact.Name));

    /// <summary>Sets what is known about a fact.</summary>
    /// <exception cref="ArgumentException">The policy asks for no such fact, or the fact cannot hold a value of this kind.</exception>
    public RecordFacts Set(string name, FactValue value)
    {
        SetAt(Layout.PlaceOf(name), value);
        return this;
    }

    /// <summary>Sets a text, a code or a value of an enumeration; blank is unknown.</summary>
    /// <exception cref="ArgumentException">The policy asks for no such fact, or it holds no text.</exception>
    public RecordFacts Set(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        SetTextAt(Layout.PlaceOf(name), text);
        return this;
    }

    /// <summary>Sets a date or an event.</summary>
    /// <exception cref="ArgumentException">The policy asks for no such fact, or it holds no date.</exception>
    public RecordFacts Set(string name, DateOnly date) => Set(name, FactValue.Date(date));

    /// <summary>Sets a number.</summary>
    /// <exception cref="ArgumentException">The policy asks for no such fact, or it holds no number.</exception>
    public RecordFacts Set(string name, decimal number) => Set(name, FactValue.Number(number));

    /// <summary>Sets yes or no.</summary>
    /// <exception cref="ArgumentException">The policy asks for no such fact, or it holds no yes or no.</exception>
    public RecordFacts Set(string name, bool value) => Set(name, FactValue.YesNo(value));

    /// <summary>Sets what is known about a fact whose place was looked up before: nothing is allocated, and no name compared.</summary>
    /// <param name="fact">The place; of <see cref="CompiledPolicy.PlaceOf"/> of the policy that made this buffer.</param>
    /// <param name="value">What is known.</param>
    /// <exception cref="ArgumentException">The place is that of another policy, or the fact cannot hold a value of this kind.</exception>
    public RecordFacts Set(FactPlace fact, FactValue value)
    {
        SetAt(IndexOf(fact), value);
        return this;
    }

    /// <summary>Sets a text, a code or a value of an enumeration at a place that was looked up before; blank is unknown.</summary>
    /// <exception cref="ArgumentException">The place is that of another policy, or the fact holds no text.</exception>
    public RecordFacts Set(FactPlace fact, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        SetTextAt(IndexOf(fact), text);
        return this;
    }

    /// <summary>Sets a date or an event at a place that was looked up before.</summary>
    /// <exception cref="ArgumentException">The place is that of another policy, or the fact holds no date.</exception>
    public RecordFacts Set(FactPlace fact, DateOnly date) => Set(fact, FactValue.Date(date));

    /// <summary>Sets a number at a place that was looked up before.</summary>
    /// <exception cref="ArgumentException">The place is that of another policy, or the fact holds no number.</exception>
    public RecordFacts Set(FactPlace fact, decimal number) => Set(fact, FactValue.Number(number));

    /// <summary>Sets yes or no at a place that was looked up before.</summary>
    /// <exception cref="ArgumentException">The place is that of another policy, or the fact holds no yes or no.</exception>
    public RecordFacts Set(FactPlace fact, bool value) => Set(fact, FactValue.YesNo(value));

    private int IndexOf(FactPlace fact) => ReferenceEquals(fact.Layout, Layout)
        ? fact.Index
        : throw new ArgumentException("The place was looked up in another policy; look it up by PlaceOf of the one that made this buffer.", nameof(fact));

    /// <summary>Sets a date or an event from an instant: the day that the instant falls on in a time zone.</summary>
    /// <exception cref="ArgumentException">The policy asks for no such fact, or it holds no date.</exception>
    public RecordFacts Set(string name, DateTimeOffset instant, TimeZoneInfo zone) => Set(name, FactValue.Date(Instants.DayOf(instant, zone)));

    /// <summary>Sets several facts by their names.</summary>
    /// <exception cref="ArgumentException">The policy asks for no such fact, or a fact cannot hold its value.</exception>
    public RecordFacts Set(IEnumerable<KeyValuePair<string, FactValue>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach ((string name, FactValue value) in values) Set(name, value);
        return this;
    }

    /// <summary>Forgets the identifier and the faults; for a reader that sets every fact that it has ever set.</summary>
    internal void Begin()
    {
        _faults?.Clear();
        _id = null;
    }

    /// <summary>Makes all facts unknown again and forgets the identifier, to be used for the next record.</summary>
    public void Clear()
    {
        Array.Clear(_bits);
        Array.Clear(_references);
        Array.Clear(_classes);
        Begin();
    }

    /// <summary>The same record with another value of one fact; this one stays as it is.</summary>
    internal RecordFacts With(FactDefinition fact, FactValue value)
    {
        RecordFacts copy = new(Layout) { Id = Id };
        _bits.CopyTo(copy._bits, 0);
        _references.CopyTo(copy._references, 0);
        _numbers.CopyTo(copy._numbers, 0);
        copy.SetAccepted(Layout.PlaceOf(fact.Name), value);
        if (_faults is not null) copy._faults = [.. _faults];
        return copy;
    }

    /// <summary>5.1: the facts that a schedule requires and nobody knows; without them a record is undetermined.</summary>
    internal string[] RequiredAndMissing(RetentionSchedule schedule) =>
        [.. schedule.Facts.Where(f => f.IsRequired && this[f].State == FactState.Unknown).Select(f => f.Name)];

    internal FactValue ValueAt(int place) => new(_bits[place], _references[place].Value, _bits[place].Kind == FactContent.Number ? NumberAt(place) : 0);

    /// <summary>What is known about a fact, without its text or its number.</summary>
    internal ref readonly FactBits At(int place) => ref _bits[place];

    /// <summary>The text or the list of a fact that is known to be one; anything where it is neither.</summary>
    internal object? ReferenceAt(int place) => _references[place].Value;

    /// <summary>The number of a fact of that type; anything where it is not known.</summary>
    internal decimal NumberAt(int place) => _numbers[Layout.NumberPlaceOf(place)];

    /// <summary>
    /// The class that the compiled policy puts the value of a fact into, found once and kept until the value changes: from 1 on,
    /// and 0 where nobody has looked yet.
    /// </summary>
    internal ref int ClassAt(int place) => ref _classes[place];

    /// <summary>All of them.</summary>
    internal ReadOnlySpan<int> Classes => _classes;

    internal void SetAt(int place, FactValue value)
    {
        SetAccepted(place, Layout.Accept(place, value, out string problem));
        if (problem.Length > 0) AddFault(new DataFault(Layout.Facts[place].Name, value.ToString(), problem));
    }

    /// <summary>A text that is there and cannot be compared is a fault of the data, and not a text that is missing.</summary>
    internal void SetTextAt(int place, string text)
    {
        if (Layout.TryChoice(place, text, out FactValue choice))
        {
            SetAccepted(place, choice);
            return;
        }

        FactValue value = FactValue.Text(text);
        SetAt(place, value);
        if (!value.IsKnown && !string.IsNullOrWhiteSpace(text))
            AddFault(new DataFault(Layout.Facts[place].Name, "a text", "written with characters that cannot be compared"));
    }

    /// <summary>Sets a value that the layout is known to accept as it is, with its class where that is known too.</summary>
    internal void SetAccepted(int place, in FactValue value, int @class = 0)
    {
        _bits[place] = value.Bits;
        // Of a value that has no reference or is no number, the one before may stay: nobody looks at it.
        if (value.Reference is not null) _references[place].Value = value.Reference;
        if (value.IsNumber) _numbers[Layout.NumberPlaceOf(place)] = value.AsNumber;
        _classes[place] = @class;
    }

    /// <summary>Sets a day that is known to be one.</summary>
    internal void SetDay(int place, int day)
    {
        _bits[place] = FactBits.Day(day);
        _classes[place] = 0;
    }

    internal void AddFault(DataFault fault) => (_faults ??= []).Add(fault);

    /// <summary>A reference in a struct: an array of objects would look at the type of each that is put into it.</summary>
    private struct TextOrDays
    {
        public object? Value;
    }
}
