using System.Text;
using Periplo.Sources.Tables;

namespace Periplo.Sources.Crossings;

/// <summary>From the codes in a column to numbers: one letter is a look-up in a table, more are remembered by their bytes.</summary>
/// <remarks>For one worker: the memory is not shared.</remarks>
internal sealed class CellCodes
{
    /// <summary>Not a code of this column.</summary>
    public const int None = -1;

    /// <summary>A code whose lines are left out on purpose.</summary>
    public const int LeftOut = -2;

    private const int Unasked = int.MinValue;
    private const int LongestRemembered = 64;
    private readonly int[] single = new int[256];
    private readonly CodeCache<int> longer = new();
    private readonly Func<string, int> find;
    private readonly Encoding encoding;

    /// <param name="find">The number of a trimmed text, also of an empty one.</param>
    /// <param name="encoding">Encoding of the file.</param>
    public CellCodes(Func<string, int> find, Encoding encoding)
    {
        (this.find, this.encoding) = (find, encoding);
        Array.Fill(single, Unasked);
    }

    public int this[ReadOnlySpan<byte> cell] => cell.Length == 1 && single[cell[0]] is var number && number != Unasked ? number : Asked(cell);

    private int Asked(ReadOnlySpan<byte> cell) => cell.Length == 1 ? single[cell[0]] = find(encoding.GetString(cell).Trim()) : Longer(cell);

    private int Longer(ReadOnlySpan<byte> cell)
    {
        if (longer.TryGet(cell, out var known))
            return known;
        var number = find(encoding.GetString(cell).Trim());
        return cell.Length <= LongestRemembered ? longer.Add(cell, number) : number;
    }
}
