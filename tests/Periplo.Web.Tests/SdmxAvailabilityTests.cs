using System.Globalization;
using System.Text.Json;
using Xunit;
using static Periplo.Web.Tests.SdmxQuestions;

namespace Periplo.Web.Tests;

/// <summary>What there is under a query, in both syntaxes: rows A of the specification and V11.</summary>
public sealed class SdmxAvailabilityTests(TestSite site)
{
    private const string Flow = "/sdmx/v1/availableconstraint/PERIPLO,DF_MIG_STOCK,1.0";
    private const string Key = "A.USA.MEX+GTM._T.STOCK._T._T._T.PS";

    [Fact]
    public async Task A1_one_constraint_has_the_codes_of_every_dimension()
    {
        var answer = (await site.Ask($"{Flow}/{Key}", null)).Is(200);
        var constraint = Assert.Single(answer.Elements("ContentConstraint"));
        Assert.Equal("Actual", constraint.Attribute("type")!.Value);
        Assert.Single(answer.Elements("CubeRegion"));
        var values = Values(answer);
        Assert.Equal(["FREQ", "REF_AREA", "COUNTERPART_AREA", "ORIGIN_BASIS", "MEASURE", "SEX", "AGE", "EDUCATION_LEV", "UNIT_MEASURE"], values.Keys);
        Assert.Equal(["GTM", "MEX"], values["COUNTERPART_AREA"].Order());
        Assert.Equal(["USA"], values["REF_AREA"]);
        Assert.Equal("DF_MIG_STOCK", answer.Elements("ConstraintAttachment").Single().Descendants().First(one => one.Name.LocalName == "Ref").Attribute("id")!.Value);
    }

    [Fact]
    public async Task A2_exact_tells_what_is_in_the_answer_and_available_what_may_still_be_chosen()
    {
        var exact = Values((await site.Ask($"{Flow}/{Key}?mode=exact", null)).Is(200));
        var available = Values((await site.Ask($"{Flow}/{Key}?mode=available", null)).Is(200));
        Assert.All(exact, one => Assert.Empty(one.Value.Except(available[one.Key])));
        Assert.True(available["COUNTERPART_AREA"].Count > 50);
        Assert.True(available["REF_AREA"].Count > 20);

        // Every code that may be chosen gives data.
        foreach (var code in available["REF_AREA"].Take(5))
            (await site.Ask($"/sdmx/v1/data/DF_MIG_STOCK/{Key.Replace("USA", code, StringComparison.Ordinal)}", Csv1)).Is(200);
    }

    [Fact]
    public async Task A3_component_asked_for_stands_alone()
    {
        Assert.Equal(["SEX"], Values((await site.Ask($"{Flow}/all/all/SEX", null)).Is(200)).Keys);
        (await site.Ask($"{Flow}/all/all/NOTHING", null)).Is(400);
    }

    [Fact]
    public async Task A4_references_come_cut_to_what_is_named()
    {
        var answer = (await site.Ask($"{Flow}/{Key}?references=all", null)).Is(200);
        foreach (var one in (string[])["Dataflow", "DataStructure", "ConceptScheme", "Codelist", "DataProviderScheme"])
            Assert.NotEmpty(answer.Elements(one));
        var areas = answer.Elements("Codelist").Single(one => one.Attribute("id")!.Value == "CL_AREA");
        Assert.Equal("true", areas.Attribute("isPartial")!.Value);
        var codes = areas.Elements().Where(one => one.Name.LocalName == "Code").Select(one => one.Attribute("id")!.Value).ToList();
        Assert.Empty(new[] { "USA", "MEX", "GTM" }.Except(codes));
        Assert.True(codes.Count < 30);
        Assert.Empty((await site.Ask($"{Flow}/{Key}?references=none", null)).Is(200).Elements("Codelist"));
        Assert.Empty((await site.Ask($"{Flow}/{Key}?references=dataflow", null)).Is(200).Elements("Codelist"));
        (await site.Ask($"{Flow}/{Key}?references=everything", null)).Is(400);
    }

    [Fact]
    public async Task A5_counts_are_annotations()
    {
        var answer = (await site.Ask($"{Flow}/{Key}?startPeriod=2015", null)).Is(200);
        var counts = answer.Elements("Annotation").Where(one => one.Elements().Any(type => type.Name.LocalName == "AnnotationType" && type.Value == "sdmx_metrics"))
            .ToDictionary(one => one.Attribute("id")!.Value, one => int.Parse(one.Elements().First(title => title.Name.LocalName == "AnnotationTitle").Value, CultureInfo.InvariantCulture));
        var data = site.Observations(await site.Ask($"/sdmx/v1/data/DF_MIG_STOCK/{Key}?startPeriod=2015", Csv1));
        Assert.Equal((data.Count, data.Select(one => one.Key).Distinct().Count()), (counts["obs_count"], counts["series_count"]));
    }

    [Fact]
    public async Task A6_time_is_told_only_to_who_asks_for_it()
    {
        Assert.Empty((await site.Ask($"{Flow}/{Key}", null)).Is(200).Elements("ReferencePeriod"));
        Assert.DoesNotContain("TIME_PERIOD", Values((await site.Ask($"{Flow}/{Key}", null)).Is(200)).Keys);
        var period = Assert.Single((await site.Ask($"{Flow}/{Key}/all/TIME_PERIOD", null)).Is(200).Elements("ReferencePeriod"));
        Assert.StartsWith("1990-01-01", period.Attribute("startTime")!.Value, StringComparison.Ordinal);
        Assert.StartsWith("2024-12-31", period.Attribute("endTime")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_available_is_not_found()
    {
        (await site.Ask($"{Flow}/{Key.Replace("USA", "QQQ", StringComparison.Ordinal)}", null)).Is(404);
        (await site.Ask("/sdmx/v2/availability/dataflow/PERIPLO/DF_MIG_STOCK/~/A.QQQ", null)).Is(204);
    }

    [Fact]
    public async Task V11_availability_of_3_0_is_json_with_filters_and_counts()
    {
        var answer = (await site.Ask("/sdmx/v2/availability/dataflow/PERIPLO/DF_MIG_STOCK/~/A.USA?c[COUNTERPART_AREA]=MEX,GTM&c[SEX]=_T&c[MEASURE]=STOCK&references=codelist", null)).Is(200);
        Assert.Equal(("application/vnd.sdmx.structure+json", "2.0.0"), (answer.Type, answer.Parameter("version")));
        using var json = JsonDocument.Parse(answer.Body);
        var data = json.RootElement.GetProperty("data");
        Assert.Equal(1, data.GetProperty("dataConstraints").GetArrayLength());
        Assert.NotEqual(0, data.GetProperty("codelists").GetArrayLength());
        Assert.Contains("obs_count", answer.Text, StringComparison.Ordinal);
        (await site.Ask("/sdmx/v2/availability/dataflow/PERIPLO/DF_MIG_STOCK/~/*/SEX?mode=available", null)).Is(200);
        (await site.Ask("/sdmx/v2/availability/dataflow/PERIPLO/DF_MIG_STOCK/~/*?c[NOTHING]=A", null)).Is(422);
    }

    private static Dictionary<string, List<string>> Values(SdmxAnswer answer) => answer.Elements("CubeRegion").Single().Elements()
        .Where(one => one.Name.LocalName == "KeyValue")
        .ToDictionary(one => one.Attribute("id")!.Value, one => one.Elements().Select(value => value.Value).ToList());
}
