using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Periplo.Registers;
using Periplo.Statistics;
using Periplo.Storage;
using Periplo.Tests.Statistics;
using Xunit;

namespace Periplo.Tests.Storage;

public class BackupTests
{
    [Theory]
    [InlineData("SQLite", "SQLite")]
    [InlineData("SQLite", "PostgreSQL")]
    [InlineData("PostgreSQL", "SQLite")]
    [InlineData("PostgreSQL", "PostgreSQL")]
    public void Restore_on_either_engine_gives_the_same_store_byte_for_byte(string from, string to)
    {
        using var one = StorePlace.On(from);
        using var other = StorePlace.On(to);
        var store = Filled(one);
        var backup = Write(store);

        var restored = other.Open();
        var parts = Restore(restored, backup);

        Assert.Equal(3, parts);
        Assert.Equal(Catalogue(store), Catalogue(restored));
        Assert.Equal(5, restored.LogEnd().Number);
        Assert.Equal(store.LogEnd(), restored.LogEnd());
        Assert.Equal(store.LogOf("plans", "p3"), restored.LogOf("plans", "p3"));
        var account = restored.Account("ana")!;
        Assert.Equal(("hash", "sealed", 7L, Role.Administrator, Role.Editor), (account.PasswordHash, account.Factor, account.FactorStep, account.Roles[Person.Everywhere], account.Roles["facts"]));
        Assert.Equal((2, "harvester", "<key/>"), (restored.RecoveryCodes("ana"), restored.Tokens("ana").Single().Name, restored.ProtectionKeys().Single()));
        Assert.Empty(restored.Sessions("ana"));
        Assert.Equal(store.Remotes(), restored.Remotes());
        Assert.Equal("INE.2024", Assert.Single(restored.Remotes()).Revision);
        foreach (var revision in store.Parts().Select(part => part.Revision).Distinct())
        {
            var (before, after) = (store.Load(Sample.Definitions.Stock, revision)!, restored.Load(Sample.Definitions.Stock, revision)!);
            Assert.Equal(before.ContentHash, after.ContentHash);
            Assert.Equal(Sample.Lines(before.Observations), Sample.Lines(after.Observations));
        }

        Assert.Equal(backup, Write(restored));
    }

    [Fact]
    public void Restore_of_an_empty_store_is_an_empty_store()
    {
        using var one = new SqlitePlace();
        using var other = new SqlitePlace();

        Assert.Equal(0, Restore(other.Open(), Write(one.Open())));
    }

    [Fact]
    public void Restore_into_a_store_with_data_is_refused_and_changes_nothing()
    {
        using var one = new SqlitePlace();
        using var other = new SqlitePlace();
        var backup = Write(Filled(one));
        var held = Filled(other, seed: 2);
        var before = Catalogue(held);

        Assert.Throws<StoreException>(() => Restore(held, backup));
        Assert.Equal(before, Catalogue(held));
    }

