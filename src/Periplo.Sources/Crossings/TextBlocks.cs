using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Sources.Crossings;

/// <summary>
/// Cuts a text into blocks of whole lines and deals them to workers, counting lines on the way, so that every block
/// knows the number of its first line. A line ends at a line feed, also within quotes: crossings hold no long texts, and
/// a quote somebody forgot then costs one line and not the rest of the file.
/// </summary>
/// <param name="file">The file as the user named it.</param>
/// <param name="stream">Its text, behind the header.</param>
/// <param name="firstLine">Line of the text the stream begins with.</param>
/// <param name="position">Bytes of the file that were read so far, packed as they are.</param>
/// <param name="longest">Bytes of a block at the most: <see cref="Longest"/>, or what a smaller text needs.</param>
internal sealed class TextBlocks(string file, Stream stream, long firstLine, Func<long> position, int longest)
{
    /// <summary>Bytes of a block at the most, which no line may exceed: small enough for the cache of a core.</summary>
    public const int Longest = 256 << 10;

    private readonly Lock gate = new();
    private readonly byte[] carried = new byte[longest];
    private int carry;
    private long line = firstLine;
    private long lastPosition;
    private bool ended;

    /// <summary>A buffer for one worker.</summary>
    public byte[] Buffer() => new byte[longest + 1 + LineIndex.Slack];

    /// <summary>Takes the next block; false at the end. Behind the block stand zero bytes.</summary>
    /// <param name="buffer">Where to; from <see cref="Buffer"/>.</param>
    /// <param name="length">Bytes of the block, which ends with a line end.</param>
    /// <param name="first">Line the block begins with.</param>
    /// <param name="bytes">Bytes of the file that were read for it.</param>
    public bool Next(byte[] buffer, out int length, out long first, out long bytes)
    {
        lock (gate)
        {
            (length, first, bytes) = (0, line, 0);
            if (ended && carry == 0)
                return false;
            carried.AsSpan(0, carry).CopyTo(buffer);
            var filled = carry + Read(buffer.AsSpan(carry, longest - carry));
            carry = 0;
            bytes = position() - lastPosition;
            lastPosition += bytes;
            if (filled == 0)
                return false;
            if (ended)
            {
                if (buffer[filled - 1] != (byte)'\n')
                    buffer[filled++] = (byte)'\n';
                length = filled;
            }
            else
            {
                length = buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
                if (length == 0)
                {
                    throw new InputException(file, new($"línea {line}", $"line {line}", $"ligne {line}"), new Text(
                        "una línea ocupa más de 256 kB; no es una tabla de cruces, o le faltan los fines de línea.",
                        "one line takes more than 256 kB; it is no table of crossings, or its line ends are missing.",
                        "une ligne dépasse 256 ko ; ce n’est pas un tableau de passages, ou les fins de ligne manquent."));
                }

                carry = filled - length;
                buffer.AsSpan(length, carry).CopyTo(carried);
            }

            line += buffer.AsSpan(0, length).Count((byte)'\n');
        }

        buffer.AsSpan(length, LineIndex.Slack).Clear();
        return true;
    }

    private int Read(Span<byte> into)
    {
        var read = stream.ReadAtLeast(into, into.Length, throwOnEndOfStream: false);
        ended |= read < into.Length;
        return read;
    }
}
