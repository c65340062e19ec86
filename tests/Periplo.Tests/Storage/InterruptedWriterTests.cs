using Periplo.Registers;
using Periplo.Storage;
using Periplo.Tests.Writer;
using Xunit;

namespace Periplo.Tests.Storage;

/// <summary>What is left of a writer that is killed or starved: whole parts, all that were committed, nothing else.</summary>
public abstract class InterruptedWriterTests(string engine)
{
    private const int Parts = 4;

    [Fact]
    public void Killed_at_any_moment_keeps_whole_what_was_committed_and_can_be_run_again()
    {
        Property.Holds(TestCounts.KillPoints, random =>
        {
            using var place = StorePlace.On(engine);
            place.Open();
            using (var killed = WriterProcess.Start(place.Location, Parts))
            {
                killed.Read(random.Next(2 + (3 * Parts)));
                killed.Kill(TimeSpan.FromMilliseconds(random.NextDouble() * 12));

                var held = CheckWhole(place.Open());
                Assert.InRange(held, killed.Committed, killed.Committed + 1);
            }

            using var again = WriterProcess.Start(place.Location, Parts);
            Assert.Equal((0, ""), again.End());
            Assert.Equal(Parts, CheckWhole(place.Open()));
        });
    }

    [Fact]
    public void Two_at_once_write_every_part_once()
    {
        using var place = StorePlace.On(engine);
        using var one = WriterProcess.Start(place.Location, Parts);
        using var other = WriterProcess.Start(place.Location, Parts);

        Assert.Equal((0, ""), one.End());
        Assert.Equal((0, ""), other.End());
        Assert.Equal(Parts, one.Committed + other.Committed);
        Assert.Equal(Parts, CheckWhole(place.Open()));
    }

    /// <summary>Checks that the parts held are the first ones, each whole.</summary>
    /// <returns>How many.</returns>
    private protected static int CheckWhole(Store store)
    {
        var parts = store.Parts();
        Assert.Equal(Enumerable.Range(0, parts.Count).Select(number => $"part-{number}.csv"), parts.Select(part => part.File.Name));
        var told = new List<LogItem>();
        var last = LogEntry.NoHash;
        store.Log(0, entry =>
        {
            Assert.True(entry.Follows(last), $"entry {entry.Number}");
            last = entry.Hash;
            told.Add(entry.Item);
        });
        Assert.Equal(Enumerable.Range(0, parts.Count).Select(WrittenPart.Told), told);
        if (parts.Count == 0)
            return 0;
        var dataset = store.Load(WrittenPart.Definition, WrittenPart.Revision)!;
        var expected = Enumerable.Range(0, parts.Count).SelectMany(number => Enumerable.Range(0, WrittenPart.Rows).Select(row => WrittenPart.Value(number, row)));
        Assert.Equal(expected, dataset.Observations.Values);
        return parts.Count;
    }
}

public class InterruptedSqliteWriterTests() : InterruptedWriterTests("SQLite")
{
    [Fact]
    public void Full_disk_is_told_and_nothing_half_is_kept()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs ulimit");
        using var place = new SqlitePlace();
        place.Open();
        const int Many = 60;
        using (var starved = WriterProcess.StartStarved(place.Location, Many, kilobytes: 300))
        {
            var (code, errors) = starved.End();

            Assert.Equal(1, code);
            Assert.Contains("the disk is full", errors, StringComparison.Ordinal);
            Assert.Single(errors.TrimEnd().Split('\n'));
            Assert.InRange(starved.Committed, 1, Many - 1);
            Assert.Equal(starved.Committed, CheckWhole(place.Open()));
        }

        using var again = WriterProcess.Start(place.Location, Many);
        Assert.Equal((0, ""), again.End());
        Assert.Equal(Many, CheckWhole(place.Open()));
    }

    [Fact]
    public void Killed_writer_leaves_a_sound_file()
    {
        using var place = new SqlitePlace();
        place.Open();
        using (var killed = WriterProcess.Start(place.Location, 100))
        {
            killed.Read(12);
            killed.Kill(TimeSpan.Zero);
        }

        Assert.Equal("ok", place.Execute("PRAGMA integrity_check"));
    }
}

public class InterruptedPostgresWriterTests() : InterruptedWriterTests("PostgreSQL");
