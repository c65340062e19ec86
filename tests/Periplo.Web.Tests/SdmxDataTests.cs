using System.Net.Sockets;
using System.Text;
using Periplo.Sdmx.Rest;
using Xunit;
using static Periplo.Web.Tests.SdmxQuestions;

namespace Periplo.Web.Tests;

/// <summary>Queries for data in REST 2.1: rows D of the specification.</summary>
public sealed class SdmxDataTests(TestSite site)
{
    private const string Flow = "/sdmx/v1/data/PERIPLO,DF_MIG_STOCK,1.0";
    private const string Series = Flow + "/A.USA.MEX._T.STOCK._T._T._T.PS";

    [Fact]
    public async Task D1_flow_is_named_by_its_id_alone_or_with_agency_and_version()
    {
        var expected = site.Observations(await site.Ask(Series, Csv1));
        Assert.NotEmpty(expected);
        foreach (var flow in (string[])["DF_MIG_STOCK", "PERIPLO,DF_MIG_STOCK", "PERIPLO,DF_MIG_STOCK,1.0", "PERIPLO,DF_MIG_STOCK,latest", "all,DF_MIG_STOCK,latest", "PERIPLO%2CDF_MIG_STOCK%2C1.0"])
            Assert.Equal(expected, site.Observations(await site.Ask($"/sdmx/v1/data/{flow}/A.USA.MEX._T.STOCK._T._T._T.PS", Csv1)));
        foreach (var flow in (string[])["DF_NOTHING", "OTHER,DF_MIG_STOCK", "PERIPLO,DF_MIG_STOCK,9.9"])
            (await site.Ask($"/sdmx/v1/data/{flow}/all", Csv1)).Is(404);
    }

    [Theory]
    [InlineData("A.USA+CAN.MEX._T.STOCK._T._T._T.PS")]
    [InlineData("A.USA%2BCAN.MEX._T.STOCK._T._T._T.PS")]
    public async Task D2_plus_in_a_key_is_or_escaped_or_not(string key)
    {
        var keys = site.Observations(await site.Ask($"{Flow}/{key}", Csv1)).Select(one => one.Key).Distinct().Order();
        Assert.Equal(["A.CAN.MEX._T.STOCK._T._T._T.PS", "A.USA.MEX._T.STOCK._T._T._T.PS"], keys);
    }

