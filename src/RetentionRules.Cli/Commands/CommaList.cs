using System.Text;

namespace RetentionRules.Cli.Commands;

/// <summary>Names parted by commas, as options take them. A name with a comma stands in double quotes.</summary>
internal static class CommaList
{
    public static string[] Split(string text)
    {
        List<string> names = [];
        StringBuilder name = new();
        bool isQuoted = false;
        foreach (char sign in text)
        {
            if (sign == '"') isQuoted = !isQuoted;
            else if (sign != ',' || isQuoted) name.Append(sign);
            else
            {
                names.Add(name.ToString().Trim());
                name.Clear();
            }
        }

        return [.. names, name.ToString().Trim()];
    }
}
