using System.Runtime.CompilerServices;

namespace Periplo.Movements;

/// <summary>
/// Mixes person keys so that partitions are even whatever the keys look like. The mixing loses nothing (two odd
/// multiplications and a shifted exclusive or are each invertible), so two persons never fall together.
/// </summary>
internal static class PersonHash
{
    /// <summary>Least bits of a partition number: the key gives these up to make room for the country.</summary>
    public const int LeastPartitionBits = 8;

    private const int MostPartitionBits = 14;
    private const int ItemsOfPartition = 24_000;
    private const ulong Seed = 0x5045_5249_504C_4F31;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong person)
    {
        var mixed = (person ^ Seed) * 0x9E37_79B9_7F4A_7C15;
        mixed ^= mixed >> 32;
        return mixed * 0xD6E8_FEB8_6659_FD93;
    }

    /// <summary>Bits of a partition number for about so many crossings: a partition is then sorted within the cache.</summary>
    public static int PartitionBits(long expected)
    {
        var bits = LeastPartitionBits;
        while (bits < MostPartitionBits && expected >> bits > ItemsOfPartition)
            bits++;
        return bits;
    }

    /// <summary>Key of a history: 56 bits of the person and the country. The bits lost are those of the partition.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Key(ulong mixed, byte country) => (mixed << LeastPartitionBits) | country;

    /// <summary>Country of a key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Country(ulong key) => (byte)key;
}
