using System.IO.Compression;
using System.Security.Cryptography;
using Periplo.Sdmx;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Statistics;

public class ObservationChunkTests
{
    [Fact]
    public void Decode_gives_back_what_was_cut()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var definition = Sample.Definitions.All[random.Next(Sample.Definitions.All.Count)];
            var rows = Sample.Random(definition, random, 300);

            var chunks = ObservationChunk.Cut(Sample.Build(definition, rows)).ToList();

            Assert.Equal(rows.Count == 0 ? 0 : 1, chunks.Count);
            Assert.Equal(Sample.Lines(rows), chunks.SelectMany(chunk => Sample.Lines(chunk.Decode())));
        });
    }

    public static TheoryData<double> AwkwardValues =>
    [
        0.0, double.NegativeZero, 0.1, -1234.567, 0.000000001, 1e-10, 1.0 / 3, 9007199254740991.0, 9007199254740993e3, double.MaxValue, double.Epsilon,
    ];

    [Theory]
    [MemberData(nameof(AwkwardValues))]
    public void Decode_gives_every_value_back_to_the_last_bit(double value)
    {
        var rows = new[] { Sample.Stock("USA", "MEX", 2020, value), Sample.Stock("USA", "MEX", 2021, 304_021_813), Sample.MissingStock("USA", "MEX", 2022) };

        var decoded = ObservationChunk.Cut(Sample.Build(Sample.Definitions.Stock, rows)).Single().Decode();

        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(decoded.Values[0]));
        Assert.Equal(304_021_813, decoded.Values[1]);
        Assert.True(double.IsNaN(decoded.Values[2]));
    }

    [Fact]
    public void Cut_has_a_hash_that_is_the_same_for_the_same_figures()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var rows = Sample.Random(Sample.Definitions.Stock, random, 50);
            var first = ObservationChunk.Cut(Sample.Build(Sample.Definitions.Stock, rows)).ToList();
            Sample.Shuffle(random, rows);
            var second = ObservationChunk.Cut(Sample.Build(Sample.Definitions.Stock, rows)).ToList();

            Assert.Equal(first.Select(chunk => chunk.Hash), second.Select(chunk => chunk.Hash));
            Assert.Equal(first.SelectMany(chunk => chunk.Bytes), second.SelectMany(chunk => chunk.Bytes));
        });
    }

    [Fact]
    public void Cut_has_the_hash_that_earlier_versions_gave()
    {
        // Stores are named by these hashes: a change here is a change of format.
        var chunk = ObservationChunk.Cut(Sample.Build(Sample.Definitions.Stock,
        [
            Sample.Stock("USA", "MEX", 2020, 11_177_052, set: new(0, "B"), row: 70_001),
            Sample.Stock("USA", "MEX", 2020, 5_400.5, sex: "F", set: new(3, "BR", "nota")),
            Sample.MissingStock("MEX", "USA", 2020),
        ])).Single();

        Assert.Equal("eb1d75fdec5d1a5d485671b4443f1af06ff4ddbc4c9952178a44008edb0a5ccf", chunk.Hash);
    }

    [Fact]
    public void Cut_many_observations_gives_chunks_of_the_most_at_the_most()
    {
        var areas = Sample.Definitions.Stock.Structure.Dimensions[1].CodeList.Codes;
        var rows = Enumerable.Range(0, ObservationChunk.Most + 1)
            .Select(i => Sample.Stock(areas[i / 1000].Id, areas[i % 250].Id, 2000 + (i / 250 % 4), i, row: i + 2)).ToList();
        var built = Sample.Build(Sample.Definitions.Stock, rows);

        var chunks = ObservationChunk.Cut(built).ToList();

        Assert.Equal([ObservationChunk.Most, 1], chunks.Select(chunk => chunk.Decode().Count));
        Assert.Equal(Sample.Lines(built), chunks.SelectMany(chunk => Sample.Lines(chunk.Decode())));
    }

    [Fact]
    public void Decode_damaged_bytes_is_refused()
    {
        var chunk = ObservationChunk.Cut(Sample.Build(Sample.Definitions.Stock, Sample.Random(Sample.Definitions.Stock, new Random(7), 300))).Single();
        var whole = Sample.Lines(chunk.Decode());
        Property.Holds(TestCounts.Mutations, random =>
        {
            var damaged = chunk with { Bytes = Mutation.Of(chunk.Bytes, random) };
            try
            {
                Assert.Equal(whole, Sample.Lines(damaged.Decode()));
            }
            catch (InvalidDataException)
            {
                // The only other way out.
            }
        });
    }

    [Fact]
    public void Decode_bytes_forged_under_their_own_hash_is_refused_or_whole()
    {
        // Someone who makes a backup by hand can name a chunk rightly: then only its form protects the reader.
        var plain = Inflate(ObservationChunk.Cut(Sample.Build(Sample.Definitions.Stock, Sample.Random(Sample.Definitions.Stock, new Random(7), 60))).Single().Bytes);
        Property.Holds(TestCounts.Mutations, random =>
        {
            var forged = Forge(Mutation.Of(plain, random));
            Observations decoded;
            try
            {
                decoded = forged.Decode();
            }
            catch (InvalidDataException)
            {
                return;
            }

            // What is let through can be used: every code, period, status and attribute is there.
            Assert.Equal(decoded.Count, Sample.Lines(decoded).Count);
            Assert.All(decoded.Times, time => Assert.True(time.FirstDay <= time.LastDay));
            Assert.All(decoded.Statuses, status => Assert.True(Enum.IsDefined(status)));
            for (var i = 0; i < decoded.Count; i++)
            {
                Assert.Equal(decoded.Statuses[i].IsMissing(), double.IsNaN(decoded.Values[i]));
                Assert.False(double.IsInfinity(decoded.Values[i]));
            }
        });
    }

    [Fact]
    public void Decode_bytes_that_ask_for_more_memory_than_they_hold_is_refused()
    {
        using var plain = new MemoryStream();
        using var writer = new BinaryWriter(plain);
        writer.Write("PCH1"u8);
        writer.Write(1);
        writer.Write7BitEncodedInt(int.MaxValue);

        Assert.Throws<InvalidDataException>(() => Forge(plain.ToArray()).Decode());
    }

    [Fact]
    public void Decode_bomb_is_refused_before_it_fills_the_memory()
    {
        var bomb = Forge(new byte[ObservationChunk.LongestPlain + 1]);

        Assert.True(bomb.Bytes.Length < 1 << 20);
        Assert.Throws<InvalidDataException>(() => bomb.Decode());
    }

    private static ObservationChunk Forge(byte[] plain)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            brotli.Write(plain);
        return new(Convert.ToHexStringLower(SHA256.HashData(plain)), compressed.ToArray());
    }

    private static byte[] Inflate(byte[] bytes)
    {
        using var plain = new MemoryStream();
        using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        brotli.CopyTo(plain);
        return plain.ToArray();
    }
}
