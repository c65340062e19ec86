using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Periplo.Sources.Crossings;

/// <summary>Where the cells and lines of a block of text end: found 32 bytes at a time, without a branch per cell.</summary>
internal sealed class LineIndex
{
    /// <summary>Bytes that must be there behind the text of a block, so that the last step may read beyond it.</summary>
    public const int Slack = 32;

    // Ends of cells written at once, wanted or not: 32 bytes of a table rarely hold more.
    private const int AtOnce = 8;
    private readonly int[] cellEnds;
    private readonly int[] lineEnds;

    /// <param name="longest">Bytes the longest block may have.</param>
    public LineIndex(int longest) => (cellEnds, lineEnds) = (new int[longest + AtOnce + Slack], new int[longest + 1]);

    /// <summary>Lines in the block.</summary>
    public int Lines { get; private set; }

    /// <summary>True when the block holds a quote anywhere.</summary>
    public bool Quotes { get; private set; }

    /// <summary>Ends of the cells of a line, the last one where the line ends. May be written to.</summary>
    public Span<int> Cells(int line)
    {
        var first = line == 0 ? 0 : lineEnds[line - 1] + 1;
        return cellEnds.AsSpan(first, lineEnds[line] + 1 - first);
    }

    /// <summary>Finds the ends in a block that ends with a line end.</summary>
    /// <param name="text">The block, with <see cref="Slack"/> zero bytes behind it.</param>
    /// <param name="length">Bytes of the block without the slack.</param>
    /// <param name="delimiter">What separates cells.</param>
    public void Fill(ReadOnlySpan<byte> text, int length, byte delimiter)
    {
        ref var bytes = ref MemoryMarshal.GetReference(text);
        ref var cells = ref MemoryMarshal.GetArrayDataReference(cellEnds);
        ref var lines = ref MemoryMarshal.GetArrayDataReference(lineEnds);
        var (delimiters, newLines, marks) = (Vector256.Create(delimiter), Vector256.Create((byte)'\n'), Vector256.Create((byte)'"'));
        var quoted = Vector256<byte>.Zero;
        int count = 0, lineCount = 0;
        for (var at = 0; at < length; at += Vector256<byte>.Count)
        {
            var part = Vector256.LoadUnsafe(ref bytes, (nuint)at);
            var ends = Vector256.Equals(part, newLines);
            quoted |= Vector256.Equals(part, marks);
            var bits = (ends | Vector256.Equals(part, delimiters)).ExtractMostSignificantBits();
            for (var lineBits = ends.ExtractMostSignificantBits(); lineBits != 0; lineBits &= lineBits - 1)
                Unsafe.Add(ref lines, lineCount++) = count + BitOperations.PopCount(bits & (lineBits ^ lineBits - 1) >> 1);
            var next = count + BitOperations.PopCount(bits);
            for (var i = 0; i < AtOnce; i++)
            {
                Unsafe.Add(ref cells, count + i) = at + BitOperations.TrailingZeroCount(bits);
                bits &= bits - 1;
            }

            for (var i = count + AtOnce; i < next; i++)
            {
                Unsafe.Add(ref cells, i) = at + BitOperations.TrailingZeroCount(bits);
                bits &= bits - 1;
            }

            count = next;
        }

        (Lines, Quotes) = (lineCount, quoted != Vector256<byte>.Zero);
    }
}
