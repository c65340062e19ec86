using Periplo.Storage;
using Periplo.Storage.Crossings;
using Xunit;

namespace Periplo.Tests.Storage.Crossings;

/// <summary>The files of a state change place together or not at all.</summary>
public sealed class StateStoreTests : IDisposable
{
    private readonly CrossingPlace place = new();
    private readonly CrossingFolder folder;

    public StateStoreTests()
    {
        folder = place.Create();
        place.Append("a.csv", CrossingPlace.At(CrossingPlace.Now));
    }

    private string Current => Path.Combine(place.Folder, "state", "CURRENT");

    [Fact]
    public void State_is_what_was_committed_last_with_what_it_carried_over()
    {
        Assert.Null(folder.State());
        Make(("big", "one"), ("counts", "1"));
        Assert.Equal(new StateMark(1, 2), folder.State());
        place.Append("b.csv", CrossingPlace.At(CrossingPlace.Now));
        Assert.Equal(["b.csv"], folder.Journal().PartsAfter(folder.State()!.Position)!.Select(part => part.Source));

        using (var writer = folder.BeginWrite())
        using (var state = writer.BeginState())
        {
            state.Carry("big");
            Assert.Throws<ArgumentException>(() => state.Carry("none"));
            File.WriteAllText(Path.Combine(state.Folder, "counts"), "2");
            state.Commit(writer.Journal.Position);
        }

        using var reading = folder.ReadState("ana", "test", CrossingPlace.Now)!;
        Assert.Equal(new StateMark(2, 3), reading.Mark);
        Assert.Equal(["big", "counts"], reading.Files);
        Assert.Equal(("one", "2"), (File.ReadAllText(Path.Combine(reading.Folder, "big")), File.ReadAllText(Path.Combine(reading.Folder, "counts"))));
        Assert.Equal(["2", "CURRENT"], Held());
        Assert.Equal(2, folder.Check());
    }

    [Fact]
    public void State_that_is_not_committed_leaves_the_one_before()
    {
        Make(("counts", "1"));
        using (var writer = folder.BeginWrite())
        using (var state = writer.BeginState())
            File.WriteAllText(Path.Combine(state.Folder, "counts"), "2");

        Assert.Equal(new StateMark(1, 2), folder.State());
        Assert.Equal(["1", "CURRENT"], Held());
    }

    [Fact]
    public void State_that_is_read_stays_until_it_is_closed()
    {
        Make(("counts", "1"));
        using (var reading = folder.ReadState("ana", "test", CrossingPlace.Now)!)
        {
            Make(("counts", "2"));
            Assert.Equal("1", File.ReadAllText(Path.Combine(reading.Folder, "counts")));
        }

        using (folder.BeginWrite())
            Assert.Equal(["2", "CURRENT"], Held());
    }

    [Theory]
    [InlineData("7", true)]
    [InlineData("7.tmp", true)]
    [InlineData("CURRENT.tmp", false)]
    public void What_a_kill_left_is_cleared_away(string name, bool isFolder)
    {
        Make(("counts", "1"));
        var path = Path.Combine(place.Folder, "state", name);
        if (isFolder)
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(path).FullName, "counts"), "7");
        else
            File.WriteAllText(path, "7");

        Assert.Equal(new StateMark(1, 2), folder.State());
        using (folder.BeginWrite())
            Assert.Equal(["1", "CURRENT"], Held());
    }

    [Fact]
    public void Mutated_mark_is_refused_by_name()
    {
        Make(("counts", "1"));
        var whole = File.ReadAllBytes(Current);
        Property.Holds(TestCounts.FolderMutations, random =>
        {
            var mutated = Mutation.Of(whole, random);
            if (mutated.AsSpan().SequenceEqual(whole))
                return;
            File.WriteAllBytes(Current, mutated);
            Assert.Contains(Current, Assert.Throws<StoreException>(() => folder.State()).Explanation.En, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Files_that_are_not_as_they_were_are_told()
    {
        Make(("counts", "1"));
        var file = Path.Combine(place.Folder, "state", "1", "counts");
        File.WriteAllText(file, "2");
        Assert.Contains(file, Assert.Throws<StoreException>(() => folder.Check()).Explanation.En, StringComparison.Ordinal);
        File.WriteAllText(file, "12");
        Assert.Contains(file, Assert.Throws<StoreException>(() => folder.ReadState("ana", "test", CrossingPlace.Now)).Explanation.En, StringComparison.Ordinal);
        File.Delete(file);
        Assert.Throws<StoreException>(() => folder.ReadState("ana", "test", CrossingPlace.Now));

        // It is derived: without it one begins anew.
        Directory.Delete(Path.Combine(place.Folder, "state"), recursive: true);
        Assert.Null(folder.State());
        Make(("counts", "3"));
        Assert.Equal(new StateMark(1, 2), folder.State());
    }

    [Fact]
    public void State_ahead_of_the_journal_tells_that_the_journal_was_cut()
    {
        place.Append("b.csv", CrossingPlace.At(CrossingPlace.Now));
        Make(("counts", "2"));
        var lines = File.ReadAllLines(place.Journal);
        File.WriteAllLines(place.Journal, lines[..2]);

        Assert.Contains(place.Journal, Assert.Throws<StoreException>(() => folder.State()).Explanation.En, StringComparison.Ordinal);
    }

    public void Dispose() => place.Dispose();

    private void Make(params ReadOnlySpan<(string Name, string Text)> files)
    {
        using var writer = folder.BeginWrite();
        using var state = writer.BeginState();
        foreach (var (name, text) in files)
            File.WriteAllText(Path.Combine(state.Folder, name), text);
        state.Commit(writer.Journal.Position);
    }

    private IEnumerable<string?> Held() => Directory.EnumerateFileSystemEntries(Path.Combine(place.Folder, "state")).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
