using System.Security.Cryptography;
using System.Text;
using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <summary>A revision of a dataset with all its parts: the one form in which figures are held, whatever they came from. Immutable.</summary>
public sealed class Dataset
{
    private readonly Lazy<int[]>[] postings;
    private readonly int[]?[] starts;

    /// <summary>A dataset of observations already sorted.</summary>
    public Dataset(DatasetDefinition definition, Revision revision, IReadOnlyList<Part> parts, Observations observations)
    {
        (Definition, Revision, Parts, Observations) = (definition, revision, parts, observations);
        (First, Last) = observations.Count == 0 ? (default, default) : (observations.Times.Min(), observations.Times.Max());
        ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Join('\n', parts.SelectMany(part => part.Chunks).Order(StringComparer.Ordinal)))));
        starts = new int[]?[observations.Codes.Count];
        postings = new Lazy<int[]>[observations.Codes.Count];
        for (var d = 0; d < postings.Length; d++)
        {
            var dimension = d;
            postings[d] = new(() => Post(dimension));
        }
    }

    /// <summary>What it is.</summary>
    public DatasetDefinition Definition { get; }

    /// <summary>Its revision.</summary>
    public Revision Revision { get; }

    /// <summary>First period held.</summary>
    public TimePeriod First { get; }

    /// <summary>Last period held.</summary>
    public TimePeriod Last { get; }

    /// <summary>The files it was made from.</summary>
    public IReadOnlyList<Part> Parts { get; }

    /// <summary>Its observations.</summary>
    public Observations Observations { get; }

    /// <summary>SHA-256 over the hashes of its chunks: the same figures have the same hash, so it may key a cache for ever.</summary>
    public string ContentHash { get; }

    /// <summary>Puts the chunks of parts together.</summary>
    /// <param name="definition">What the parts are parts of.</param>
    /// <param name="parts">All parts of one revision.</param>
    /// <param name="chunk">Gives a chunk by its hash.</param>
    /// <exception cref="InvalidDataException">A chunk is damaged or of another structure, or two disagree.</exception>
    public static Dataset Assemble(DatasetDefinition definition, IReadOnlyList<Part> parts, Func<string, ObservationChunk> chunk)
    {
        var pieces = new List<(Observations, ushort)>();
        for (var p = 0; p < parts.Count; p++)
        {
            foreach (var hash in parts[p].Chunks)
            {
                var piece = chunk(hash).Decode();
                CheckFits(piece, definition.Structure, hash);
                pieces.Add((piece, (ushort)p));
            }
        }

        return new(definition, parts[0].Revision, parts, ObservationUnion.Of(pieces, definition.Structure.Dimensions.Count, (left, right, all) =>
            throw new InvalidDataException($"{parts[0].Revision.Id} holds two values for {all.Key(left)}.")));
    }

    /// <summary>Checks that observations to be added agree with those held wherever both have a key.</summary>
    /// <param name="added">Observations of a file that is to become a part.</param>
    /// <param name="disagreement">Makes the exception to throw from: the key, the observation held, and the value and row of the one to be added.</param>
    public void CheckAgrees(Observations added, Func<string, int, double, SourceRow, Exception> disagreement) =>
        ObservationUnion.Of([(Observations, 0), (added, 1)], Observations.Codes.Count, (_, right, all) =>
        {
            // Sorting is stable, so of two equal keys the one held comes first.
            var held = Select(Query.OfKey(all, right, Definition)).Find(i => Observations.Times[i] == all.Times[right]);
            throw disagreement(all.Key(right), held, all.Values[right], all.Rows[right]);
        });

    /// <summary>The part an observation came with.</summary>
    public Part PartOf(int observation) => Parts[Observations.Parts.Length == 0 ? 0 : Observations.Parts[observation]];

    /// <summary>The observations with a code in a dimension, in order of key; empty when the code does not occur.</summary>
    public ReadOnlySpan<int> With(int dimension, string code)
    {
        var position = Array.BinarySearch(Observations.Codes[dimension], code, StringComparer.Ordinal);
        if (position < 0)
            return [];
        var posting = postings[dimension].Value;
        return posting.AsSpan(starts[dimension]![position]..starts[dimension]![position + 1]);
    }

    /// <summary>The observations a query asks for, in order of key. Reads the shortest list among the dimensions it names.</summary>
    /// <exception cref="ArgumentException">The structure has no such dimension.</exception>
    public List<int> Select(Query query)
    {
        var allowed = new bool[]?[Observations.Codes.Count];
        var shortest = -1;
        long fewest = Observations.Count;
        foreach (var (id, codes) in query.Codes)
        {
            var d = Definition.Dimension(id);
            allowed[d] = new bool[Observations.Codes[d].Length];
            long count = 0;
            foreach (var code in codes)
            {
                var position = Array.BinarySearch(Observations.Codes[d], code, StringComparer.Ordinal);
                if (position < 0 || allowed[d]![position])
                    continue;
                allowed[d]![position] = true;
                count += With(d, code).Length;
            }

            if (count < fewest)
                (fewest, shortest) = (count, d);
        }

        var selected = new List<int>();
        if (fewest == 0)
            return selected;
        if (shortest < 0)
        {
            for (var i = 0; i < Observations.Count; i++)
                Take(i);
            return selected;
        }

        var lists = 0;
        for (var position = 0; position < allowed[shortest]!.Length; position++)
        {
            if (!allowed[shortest]![position])
                continue;
            lists++;
            foreach (var i in With(shortest, Observations.Codes[shortest][position]))
                Take(i);
        }

        if (lists > 1)
            selected.Sort();
        return selected;

        void Take(int i)
        {
            for (var d = 0; d < allowed.Length; d++)
            {
                if (allowed[d] is { } codes && !codes[Observations.Position(d, i)])
                    return;
            }

            if (query.Holds(Observations.Times[i]))
                selected.Add(i);
        }
    }

    /// <summary>Passes over the observations a query asks for.</summary>
    public DataCursor Cursor(Query query) => new DatasetCursor(this, Select(query));

    /// <summary>Value of an observation in plain units: multiplied by its UNIT_MULT.</summary>
    public double Plain(int observation)
    {
        var multiplier = Observations.AttributeSets[Observations.Attributes[observation]].UnitMultiplier;
        var value = Observations.Values[observation];
        // Thousands with three decimals are whole persons: rounding takes off what binary fractions add.
        return multiplier == 0 ? value : Math.Round(value * Math.Pow(10, multiplier), 6);
    }

    private static void CheckFits(Observations piece, DataStructure structure, string hash)
    {
        if (piece.Codes.Count != structure.Dimensions.Count)
            throw new InvalidDataException($"Chunk {hash} is of another structure than {structure.Id}.");
        foreach (var (dimension, codes) in structure.Dimensions.Zip(piece.Codes))
        {
            if (Array.Find(codes, code => dimension.CodeList.Position(code) < 0) is { } unknown)
                throw new InvalidDataException($"Chunk {hash} has {dimension.Id} {unknown}, which {dimension.CodeList.Id} does not have.");
        }
    }

    private int[] Post(int dimension)
    {
        var codes = Observations.Codes[dimension].Length;
        var from = new int[codes + 1];
        for (var i = 0; i < Observations.Count; i++)
            from[Observations.Position(dimension, i) + 1]++;
        for (var c = 1; c <= codes; c++)
            from[c] += from[c - 1];
        starts[dimension] = (int[])from.Clone();
        var posting = new int[Observations.Count];
        for (var i = 0; i < posting.Length; i++)
            posting[from[Observations.Position(dimension, i)]++] = i;
        return posting;
    }
}
