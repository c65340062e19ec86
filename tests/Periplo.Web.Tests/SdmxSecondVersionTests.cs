using System.Text.Json;
using Xunit;
using static Periplo.Web.Tests.SdmxQuestions;

namespace Periplo.Web.Tests;

/// <summary>Queries in REST 3.0: rows V of the specification.</summary>
public sealed class SdmxSecondVersionTests(TestSite site)
{
    private const string Flow = "/sdmx/v2/data/dataflow/PERIPLO/DF_MIG_STOCK/~";
    private const string Series = Flow + "/A.USA.MEX._T.STOCK._T._T._T.PS";

    [Fact]
    public async Task V1_structures_are_asked_for_with_stars_and_commas()
    {
        using var one = Json(await site.Ask("/sdmx/v2/structure/codelist/*/CL_SEX,CL_AREA/~/F,USA", null));
        var lists = one.RootElement.GetProperty("data").GetProperty("codelists");
        Assert.Equal(["F", "USA"], lists.EnumerateArray().SelectMany(list => list.GetProperty("codes").EnumerateArray()).Select(code => code.GetProperty("id").GetString()).Order());
        Assert.All(lists.EnumerateArray(), list => Assert.True(list.GetProperty("isPartial").GetBoolean()));
        using var all = Json(await site.Ask("/sdmx/v2/structure/*/*/*/*?detail=allstubs", null));
        Assert.True(all.RootElement.GetProperty("data").EnumerateObject().Count() > 5);
        (await site.Ask("/sdmx/v2/structure/dataflow/PERIPLO/DF_MIG_STOCK?references=all&asOf=2024", null)).Is(200);
    }

    [Theory]
    [InlineData("~", 200)]
    [InlineData("*", 200)]
    [InlineData("1.0", 200)]
    [InlineData("%7E", 200)]
    [InlineData("9.9", 204)]
    [InlineData("+.2.3", 400)]
    [InlineData("*.*", 400)]
    public async Task V2_versions_are_words_ranges_or_exact(string version, int status)
    {
        (await site.Ask($"/sdmx/v2/structure/dataflow/PERIPLO/DF_MIG_STOCK/{version}", null)).Is(status);
    }

    [Fact]
    public async Task V3_ancestors_and_raw_are_known()
    {
        using var json = Json(await site.Ask("/sdmx/v2/structure/codelist/*/CL_SEX/~?references=ancestors&detail=raw", null));
        Assert.True(json.RootElement.GetProperty("data").TryGetProperty("dataflows", out _));
    }

    [Fact]
    public async Task V4_data_are_asked_for_of_a_flow_its_structure_or_an_agreement()
    {
        var expected = site.Observations(await site.Ask(Series, Csv2));
        Assert.Equal(8, expected.Count);
        Assert.Equal(expected, site.Observations(await site.Ask(Series.Replace("dataflow/PERIPLO/DF_", "datastructure/PERIPLO/DSD_", StringComparison.Ordinal), Csv2)));
        Assert.Equal(expected, site.Observations(await site.Ask(Series.Replace("dataflow/PERIPLO", "*/*", StringComparison.Ordinal), Csv2)));
        var agreement = (await site.Ask("/sdmx/v1/provisionagreement?references=none", null)).Is(200).Elements("ProvisionAgreement").Select(one => one.Attribute("id")!.Value).First(one => one.Contains("MIG_STOCK", StringComparison.Ordinal));
        (await site.Ask($"/sdmx/v2/data/provisionagreement/PERIPLO/{agreement}/~/A.USA.MEX", Csv2)).Is(200);
        (await site.Ask("/sdmx/v2/data/dataflow/PERIPLO/DF_NOTHING/~/*", null)).Is(404);
    }

    [Fact]
    public async Task V5_keys_are_filled_up_and_there_may_be_several()
    {
        var keys = site.Observations(await site.Ask(Flow + "/A.USA.MEX._T.STOCK._T._T._T,A.USA.GTM._T.STOCK._T._T._T.*", Csv2)).Select(one => one.Key).Distinct().Order();
        Assert.Equal(["A.USA.GTM._T.STOCK._T._T._T.PS", "A.USA.MEX._T.STOCK._T._T._T.PS"], keys);
        (await site.Ask(Flow + "/A.USA+CAN", Csv2)).Is(400);
        (await site.Ask(Flow + "/A.USA.MEX._T.STOCK._T._T._T.PS.X", Csv2)).Is(400);
    }

