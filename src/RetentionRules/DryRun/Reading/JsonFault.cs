namespace RetentionRules.DryRun;

/// <summary>Says in plain words what the JSON reader stumbled over; each of its messages is recognised by its distinctive part.</summary>
internal static class JsonFault
{
    public const string List = "it is a list; each line of the file is one object";

    /// <param name="message">What the reader says.</param>
    /// <param name="line">The line it read.</param>
    /// <returns>The problem, and what to do about it; empty where the general advice applies.</returns>
    public static (string Problem, string Help) Explain(string message, string line)
    {
        bool Has(string part) => message.Contains(part, StringComparison.Ordinal);
        if (line.TrimStart().StartsWith('[')) return (List, "write each record on a line of its own, without brackets around them and commas between them");
        if (Has("Duplicate property")) return ($"the key {Quoted(message)} stands twice", "delete one of the two");
        if (Has("end of data")) return ("it ends in the middle", "each record stands whole on one line");
        if (Has("start of a property name")) return ("a key in double quotes was expected here", "keys stand in double quotes; numbers have no separators: 12000");
        if (Has("JSON literal") || Has("start of a value")) return ("this is not a value", "a value is a text in double quotes, a number, true, false, null or a list of these");
        if (Has("single JSON value")) return ("something stands behind the object", "each record stands on a line of its own");
        if (Has("maximum configured depth")) return ("lists stand too deep inside each other", "");
        if (Has("escapable character") || Has("within a JSON string")) return ("a text has a character or an escape that JSON does not allow", "in a text, a backslash is written twice and a tab as \\t");
        if (Has("trailing comma")) return ("a comma stands before the end", "delete the comma");
        if (Has("invalid after a value")) return ("a comma or the end of the object was expected here", "");
        return ("it is not JSON", "");
    }

    /// <summary>The name that the message has in single quotes.</summary>
    private static string Quoted(string message)
    {
        int start = message.IndexOf('\'', StringComparison.Ordinal) + 1;
        int end = message.LastIndexOf('\'');
        return end > start ? $"`{message[start..end]}`" : "";
    }
}
