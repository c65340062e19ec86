using Periplo.Areas;
using Periplo.Cooperation;
using Periplo.Indicators;
using Periplo.Tests.Indicators;
using Xunit;

namespace Periplo.Tests.Cooperation;

/// <summary>The members of a process taken together: who they are on a day, and the indicators of all of them.</summary>
public sealed class ProcessGroupsTests(BundledDossier bundled)
{
    private CooperationIndex Cooperation => new(bundled.Installation.Records.Tables());

    [Fact]
    public void Members_are_those_of_the_day()
    {
        Assert.Equal(["ARG", "BRA", "PRY", "URY"], Of("mercosur", 2008).Parts);
        Assert.Equal(["ARG", "BRA", "PRY", "URY", "VEN"], Of("mercosur", 2020).Parts);
        Assert.Equal(["ARG", "BOL", "BRA", "PRY", "URY", "VEN"], Of("mercosur", 2026).Parts);
        Assert.Equal("MERCOSUR", Of("mercosur", 2026).ShortName.Es);
        Assert.Contains("GBR", Of("eu", 2010).Parts);
        Assert.DoesNotContain("GBR", Of("eu", 2026).Parts);
    }

    [Fact]
    public void Processes_of_organisations_and_of_unknown_members_are_no_groups()
    {
        var ids = Groups(2026).Select(group => ProcessGroups.Process(group)!).ToList();
        Assert.DoesNotContain("gmg", ids);
        Assert.DoesNotContain("budapest", ids);
        Assert.True(ids.Count >= 15);
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Null(ProcessGroups.Process(BundledData.Areas["419"]));
    }

    [Theory]
    [InlineData("ecowas", "process-ecowas")]
    [InlineData("ECOWAS", "process-ecowas")]
    [InlineData("CEDEAO", "process-ecowas")]
    [InlineData("gmg", null)]
    [InlineData("", null)]
    public void Group_is_found_by_id_and_short_name(string name, string? id) => Assert.Equal(id, ProcessGroups.Find(Groups(2026), name)?.Id);

    [Fact]
    public void Registry_with_groups_finds_them_by_id_and_keeps_all_else()
    {
        var groups = Groups(2026);
        var areas = BundledData.Areas.WithGroups(groups);
        Assert.Equal(BundledData.Areas.All.Count + groups.Count, areas.All.Count);
        Assert.Same(BundledData.Areas["GTM"], areas["GTM"]);
        Assert.Equal(groups.Single(group => group.Id == "process-mercosur"), areas["process-mercosur"]);
        Assert.Equal(areas["process-mercosur"].Parts, areas.Members(areas["process-mercosur"], null).Select(area => area.Id));
        Assert.Null(BundledData.Areas.Find("process-mercosur"));
        Assert.Throws<ArgumentException>(() => areas.WithGroups(groups));
        Assert.Throws<ArgumentException>(() => BundledData.Areas.WithGroups([BundledData.Areas["GTM"]]));
    }

    [Fact]
    public void Indicators_of_a_group_are_sums_of_its_members_and_stand_beside_the_areas()
    {
        const string Stock = "STOCK[REF_AREA=area, COUNTERPART_AREA=sum, MEASURE=STOCK, UNIT_MEASURE=PS]";
        const string People = "DEMOGRAPHY[REF_AREA=area, MEASURE=POP_MID, UNIT_MEASURE=PS]";
        string[] members = ["ARG", "BRA", "PRY", "URY"];
        var table = IndicatorEvaluation.Table(
            IndicatorFiles.Read(IndicatorFiles.Block($"unit: PS\nformula: \"{Stock}\"", $"unit: PT\nformula: \"100 PT * {Stock} / {People}\"")), BundledData.Areas, Groups(2008),
            [IndicatorFiles.Stock("A.1", [.. members.Select(area => $"{area} USA 2020 10 A"), .. members.Skip(1).Select(area => $"{area} USA 2015 5 A"), "ARG USA 2015 - O"]), IndicatorFiles.Population("B.2", [.. members.Select(area => $"{area} 2020 200 A")])],
            Cooperation, bundled.Dossier, TestContext.Current.CancellationToken);
        var value = Assert.Single(table.Series("T1.01", "process-mercosur"));
        Assert.Equal((40.0, 2020), (value.Value, value.Period.Year));
        Assert.Equal(members.Select(area => $"A.{area}.*._T.STOCK._T._T._T.PS"), value.Inputs.Select(input => input.Key));
        Assert.Equal(5, table.Latest("T1.02", "process-mercosur")!.Value, 12);
        Assert.True(table.IsFilled("T1.01", "process-mercosur"));
        // The dataset INDICATORS, maps and lists are of areas: its codes are those of the code list.
        Assert.DoesNotContain("process-mercosur", table.Areas);
        Assert.DoesNotContain(table.Across("T1.01"), one => one.Area == "process-mercosur");
        var definition = bundled.Installation.Definition(IndicatorDataset.Id);
        Assert.All(table.Numbers(), number => Assert.NotNull(definition.Structure.Dimensions[definition.Dimension("REF_AREA")].CodeList.Find(number.Area)));
    }

    private Area Of(string process, int year) => Groups(year).Single(group => ProcessGroups.Process(group) == process);

    private IReadOnlyList<Area> Groups(int year) => ProcessGroups.Of(Cooperation, BundledData.Areas, new(year, 6, 30));
}