    [Theory]
    [InlineData("c[REF_AREA]=USA&c[COUNTERPART_AREA]=MEX&c[SEX]=_T&c[MEASURE]=STOCK&c[TIME_PERIOD]=ge:2010+le:2020", "2010 2015 2020")]
    [InlineData("c%5BREF_AREA%5D=USA&c%5BCOUNTERPART_AREA%5D=MEX&c%5BSEX%5D=_T&c%5BMEASURE%5D=STOCK&c%5BTIME_PERIOD%5D=ge%3A2010%2Ble%3A2020", "2010 2015 2020")]
    [InlineData("c[REF_AREA]=USA&c[COUNTERPART_AREA]=MEX&c[SEX]=ne:F+ne:M&c[MEASURE]=STOCK&c[TIME_PERIOD]=gt:2010", "2015 2020 2024")]
    [InlineData("c[REF_AREA]=USA&c[COUNTERPART_AREA]=MEX&c[SEX]=_T&c[MEASURE]=STOCK&c[TIME_PERIOD]=1990,ge:2024", "1990 2024")]
    public async Task V6_filters_compare_components(string filters, string years)
    {
        Assert.Equal(years, string.Join(' ', site.Observations(await site.Ask($"{Flow}/*?{filters}", Csv2)).Select(one => one.Time)));
    }

    [Fact]
    public async Task V6_values_and_attributes_can_be_filtered()
    {
        var all = site.Observations(await site.Ask(Flow + "/A.USA.*._T.STOCK._T._T._T", Csv2));
        var many = site.Observations(await site.Ask(Flow + "/A.USA.*._T.STOCK._T._T._T?c[OBS_VALUE]=ge:1000000", Csv2));
        Assert.Equal(all.Where(one => one.Value >= 1_000_000), many);
        foreach (var status in all.Select(one => one.Status).Distinct())
            Assert.Equal(all.Where(one => one.Status == status), site.Observations(await site.Ask($"{Flow}/A.USA.*._T.STOCK._T._T._T?c[OBS_STATUS]={status}", Csv2)));
        (await site.Ask(Flow + "/*?c[NOTHING]=A", Csv2)).Is(422);
        (await site.Ask(Flow + "/*?c[OBS_VALUE]=ge:many", Csv2)).Is(400);
        (await site.Ask(Flow + "/*?startPeriod=2020", Csv2)).Is(400);
    }

    [Fact]
    public async Task V7_attributes_and_measures_take_the_place_of_detail()
    {
        var full = (await site.Ask(Series, Csv2)).Is(200).Lines[0].Split(',');
        var none = (await site.Ask(Series + "?attributes=none", Csv2)).Is(200).Lines[0].Split(',');
        Assert.Equal("OBS_VALUE", none[^1]);
        Assert.True(full.Length > none.Length);
        Assert.Equal(string.Join(',', none) + ",OBS_STATUS", (await site.Ask(Series + "?attributes=OBS_STATUS", Csv2)).Is(200).Lines[0]);
        var keys = (await site.Ask(Series + "?attributes=none&measures=none", Csv2)).Is(200);
        Assert.Equal(2, keys.Lines.Length);
        Assert.Equal(full, (await site.Ask(Series + "?attributes=dsd&measures=all", Csv2)).Is(200).Lines[0].Split(','));
        Assert.All(site.Observations(await site.Ask(Series + "?measures=none&attributes=obs", Csv2)), one => Assert.True(double.IsNaN(one.Value)));
        (await site.Ask(Series + "?attributes=NOTHING", Csv2)).Is(422);
        (await site.Ask(Series + "?measures=NOTHING", Csv2)).Is(422);
        (await site.Ask(Series + "?detail=full", Csv2)).Is(400);
    }

    [Fact]
    public async Task V8_first_last_level_and_changes_are_as_in_2_1()
    {
        Assert.Equal("1990 2024", string.Join(' ', site.Observations(await site.Ask(Series + "?firstNObservations=1&lastNObservations=1", Csv2)).Select(one => one.Time)));
        (await site.Ask(Series + "?dimensionAtObservation=AllDimensions", Json2)).Is(200);
        (await site.Ask(Series + "?dimensionAtObservation=NOTHING", Json2)).Is(400);
        Assert.Equal(8, site.Observations(await site.Ask(Series + "?updatedAfter=2015", Csv2)).Count);
        (await site.Ask(Series + "?updatedAfter=2999", Csv2)).Is(204);
        (await site.Ask(Series + "?includeHistory=true", Csv2)).Is(200);
    }

