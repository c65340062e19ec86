using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Periplo.Sdmx.Json;

/// <summary>
/// Observations of cross sections put aside: in memory stands what belongs to a section, its observations are a chain of rows of one
/// size in a <see cref="Spool"/>.
/// </summary>
internal sealed class JsonSections(JsonDataLayout layout) : IDisposable
{
    private const int Fixed = sizeof(long) + sizeof(int) + sizeof(double);

    private readonly Spool spool = new();
    private readonly Dictionary<string, int> places = [];
    private readonly List<(int[] Key, int[] Attributes, long First, long Last)> sections = [];
    private readonly byte[] row = new byte[Fixed + (sizeof(int) * layout.ObservationAttributes.Length)];

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
        BinaryPrimitives.WriteInt64LittleEndian(row, -1);
        BinaryPrimitives.WriteInt32LittleEndian(row.AsSpan(8), number);
        BinaryPrimitives.WriteDoubleLittleEndian(row.AsSpan(12), value);
        for (var i = 0; i < attributes.Length; i++)
            BinaryPrimitives.WriteInt32LittleEndian(row.AsSpan(Fixed + (i * sizeof(int))), attributes[i]);
        var at = spool.Append(row);
        ref var found = ref CollectionsMarshal.AsSpan(sections)[section];
        if (found.First < 0)
        {
            found.First = at;
        }
        else
        {
            BinaryPrimitives.WriteInt64LittleEndian(row, at);
            spool.Write(found.Last, row.AsSpan(0, sizeof(long)));
        }

        found.Last = at;
    }

    /// <summary>Rows of a section in the order they were put aside.</summary>
    public Chain Rows(int section) => new(spool, row, sections[section].First);

    /// <inheritdoc/>
    public void Dispose() => spool.Dispose();

    private int Find(int[] key, int[] ofSection)
    {
        var text = $"{string.Join(':', key)} {string.Join(':', ofSection)}";
        if (places.TryGetValue(text, out var section))
            return section;
        places.Add(text, section = sections.Count);
        sections.Add(([.. key], [.. ofSection], -1, -1));
        return section;
    }

    /// <summary>Passes over rows.</summary>
    public struct Chain(Spool spool, byte[] row, long first)
    {
        private long at = first;

        /// <summary>Moves to the next row; false behind the last.</summary>
        public bool Next(out int number, out double value, int[] attributes)
        {
            (number, value) = (0, 0);
            if (at < 0)
                return false;
            spool.Read(at, row);
            at = BinaryPrimitives.ReadInt64LittleEndian(row);
            number = BinaryPrimitives.ReadInt32LittleEndian(row.AsSpan(8));
            value = BinaryPrimitives.ReadDoubleLittleEndian(row.AsSpan(12));
            for (var i = 0; i < (row.Length - Fixed) / sizeof(int); i++)
                attributes[i] = BinaryPrimitives.ReadInt32LittleEndian(row.AsSpan(Fixed + (i * sizeof(int))));
            return true;
        }
    }
}
