using System.Text.Json;
using RetentionRules.Findings;

namespace RetentionRules.Cli.Output;

/// <summary>What a verb says of its findings besides: nothing, where it does not say otherwise.</summary>
internal class FindingDetails
{
    public static FindingDetails None { get; } = new();

    /// <summary>What stands below a finding, with an empty line behind it.</summary>
    public virtual string TextOf(JudgedFinding finding) => "";

    /// <summary>Writes more members of the object of a finding.</summary>
    public virtual void Write(Utf8JsonWriter json, JudgedFinding finding)
    {
    }
}
