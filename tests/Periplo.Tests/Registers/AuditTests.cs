using Periplo.Registers;
using Xunit;

namespace Periplo.Tests.Registers;

/// <summary>The check of the log names what was done to it, on every engine.</summary>
public sealed class AuditTests
{
    public static TheoryData<string, string> Deeds => new MatrixTheoryData<string, string>(
        ["SQLite", "PostgreSQL"],
        [
            "UPDATE log SET content = REPLACE(content, 'Uno 3', 'Uno 4') WHERE number = 3",
            "UPDATE log SET who = 'otra' WHERE number = 3",
            "UPDATE log SET at = '2020-01-01T00:00:00.0000000Z' WHERE number = 3",
            "UPDATE log SET at = 'ayer' WHERE number = 3",
            "UPDATE log SET why = 'otra razón' WHERE number = 3",
            "DELETE FROM log WHERE number = 3",
            "UPDATE log SET state = NULL WHERE number = 3",
        ]);

    [Theory]
    [MemberData(nameof(Deeds))]
    public void The_first_entry_tampered_with_is_named(string engine, string deed)
    {
        using var registry = new Registry(engine);
        Write(registry, 6);
        Assert.True(Verify(registry, null).IsWhole);

        registry.Place.Execute(deed);

        var result = Verify(registry, null);
        Assert.False(result.IsWhole);
        Assert.Equal(3, result.Broken);
        Assert.Equal(2, result.Entries);
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public void A_hash_kept_shows_that_the_end_was_cut_off(string engine)
    {
        using var registry = new Registry(engine);
        Write(registry, 6);
        var kept = registry.Installation.Store.LogEnd().Hash;
        Write(registry, 2);
        Assert.True(Verify(registry, kept.ToUpperInvariant()).IsWhole);

        registry.Place.Execute("DELETE FROM log WHERE number > 5");

        Assert.True(Verify(registry, null).IsWhole);
        var result = Verify(registry, kept);
        Assert.False(result.IsWhole);
        Assert.Null(result.Broken);
        Assert.False(result.ExpectedFound);
    }

    [Fact]
    public void An_empty_log_is_whole()
    {
        using var registry = new Registry("SQLite");

        Assert.Equal((0, LogEntry.NoHash, true), (Verify(registry, null).Entries, Verify(registry, null).Hash, Verify(registry, null).IsWhole));
        Assert.False(Verify(registry, new string('a', 64)).IsWhole);
    }

    private static void Write(Registry registry, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var number = registry.Installation.Store.LogEnd().Number + 1;
            registry.Records.Write(Registry.Editor, "documents", $"d{number}", registry.Document($"Uno {number}"), 0, "");
        }
    }

    private static Periplo.Observatory.AuditResult Verify(Registry registry, string? expected) => registry.Installation.VerifyLog(expected, TestContext.Current.CancellationToken);
}
