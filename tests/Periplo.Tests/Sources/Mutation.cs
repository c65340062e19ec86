namespace Periplo.Tests.Sources;

/// <summary>Damages bytes the way disks, transfers, editors and malice do.</summary>
internal static class Mutation
{
    private static readonly byte[] Telling = [.. "\",;\r\n\t\0-+.eE0123456789<>&'/ \u00FF{}[]:*!%"u8];

    public static byte[] Of(byte[] bytes, Random random)
    {
        var mutated = bytes;
        for (var times = random.Next(1, 4); times > 0; times--)
            mutated = Once(mutated, random);
        return mutated;
    }

    private static byte[] Once(byte[] bytes, Random random)
    {
        if (bytes.Length < 2)
            return bytes;
        var at = random.Next(bytes.Length);
        var length = Math.Min(random.Next(1, 16), bytes.Length - at);
        switch (random.Next(7))
        {
            case 0:
                var flipped = bytes.ToArray();
                flipped[at] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 1:
                var replaced = bytes.ToArray();
                replaced[at] = Telling[random.Next(Telling.Length)];
                return replaced;
            case 2:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 3:
                return [.. bytes[..(at + length)], .. bytes[at..]];
            case 4:
                return bytes[..at];
            case 5:
                return [.. bytes[..at], Telling[random.Next(Telling.Length)], .. bytes[at..]];
            default:
                return Swapped(bytes, random);
        }
    }

    /// <summary>Two fields of the file change places.</summary>
    private static byte[] Swapped(byte[] bytes, Random random)
    {
        var (first, second) = (Field(bytes, random), Field(bytes, random));
        if (first.From > second.From)
            (first, second) = (second, first);
        return first.To > second.From
            ? bytes
            : [.. bytes[..first.From], .. bytes[second.From..second.To], .. bytes[first.To..second.From], .. bytes[first.From..first.To], .. bytes[second.To..]];
    }

    private static (int From, int To) Field(byte[] bytes, Random random)
    {
        var from = random.Next(bytes.Length);
        while (from > 0 && bytes[from - 1] is not ((byte)',' or (byte)'\n'))
            from--;
        var to = from;
        while (to < bytes.Length && bytes[to] is not ((byte)',' or (byte)'\n'))
            to++;
        return (from, to);
    }
}
