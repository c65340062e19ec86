using System.Security.Cryptography;
using Periplo.Languages;
using Periplo.Registers;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Tests.Writer;

/// <summary>The parts the program writes: the same numbers in every run, so that a test knows what must be there.</summary>
public static class WrittenPart
{
    /// <summary>Rows of a part.</summary>
    public const int Rows = 2000;

    /// <summary>A structure of its own: a number and a place within it.</summary>
    public static DatasetDefinition Definition { get; } = Define();

    /// <summary>The revision all parts belong to.</summary>
    public static Revision Revision { get; } = new("WRITTEN", "TEST", "1");

    /// <summary>A part and its chunks. Every value is different, so no two parts share a chunk.</summary>
    public static (Part Part, IReadOnlyList<ObservationChunk> Chunks) Number(int number)
    {
        var builder = new ObservationsBuilder(Definition);
        builder.Set(0, Code(number));
        for (var row = 0; row < Rows; row++)
        {
            builder.Set(1, Code(row / 20));
            builder.Add(TimePeriod.OfYear(2000 + (row % 20)), Value(number, row), ObservationStatus.A, AttributeSet.Units, SourceRow.Line(row + 2));
        }

        var chunks = ObservationChunk.Cut(builder.Build((key, _, _) => throw new InvalidOperationException(key))).ToList();
        var name = $"part-{number}.csv";
        var file = new SourceFile(name, Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name))), Rows);
        var papers = new Papers(Text.Same("Test"), "", "CC0-1.0", Text.Same("made up"));
        return (new(Revision, file, "writer 1", "", papers, Rows, [], [], [], DateTimeOffset.UnixEpoch, [.. chunks.Select(chunk => chunk.Hash)]), chunks);
    }

    /// <summary>What the log says of a part.</summary>
    public static LogItem Told(int number) =>
        new(DateTimeOffset.UnixEpoch.AddSeconds(number), "writer", LogAction.Record, "parts", $"part-{number}", "approved", $$"""{"name":"{{number}}"}""", "");

    /// <summary>The value of a row of a part: unlike any other, and not kind to a compressor.</summary>
    public static double Value(int number, int row) => (((number * Rows) + row) * 2_654_435_761L) % 1_000_000_007;

    private static string Code(int number) => $"C{number:000}";

    private static DatasetDefinition Define()
    {
        var name = new InternationalString(("en", "Written"));
        var codes = new CodeList("CL_NUMBER", "TEST", "1.0", name, [.. Enumerable.Range(0, 1000).Select(i => new Code(Code(i), name))]);
        var structure = new DataStructure(
            "DSD_WRITTEN", "TEST", "1.0", name, [new(new("PART", name), codes), new(new("PLACE", name), codes)], []);
        return new("WRITTEN", Text.Same("Written"), Text.Same("Written"), new(new Dataflow("DF_WRITTEN", "TEST", "1.0", name, structure)), "PART", new HashSet<string>());
    }
}
