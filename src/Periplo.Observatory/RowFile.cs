using System.IO.Compression;
using System.Text;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>Writes separated values of commands: a header and rows, gzipped where the name ends in <c>.gz</c>, whole or not at all.</summary>
internal static class RowFile
{
    /// <summary>Writes a file.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(string path, string header, IEnumerable<string> rows, CancellationToken cancellation) => WholeFile.Write(path, to =>
    {
        using var packed = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true) : null;
        using var writer = new StreamWriter(packed ?? to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(header);
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.WriteLine(row);
        }
    });
}
