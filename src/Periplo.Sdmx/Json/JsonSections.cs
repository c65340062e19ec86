using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Periplo.Sdmx.Json;

/// <summary>
/// Observations of cross sections put aside: in memory stands what belongs to a section, its observations are a chain of rows of one
/// size in a <see cref="Spool"/>, each of which knows the one before it.
/// </summary>
internal sealed class JsonSections(JsonDataLayout layout) : IDisposable
{
    private const int Fixed = sizeof(long) + sizeof(int) + sizeof(double);

    private readonly Spool spool = new();
    private readonly Dictionary<string, int> places = [];
    private readonly List<(int[] Key, int[] Attributes, long Last, int Rows)> sections = [];
    private readonly int size = Fixed + (sizeof(int) * layout.ObservationAttributes.Length);
    private byte[] rows = new byte[1024];

    /// <summary>Count of the sections.</summary>
    public int Count => sections.Count;

    /// <summary>Numbers of a section's key and attributes.</summary>
    public (int[] Key, int[] Attributes) this[int section] => (sections[section].Key, sections[section].Attributes);

    /// <summary>Puts an observation aside. Sections of one key with other attributes are others.</summary>
    public void Add(int[] key, int[] ofSection, int number, double value, int[] attributes)
    {
        var section = Find(key, ofSection);
        if (!layout.HasObservations)
            return;
        ref var found = ref CollectionsMarshal.AsSpan(sections)[section];
        var row = Row(0);
        BinaryPrimitives.WriteInt64LittleEndian(row, found.Last);
        BinaryPrimitives.WriteInt32LittleEndian(row[sizeof(long)..], number);
        BinaryPrimitives.WriteDoubleLittleEndian(row[(Fixed - sizeof(double))..], value);
        for (var i = 0; i < attributes.Length; i++)
            BinaryPrimitives.WriteInt32LittleEndian(row[(Fixed + (i * sizeof(int)))..], attributes[i]);
        found.Last = spool.Append(row);
        found.Rows++;
    }

    /// <summary>Fetches the observations of a section, for <see cref="Read"/>, and gives their count.</summary>
    public int Fetch(int section)
    {
        var (_, _, last, count) = sections[section];
        for (var i = count - 1; i >= 0; i--)
        {
            var row = Row(i);
            spool.Read(last, row);
            last = BinaryPrimitives.ReadInt64LittleEndian(row);
        }

        return count;
    }

    /// <summary>One of the observations fetched, in the order they were put aside.</summary>
    public void Read(int index, out int number, out double value, int[] attributes)
    {
        var row = Row(index);
        number = BinaryPrimitives.ReadInt32LittleEndian(row[sizeof(long)..]);
        value = BinaryPrimitives.ReadDoubleLittleEndian(row[(Fixed - sizeof(double))..]);
        for (var i = 0; i < attributes.Length; i++)
            attributes[i] = BinaryPrimitives.ReadInt32LittleEndian(row[(Fixed + (i * sizeof(int)))..]);
    }

    /// <inheritdoc/>
    public void Dispose() => spool.Dispose();

    private Span<byte> Row(int index)
    {
        if (rows.Length < (index + 1) * size)
            Array.Resize(ref rows, Math.Max(rows.Length * 2, (index + 1) * size));
        return rows.AsSpan(index * size, size);
    }

    private int Find(int[] key, int[] ofSection)
    {
        var text = $"{string.Join(':', key)} {string.Join(':', ofSection)}";
        if (places.TryGetValue(text, out var section))
            return section;
        places.Add(text, section = sections.Count);
        sections.Add(([.. key], [.. ofSection], -1, 0));
        return section;
    }
}
