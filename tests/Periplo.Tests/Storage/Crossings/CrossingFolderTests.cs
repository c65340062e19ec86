using System.IO.Compression;
using Periplo.Movements;
using Periplo.Statistics;
using Periplo.Storage;
using Periplo.Storage.Crossings;
using Xunit;

namespace Periplo.Tests.Storage.Crossings;

/// <summary>What is received is kept whole, once, apart, and without the persons' keys.</summary>
public sealed class CrossingFolderTests : IDisposable
{
    private static readonly UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly CrossingPlace place = new();

    [Fact]
    public void Crossings_come_back_as_they_were_but_for_the_person()
    {
        var key = KeyOf(place.Create());
        var crossings = Enumerable.Range(0, 150_000).Select(i => CrossingPlace.At(CrossingPlace.Now.AddDays(-300).AddSeconds(i), (ulong)(i % 1000)) with { Post = (ushort)i }).ToArray();

        place.Append("a.csv", crossings.AsSpan(0, 140_000));
        place.Append("b.csv", crossings.AsSpan(140_000));
        place.Append("empty.csv");

        Assert.Equal(crossings.Select(crossing => crossing with { Person = key.Of(crossing.Person), Document = 0 }), place.All());
        var journal = place.Open().Journal();
        Assert.Equal([("a.csv", 140_000L), ("b.csv", 10_000L)], journal.Parts.Select(part => (part.Source, part.Count)));
        Assert.Equal((crossings[0].Time, crossings[139_999].Time, CrossingPlace.Now), (journal.Parts[0].First, journal.Parts[0].Last, journal.Parts[0].Received));
        Assert.Equal((3, 150_000L, 4L), (journal.Receipts.Count, journal.Count, journal.Position));
        Assert.Equal(["b.csv"], journal.PartsAfter(2)!.Select(part => part.Source));
        Assert.Equal(150_000, place.Open().Check());
    }

    [Fact]
    public void Workers_may_add_and_read_side_by_side()
    {
        var key = KeyOf(place.Create());
        var folder = place.Open();
        using (var writer = folder.BeginWrite())
        using (var append = writer.BeginAppend("a.csv", CrossingPlace.Hash("a"), CrossingPlace.Now)!)
        {
            Parallel.For(0, 100, new ParallelOptions { MaxDegreeOfParallelism = 4 }, batch => append.Add(Enumerable.Range(0, 3000).Select(i => CrossingPlace.At(DateTimeOffset.UnixEpoch.AddSeconds((batch * 3000) + i), (ulong)batch + 1)).ToArray()));
            append.Commit();
        }

        using var reading = folder.Read(folder.Journal().Parts, "ana", "test", CrossingPlace.Now);
        var seen = new bool[300_000];
        Parallel.For(0, 4, _ =>
        {
            var block = new Crossing[PartsReading.BlockRecords];
            while (reading.Read(block) is > 0 and var read)
            {
                foreach (var crossing in block.AsSpan(0, read))
                {
                    Assert.Equal(key.Of((crossing.Time / 3000) + 1), crossing.Person);
                    Assert.False(seen[crossing.Time]);
                    seen[crossing.Time] = true;
                }
            }
        });
        Assert.DoesNotContain(false, seen);
    }

    [Fact]
    public void Same_file_again_changes_nothing_and_says_so()
    {
        place.Create();
        Assert.True(place.Append("a.csv", CrossingPlace.At(CrossingPlace.Now)));
        var before = Held(place.Folder);

        Assert.False(place.Append("a.csv", CrossingPlace.At(CrossingPlace.Now)));

        Assert.Equal(before, Held(place.Folder));
        Assert.Equal(CrossingPlace.Now, place.Open().Journal().Received(CrossingPlace.Hash("a.csv"))!.Received);
    }

    [Fact]
    public void What_is_not_committed_is_not_there()
    {
        place.Create();
        place.Append("a.csv", CrossingPlace.At(CrossingPlace.Now));
        var before = Held(place.Folder);
        using (var writer = place.Open().BeginWrite())
        using (var append = writer.BeginAppend("b.csv", CrossingPlace.Hash("b"), CrossingPlace.Now)!)
            append.Add([CrossingPlace.At(CrossingPlace.Now)]);

        Assert.Equal(before, Held(place.Folder));
    }

    [Fact]
    public void Second_writer_is_turned_away_and_readers_are_not()
    {
        place.Create();
        place.Append("a.csv", CrossingPlace.At(CrossingPlace.Now));
        using var writer = place.Open().BeginWrite();

        Assert.Contains("Another process is writing", Assert.Throws<StoreException>(() => place.Open().BeginWrite()).Explanation.En, StringComparison.Ordinal);
        Assert.Single(place.All());
    }