    [Fact]
    public void Restore_that_is_stopped_leaves_the_store_empty()
    {
        using var one = new SqlitePlace();
        using var other = new SqlitePlace();
        var backup = Write(Filled(one));
        var restored = other.Open();
        using var stop = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() =>
            Backup.Restore(restored, "backup.periplo", new MemoryStream(backup), new StopAtFirst(stop), stop.Token));
        Assert.Empty(restored.Parts());
        Assert.Equal(3, Restore(restored, backup));
    }

    [Fact]
    public void Restore_of_a_damaged_file_is_refused_whole_or_makes_the_same_store()
    {
        using var one = new SqlitePlace();
        var store = Filled(one);
        var (backup, before) = (Write(store), Catalogue(store));
        using var other = new SqlitePlace();
        var restored = other.Open();
        Property.Holds(TestCounts.Mutations, random =>
        {
            try
            {
                Restore(restored, Mutation.Of(backup, random));
            }
            catch (InputException error)
            {
                Assert.StartsWith("backup.periplo", error.Explanation.En, StringComparison.Ordinal);
                Assert.Empty(restored.Parts());
                return;
            }

            // The damage lay where nothing is read.
            Assert.Equal(before, Catalogue(restored));
            Assert.Equal(store.LogEnd(), restored.LogEnd());
            foreach (var table in new[] { "part_chunk", "part", "chunk", "log", "api_token", "recovery_code", "account_role", "account", "protection_key" })
                other.Execute($"DELETE FROM {table}");
        });
    }

    public static TheoryData<string, string> Catalogues => new()
    {
        { "no object", "[]" },
        { "nothing", "null" },
        { "another format", """{"Format":"periplo-backup-9","Parts":[]}""" },
        { "no parts", """{"Format":"periplo-backup-2","Parts":null}""" },
        { "a part that is none", """{"Format":"periplo-backup-2","Parts":[null]}""" },
        { "a part without anything", """{"Format":"periplo-backup-2","Parts":[{}]}""" },
        { "a part without chunks", Hostile("\"Chunks\":[\"#\"]", "\"Chunks\":null") },
        { "a chunk that is none", Hostile("\"Chunks\":[\"#\"]", "\"Chunks\":[null]") },
        { "a chunk elsewhere", Hostile("\"Chunks\":[\"#\"]", "\"Chunks\":[\"../catalogue.json\"]") },
        { "a chunk that is not there", Hostile("\"Chunks\":[\"#\"]", $"\"Chunks\":[\"{new string('a', 64)}\"]") },
        { "a chunk twice in a part", Hostile("\"Chunks\":[\"#\"]", "\"Chunks\":[\"#\",\"#\"]") },
        { "no revision", Hostile("\"Release\":\"2024\"", "\"Release\":null") },
        { "no file", Hostile("\"Name\":\"stock.csv\"", "\"Name\":null") },
        { "a note that is none", Hostile("\"Notes\":[]", "\"Notes\":[null]") },
        { "a note in one language", Hostile("\"Notes\":[]", "\"Notes\":[{\"Es\":\"nota\"}]") },
        { "a sheet that is none", Hostile("\"Sheets\":[]", "\"Sheets\":[null]") },
        { "rows of a sheet that is not there", Hostile("\"Sheets\":[]", "\"Sheets\":[\"only one\"]") },
        { "more figures than there are", Hostile("\"Observations\":1", "\"Observations\":2") },
        { "a number for a text", Hostile("\"Reader\":\"sample 1\"", "\"Reader\":1") },
    };

    [Theory]
    [MemberData(nameof(Catalogues))]
    public void Restore_of_a_catalogue_made_by_a_stranger_is_refused(string what, string catalogue)
    {
        using var place = new SqlitePlace();
        var store = place.Open();
        var chunk = OneChunk();
        var zip = Zip(catalogue.Replace("#", chunk.Hash, StringComparison.Ordinal), chunk);

        var error = Assert.Throws<InputException>(() => Restore(store, zip));

        Assert.Contains("damaged", error.Explanation.En, StringComparison.Ordinal);
        Assert.True(store.Parts().Count == 0, what);
    }

    [Fact]
    public void Restore_of_a_catalogue_that_names_a_file_twice_is_refused()
    {
        using var place = new SqlitePlace();
        var chunk = OneChunk();
        var good = Hostile("", "");
        var part = good[(good.IndexOf('[', StringComparison.Ordinal) + 1)..good.LastIndexOf(']')];

        var zip = Zip($$"""{"Format":"periplo-backup-2","Parts":[{{part}},{{part}}],"LogEntries":0,"LogHash":"{{LogEntry.NoHash}}","AccountsSha256":"@"}""".Replace("#", chunk.Hash, StringComparison.Ordinal), chunk);

        Assert.Throws<InputException>(() => Restore(place.Open(), zip));
    }

    [Fact]
    public void Restore_of_a_catalogue_with_nothing_wrong_is_taken()
    {
        // The seed of the hostile ones: each of them is refused for what is changed in it and nothing else.
        using var place = new SqlitePlace();
        var chunk = OneChunk();

        var store = place.Open();
        Assert.Equal(1, Restore(store, Zip(Hostile("", "").Replace("#", chunk.Hash, StringComparison.Ordinal), chunk)));

        // It is from before the site spoke French.
        var publisher = store.Parts().Single().Papers.Publisher;
        Assert.True(publisher.LacksFrench);
        Assert.Equal(publisher.En, publisher.Fr);
    }

    [Fact]
    public void Restore_of_a_bomb_is_refused_before_it_fills_the_memory()
    {
        using var place = new SqlitePlace();
        using var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("catalogue.json", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 300; i++)
                entry.Write(zeros);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InputException>(() => Restore(place.Open(), bomb.ToArray()));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32 << 20);
    }

    [Theory]
    [InlineData("")]
    [InlineData("REF_AREA,TIME_PERIOD,OBS_VALUE\nMEX,2020,1\n")]
    [InlineData("PK\u0003\u0004")]
    public void Restore_of_another_file_is_refused(string text)
    {
        using var place = new SqlitePlace();

        Assert.Throws<InputException>(() => Restore(place.Open(), Encoding.Latin1.GetBytes(text)));
    }

    private static Store Filled(StorePlace place, int seed = 1)
    {
        var store = place.Open();
        var random = new Random(seed);
        for (var number = 0; number < 3; number++)
        {
            var observations = Sample.Build(Sample.Definitions.Stock, Sample.Random(Sample.Definitions.Stock, random, 40).Append(Sample.Stock("USA", "MEX", 1950 + number, number)));
            var part = Sample.Part(Sample.Definitions.Stock, observations, number == 0 ? "2020" : "2024", $"{number}.csv", new string((char)('a' + number), 64))
                with { Notes = [new("Nota «ñ»", "Note", "Note")] };
            using var writer = store.BeginWrite();
            foreach (var chunk in ObservationChunk.Cut(observations))
                writer.Add(chunk);
            writer.Add(part);
            writer.Commit();
        }

        using (var writer = store.BeginWrite())
        {
            writer.Append(Enumerable.Range(0, 5).Select(number => new LogItem(
                DateTimeOffset.UnixEpoch.AddDays(number), "ana", LogAction.Record, "plans", $"p{number}", "approved", $$"""{"name.es":"Plan «{{number}}» ñ"}""", "porque sí")));
            writer.Put(new Account("ana", "hash", "sealed", 7, DateTimeOffset.UnixEpoch, null, 2, null, new Dictionary<string, Role>()));
            writer.Give("ana", Person.Everywhere, Role.Administrator);
            writer.Give("ana", "facts", Role.Editor);
            writer.PutRecoveryCodes("ana", ["one", "two"]);
            writer.Put(new ApiToken("token", "ana", "harvester", Role.Reader, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(9), null));
            writer.Put(new Session("session", "ana", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1), null, "browser"));
            writer.Put(new RemoteState("office", new("Oficina", "Office", "Bureau"), "GTM", "https://example.org", "hash", RemoteOutcome.Taken, null, DateTimeOffset.UnixEpoch) { Revision = "INE.2024" });
            writer.Commit();
        }

        store.AddProtectionKey("key", "<key/>");
        return store;
    }

    private static List<string> Catalogue(Store store) => [.. store.Parts().Select(part => System.Text.Json.JsonSerializer.Serialize(part))];

    private static byte[] Write(Store store)
    {
        using var stream = new MemoryStream();
        Backup.Write(store, stream, progress: null, CancellationToken.None);
        return stream.ToArray();
    }

    private static int Restore(Store store, byte[] backup) => Backup.Restore(store, "backup.periplo", new MemoryStream(backup), progress: null, CancellationToken.None);

    private static ObservationChunk OneChunk() => ObservationChunk.Cut(Sample.Build(Sample.Definitions.Stock, [Sample.Stock("USA", "MEX", 2020, 1, row: (3 << 21) | 4)])).Single();

    /// <summary>A catalogue of one part whose one chunk is #, with a piece of it replaced.</summary>
    private static string Hostile(string piece, string by)
    {
        const string Good = """
            {"Format":"periplo-backup-2","Parts":[{"Revision":{"Dataset":"STOCK","Source":"UNDESA","Release":"2024"},
            "File":{"Name":"stock.csv","Sha256":"aa","Bytes":12},"Reader":"sample 1","Parameters":"",
            "Papers":{"Publisher":{"Es":"a","En":"a"},"Url":"","Licence":"","Method":{"Es":"a","En":"a"}},
            "Observations":1,"Sheets":[],"Notes":[],"CompiledFrom":[],"ImportedAt":"2026-07-01T00:00:00+00:00","Chunks":["#"]}],"LogEntries":0,"LogHash":"0000000000000000000000000000000000000000000000000000000000000000","AccountsSha256":"@"}
            """;
        Assert.Contains(piece, Good, StringComparison.Ordinal);
        return piece.Length == 0 ? Good : Good.Replace(piece, by, StringComparison.Ordinal);
    }

    private static byte[] Zip(string catalogue, ObservationChunk chunk)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var accounts = """{"Accounts":[],"RecoveryCodes":[],"Tokens":[],"Keys":[]}"""u8.ToArray();
            var bytes = Encoding.UTF8.GetBytes(catalogue.Replace("@", Convert.ToHexStringLower(SHA256.HashData(accounts)), StringComparison.Ordinal));
            Put(zip, "catalogue.json", bytes);
            Put(zip, "catalogue.sha256", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(bytes))));
            Put(zip, "log.json", "[]"u8.ToArray());
            Put(zip, "accounts.json", accounts);
            Put(zip, $"chunks/{chunk.Hash}", chunk.Bytes);
        }

        return stream.ToArray();
    }

    private static void Put(ZipArchive zip, string name, byte[] bytes)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(bytes);
    }

    private sealed class StopAtFirst(CancellationTokenSource stop) : IProgress<double>
    {
        public void Report(double value) => stop.Cancel();
    }
}
