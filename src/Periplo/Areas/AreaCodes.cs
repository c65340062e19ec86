using System.Text;

namespace Periplo.Areas;

/// <summary>Position of every id in the registry, found from the bytes of a file without making a string.</summary>
internal sealed class AreaCodes
{
    private const int Letters = 26;
    private const int LongestId = sizeof(ulong);

    // Nearly all codes in a file are three capital letters: one load from a table of 35 kB that stays in the cache.
    private readonly short[] alpha3 = new short[Letters * Letters * Letters];
    private readonly Dictionary<ulong, int> others = [];

    public AreaCodes(IReadOnlyList<Area> areas)
    {
        Array.Fill(alpha3, (short)-1);
        for (var position = 0; position < areas.Count; position++)
        {
            var id = Encoding.UTF8.GetBytes(areas[position].Id);
            if (Slot(id) is var slot and >= 0)
                alpha3[slot] = (short)position;
            else
                others.Add(Packed(id), position);
        }
    }

    /// <summary>Whether an id can be held: one to eight capital letters, digits or underscores.</summary>
    public static bool IsId(string id) =>
        id.Length is > 0 and <= LongestId && id.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');

    public bool TryFind(ReadOnlySpan<byte> id, out int position)
    {
        if (Slot(id) is var slot and >= 0)
        {
            position = alpha3[slot];
            return position >= 0;
        }

        position = -1;
        if (id.Length is 0 or > LongestId || !others.TryGetValue(Packed(id), out var found))
            return false;
        position = found;
        return true;
    }

    private static int Slot(ReadOnlySpan<byte> id)
    {
        if (id.Length != 3)
            return -1;
        var (first, second, third) = ((uint)(id[0] - 'A'), (uint)(id[1] - 'A'), (uint)(id[2] - 'A'));
        return first < Letters && second < Letters && third < Letters ? (int)((first * Letters + second) * Letters + third) : -1;
    }

    private static ulong Packed(ReadOnlySpan<byte> id)
    {
        ulong packed = 0;
        foreach (var b in id)
            packed = packed << 8 | b;
        return packed;
    }
}