    [Fact]
    public void Folder_and_files_are_for_their_owner_only()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("needs Unix permissions");
            return;
        }

        var folder = place.Create();
        place.Append("a.csv", CrossingPlace.At(CrossingPlace.Now));
        place.All();
        using (var writer = folder.BeginWrite())
        using (var state = writer.BeginState())
        {
            File.WriteAllText(Path.Combine(state.Folder, "counts"), "1");
            state.Commit(writer.Journal.Position);
        }

        foreach (var path in Directory.EnumerateFileSystemEntries(place.Folder, "*", SearchOption.AllDirectories).Append(place.Folder))
            Assert.Equal((path, Directory.Exists(path) ? Owner | UnixFileMode.UserExecute : Owner), (path, File.GetUnixFileMode(path)));
        File.SetUnixFileMode(place.Folder, Owner | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        Assert.Contains("chmod 700", Assert.Throws<StoreException>(place.Open).Explanation.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public/crossings", "key")]
    [InlineData("public", "key")]
    [InlineData(".", "key")]
    [InlineData("link/crossings", "key")]
    [InlineData("crossings", "crossings/key")]
    [InlineData("crossings", "public/key")]
    [InlineData("crossings", "link/key")]
    public void Place_within_or_around_the_public_store_is_refused_and_nothing_is_made(string folder, string key)
    {
        Directory.CreateDirectory(Path.Combine(place.Root, "public"));
        Directory.CreateSymbolicLink(Path.Combine(place.Root, "link"), Path.Combine(place.Root, "public"));

        Assert.Throws<StoreException>(() => CrossingFolder.Create(
            Path.Combine(place.Root, folder), place.Settings(Path.Combine(place.Root, key)), CrossingPlace.Read, place.Store, makeKey: true, CrossingPlace.Now));
        Assert.Equal(["link", "public"], Directory.EnumerateFileSystemEntries(place.Root).Select(Path.GetFileName).Order());
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(place.Root, "public")));
    }

    [Fact]
    public void Folder_beside_a_store_on_a_server_may_be_anywhere()
    {
        const string Server = "Host=localhost;Database=periplo";
        CrossingFolder.Create(place.Folder, place.Settings(), CrossingPlace.Read, Server, makeKey: true, CrossingPlace.Now);

        Assert.Equal(1, CrossingFolder.Open(place.Folder, CrossingPlace.Read, Server).Journal().Position);
    }

    [Fact]
    public void Folder_that_exists_is_not_made_again_and_none_is_not_opened()
    {
        Assert.Contains("no folder of crossings", Assert.Throws<StoreException>(place.Open).Explanation.En, StringComparison.Ordinal);
        place.Create();
        File.Delete(place.Key);

        Assert.Contains("not empty", Assert.Throws<StoreException>(() => place.Create()).Explanation.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_whose_making_was_interrupted_can_be_made_again()
    {
        place.Create();
        File.Delete(place.Journal);
        File.Delete(place.Key);

        place.Create();

        Assert.True(place.Append("a.csv", CrossingPlace.At(CrossingPlace.Now)));
    }

    [Fact]
    public void Other_key_is_refused()
    {
        place.Create();
        File.Delete(place.Key);
        PersonKey.Make(place.Key);

        Assert.Contains("another key", Assert.Throws<StoreException>(() => place.Append("a.csv", CrossingPlace.At(CrossingPlace.Now))).Explanation.En, StringComparison.Ordinal);
        Assert.Empty(place.Open().Journal().Receipts);
    }

    [Theory]
    [InlineData("{ GTM: America/Guatemala, PAN: -05:00, SLV: -06:00 }", true)]
    [InlineData("{ GTM: -06:00, PAN: -05:00 }", true)]
    [InlineData("{ PAN: -05:00, GTM: America/Guatemala }", false)]
    [InlineData("{ GTM: America/Guatemala }", false)]
    public void Countries_may_be_added_and_not_numbered_anew(string countries, bool taken)
    {
        place.Create();
        File.WriteAllText(Path.Combine(place.Folder, CrossingFolder.SettingsFile), place.Settings(countries: countries));

        if (taken)
            Assert.StartsWith("GTM", place.Open().Settings.Countries.All[0].Area, StringComparison.Ordinal);
        else
            Assert.Contains("GTM, PAN", Assert.Throws<InputException>(place.Open).Explanation.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Backup_of_the_public_store_has_nothing_of_the_folder()
    {
        using var open = new SqlitePlace();
        var store = open.Open();
        var key = KeyOf(CrossingFolder.Create(place.Folder, place.Settings(), CrossingPlace.Read, open.Location, makeKey: true, CrossingPlace.Now));
        place.Append("secreto.csv", [.. Enumerable.Range(1, 500).Select(i => CrossingPlace.At(CrossingPlace.Now, (ulong)i))]);
        using var stream = new MemoryStream();
        Backup.Write(store, stream, progress: null, CancellationToken.None);

        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        Assert.Equal(["accounts.json", "catalogue.json", "catalogue.sha256", "log.json"], zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        var bytes = zip.Entries.SelectMany(Unpacked).Concat(Directory.EnumerateFiles(open.Folder).SelectMany(File.ReadAllBytes)).ToArray();
        Assert.True(bytes.AsSpan().IndexOf("secreto"u8) < 0);
        for (var person = 1ul; person <= 500; person++)
            Assert.True(bytes.AsSpan().IndexOf(BitConverter.GetBytes(key.Of(person))) < 0);
    }

    public void Dispose() => place.Dispose();

    private static PersonKey KeyOf(CrossingFolder folder) => folder.Key(folder.Journal());

    private static List<string> Held(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(file => $"{file} {Convert.ToHexString(File.ReadAllBytes(file))}")];

    private static byte[] Unpacked(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
