using System.Text.Json;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Statistics;
using Periplo.Storage;
using Periplo.Tests.Statistics;
using Xunit;

namespace Periplo.Tests.Storage;

/// <summary>What a store must do on every engine.</summary>
public abstract class StoreContract
{
    private protected abstract StorePlace Place();

    [Fact]
    public void Open_where_there_is_none_makes_an_empty_store()
    {
        using var place = Place();

        Assert.Empty(place.Open().Parts());
    }

    [Fact]
    public void Open_again_keeps_what_is_there()
    {
        using var place = Place();
        var added = Add(place.Open(), Rows(1));

        Assert.Equal([Json(added)], place.Open().Parts().Select(Json));
    }

    [Fact]
    public void Load_gives_what_was_added_with_all_its_papers()
    {
        using var place = Place();
        var store = place.Open();
        var random = new Random(TestCounts.Seed);
        var rows = Sample.Random(Sample.Definitions.Stock, random, 400);
        var observations = Sample.Build(Sample.Definitions.Stock, rows);
        var part = Sample.Part(Sample.Definitions.Stock, observations) with
        {
            Parameters = "columns:\n  año: TIME_PERIOD\n",
            Sheets = ["Table 1", "Notes «ñ»"],
            Notes = [new("Nota", "Note", "Note"), Text.Same("€ 😀 \" ' ; --")],
            CompiledFrom = [new("original.xlsx", new string('b', 64), 5_000_000_000)],
        };
        Add(store, part, observations);

        var loaded = store.Load(Sample.Definitions.Stock, part.Revision)!;

        Assert.Equal(Sample.Lines(rows), Sample.Lines(loaded.Observations));
        Assert.Equal([Json(part)], loaded.Parts.Select(Json));
        Assert.Equal([Json(part)], store.Parts().Select(Json));
    }

    [Fact]
    public void Load_of_the_largest_chunk_gives_every_value()
    {
        using var place = Place();
        var store = place.Open();
        var areas = BundledData.Areas.All;
        var random = new Random(TestCounts.Seed);
        var rows = Enumerable.Range(0, ObservationChunk.Most).Select(i => Sample.Stock(areas[i / 256].Id, areas[i % 256].Id, 2020, random.NextDouble(), row: i + 2)).ToList();
        var part = Add(store, rows);

        Assert.Single(part.Chunks);
        Assert.Equal(rows.Sum(row => row.Value), store.Load(Sample.Definitions.Stock, part.Revision)!.Observations.Values.Sum(), 6);
    }

    [Fact]
    public void Remotes_are_remembered_as_they_were_last_put()
    {
        using var place = Place();
        var store = place.Open();
        var first = new RemoteState("b", new("Oficina «ñ»", "Office", "Bureau"), "GTM", "https://example.org/data", "hash", RemoteOutcome.Down, new("no está", "down", "absent"), new(2026, 11, 29, 1, 2, 3, TimeSpan.Zero));
        var second = first with { Id = "a", Outcome = RemoteOutcome.Taken, Reason = null, AnsweredAt = first.TriedAt, Dataset = "STOCK", Revision = "INE.2024", LastPeriod = "2024", Tag = "\"x\"", Modified = first.TriedAt };
        using (var writer = store.BeginWrite())
        {
            writer.Put(first with { Outcome = RemoteOutcome.Late });
            writer.Put(second);
            writer.Put(first);
            Assert.Equal([second, first], writer.Remotes());
            writer.Commit();
        }

        using (var writer = store.BeginWrite())
            writer.Put(first with { Outcome = RemoteOutcome.Wrong });
        Assert.Equal([second, first], place.Open().Remotes());
    }

    [Fact]
    public void Load_revision_that_is_not_there_is_null()
    {
        using var place = Place();
        var store = place.Open();
        Add(store, Rows(1));

        Assert.Null(store.Load(Sample.Definitions.Stock, new("STOCK", "UNDESA", "1999")));
        Assert.Null(store.Load(Sample.Definitions.Flows, new("FLOWS", "UNDESA", "2024")));
    }

