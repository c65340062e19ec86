using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <summary>Puts runs of observations that have codes of their own under one set of codes.</summary>
internal static class ObservationUnion
{
    /// <summary>The union, sorted. A key that two pieces hold with the same value is kept once, from the first part.</summary>
    public static Observations Of(IReadOnlyList<(Observations Observations, ushort Part)> pieces, int dimensions, Action<int, int, Observations> conflict)
    {
        var count = pieces.Sum(piece => piece.Observations.Count);
        var codes = new string[dimensions][];
        var positions = new ushort[dimensions][];
        for (var d = 0; d < dimensions; d++)
            (codes[d], positions[d]) = Column(pieces, d, count);

        var sets = new List<AttributeSet>();
        var known = new Dictionary<AttributeSet, ushort>();
        var attributes = new ushort[count];
        var times = new TimePeriod[count];
        var values = new double[count];
        var statuses = new ObservationStatus[count];
        var rows = new SourceRow[count];
        var parts = pieces.Any(piece => piece.Part != 0) ? new ushort[count] : [];
        var at = 0;
        foreach (var (piece, part) in pieces)
        {
            var place = piece.AttributeSets.Select(set =>
            {
                if (!known.TryGetValue(set, out var position))
                {
                    if (sets.Count > ushort.MaxValue)
                        throw TooManyRemarks();
                    known.Add(set, position = (ushort)sets.Count);
                    sets.Add(set);
                }

                return position;
            }).ToArray();
            for (var i = 0; i < piece.Count; i++)
                attributes[at + i] = place[piece.Attributes[i]];
            piece.Times.CopyTo(times, at);
            piece.Values.CopyTo(values, at);
            piece.Statuses.CopyTo(statuses, at);
            piece.Rows.CopyTo(rows, at);
            if (parts.Length > 0)
                parts.AsSpan(at, piece.Count).Fill(part);
            at += piece.Count;
        }

        return ObservationSort.Sorted(
            new()
            {
                Codes = codes,
                Positions = positions,
                Times = times,
                Values = values,
                Statuses = statuses,
                Attributes = attributes,
                AttributeSets = sets,
                Rows = rows,
                Parts = parts,
            },
            conflict);
    }

    private static StatisticsException TooManyRemarks() => new(new Text(
        $"Una revisión tiene a lo más {ushort.MaxValue + 1} notas distintas. Importe el archivo en otra revisión (--revision) o sin la columna de notas.",
        $"A revision has {ushort.MaxValue + 1} distinct remarks at the most. Import the file into another revision (--revision) or without the column of remarks.",
        $"Une révision a au plus {ushort.MaxValue + 1} notes distinctes. Importez le fichier dans une autre révision (--revision) ou sans la colonne des notes."));

    private static (string[] Codes, ushort[] Positions) Column(IReadOnlyList<(Observations Observations, ushort Part)> pieces, int dimension, int count)
    {
        var codes = pieces.SelectMany(piece => piece.Observations.Codes[dimension]).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (codes.Length <= 1)
            return (codes, []);
        var positions = new ushort[count];
        var at = 0;
        foreach (var (piece, _) in pieces)
        {
            var place = Array.ConvertAll(piece.Codes[dimension], code => (ushort)Array.BinarySearch(codes, code, StringComparer.Ordinal));
            for (var i = 0; i < piece.Count; i++)
                positions[at + i] = place[piece.Position(dimension, i)];
            at += piece.Count;
        }

        return (codes, positions);
    }
}
