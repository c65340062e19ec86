using Periplo.Storage;
using Periplo.Storage.Crossings;
using Xunit;

namespace Periplo.Tests.Storage.Crossings;

/// <summary>Crossings go when their time is over or a law says so, and the journal tells it.</summary>
public sealed class CrossingRemovalTests : IDisposable
{
    private static readonly DateTimeOffset Horizon = new(2024, 7, 15, 0, 0, 0, TimeSpan.Zero);
    private readonly CrossingPlace place = new();

    public CrossingRemovalTests()
    {
        place.Create();
        place.Append("old.csv", CrossingPlace.At(Horizon.AddDays(-5), 1), CrossingPlace.At(Horizon.AddSeconds(-1), 2));
        place.Append("mixed.csv", CrossingPlace.At(Horizon.AddSeconds(-1), 1), CrossingPlace.At(Horizon, 2), CrossingPlace.At(Horizon.AddDays(1), 1));
        place.Append("new.csv", CrossingPlace.At(Horizon.AddDays(9), 3));
    }

    [Fact]
    public void Purge_removes_what_is_older_than_the_retention_and_tells_it()
    {
        MakeState();
        using (var writer = place.Open().BeginWrite())
        {
            Assert.Equal(3, writer.Purge(CrossingPlace.Now, "ana"));
            Assert.Equal(0, writer.Purge(CrossingPlace.Now, "ana"));
        }

        var folder = place.Open();
        var journal = folder.Journal();
        Assert.Equal([Horizon, Horizon.AddDays(1), Horizon.AddDays(9)], place.All().Select(crossing => DateTimeOffset.FromUnixTimeSeconds(crossing.Time)));
        Assert.Equal([("ana", 3L, CrossingPlace.Now), ("ana", 0L, CrossingPlace.Now)], journal.Removals.Select(removal => (removal.Who, removal.Removed, removal.At)));
        Assert.Equal(Horizon.ToUnixTimeSeconds(), journal.PurgedBefore);
        Assert.Equal([0L, 2L, 1L], journal.Receipts.Select(part => part.Count));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(place.Folder, "parts")).Length);
        Assert.Null(journal.PartsAfter(4));
        Assert.Empty(journal.PartsAfter(5)!);
        Assert.Null(folder.State());
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(place.Folder, "state")));
        Assert.Equal(3, folder.Check());
    }

    [Fact]
    public void Purged_file_is_not_received_again()
    {
        using (var writer = place.Open().BeginWrite())
            writer.Purge(CrossingPlace.Now, "ana");

        Assert.False(place.Append("old.csv", CrossingPlace.At(Horizon.AddDays(-5), 1)));
        Assert.Equal(3, place.All().Count);
    }

    [Fact]
    public void Purge_that_finds_nothing_leaves_the_state()
    {
        MakeState();
        using (var writer = place.Open().BeginWrite())
            Assert.Equal(0, writer.Purge(Horizon, "ana"));

        Assert.Equal(new StateMark(1, 4), place.Open().State());
    }

    [Fact]
    public void Erasing_a_person_removes_all_of_that_person_and_never_says_who()
    {
        MakeState();
        var folder = place.Open();
        var pseudonym = folder.Key(folder.Journal()).Of(1);
        using (var writer = folder.BeginWrite())
        {
            Assert.Throws<StoreException>(() => writer.Erase(1, "ana", " ", CrossingPlace.Now));
            Assert.Equal(3, writer.Erase(1, "ana", "court order 12/2026", CrossingPlace.Now));
            Assert.Equal(0, writer.Erase(1, "ana", "court order 12/2026", CrossingPlace.Now));
        }

        Assert.Equal(3, place.All().Count);
        Assert.DoesNotContain(pseudonym, place.All().Select(crossing => crossing.Person));
        Assert.Equal(["court order 12/2026", "court order 12/2026"], folder.Journal().Removals.Select(removal => removal.Why));
        Assert.Null(folder.State());
        foreach (var file in Directory.EnumerateFiles(place.Folder, "*", SearchOption.AllDirectories))
        {
            Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf(BitConverter.GetBytes(pseudonym)) < 0, file);
            Assert.DoesNotContain($"{pseudonym}", File.ReadAllText(file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Nothing_is_removed_while_somebody_reads()
    {
        var folder = place.Open();
        using (folder.Read(folder.Journal().Parts, "ana", "test", CrossingPlace.Now))
        using (var writer = folder.BeginWrite())
            Assert.Contains("Somebody is reading", Assert.Throws<StoreException>(() => writer.Purge(CrossingPlace.Now, "ana")).Explanation.En, StringComparison.Ordinal);

        Assert.Empty(place.Open().Journal().Removals);
        Assert.Equal(6, place.All().Count);
    }

    [Fact]
    public void Removal_from_a_damaged_file_removes_nothing()
    {
        var file = Path.Combine(place.Folder, "parts", "000003.crossings");
        var bytes = File.ReadAllBytes(file);
        bytes[80] ^= 1;
        File.WriteAllBytes(file, bytes);
        using (var writer = place.Open().BeginWrite())
            Assert.Contains(file, Assert.Throws<StoreException>(() => writer.Purge(CrossingPlace.Now, "ana")).Explanation.En, StringComparison.Ordinal);

        Assert.Empty(place.Open().Journal().Removals);
        bytes[80] ^= 1;
        File.WriteAllBytes(file, bytes);
        Assert.Equal(6, place.All().Count);
        using (place.Open().BeginWrite())
            Assert.Equal(3, Directory.GetFiles(Path.Combine(place.Folder, "parts")).Length);
    }

    [Fact]
    public void Files_that_a_kill_left_after_the_journal_told_of_the_removal_are_cleared_away()
    {
        var parts = Path.Combine(place.Folder, "parts");
        var before = Directory.GetFiles(parts).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);
        using (var writer = place.Open().BeginWrite())
            writer.Purge(CrossingPlace.Now, "ana");
        var after = Directory.GetFiles(parts);
        foreach (var (name, bytes) in before)
            File.WriteAllBytes(Path.Combine(parts, name), bytes);

        Assert.Equal(3, place.All().Count);
        using (place.Open().BeginWrite())
            Assert.Equal(after.Order(), Directory.GetFiles(parts).Order());
    }

    public void Dispose() => place.Dispose();

    private void MakeState()
    {
        using var writer = place.Open().BeginWrite();
        using var state = writer.BeginState();
        File.WriteAllText(Path.Combine(state.Folder, "counts"), "6");
        state.Commit(writer.Journal.Position);
    }
}
