using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Periplo.Sources.Tables;

/// <summary>Remembers what cells stand for by their bytes, so that a text is made once per distinct cell and not once per row.</summary>
internal sealed class CodeCache<T>
{
    /// <summary>Distinct cells remembered; a column with more is no code column, and is read without memory of it.</summary>
    private const int Most = 100_000;

    private readonly Dictionary<byte[], T> known = new(ByteCells.Comparer);
    private readonly Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>> bySpan;

    public CodeCache() => bySpan = known.GetAlternateLookup<ReadOnlySpan<byte>>();

    public bool TryGet(ReadOnlySpan<byte> cell, [MaybeNullWhen(false)] out T value) => bySpan.TryGetValue(cell, out value);

    public T Add(ReadOnlySpan<byte> cell, T value)
    {
        if (known.Count < Most)
            known.Add(cell.ToArray(), value);
        return value;
    }

    private sealed class ByteCells : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly ByteCells Comparer = new();

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            // Codes are three or four bytes: one step. Longer cells go on eight bytes at a time.
            var hash = (ulong)alternate.Length;
            while (alternate.Length >= sizeof(ulong))
            {
                hash = (hash ^ MemoryMarshal.Read<ulong>(alternate)) * 0x9E3779B97F4A7C15;
                hash ^= hash >> 29;
                alternate = alternate[sizeof(ulong)..];
            }

            foreach (var one in alternate)
                hash = (hash ^ one) * 0x9E3779B97F4A7C15;
            return (int)(hash >> 32);
        }

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());
    }
}
