using System.Diagnostics;
using System.Text.Json;
using Periplo.Sdmx.Messages;
using Periplo.Statistics;
using Periplo.Storage;
using Periplo.Tests.Exchange;
using Periplo.Tests.Statistics;
using Xunit;

namespace Periplo.Tests.Commands;

/// <summary><c>periplo sdmx import</c>, <c>validate</c> and <c>harvest</c> as a user runs them.</summary>
public sealed class SdmxCommandTests : IDisposable
{
    private readonly Command command = new();

    public void Dispose() => command.Dispose();

    [Fact]
    public void Import_keeps_a_message_once_and_says_so()
    {
        var file = command.Write("m.xml", Message(DataFormat.StructureSpecificXml));
        var first = command.Run("sdmx", "import", file);
        Assert.True(first.Code == 0, first.Errors);
        Assert.Contains("STOCK, revisión GTM-INE.2026-11-28: 2 observaciones nuevas", first.Output, StringComparison.Ordinal);
        Assert.Contains("nothing changed", command.RunIn("en", null, "sdmx", "import", file).Output, StringComparison.Ordinal);
        var lineage = command.RunIn("en", null, "lineage", "STOCK").Output;
        Assert.Contains("message M1 of GTM-INE", lineage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("es", "no se importó nada")]
    [InlineData("en", "nothing was imported")]
    [InlineData("fr", "rien n’a été importé")]
    public void Import_of_a_wrong_message_says_line_key_and_rule_and_fails(string language, string says)
    {
        var text = "DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,ORIGIN_BASIS,MEASURE,SEX,AGE,EDUCATION_LEV,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE\n"
            + "PERIPLO:DF_MIG_STOCK(1.0),A,GTM,HND,B,STOCK,_T,_T,_T,PS,2020,1\nPERIPLO:DF_MIG_STOCK(1.0),A,GTM,HND,B,STOCK,_T,_T,_T,PS,2021,-1\n";
        var outcome = command.RunIn(language, null, "sdmx", "import", command.Write("m.csv", text), "--source", "INE");
        Assert.Equal(1, outcome.Code);
        Assert.StartsWith("periplo: ", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains(says, outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("3, A.GTM.HND.B.STOCK._T._T._T.PS.2021, negative-value", outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(Store.Open(command.Store).Parts());
    }

    [Fact]
    public void Validate_reports_format_series_observations_sum_and_errors()
    {
        foreach (var (format, id) in new[] { (DataFormat.GenericXml, "generic"), (DataFormat.Json2, "json-2.0"), (DataFormat.Csv1, "csv-1.0") })
        {
            var outcome = command.Run("sdmx", "validate", command.Write("m", Message(format)), "--json");
            Assert.True(outcome.Code == 0, outcome.Errors);
            using var report = JsonDocument.Parse(outcome.Output);
            var root = report.RootElement;
            Assert.Equal(
                (id, 1, 2, 2, 30.5, 0),
                (root.GetProperty("format").GetString(), root.GetProperty("datasets").GetInt32(), root.GetProperty("series").GetInt32(), root.GetProperty("observations").GetInt32(), root.GetProperty("sum").GetDouble(), root.GetProperty("errors").GetArrayLength()));
        }

        Assert.Empty(Store.Open(command.Store).Parts());
        var wrong = command.Write("w.csv", "DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,ORIGIN_BASIS,MEASURE,SEX,AGE,EDUCATION_LEV,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE\n"
            + "PERIPLO:DF_MIG_STOCK(1.0),A,GTM,XXX,B,STOCK,_T,_T,_T,PS,2020,1\nPERIPLO:DF_MIG_STOCK(1.0),A,GTM,HND,B,STOCK,_T,_T,_T,PS,2021,uno\n");
        var bad = command.RunIn("en", null, "sdmx", "validate", wrong, "--json");
        Assert.Equal(1, bad.Code);
        using var errors = JsonDocument.Parse(bad.Output);
        Assert.Equal(
            [(2, "unknown-code"), (3, "bad-value")],
            errors.RootElement.GetProperty("errors").EnumerateArray().Select(error => (error.GetProperty("line").GetInt32(), error.GetProperty("rule").GetString()!)));
        var words = command.Run("sdmx", "validate", wrong);
        Assert.Equal(1, words.Code);
        Assert.Contains("línea 3, A.GTM.HND.B.STOCK._T._T._T.PS.2021, bad-value: no es un número", words.Output, StringComparison.Ordinal);
        var none = command.Run("sdmx", "validate", command.Write("none", "hola"), "--json");
        Assert.Equal(1, none.Code);
        Assert.Contains("\"format\": null", none.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Harvest_names_the_remote_that_fails_and_keeps_the_others()
    {
        command.Write("a.xml", Message(DataFormat.StructureSpecificXml));
        command.Write("b.xml", "<html/>");
        var list = command.Write("list.yaml", "remotes:\n  - { id: b, data: b.xml, source: B }\n  - { id: a, data: a.xml, source: A }\n");
        var outcome = command.RunIn("en", null, "sdmx", "harvest", list);
        Assert.Equal(1, outcome.Code);
        Assert.StartsWith("b: wrong: ", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("a: STOCK, revision A.2026-11-28: 2 observations new", outcome.Output, StringComparison.Ordinal);
        command.Write("b.xml", Message(DataFormat.GenericXml));
        var again = command.Run("sdmx", "harvest", list);
        Assert.True(again.Code == 0, again.Errors);
        Assert.Contains("a: no toca todavía", again.Output, StringComparison.Ordinal);
        Assert.Contains("b: STOCK, revisión B.2026-11-28", again.Output, StringComparison.Ordinal);
        Assert.Contains("a: ya estaba en STOCK, revisión A.2026-11-28", command.Run("sdmx", "harvest", list, "--all").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Harvest_killed_at_any_moment_goes_on_where_it_was()
    {
        const int Remotes = 3;
        var random = new Random(TestCounts.Seed);
        var list = command.Write("list.yaml", $"remotes:\n{string.Concat(Enumerable.Range(0, Remotes).Select(i => $"  - {{ id: r{i}, data: r{i}.xml, source: R{i} }}\n"))}");
        var first = Stopwatch.StartNew();
        Renew(1);
        Assert.Equal(0, command.Run("sdmx", "harvest", list, "--all").Code);
        var lasts = first.Elapsed.TotalMilliseconds;
        for (var kill = 2; kill < TestCounts.KillPoints + 2; kill++)
        {
            Renew(kill);
            using (var process = Command.Start("es", null, "sdmx", "harvest", list, "--all", "--store", command.Store))
            {
                process.WaitForExit((int)(lasts * (0.4 + (0.7 * random.NextDouble()))));
                process.Kill();
                process.WaitForExit();
            }

            Check(kill, whole: false);
            Assert.Equal(0, command.Run("sdmx", "harvest", list).Code);
            Assert.Equal(0, command.Run("sdmx", "harvest", list, "--all").Code);
            Check(kill, whole: true);
        }

        void Renew(int number)
        {
            for (var i = 0; i < Remotes; i++)
                command.Write($"r{i}.xml", ImportPlace.Message(Sample.Stock(Sample.Stock("GTM", "HND", 2021, number), Sample.Stock("GTM", "SLV", 2021, number)), DataFormat.StructureSpecificXml));
        }

        // Whatever is held of a remote is one answer of it whole, and what is remembered goes with it.
        void Check(int number, bool whole)
        {
            var store = Store.Open(command.Store);
            foreach (var state in store.Remotes())
            {
                var held = store.Load(Sample.Definitions.Stock, Revision.TryParse("STOCK", state.Revision!)!)!;
                var values = held.Observations.Values.Distinct().ToList();
                Assert.Equal(2, held.Observations.Count);
                Assert.True(Assert.Single(values) == number || (!whole && values[0] == number - 1), $"kill {number}: {state.Id} holds {values[0]}");
                Assert.Equal(state.Revision, store.Parts().Last(part => part.Revision.Source == $"R{state.Id[1..]}").Revision.Id);
            }
        }
    }

    private static byte[] Message(DataFormat format) => ImportPlace.Message(Sample.Stock(Sample.Stock("GTM", "HND", 2021, 10.5), Sample.Stock("GTM", "SLV", 2021, 20)), format);
}
