using Periplo.Storage;
using Xunit;

namespace Periplo.Tests.Storage.Crossings;

/// <summary>Whoever reads is told of, before anything is read.</summary>
public sealed class CrossingReadsTests : IDisposable
{
    private readonly CrossingPlace place = new();

    public CrossingReadsTests()
    {
        place.Create();
        place.Append("a.csv", CrossingPlace.At(CrossingPlace.Now), CrossingPlace.At(CrossingPlace.Now));
        place.Append("b.csv", CrossingPlace.At(CrossingPlace.Now));
    }

    [Fact]
    public void Every_reading_is_told_with_who_why_and_what()
    {
        var folder = place.Open();
        var parts = folder.Journal().Parts;
        using (folder.Read(parts, "ana", "monthly tables", CrossingPlace.Now))
        using (folder.Read([parts[1]], "luis", "increment of July", CrossingPlace.Now.AddHours(1)))
        {
            // Nothing was read yet, and it is told already.
            Assert.Equal(2, folder.Reads().Count);
        }

        Assert.Equal(
            [(1L, CrossingPlace.Now, "ana", "monthly tables", "000002.crossings 000003.crossings", 3L), (2L, CrossingPlace.Now.AddHours(1), "luis", "increment of July", "000003.crossings", 1L)],
            folder.Reads().Select(read => (read.Number, read.At, read.Who, read.Why, string.Join(' ', read.What), read.Crossings)));
    }

    [Fact]
    public void Reading_of_a_state_is_told()
    {
        var folder = place.Open();
        Assert.Null(folder.ReadState("ana", "test", CrossingPlace.Now));
        using (var writer = folder.BeginWrite())
        using (var state = writer.BeginState())
            state.Commit(writer.Journal.Position);

        using (folder.ReadState("ana", "test", CrossingPlace.Now))
            Assert.Equal(("state 1", 3L), folder.Reads().Select(read => (read.What.Single(), read.Crossings)).Single());
    }

    [Theory]
    [InlineData("", "monthly tables")]
    [InlineData("ana", "  ")]
    public void Nobody_or_no_purpose_reads_nothing(string who, string why)
    {
        var folder = place.Open();

        Assert.Throws<StoreException>(() => folder.Read(folder.Journal().Parts, who, why, CrossingPlace.Now));
        Assert.Throws<StoreException>(() => folder.Read(folder.Journal().Parts, who, why, CrossingPlace.Now));
        Assert.Empty(folder.Reads());
    }

    [Fact]
    public void Readers_at_the_same_time_are_all_told()
    {
        var folder = place.Open();
        Parallel.For(0, 20, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
        {
            using var reading = folder.Read(folder.Journal().Parts, $"user{i}", "test", CrossingPlace.Now);
        });

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"user{i}").Order(), folder.Reads().Select(read => read.Who).Order());
    }

    [Fact]
    public void Mutated_read_log_is_told_or_was_cut_off_at_its_end()
    {
        for (var i = 0; i < 4; i++)
            place.All();
        var whole = File.ReadAllBytes(place.ReadLog);
        var folder = place.Open();
        Property.Holds(TestCounts.FolderMutations, random =>
        {
            var mutated = Mutation.Of(whole, random);
            File.WriteAllBytes(place.ReadLog, mutated);
            try
            {
                var reads = folder.Reads();
                Assert.True(whole.AsSpan().StartsWith(mutated.AsSpan(0, mutated.AsSpan().LastIndexOf((byte)'\n') + 1)));
                Assert.Equal(Enumerable.Range(1, reads.Count).Select(i => (long)i), reads.Select(read => read.Number));
            }
            catch (StoreException error)
            {
                Assert.Contains(place.ReadLog, error.Explanation.En, StringComparison.Ordinal);
            }
        });
    }

    [Fact]
    public void Damaged_read_log_lets_nobody_read()
    {
        place.All();
        File.WriteAllText(place.ReadLog, File.ReadAllText(place.ReadLog).Replace("ana", "eva", StringComparison.Ordinal));

        Assert.Throws<StoreException>(place.All);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Read_log_cut_short_shows_once_the_journal_remembers_it(int left)
    {
        place.All();
        place.All();
        var lines = File.ReadAllLines(place.ReadLog);
        var folder = place.Open();
        File.WriteAllLines(place.ReadLog, lines[..left]);
        Assert.Equal(3, folder.Check());

        File.WriteAllLines(place.ReadLog, lines);
        place.Append("c.csv", CrossingPlace.At(CrossingPlace.Now));
        Assert.Equal(4, folder.Check());
        File.WriteAllLines(place.ReadLog, lines[..left]);
        Assert.Contains(place.ReadLog, Assert.Throws<StoreException>(() => folder.Check()).Explanation.En, StringComparison.Ordinal);
    }

    public void Dispose() => place.Dispose();
}
