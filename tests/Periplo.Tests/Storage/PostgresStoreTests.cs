using Npgsql;
using Periplo.Statistics;
using Periplo.Storage;
using Periplo.Tests.Statistics;
using Xunit;

namespace Periplo.Tests.Storage;

public class PostgresStoreTests : StoreContract
{
    private protected override StorePlace Place() => new PostgresPlace();

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=periplo;Password=secret;Database=x", "cannot be reached")]
    [InlineData("postgres://periplo:secret@127.0.0.1:1/x", "cannot be reached")]
    [InlineData("postgresql://periplo:secret@[::1", "not understood")]
    [InlineData("postgres://", "not understood")]
    [InlineData("Host=127.0.0.1;Password=secret;No Such Word=1", "not understood")]
    [InlineData("Host=127.0.0.1;Password=secret;Port=many", "not understood")]
    public void Open_of_a_place_that_is_none_says_so_and_keeps_the_password_to_itself(string location, string said)
    {
        var error = Assert.Throws<StoreException>(() => Store.Open(location));

        Assert.Contains(said, error.Explanation.En, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Explanation.En + error.Explanation.Es, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_of_a_database_that_is_not_there_passes_on_what_the_server_says()
    {
        var location = new NpgsqlConnectionStringBuilder(PostgresPlace.Server()) { Database = "no_such_database" }.ConnectionString;

        Assert.Contains("no_such_database", Assert.Throws<StoreException>(() => Store.Open(location)).Explanation.Es, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_by_address_is_the_same_store_as_by_connection_string()
    {
        using var place = new PostgresPlace();
        var parts = new NpgsqlConnectionStringBuilder(place.Location);

        var store = Store.Open($"postgres://{parts.Username}:p%40ss@{parts.Host}:{parts.Port}/{parts.Database}?Search%20Path={parts.SearchPath}");

        Add(store, Rows(1));
        Assert.Single(place.Open().Parts());
        Assert.Equal($"PostgreSQL {parts.Host}:{parts.Port}/{parts.Database}", store.Place);
    }

    [Fact]
    public void Connection_lost_in_the_middle_of_a_write_is_told_and_keeps_nothing()
    {
        using var place = new PostgresPlace();
        var store = place.Open();
        var observations = Sample.Build(Sample.Definitions.Stock, Rows(1));
        using (var writer = store.BeginWrite())
        {
            writer.Add(ObservationChunk.Cut(observations).Single());
            place.Execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE relation = 'part'::regclass AND mode = 'ShareRowExclusiveLock'");

            Assert.Throws<StoreException>(() => writer.Add(Sample.Part(Sample.Definitions.Stock, observations)));
        }

        Assert.Empty(store.Parts());
    }

    [Fact]
    public void BeginWrite_beside_a_writer_that_does_not_end_says_busy()
    {
        using var place = new PostgresPlace();
        using var first = place.Open().BeginWrite();

        var quick = Store.Open($"{place.Location};Command Timeout=1");

        Assert.Contains("busy", Assert.Throws<StoreException>(() => quick.BeginWrite()).Explanation.En, StringComparison.Ordinal);
    }
}
