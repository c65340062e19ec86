using Periplo.Storage;
using Periplo.Tests.Statistics;
using Xunit;

namespace Periplo.Tests.Storage;

public class SqliteStoreTests : StoreContract
{
    private protected override StorePlace Place() => new SqlitePlace();

    [Fact]
    public void Open_file_that_is_no_database_is_refused_and_left_alone()
    {
        using var place = new SqlitePlace();
        var text = string.Concat(Enumerable.Repeat("country,year,stock\nMEX,2020,1\n", 200));
        File.WriteAllText(place.Location, text);

        Assert.Contains("not a Periplo store", Refusal(place.Location), StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(place.Location));
    }

    [Fact]
    public void Open_database_of_another_program_is_refused()
    {
        using var place = new SqlitePlace();
        place.Execute("CREATE TABLE store_format (name TEXT)");

        Assert.Contains("not a Periplo store", Refusal(place.Location), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_empty_file_makes_a_store_of_it()
    {
        using var place = new SqlitePlace();
        File.WriteAllBytes(place.Location, []);

        Assert.Empty(place.Open().Parts());
    }

    [Fact]
    public void Open_in_a_folder_that_is_not_there_says_what_to_check()
    {
        using var place = new SqlitePlace();

        Assert.Contains("check that the folder exists", Refusal(Path.Combine(place.Folder, "none", "periplo.db")), StringComparison.Ordinal);
        Assert.Contains("check that the folder exists", Refusal(place.Folder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(":memory:")]
    public void Open_of_no_place_at_all_is_refused(string location)
    {
        // SQLite would take these for a database that is gone with the process.
        Assert.Contains("--store", Refusal(location), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_written_is_read_and_says_so_when_written()
    {
        using var place = new SqlitePlace();
        Add(place.Open(), Rows(1));

        var store = Store.Open($"file:{place.Location}?mode=ro");

        Assert.Single(store.Parts());
        Assert.Contains("read-only", Assert.Throws<StoreException>(() => Add(store, Rows(2))).Explanation.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_file_is_a_store_error_or_reads_as_it_can()
    {
        using var place = new SqlitePlace();
        var store = place.Open();
        var part = Add(store, Sample.Random(Sample.Definitions.Stock, new Random(5), 400));
        place.Close();
        var whole = File.ReadAllBytes(place.Location);
        Property.Holds(TestCounts.WholeFileMutations * 20, random =>
        {
            using var damaged = new SqlitePlace();
            File.WriteAllBytes(damaged.Location, Mutation.Of(whole, random));
            try
            {
                var opened = damaged.Open();
                _ = opened.Parts();
                // Chunks carry their hash: what loads is what was stored.
                if (opened.Load(Sample.Definitions.Stock, part.Revision) is { } loaded && loaded.Parts.All(read => read.Chunks.SequenceEqual(part.Chunks)))
                    Assert.Equal(part.Observations, loaded.Observations.Count);
            }
            catch (StoreException)
            {
                // The only other way out.
            }
        });
    }

    private static string Refusal(string location) => Assert.Throws<StoreException>(() => Store.Open(location)).Explanation.En;
}
