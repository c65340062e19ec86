using Periplo.Movements;
using Periplo.Statistics;
using Periplo.Storage;
using Periplo.Storage.Crossings;
using Xunit;

namespace Periplo.Tests.Storage.Crossings;

/// <summary>A damaged file is told by name and not used; a line cut short by a kill is repaired.</summary>
public sealed class CrossingDamageTests : IDisposable
{
    private readonly CrossingPlace place = new();

    public CrossingDamageTests()
    {
        place.Create();
        for (var part = 0; part < 3; part++)
            place.Append($"{part}.csv", [.. Enumerable.Range(0, 200).Select(i => CrossingPlace.At(CrossingPlace.Now.AddDays(-part).AddSeconds(i), (ulong)i + 1))]);
    }

    [Fact]
    public void Journal_cut_within_its_last_line_lacks_that_line_and_is_repaired()
    {
        var whole = File.ReadAllBytes(place.Journal);
        var before = whole.AsSpan(0, whole.Length - 1).LastIndexOf((byte)'\n') + 1;
        foreach (var length in new[] { before, before + 1, before + 40, before + 70, whole.Length - 2 })
        {
            File.WriteAllBytes(place.Journal, whole[..length]);

            Assert.Equal(["0.csv", "1.csv"], place.Open().Journal().Parts.Select(part => part.Source));
            Assert.True(place.Append("2.csv", [.. Enumerable.Range(0, 200).Select(i => CrossingPlace.At(CrossingPlace.Now.AddDays(-2).AddSeconds(i), (ulong)i + 1))]));
            Assert.Equal(whole, File.ReadAllBytes(place.Journal));
            Assert.Equal(600, place.All().Count);
            File.Delete(place.ReadLog);
        }
    }

    [Fact]
    public void Journal_without_its_last_end_of_line_is_whole()
    {
        File.WriteAllBytes(place.Journal, File.ReadAllBytes(place.Journal)[..^1]);

        Assert.Equal(3, place.Open().Journal().Parts.Count);
        Assert.False(place.Append("2.csv", CrossingPlace.At(CrossingPlace.Now)));
        Assert.True(place.Append("3.csv", CrossingPlace.At(CrossingPlace.Now)));
        Assert.Equal(601, place.Open().Check());
    }

    [Fact]
    public void Journal_that_lost_more_than_a_kill_can_take_is_told_and_no_file_is_deleted()
    {
        var lines = File.ReadAllLines(place.Journal);
        File.WriteAllText(place.Journal, string.Join('\n', lines[..2]) + "\n");

        Assert.Contains("the journal does not name it", Assert.Throws<StoreException>(() => place.Open().BeginWrite()).Explanation.En, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(place.Folder, "parts", "000004.crossings"), Directory.GetFiles(Path.Combine(place.Folder, "parts")));
    }

    [Theory]
    [InlineData("000005.crossings", true)]
    [InlineData("000005-000002.crossings", true)]
    [InlineData("000005.crossings.tmp", true)]
    [InlineData("000006.crossings", false)]
    [InlineData("000001.crossings", false)]
    [InlineData("notes.txt", false)]
    public void File_beside_the_parts_is_cleared_away_when_an_interruption_explains_it(string name, bool explained)
    {
        var file = Path.Combine(place.Folder, "parts", name);
        File.Copy(Path.Combine(place.Folder, "parts", "000002.crossings"), file);

        Assert.Equal(600, place.All().Count);
        if (explained)
            place.Open().BeginWrite().Dispose();
        else
            Assert.Contains(file, Assert.Throws<StoreException>(() => place.Open().BeginWrite()).Explanation.En, StringComparison.Ordinal);
        Assert.Equal(!explained, File.Exists(file));
    }

