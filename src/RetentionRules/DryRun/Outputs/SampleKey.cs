using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace RetentionRules.DryRun;

/// <summary>The SHA-256 of an identifier as a number: a draw that is the same each time, and that nobody can steer.</summary>
internal readonly record struct SampleKey(UInt128 High, UInt128 Low) : IComparable<SampleKey>
{
    public static SampleKey Of(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
        return new SampleKey(BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));
    }

    public int CompareTo(SampleKey other) => High == other.High ? Low.CompareTo(other.Low) : High.CompareTo(other.High);
}
