using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Disclosure;

/// <summary>
/// Keys of cells: the codes of all breakdown dimensions of a dataset in one number, zero bits where a dimension is not told
/// apart. A margin is then the key of its parts with some bits cleared.
/// </summary>
internal sealed class BreakdownKeys
{
    private const int RankShift = 60;
    private readonly int[] shifts;

    public BreakdownKeys(DatasetDefinition definition)
    {
        Definition = definition;
        Dimensions = [.. BreakdownTable.Allowed.Where(id => definition.Structure.Position(id) >= 0)];
        Positions = [.. Dimensions.Select(definition.Dimension)];
        (shifts, Masks) = (new int[Dimensions.Length], new ulong[Dimensions.Length]);
        var bits = 0;
        for (var d = 0; d < Dimensions.Length; d++)
        {
            shifts[d] = bits;
            var width = 64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)definition.Structure.Dimensions[Positions[d]].CodeList.Codes.Count);
            Masks[d] = ((1UL << width) - 1) << bits;
            bits += width;
        }

        if (bits > RankShift)
            throw new ArgumentException($"The code lists of {definition.Id} are too long for a key.", nameof(definition));
    }

    public DatasetDefinition Definition { get; }

    /// <summary>Ids of the breakdown dimensions.</summary>
    public string[] Dimensions { get; }

    /// <summary>Where they stand in the structure.</summary>
    public int[] Positions { get; }

    /// <summary>The bits of each.</summary>
    public ulong[] Masks { get; }

    /// <summary>The bits that say a dimension has a code.</summary>
    public ulong Part(int dimension, string code)
    {
        var position = Definition.Structure.Dimensions[Positions[dimension]].CodeList.Position(code);
        if (position < 0 || code == "_T")
        {
            throw new StatisticsException(new Text(
                $"{Dimensions[dimension]} no tiene el código {code}, o es un total.", $"{Dimensions[dimension]} has no code {code}, or it is a total.", $"{Dimensions[dimension]} n’a pas le code {code}, ou c’est un total."));
        }

        return (ulong)(position + 1) << shifts[dimension];
    }

    /// <summary>The code a dimension has in a key; the total where it is not told apart.</summary>
    public string Code(ulong key, int dimension)
    {
        var position = (int)((key & Masks[dimension]) >> shifts[dimension]);
        return position == 0 ? "_T" : Definition.Structure.Dimensions[Positions[dimension]].CodeList.Codes[position - 1].Id;
    }

    /// <summary>The bits of all dimensions that a key tells apart.</summary>
    public ulong Level(ulong key)
    {
        ulong level = 0;
        foreach (var mask in Masks)
        {
            if ((key & mask) != 0)
                level |= mask;
        }

        return level;
    }

    /// <summary>The key in words for messages: <c>SEX=F, AGE=Y25T29</c>.</summary>
    public string Words(ulong key)
    {
        var told = Enumerable.Range(0, Dimensions.Length).Where(d => (key & Masks[d]) != 0).Select(d => $"{Dimensions[d]}={Code(key, d)}");
        return string.Join(", ", told) is { Length: > 0 } words ? words : "_T";
    }

    /// <summary>The key behind the number of dimensions it tells apart, so that in this order totals come before their parts.</summary>
    public ulong Ranked(ulong key)
    {
        ulong rank = 0;
        foreach (var mask in Masks)
            rank += (key & mask) != 0 ? 1UL : 0;
        return (rank << RankShift) | key;
    }

    public static ulong Unranked(ulong ranked) => ranked & ((1UL << RankShift) - 1);
}
