using System.Globalization;
using System.Xml;

namespace RetentionRules.Cli.Output;

/// <summary>What became of a case of a JUnit file.</summary>
internal enum JunitOutcome
{
    Passed,
    Failure,
    Error,
    Skipped,
}

/// <summary>A case.</summary>
/// <param name="Name">What the case shows.</param>
/// <param name="Line">Where it begins.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Message">What is wrong, or why it is passed over, in a line.</param>
/// <param name="Details">All there is to say about it.</param>
internal sealed record JunitCase(string Name, int Line, JunitOutcome Outcome = JunitOutcome.Passed, string Message = "", string Details = "");

/// <summary>The cases of a file.</summary>
/// <param name="Path">The file.</param>
internal sealed record JunitSuite(string Path)
{
    public List<JunitCase> Cases { get; } = [];

    public int CountOf(JunitOutcome outcome) => Cases.Count(c => c.Outcome == outcome);
}

/// <summary>
/// Writes JUnit XML, as build servers read it: a suite a file. There is no standard; this is the part that Jenkins, GitLab
/// and Azure DevOps have in common.
/// </summary>
internal static class JunitXml
{
    public static void Write(TextWriter output, IReadOnlyCollection<JunitSuite> suites)
    {
        using XmlWriter xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true, CheckCharacters = false });
        xml.WriteStartElement("testsuites");
        WriteCounts(xml, suites);
        foreach (JunitSuite suite in suites) WriteSuite(xml, suite);
        xml.WriteEndElement();
        xml.Flush();
        output.WriteLine();
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyCollection<JunitSuite> suites)
    {
        xml.WriteAttributeString("tests", Number(suites.Sum(s => s.Cases.Count)));
        xml.WriteAttributeString("failures", Number(suites.Sum(s => s.CountOf(JunitOutcome.Failure))));
        xml.WriteAttributeString("errors", Number(suites.Sum(s => s.CountOf(JunitOutcome.Error))));
        xml.WriteAttributeString("skipped", Number(suites.Sum(s => s.CountOf(JunitOutcome.Skipped))));
    }

    private static void WriteSuite(XmlWriter xml, JunitSuite suite)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", suite.Path);
        WriteCounts(xml, [suite]);
        foreach (JunitCase entry in suite.Cases) WriteCase(xml, suite, entry);
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, JunitSuite suite, JunitCase entry)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Path.GetFileNameWithoutExtension(suite.Path));
        xml.WriteAttributeString("name", Printable(entry.Name));
        xml.WriteAttributeString("file", suite.Path);
        xml.WriteAttributeString("line", Number(entry.Line));
        if (entry.Outcome != JunitOutcome.Passed)
        {
            xml.WriteStartElement(entry.Outcome.ToString().ToLowerInvariant());
            xml.WriteAttributeString("message", Printable(entry.Message));
            xml.WriteString(Printable(entry.Details));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>XML has no way to write most control characters.</summary>
    private static string Printable(string text) => string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD'));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