    [Fact]
    public void Mutated_journal_is_refused_or_lacks_what_was_cut_off()
    {
        var whole = File.ReadAllBytes(place.Journal);
        var sources = place.Open().Journal().Receipts.Select(part => part.Source).ToList();
        Property.Holds(TestCounts.FolderMutations, random =>
        {
            var mutated = Mutation.Of(whole, random);
            File.WriteAllBytes(place.Journal, mutated);
            try
            {
                var journal = place.Open().Journal();
                Assert.True(whole.AsSpan().StartsWith(mutated.AsSpan(0, LastEnd(mutated))));
                Assert.Equal(sources.Take(journal.Receipts.Count), journal.Receipts.Select(part => part.Source));
            }
            catch (StoreException error)
            {
                Assert.Contains(place.Journal, error.Explanation.En, StringComparison.Ordinal);
            }
        });
    }

    [Fact]
    public void Mutated_part_is_refused_by_name()
    {
        var file = Path.Combine(place.Folder, "parts", "000003.crossings");
        var whole = File.ReadAllBytes(file);
        var folder = place.Open();
        var journal = folder.Journal();
        var part = journal.Parts[1].File!;
        var block = new Crossing[PartFile.BlockRecords];
        Assert.Equal(200, PartFile.ReadBlock(file, part, journal.Folder, 0, block));
        Property.Holds(TestCounts.FolderMutations, random =>
        {
            // The head gets as many as all the rest.
            var mutated = random.Next(2) == 0 ? Mutation.Of(whole, random) : [.. Mutation.Of(whole[..PartFile.HeadBytes], random), .. whole[PartFile.HeadBytes..]];
            if (mutated.AsSpan().SequenceEqual(whole))
                return;
            File.WriteAllBytes(file, mutated);
            var error = Assert.Throws<StoreException>(() => PartFile.ReadBlock(file, part, journal.Folder, 0, block));
            Assert.Contains(file, error.Explanation.En, StringComparison.Ordinal);
        });

        Assert.Throws<StoreException>(() => folder.Check());
    }

    [Fact]
    public void Parts_that_changed_places_or_are_gone_or_come_from_another_folder_are_refused()
    {
        var parts = Path.Combine(place.Folder, "parts");
        var (second, third) = (Path.Combine(parts, "000003.crossings"), Path.Combine(parts, "000004.crossings"));
        var (one, other) = (File.ReadAllBytes(second), File.ReadAllBytes(third));
        File.WriteAllBytes(second, other);
        File.WriteAllBytes(third, one);
        Assert.Throws<StoreException>(() => place.All());

        using var elsewhere = new CrossingPlace();
        elsewhere.Create();
        elsewhere.Append("x", CrossingPlace.At(CrossingPlace.Now));
        elsewhere.Append("1.csv", [.. Enumerable.Range(0, 200).Select(i => CrossingPlace.At(CrossingPlace.Now.AddDays(-1).AddSeconds(i), (ulong)i + 1))]);
        File.Copy(Path.Combine(elsewhere.Folder, "parts", "000003.crossings"), second, overwrite: true);
        File.WriteAllBytes(third, other);
        Assert.Contains("another folder", Assert.Throws<StoreException>(() => place.All()).Explanation.En, StringComparison.Ordinal);

        File.Delete(second);
        Assert.Contains(second, Assert.Throws<StoreException>(() => place.All()).Explanation.En, StringComparison.Ordinal);
        Assert.Contains("missing", Assert.Throws<StoreException>(() => place.Open().BeginWrite()).Explanation.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Mutated_settings_are_read_or_refused()
    {
        var file = Path.Combine(place.Folder, CrossingFolder.SettingsFile);
        var whole = File.ReadAllBytes(file);
        Property.Holds(TestCounts.FolderMutations, random =>
        {
            File.WriteAllBytes(file, Mutation.Of(whole, random));
            try
            {
                Assert.NotEmpty(place.Open().Settings.LegalBasis);
            }
            catch (Exception error) when (error is InputException or StoreException)
            {
                Assert.NotEmpty(error is InputException input ? input.Explanation.Es : ((StoreException)error).Explanation.Es);
            }
        });
    }

    public void Dispose() => place.Dispose();

    private static int LastEnd(byte[] bytes) => bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
}
