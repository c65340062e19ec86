using System.Diagnostics;
using System.Text;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Statistics;
using Periplo.Storage;
using Xunit;

namespace Periplo.Tests.Commands;

/// <summary>What is left of an import whose program is killed.</summary>
public sealed class KilledImportTests : IDisposable
{
    private readonly Command command = new();

    public void Dispose() => command.Dispose();

    [Fact]
    public void Import_killed_at_any_moment_is_whole_or_absent_and_can_be_repeated()
    {
        var random = new Random(TestCounts.Seed);
        var file = command.Write("rows.csv", Rows());
        var first = Stopwatch.StartNew();
        Assert.Equal(0, command.Run("import", file, "--revision", "1999").Code);
        var lasts = first.Elapsed.TotalMilliseconds;
        var installation = new Installation(Store.Open(command.Store), new DataFolder(BundledData.Path("."), null), new NeverTheSame());
        var whole = Held(installation, "1999");
        Assert.NotNull(whole);

        for (var kill = 0; kill < TestCounts.KillPoints; kill++)
        {
            var revision = $"2{kill:000}";
            using (var process = Command.Start("es", null, "import", file, "--store", command.Store, "--revision", revision))
            {
                // From the first reading of the file to beyond the end.
                process.WaitForExit((int)(lasts * (0.4 + (0.7 * random.NextDouble()))));
                process.Kill();
                process.WaitForExit();
            }

            var held = Held(installation, revision);
            Assert.True(held is null || held == whole.Replace("1999", revision, StringComparison.Ordinal), $"kill {kill}: a part of the file was kept");
            Assert.Equal(0, command.Run("import", file, "--revision", revision).Code);
            Assert.Equal(whole.Replace("1999", revision, StringComparison.Ordinal), Held(installation, revision));
        }
    }

    private static string Rows()
    {
        var rows = new StringBuilder("year,dest_iso3,orig_iso3,both,male,female,data_type\n");
        foreach (var destination in (string[])["USA", "CAN"])
        {
            foreach (var origin in (string[])["MEX", "GTM", "HND", "SLV", "NIC"])
            {
                for (var year = 1990; year <= 2020; year += 5)
                    rows.Append($"{year},{destination},{origin},{year - 1900},1,{year - 1901},BR\n");
            }
        }

        return rows.ToString();
    }

    private static string? Held(Installation installation, string revision)
    {
        if (!installation.Parts().Any(part => part.Revision.Release == revision))
            return null;
        using var csv = new MemoryStream();
        DatasetCsv.Write(installation.Dataset("STOCK", revision), Query.All, attributes: true, Language.En, csv);
        return Encoding.UTF8.GetString(csv.ToArray());
    }

    /// <summary>A clock that is always later than what is remembered: each look at the store is a new one.</summary>
    private sealed class NeverTheSame : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Add(ref ticks, 10);
    }
}