    [Fact]
    public void Parts_come_in_order_of_import_and_revisions_stay_apart()
    {
        using var place = Place();
        var store = place.Open();
        Add(store, Rows(1), release: "2020", file: "b.csv");
        Add(store, Rows(2), release: "2024", file: "a.csv");
        Add(store, Rows(3), release: "2020", file: "c.csv");

        Assert.Equal(["b.csv", "a.csv", "c.csv"], store.Parts().Select(part => part.File.Name));
        var loaded = store.Load(Sample.Definitions.Stock, new("STOCK", "UNDESA", "2020"))!;
        Assert.Equal([1, 3], loaded.Observations.Values.Order());
        Assert.Equal(["b.csv", "c.csv"], Enumerable.Range(0, 2).Select(i => loaded.PartOf(i).File.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Dispose_without_commit_leaves_nothing()
    {
        using var place = Place();
        var store = place.Open();
        var observations = Sample.Build(Sample.Definitions.Stock, Rows(1));
        var chunk = ObservationChunk.Cut(observations).Single();
        using (var writer = store.BeginWrite())
        {
            writer.Add(chunk);
            writer.Add(Sample.Part(Sample.Definitions.Stock, observations));
        }

        Assert.Empty(store.Parts());
        Assert.Throws<StoreException>(() => store.Chunk(chunk.Hash));
    }

    [Fact]
    public void Add_chunk_that_is_there_keeps_it_once()
    {
        using var place = Place();
        var store = place.Open();
        var first = Add(store, Rows(1), release: "2020");
        var second = Add(store, Rows(1), release: "2024");

        Assert.Equal(first.Chunks, second.Chunks);
        Assert.Equal(1L, Convert.ToInt64(place.Execute("SELECT COUNT(*) FROM chunk")));
        Assert.Equal(2, store.Parts().Count);
    }

    [Fact]
    public void Chunk_that_is_not_there_is_named()
    {
        using var place = Place();

        Assert.Contains("abc", Assert.Throws<StoreException>(() => place.Open().Chunk("abc")).Explanation.Es, StringComparison.Ordinal);
    }

    [Fact]
    public void Writer_sees_what_it_adds_and_readers_do_not_wait_for_it()
    {
        using var place = Place();
        var store = place.Open();
        var held = Add(store, Rows(1));
        using var writer = store.BeginWrite();
        var observations = Sample.Build(Sample.Definitions.Stock, Rows(2));
        var part = Sample.Part(Sample.Definitions.Stock, observations, file: "second.csv", sha: new string('c', 64));
        foreach (var chunk in ObservationChunk.Cut(observations))
            writer.Add(chunk);
        writer.Add(part);

        Assert.Equal(2, writer.Parts().Count);
        Assert.Equal(2, writer.Load(Sample.Definitions.Stock, part.Revision)!.Observations.Count);
        Assert.Equal([held.File.Name], store.Parts().Select(read => read.File.Name));
        Assert.Equal(1, store.Load(Sample.Definitions.Stock, part.Revision)!.Observations.Count);

        writer.Commit();
        Assert.Equal(2, store.Load(Sample.Definitions.Stock, part.Revision)!.Observations.Count);
    }

    [Fact]
    public async Task Second_writer_waits_and_sees_what_the_first_committed()
    {
        using var place = Place();
        var store = place.Open();
        var first = store.BeginWrite();
        using var second = new SemaphoreSlim(0);
        var seen = Task.Run(
            () =>
            {
                second.Release();
                using var writer = store.BeginWrite();
                return writer.Parts().Count;
            },
            TestContext.Current.CancellationToken);
        await second.WaitAsync(TestContext.Current.CancellationToken);
        using (first)
        {
            var observations = Sample.Build(Sample.Definitions.Stock, Rows(1));
            foreach (var chunk in ObservationChunk.Cut(observations))
                first.Add(chunk);
            first.Add(Sample.Part(Sample.Definitions.Stock, observations));
            first.Commit();
        }

        Assert.Equal(1, await seen);
    }

    [Fact]
    public void Many_writers_and_readers_at_once_lose_nothing()
    {
        using var place = Place();
        var store = place.Open();
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, number =>
        {
            Add(place.Open(), Rows(number + 1), file: $"{number}.csv");
            var read = store.Load(Sample.Definitions.Stock, new("STOCK", "UNDESA", "2024"))!;
            Assert.Contains(number + 1.0, read.Observations.Values);
        });

        Assert.Equal(Enumerable.Range(1, 8).Select(i => (double)i), store.Load(Sample.Definitions.Stock, new("STOCK", "UNDESA", "2024"))!.Observations.Values.Order());
    }

    [Fact]
    public void Open_of_a_later_format_is_refused_and_changes_nothing()
    {
        using var place = Place();
        place.Open();
        place.Execute("DELETE FROM store_format");
        place.Execute("INSERT INTO store_format (version) VALUES (99)");

        var error = Assert.Throws<StoreException>(() => place.Open());

        Assert.Contains("later version", error.Explanation.En, StringComparison.Ordinal);
        Assert.Equal(1L, Convert.ToInt64(place.Execute("SELECT COUNT(*) FROM store_format")));
    }

    [Fact]
    public void Load_of_a_damaged_chunk_is_a_damaged_store()
    {
        using var place = Place();
        var store = place.Open();
        var part = Add(store, Rows(1));
        var other = ObservationChunk.Cut(Sample.Build(Sample.Definitions.Stock, Rows(2))).Single();
        place.Execute($"UPDATE chunk SET bytes = {(place is SqlitePlace ? "x'" : "'\\x")}{Convert.ToHexString(other.Bytes)}'");

        Assert.Contains("damaged", Assert.Throws<StoreException>(() => store.Load(Sample.Definitions.Stock, part.Revision)).Explanation.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE part SET details = '{'")]
    [InlineData("UPDATE part SET details = 'null'")]
    [InlineData("UPDATE part SET details = '{}'")]
    [InlineData("UPDATE part SET imported_at = 'yesterday'")]
    [InlineData("ALTER TABLE part RENAME COLUMN details TO lost; ALTER TABLE part ADD COLUMN details TEXT")]
    public void Parts_of_a_damaged_catalogue_are_a_damaged_store(string damage)
    {
        using var place = Place();
        var store = place.Open();
        Add(store, Rows(1));
        foreach (var statement in damage.Split(';'))
            place.Execute(statement);

        Assert.Contains("damaged", Assert.Throws<StoreException>(() => store.Parts()).Explanation.En, StringComparison.Ordinal);
    }

    /// <summary>All of a part as text, since records compare their lists by reference.</summary>
    private protected static string Json(Part part) => JsonSerializer.Serialize(part);

    /// <summary>One figure whose value is <paramref name="number"/>, of a country of its own.</summary>
    private protected static List<SampleRow> Rows(int number) => [Sample.Stock(Country(number), "MEX", 2020, number, row: number)];

    private protected static Part Add(Store store, List<SampleRow> rows, string release = "2024", string file = "stock.csv")
    {
        var observations = Sample.Build(Sample.Definitions.Stock, rows);
        var part = Sample.Part(Sample.Definitions.Stock, observations, release, file, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(file))));
        Add(store, part, observations);
        return part;
    }

    private protected static void Add(Store store, Part part, Observations observations)
    {
        using var writer = store.BeginWrite();
        foreach (var chunk in ObservationChunk.Cut(observations))
            writer.Add(chunk);
        writer.Add(part);
        writer.Commit();
    }

    private static string Country(int number) => BundledData.Areas.All.Where(area => area.Kind == AreaKind.Country).ElementAt(number).Id;
}
