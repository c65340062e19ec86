using System.Numerics;

namespace Periplo.Sdmx.Messages;

/// <summary>
/// Keys met, each as 128 bits made of its texts: sixteen bytes a key whatever its length. Two different keys have the same bits by
/// chance less than once in 10^24 messages of a million observations.
/// </summary>
/// <param name="most">Keys that are held; those behind are looked for and not kept.</param>
internal sealed class KeySet(int most)
{
    private UInt128[] slots = new UInt128[1 << 10];
    private int count;

    /// <summary>Whether a key came when no more could be held.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Takes a key; false when it was there.</summary>
    public bool Add(UInt128 key)
    {
        // Zero marks a free place.
        if (key == UInt128.Zero)
            key = UInt128.One;
        var place = Place(key);
        if (slots[place] == key)
            return false;
        if (count >= most)
        {
            IsFull = true;
            return true;
        }

        slots[place] = key;
        if (++count * 2L > slots.Length)
            Grow();
        return true;
    }

    /// <summary>Takes a text into the bits of a key.</summary>
    public static UInt128 With(UInt128 key, ReadOnlySpan<char> text)
    {
        var (low, high) = ((ulong)key, (ulong)(key >> 64));
        foreach (var letter in text)
        {
            low = BitOperations.RotateLeft(low ^ letter, 29) * 0x9E3779B97F4A7C15;
            high = (BitOperations.RotateLeft(high, 31) + letter) * 0xC2B2AE3D27D4EB4F;
        }

        return With(new UInt128(high, low), ulong.MaxValue);
    }

    /// <summary>Takes a number into the bits of a key.</summary>
    public static UInt128 With(UInt128 key, ulong number)
    {
        var (low, high) = ((ulong)key, (ulong)(key >> 64));
        low = BitOperations.RotateLeft(low ^ number, 23) * 0xD6E8FEB86659FD93;
        high = (BitOperations.RotateLeft(high, 37) + number + 1) * 0xA0761D6478BD642F;
        return new(high ^ (low >> 31), low ^ (high >> 33));
    }

    private int Place(UInt128 key)
    {
        var mask = slots.Length - 1;
        var place = (int)((ulong)key ^ (ulong)(key >> 67)) & mask;
        while (slots[place] != UInt128.Zero && slots[place] != key)
            place = (place + 1) & mask;
        return place;
    }

    private void Grow()
    {
        var before = slots;
        slots = new UInt128[before.Length * 2];
        foreach (var key in before)
        {
            if (key != UInt128.Zero)
                slots[Place(key)] = key;
        }
    }
}