    [Fact]
    public async Task V9_data_are_told_as_they_were()
    {
        (await site.Ask(Series + "?asOf=1970", Csv2)).Is(204);
        Assert.Equal(8, site.Observations(await site.Ask(Series + "?asOf=2999", Csv2)).Count);
        Assert.InRange((await site.Ask(Series + "?asOf=2020&updatedAfter=2021", Csv2)).Status, 400, 499);
    }

    [Fact]
    public async Task V10_pages_are_parts_of_one_order()
    {
        const string Many = Flow + "/A.USA.*._T.STOCK._T._T._T.PS";
        var all = site.Observations(await site.Ask(Many, Csv2));
        var paged = new List<(string, string, double, string)>();
        for (var offset = 0; ; offset += 100)
        {
            var answer = await site.Ask($"{Many}?offset={offset}&limit=100", Csv2);
            if (answer.Status == 204)
                break;
            var page = site.Observations(answer);
            Assert.InRange(page.Count, 1, 100);
            paged.AddRange(page);
        }

        Assert.Equal(all, paged);
        var sorted = site.Observations(await site.Ask($"{Many}?sort=TIME_PERIOD:desc+COUNTERPART_AREA", Csv2));
        Assert.Equal(all.OrderByDescending(one => one.Time, StringComparer.Ordinal).ThenBy(one => one.Key, StringComparer.Ordinal), sorted);
        (await site.Ask($"{Many}?sort=NOTHING", Csv2)).Is(422);
    }

    [Theory]
    [InlineData(null, "application/vnd.sdmx.data+json")]
    [InlineData("*/*", "application/vnd.sdmx.data+json")]
    [InlineData("application/vnd.sdmx.data+csv;version=2.0.0;labels=name;timeFormat=normalized;keys=both", "application/vnd.sdmx.data+csv")]
    [InlineData(Specific, "application/vnd.sdmx.structurespecificdata+xml")]
    public async Task V12_default_is_json(string? accept, string type)
    {
        var answer = (await site.Ask(Series, accept)).Is(200);
        Assert.Equal(type, answer.Type);
        if (accept is not null && accept.Contains("keys=both", StringComparison.Ordinal))
        {
            Assert.StartsWith("STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,SERIES_KEY,OBS_KEY,FREQ,", answer.Lines[0], StringComparison.Ordinal);
            Assert.Contains(",A.USA.MEX._T.STOCK._T._T._T.PS,A.USA.MEX._T.STOCK._T._T._T.PS.1990,A,", answer.Lines[1], StringComparison.Ordinal);
            Assert.Contains(",1990-01-01,", answer.Lines[1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task V13_nothing_is_204_and_nonsense_422()
    {
        var nothing = (await site.Ask(Series.Replace("USA", "QQQ", StringComparison.Ordinal), null)).Is(204);
        Assert.Empty(nothing.Body);
        Assert.Null(nothing.Type);
        (await site.Ask("/sdmx/v2/structure/codelist/PERIPLO/CL_NOTHING", null)).Is(204);
        using var json = JsonDocument.Parse((await site.Ask(Flow + "/*?c[NOTHING]=A", null)).Is(422).Body);
        var error = Assert.Single(json.RootElement.GetProperty("errors").EnumerateArray());
        Assert.Equal(150, error.GetProperty("code").GetInt32());
        Assert.NotEmpty(error.GetProperty("title").GetString()!);
        Assert.NotEmpty(error.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task V14_csv_names_structure_and_action()
    {
        var answer = (await site.Ask(Series, Csv2)).Is(200);
        Assert.StartsWith("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,ORIGIN_BASIS,MEASURE,SEX,AGE,EDUCATION_LEV,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,", answer.Lines[0], StringComparison.Ordinal);
        Assert.All(answer.Lines[1..], line => Assert.StartsWith("dataflow,PERIPLO:DF_MIG_STOCK(1.0),I,A,USA,MEX,_T,STOCK,_T,_T,_T,PS,", line, StringComparison.Ordinal));
    }

    private static JsonDocument Json(SdmxAnswer answer) => JsonDocument.Parse(answer.Is(200).Body);
}