    [Fact]
    public async Task D2_empty_position_is_every_code_and_a_wrong_count_of_positions_a_mistake()
    {
        var all = site.Observations(await site.Ask($"{Flow}/A.USA.._T.STOCK._T._T._T.PS", Csv1));
        Assert.True(all.Select(one => one.Key).Distinct().Count() > 50);
        Assert.All(all, one => Assert.StartsWith("A.USA.", one.Key, StringComparison.Ordinal));
        foreach (var key in (string[])["A", "A.USA.MEX._T.STOCK._T._T._T", "A.USA.MEX._T.STOCK._T._T._T.PS.", ".........."])
            Assert.Contains("code=\"140\"", (await site.Ask($"{Flow}/{key}", Csv1)).Is(400).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D3_code_that_does_not_exist_matches_nothing()
    {
        var expected = site.Observations(await site.Ask(Series, Csv1));
        Assert.Equal(expected, site.Observations(await site.Ask(Series.Replace("USA", "USA+QQQ+%C3%91", StringComparison.Ordinal), Csv1)));
        Assert.Contains("code=\"100\"", (await site.Ask(Series.Replace("USA", "QQQ", StringComparison.Ordinal), Csv1)).Is(404).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D4_provider_brings_its_agreement_into_the_header()
    {
        var schemes = (await site.Ask("/sdmx/v1/dataproviderscheme/PERIPLO", null)).Is(200);
        var providers = schemes.Elements("DataProvider").Select(one => one.Attribute("id")!.Value).ToList();
        Assert.NotEmpty(providers);
        var found = 0;
        foreach (var provider in providers)
        {
            var answer = await site.Ask($"{Series}/{provider}?lastNObservations=1", Generic);
            if (answer.Status == 404)
                continue;
            found++;
            Assert.Single(answer.Is(200).Elements("ProvisionAgrement"));
            Assert.Equal(site.Observations(answer), site.Observations(await site.Ask($"{Series}/PERIPLO,{provider}+NOBODY?lastNObservations=1", Generic)));
        }

        Assert.NotEqual(0, found);
        (await site.Ask($"{Series}/NOBODY", Generic)).Is(404);
        (await site.Ask($"{Series}/all", Generic)).Is(200);
    }

    [Theory]
    [InlineData("startPeriod=2015&endPeriod=2020", "2015 2020")]
    [InlineData("startPeriod=2015-01&endPeriod=2020-12", "2015 2020")]
    [InlineData("startPeriod=2015-02", "2020 2024")]
    [InlineData("startPeriod=2015-01-01T00:00:00&endPeriod=2019-12-31T00:00:00", "2015")]
    [InlineData("startPeriod=2015-A1&endPeriod=2015-Q4", "2015")]
    [InlineData("startPeriod=2015-S1&endPeriod=2015-S2", "2015")]
    [InlineData("startPeriod=2015-W02&endPeriod=2020", "2020")]
    [InlineData("endPeriod=1990", "1990")]
    public async Task D5_observation_counts_when_its_whole_period_lies_within(string parameters, string years)
    {
        Assert.Equal(years, string.Join(' ', site.Observations(await site.Ask($"{Series}?{parameters}", Csv1)).Select(one => one.Time)));
    }

    [Theory]
    [InlineData("startPeriod=2015-Q5")]
    [InlineData("endPeriod=later")]
    [InlineData("startPeriod=")]
    [InlineData("firstNObservations=0")]
    [InlineData("lastNObservations=x")]
    [InlineData("dimensionAtObservation=NOTHING")]
    [InlineData("detail=some")]
    [InlineData("updatedAfter=soon")]
    [InlineData("includeHistory=perhaps")]
    [InlineData("StartPeriod=2015")]
    [InlineData("nothing=1")]
    [InlineData("detail=full&detail=full")]
    public async Task D5_to_D11_parameter_that_cannot_be_read_is_a_mistake(string parameter)
    {
        Assert.Contains("code=\"140\"", (await site.Ask($"{Series}?{parameter}", Csv1)).Is(400).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D6_first_and_last_count_within_a_series_after_the_filters()
    {
        Assert.Equal("1990 2024", await Years("firstNObservations=1&lastNObservations=1"));
        Assert.Equal("2020 2024", await Years("lastNObservations=2"));
        Assert.Equal("1990 1995 2000", await Years("firstNObservations=3"));
        Assert.Equal("2010", await Years("lastNObservations=1&endPeriod=2012"));
        Assert.Equal("2015", await Years("firstNObservations=1&startPeriod=2012"));
        var last = site.Observations(await site.Ask($"{Flow}/A.USA.._T.STOCK._T._T._T.PS?lastNObservations=1", Csv1));
        Assert.Equal(last.Count, last.Select(one => one.Key).Distinct().Count());

        async Task<string> Years(string parameters) => string.Join(' ', site.Observations(await site.Ask($"{Series}?{parameters}", Csv1)).Select(one => one.Time));
    }

    [Fact]
    public async Task D7_any_dimension_may_stand_at_the_observation()
    {
        const string Few = Flow + "/A.USA+CAN.MEX+GTM._T.STOCK._T._T._T.PS?startPeriod=2015";
        var expected = site.Observations(await site.Ask(Few, Generic)).Order().ToList();
        Assert.Equal(12, expected.Count);
        var flat = await site.Ask($"{Few}&dimensionAtObservation=AllDimensions", Generic);
        Assert.Empty(flat.Elements("Series"));
        Assert.Equal(12, flat.Elements("ObsKey").Count());
        Assert.Equal(expected, site.Observations(flat).Order());
        var section = await site.Ask($"{Few}&dimensionAtObservation=COUNTERPART_AREA", Generic);
        Assert.Equal(6, section.Elements("Series").Count());
        Assert.Equal("COUNTERPART_AREA", section.Elements("Structure").First().Attribute("dimensionAtObservation")!.Value);
        Assert.Equal(expected, site.Observations(section).Order());
        Assert.Equal(4, (await site.Ask($"{Few}&dimensionAtObservation=TIME_PERIOD", Generic)).Elements("Series").Count());
    }

    [Fact]
    public async Task D8_detail_says_which_parts_are_sent()
    {
        const string Few = Flow + "/A.USA.MEX+GTM._T.STOCK._T._T._T.PS?startPeriod=2015";
        var full = await site.Ask(Few, Generic);
        Assert.NotEmpty(full.Elements("Attributes"));
        var data = await site.Ask($"{Few}&detail=dataonly", Generic);
        Assert.Empty(data.Elements("Attributes"));
        Assert.Equal(6, data.Elements("Obs").Count());
        var keys = await site.Ask($"{Few}&detail=serieskeysonly", Generic);
        Assert.Empty(keys.Elements("Attributes").Concat(keys.Elements("Obs")));
        Assert.Equal(2, keys.Elements("Series").Count());
        var none = await site.Ask($"{Few}&detail=nodata", Generic);
        Assert.Empty(none.Elements("Obs"));
        Assert.Equal(2, none.Elements("Series").Count());
        Assert.Equal("DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,ORIGIN_BASIS,MEASURE,SEX,AGE,EDUCATION_LEV,UNIT_MEASURE", (await site.Ask($"{Few}&detail=serieskeysonly", Csv1)).Is(200).Lines[0]);
    }

    [Fact]
    public async Task D9_what_changed_after_a_moment_is_told()
    {
        var all = site.Observations(await site.Ask(Series, Csv1));
        foreach (var moment in (string[])["2015", "1970-01-01", "2009-05-15T14:15:00", "2009-05-15T14%3A15%3A00%2B01%3A00", "2009-05-15T14:15:00+01:00"])
            Assert.Equal(all, site.Observations(await site.Ask($"{Series}?updatedAfter={moment}", Csv1)));
        (await site.Ask($"{Series}?updatedAfter=2999", Csv1)).Is(404);
    }

    [Fact]
    public async Task D10_history_has_a_data_set_a_dissemination()
    {
        var answer = (await site.Ask($"{Series}?includeHistory=true", Specific)).Is(200);
        var sets = answer.Elements("DataSet").ToList();
        Assert.NotEmpty(sets);
        Assert.All(sets, set => Assert.Contains(set.Attributes(), one => one.Name.LocalName is "validFromDate" or "validToDate"));
    }

    [Theory]
    [InlineData("csv", "application/vnd.sdmx.data+csv", "2.0.0")]
    [InlineData("json", "application/vnd.sdmx.data+json", "2.0.0")]
    [InlineData("genericdata", "application/vnd.sdmx.genericdata+xml", "2.1")]
    [InlineData("structurespecificdata", "application/vnd.sdmx.structurespecificdata+xml", "2.1")]
    [InlineData("application/vnd.sdmx.data+csv;version=1.0.0", "application/vnd.sdmx.data+csv", "1.0.0")]
    public async Task D11_format_stands_for_the_header_that_browsers_cannot_set(string format, string type, string version)
    {
        var answer = (await site.Ask($"{Series}?format={format}", "text/html")).Is(200);
        Assert.Equal((type, version), (answer.Type, answer.Parameter("version")));
        Assert.NotEmpty(site.Observations(answer));
    }

    [Fact]
    public async Task D12_and_D13_structure_specific_data_name_their_flow_and_begin_with_the_key()
    {
        var answer = await site.Ask(Series, Specific);
        var structure = answer.Elements("Structure").First();
        Assert.Equal("urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=PERIPLO:DF_MIG_STOCK(1.0):ObsLevelDim:TIME_PERIOD", structure.Attribute("namespace")!.Value);
        Assert.Equal("StructureUsage", structure.Elements().Single().Name.LocalName);
        var names = answer.Elements("Series").Single().Attributes().Select(one => one.Name.LocalName).Take(9);
        Assert.Equal(["FREQ", "REF_AREA", "COUNTERPART_AREA", "ORIGIN_BASIS", "MEASURE", "SEX", "AGE", "EDUCATION_LEV", "UNIT_MEASURE"], names);
    }

    [Fact]
    public async Task D14_flow_is_streamed_and_a_cut_connection_hurts_nobody()
    {
        var origin = new Uri(site.Origin);
        using (var socket = new TcpClient(origin.Host, origin.Port))
        {
            var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {Flow}/all HTTP/1.1\r\nHost: x\r\nAccept: {Csv1}\r\n\r\n"), TestContext.Current.CancellationToken);
            var head = new byte[4_000];
            var length = await stream.ReadAtLeastAsync(head, head.Length, cancellationToken: TestContext.Current.CancellationToken);
            var text = Encoding.ASCII.GetString(head, 0, length);
            Assert.StartsWith("HTTP/1.1 200", text, StringComparison.Ordinal);
            Assert.Contains("Transfer-Encoding: chunked", text, StringComparison.Ordinal);
        }

        Assert.NotEmpty(site.Observations(await site.Ask(Series, Csv1)));
    }

    [Fact]
    public async Task Every_flow_is_the_same_in_every_format()
    {
        var flows = (await site.Ask("/sdmx/v1/dataflow", null)).Is(200).Elements("Dataflow").Select(one => $"{one.Attribute("agencyID")!.Value},{one.Attribute("id")!.Value},{one.Attribute("version")!.Value}").ToList();
        Assert.True(flows.Count >= 5);
        foreach (var flow in flows)
        {
            var answer = await site.Ask($"/sdmx/v1/data/{flow}/all?lastNObservations=1", Csv1);
            if (answer.Status == 404)
                continue;
            var expected = site.Observations(answer).Order().ToList();
            foreach (var accept in (string[])[Csv2, Generic, Specific, Json1, Json2])
                Assert.Equal(expected, site.Observations(await site.Ask($"/sdmx/v1/data/{flow}/all?lastNObservations=1", accept)).Order());
        }
    }

    [Fact]
    public async Task Answer_is_that_of_the_source()
    {
        var source = site.Installation.Sdmx();
        var request = (DataRequest)V1Queries.Parse("/data/DF_MIG_STOCK/A.USA.MEX+GTM._T.STOCK._T._T._T.PS", "?startPeriod=2000");
        var flow = new FlowFinder(source.Structures).Find(request.Flow, RestVersion.V1);
        var cursor = source.Select(flow, QueryFit.To(flow, request)).DataSets.Single().Cursor;
        var expected = new List<double>();
        while (cursor.Read())
            expected.Add(cursor.Value);
        Assert.Equal(expected, site.Observations(await site.Ask($"{Flow}/A.USA.MEX+GTM._T.STOCK._T._T._T.PS?startPeriod=2000", Json1)).Select(one => one.Value));
    }
}
