using Periplo.Registers;
using Periplo.Storage;
using Periplo.Tests.Storage;
using Xunit;

namespace Periplo.Tests.Registers;

/// <summary>The log tells when it was touched, on every engine.</summary>
public class LogTests
{
    public static TheoryData<string> Engines => ["SQLite", "PostgreSQL"];

    [Theory]
    [MemberData(nameof(Engines))]
    public void Entries_come_back_as_they_were_written_and_follow_one_another(string engine)
    {
        using var place = StorePlace.On(engine);
        var store = place.Open();
        var items = Items(7);

        Append(store, items[..3]);
        Append(store, items[3..]);

        Assert.Equal(items, Held(store).Select(entry => entry.Item));
        Assert.True(IsWhole(store));
        Assert.Equal((7, Held(store)[^1].Hash), store.LogEnd());
        Assert.Equal([2L, 5L], store.LogOf("plans", "p1").Select(entry => entry.Number));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void What_is_not_committed_is_not_there(string engine)
    {
        using var place = StorePlace.On(engine);
        var store = place.Open();
        using (var writer = store.BeginWrite())
            writer.Append(Items(3));

        Assert.Equal((0, LogEntry.NoHash), store.LogEnd());
    }

    [Theory]
    [InlineData("UPDATE log SET why = 'otra' WHERE number = 4")]
    [InlineData("UPDATE log SET content = NULL WHERE number = 4")]
    [InlineData("UPDATE log SET who = who || 'x' WHERE number = 1")]
    [InlineData("UPDATE log SET at = '2001-01-01T00:00:00.0000000Z' WHERE number = 4")]
    [InlineData("UPDATE log SET state = '', record = record || 'draft' WHERE number = 4")]
    [InlineData("DELETE FROM log WHERE number = 4")]
    [InlineData("DELETE FROM log WHERE number = 1")]
    [InlineData("UPDATE log SET number = 40 WHERE number = 4")]
    public void Touching_an_entry_shows(string statement)
    {
        foreach (var engine in Engines.Select(row => row.Data))
        {
            using var place = StorePlace.On(engine);
            var store = place.Open();
            Append(store, Items(7));

            place.Execute(statement);

            Assert.False(IsWhole(store), engine);
        }
    }

    [Fact]
    public void No_two_items_have_the_same_hash()
    {
        // Texts that meet at another place, and none against empty, must not look alike.
        LogItem[] alike =
        [
            Item("a", "b", null), Item("ab", "", null), Item("a", null, "b"), Item("a", "", "b"), Item("a", "b", ""), Item("", "ab", null),
        ];

        Assert.Equal(alike.Length, alike.Select(item => LogEntry.After(1, LogEntry.NoHash, item).Hash).Distinct().Count());
        Assert.NotEqual(LogEntry.After(1, LogEntry.NoHash, alike[0]).Hash, LogEntry.After(2, LogEntry.NoHash, alike[0]).Hash);

        static LogItem Item(string who, string? register, string? record) => new(DateTimeOffset.UnixEpoch, who, LogAction.Record, register, record, null, null, "");
    }

    private static LogItem[] Items(int count) =>
    [
        .. Enumerable.Range(0, count).Select(number => new LogItem(
            new DateTimeOffset(2026, 11, 20, 12, 0, number, TimeSpan.Zero), "ana", LogAction.Record, "plans", $"p{number % 3}", "draft", $$"""{"name.es":"«ñ» {{number}} 😀"}""", "porque sí")),
    ];

    private static void Append(Store store, IEnumerable<LogItem> items)
    {
        using var writer = store.BeginWrite();
        writer.Append(items);
        writer.Commit();
    }

    private static List<LogEntry> Held(Store store)
    {
        var entries = new List<LogEntry>();
        store.Log(0, entries.Add);
        return entries;
    }

    private static bool IsWhole(Store store)
    {
        var (number, last, whole) = (0L, LogEntry.NoHash, true);
        store.Log(0, entry =>
        {
            whole &= entry.Number == ++number && entry.Follows(last);
            last = entry.Hash;
        });
        return whole;
    }
}
