using System.Security.Cryptography;
using System.Text;

namespace RetentionRules.Binding;

/// <summary>The hash of a file together with those that it names: a decision rests on all of them.</summary>
internal static class CombinedHash
{
    public static string Of(string own, IEnumerable<string> named) =>
        "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', named.Prepend(own)))));
}
