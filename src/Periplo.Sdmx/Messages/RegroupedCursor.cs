namespace Periplo.Sdmx.Messages;

/// <summary>
/// Brings observations that differ in one dimension alone next to each other, for cross-sections, as far as they lie within the same
/// <see cref="Window"/> observations: memory stays flat for any size. Of larger data a cross-section may come in several parts.
/// </summary>
/// <param name="source">The observations in any order.</param>
/// <param name="varying">Position of the dimension that may differ.</param>
internal sealed class RegroupedCursor(DataCursor source, int varying) : DataCursor
{
    /// <summary>Observations held at a time.</summary>
    public const int Window = 1 << 15;

    private readonly int codes = source.Structure.Dimensions.Count;
    private readonly int attributes = source.Structure.Attributes.Count;
    private readonly List<Row> rows = [];
    private readonly List<int> order = [];
    private int at = -1;
    private bool ended;

    public override DataStructure Structure => source.Structure;

    public override TimePeriod Time => Current.Time;

    public override double Value => Current.Value;

    public override ObservationStatus Status => Current.Status;

    private Row Current => rows[order[at]];

    public override bool Read()
    {
        if (++at < order.Count)
            return true;
        if (ended)
            return false;
        Fill();
        at = 0;
        return order.Count > 0;
    }

    public override string Code(int dimension) => Current.Texts[dimension]!;

    public override string? Attribute(int attribute) => Current.Texts[codes + attribute];

    private void Fill()
    {
        rows.Clear();
        order.Clear();
        // Each section is a chain of rows from its first, which is met in the order of the source.
        var last = new Dictionary<Row, int>(new SectionComparer(codes, varying));
        var firsts = new List<int>();
        var next = new List<int>();
        while (rows.Count < Window)
        {
            if (!source.Read())
            {
                ended = true;
                break;
            }

            var row = Held();
            if (last.TryGetValue(row, out var before))
                next[before] = rows.Count;
            else
                firsts.Add(rows.Count);
            last[row] = rows.Count;
            rows.Add(row);
            next.Add(-1);
        }

        foreach (var first in firsts)
        {
            for (var row = first; row >= 0; row = next[row])
                order.Add(row);
        }
    }

    private Row Held()
    {
        var texts = new string?[codes + attributes];
        for (var d = 0; d < codes; d++)
            texts[d] = source.Code(d);
        for (var a = 0; a < attributes; a++)
            texts[codes + a] = source.Attribute(a);
        return new(texts, source.Time, source.Value, source.Status);
    }

    private readonly record struct Row(string?[] Texts, TimePeriod Time, double Value, ObservationStatus Status);

    /// <summary>Rows of one section: the same period and codes, but for the one dimension.</summary>
    private sealed class SectionComparer(int codes, int varying) : IEqualityComparer<Row>
    {
        public bool Equals(Row x, Row y)
        {
            if (x.Time != y.Time)
                return false;
            for (var d = 0; d < codes; d++)
            {
                if (d != varying && x.Texts[d] != y.Texts[d])
                    return false;
            }

            return true;
        }

        public int GetHashCode(Row obj)
        {
            var hash = new HashCode();
            hash.Add(obj.Time);
            for (var d = 0; d < codes; d++)
            {
                if (d != varying)
                    hash.Add(obj.Texts[d]);
            }

            return hash.ToHashCode();
        }
    }
}
