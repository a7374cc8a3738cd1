using System.Security.Cryptography;
using RetentionRules.DryRun;

namespace RetentionRules.Cli.Commands;

/// <summary>
/// Records as a stream of bytes, opened when the first is wanted, so that a thousand files are not open at once; and what a
/// manifest says of them, told by the very bytes that were decided.
/// </summary>
internal sealed class InputStream : Stream
{
    private readonly Lazy<Stream> _inner;
    private readonly string _path;
    private readonly IncrementalHash? _hash;
    private long _read;
    private bool _atEnd;

    private InputStream(string path, Func<Stream> open, long? length, bool isHashed)
    {
        (_path, _inner, KnownLength) = (path, new Lazy<Stream>(open), length);
        if (isHashed) _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    }

    /// <exception cref="UsageException">The file is not there.</exception>
    public static InputStream OfFile(string path, bool isHashed)
    {
        if (Directory.Exists(path)) throw new UsageException($"`{path}` is a folder; name its files: '{path.TrimEnd('/')}/*.csv'");
        if (!File.Exists(path)) throw new UsageException($"there is no file `{path}`.");
        FileInfo file = new(path);
        // Pipes have no length, and say that it is 0.
        return new InputStream(path, () => File.OpenRead(path), file.Length > 0 ? file.Length : null, isHashed);
    }

    public static InputStream OfStandardInput(Func<Stream> open, bool isHashed) => new(ManifestFile.StandardInput, open, null, isHashed);

    /// <summary>How many bytes the file had when it was named; null of what is no plain file.</summary>
    public long? KnownLength { get; }

    /// <summary>What was read, as a manifest says it.</summary>
    /// <param name="folder">The folder of the manifest.</param>
    public ManifestFile AsRead(string folder) => _atEnd || _path == ManifestFile.StandardInput
        ? new ManifestFile("records", _path == ManifestFile.StandardInput ? _path : ManifestFile.PathFrom(folder, _path), Convert.ToHexStringLower(_hash!.GetCurrentHash()), _read)
        : ManifestFile.Of("records", _path, folder);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer) => Noted(buffer, _inner.Value.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Stream inner = _inner.Value;
        // A read from a terminal or a pipe cannot be called off, only no longer waited for.
        int read = await (_path == ManifestFile.StandardInput
            ? Task.Run(() => inner.Read(buffer.Span), CancellationToken.None).WaitAsync(cancellationToken)
            : inner.ReadAsync(buffer, cancellationToken).AsTask());
        return Noted(buffer.Span, read);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    private int Noted(ReadOnlySpan<byte> buffer, int read)
    {
        _read += read;
        _atEnd |= read == 0 && buffer.Length > 0;
        _hash?.AppendData(buffer[..read]);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && _inner.IsValueCreated) _inner.Value.Dispose();
        base.Dispose(disposing);
    }
}
