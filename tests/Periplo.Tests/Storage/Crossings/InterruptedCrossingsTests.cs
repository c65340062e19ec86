using Periplo.Movements;
using Periplo.Storage.Crossings;
using Periplo.Tests.Writer;
using Xunit;

namespace Periplo.Tests.Storage.Crossings;

/// <summary>What is left of a writer of crossings and states that is killed or starved: all that was committed, whole and once.</summary>
public sealed class InterruptedCrossingsTests
{
    private const int Parts = 6;

    [Fact]
    public void Killed_at_any_moment_keeps_whole_what_was_committed_and_can_be_run_again()
    {
        Property.Holds(TestCounts.KillPoints, random =>
        {
            using var place = new CrossingPlace();
            WrittenCrossings.Create(place.Root);
            using var killed = WriterProcess.StartCrossings(place.Root, Parts);
            killed.Read(random.Next(1 + (3 * Parts)));
            killed.Kill(TimeSpan.FromMilliseconds(random.NextDouble() * 12));

            var held = CheckWhole(place.Root);
            Assert.InRange(held, killed.Committed, killed.Committed + 1);

            WrittenCrossings.Run(place.Root, Parts, TextWriter.Null);
            Assert.Equal(Parts, CheckWhole(place.Root));
            Assert.Equal(Parts, Directory.GetFiles(Path.Combine(place.Folder, "parts")).Length);
        });
    }

    [Fact]
    public void Full_disk_is_told_and_nothing_half_is_kept()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs ulimit");
        using var place = new CrossingPlace();
        WrittenCrossings.Create(place.Root);
        // Parts are of 32, 64, 96 kB and so on.
        using var starved = WriterProcess.StartStarvedCrossings(place.Root, Parts, kilobytes: 80);
        var (code, errors) = starved.End();

        Assert.Equal((1, 2), (code, starved.Committed));
        Assert.Contains("000004.crossings", errors, StringComparison.Ordinal);
        Assert.Contains("the disk is full", errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
        Assert.Equal(2, CheckWhole(place.Root));
        WrittenCrossings.Run(place.Root, Parts, TextWriter.Null);
        Assert.Equal(Parts, CheckWhole(place.Root));
    }

    /// <summary>Checks that the parts held are the first ones, each whole and once, and that the state is right for what it stands for.</summary>
    /// <returns>How many parts.</returns>
    private static int CheckWhole(string root)
    {
        var folder = WrittenCrossings.Open(root);
        folder.Check();
        var journal = folder.Journal();
        Assert.Equal(Enumerable.Range(0, journal.Parts.Count).Select(number => $"part-{number}.bin"), journal.Parts.Select(part => part.Source));
        var key = folder.Key(journal);
        for (var number = 0; number < journal.Parts.Count; number++)
        {
            using var reading = folder.Read([journal.Parts[number]], "test", "check", CrossingPlace.Now);
            var block = new Crossing[PartsReading.BlockRecords];
            var read = reading.Read(block);
            Assert.Equal(WrittenCrossings.Part(number).Select(crossing => crossing with { Person = key.Of(crossing.Person), Document = 0 }), block.Take(read));
        }

        if (folder.State() is { } state)
        {
            Assert.InRange(state.Position, journal.Position - 1, journal.Position);
            Assert.Equal(journal.Parts.Where(part => part.Number <= state.Position).Sum(part => part.Count), WrittenCrossings.Counted(folder));
        }
        else
        {
            Assert.InRange(journal.Parts.Count, 0, 1);
        }

        return journal.Parts.Count;
    }
}
