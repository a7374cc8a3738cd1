using RetentionRules.Schema;

namespace RetentionRules;

/// <summary>The JSON Schema of the files, as it is published for editors.</summary>
public static class PublishedSchema
{
    /// <summary>The schema as indented JSON: the content of <c>schedules/retention-schedule.schema.json</c>.</summary>
    public static string Json => JsonSchemaWriter.Write();
}
