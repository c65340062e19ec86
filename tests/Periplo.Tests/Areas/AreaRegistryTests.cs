using System.Text;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Areas;

public sealed class AreaRegistryTests
{
    private const string Header = "id,kind,alpha2,m49,name_es,name_en,name_fr,short_es,short_en,short_fr,valid_from,valid_to,longitude,latitude\n";
    private static readonly AreaRegistry Registry = BundledData.Areas;

    [Fact]
    public void All_Bundled_HoldsEveryKind()
    {
        var counts = Registry.All.CountBy(area => area.Kind).ToDictionary();
        Assert.Equal(250, counts[AreaKind.Country]);
        Assert.Equal(1, counts[AreaKind.Composite]);
        Assert.Equal(6, counts[AreaKind.Former]);
        Assert.Equal(2, counts[AreaKind.Total]);
    }

    [Theory]
    [InlineData("SUD", 736, null, 2011, "SDN SSD")]
    [InlineData("SCG", 891, 2003, 2006, "MNE SRB XKX")]
    [InlineData("ANT", 530, null, 2010, "BES CUW SXM")]
    [InlineData("CSK", 200, null, 1992, "CZE SVK")]
    [InlineData("YUG", 890, null, 1992, "BIH HRV MKD MNE SRB SVN XKX")]
    [InlineData("SUN", 810, null, 1991, "ARM AZE BLR EST GEO KAZ KGZ LTU LVA MDA RUS TJK TKM UKR UZB")]
    public void FormerState_Bundled_HasNumberYearsAndParts(string id, int number, int? from, int? to, string parts)
    {
        var state = Registry[id];
        Assert.Equal(AreaKind.Former, state.Kind);
        Assert.Equal((number, from, to), (state.M49, state.ValidFrom, state.ValidTo));
        Assert.Equal(parts.Split(' '), state.Parts);
    }

    [Theory]
    [InlineData("SSD", 2011)]
    [InlineData("MNE", 2006)]
    [InlineData("CUW", 2010)]
    [InlineData("SDN", null)]
    [InlineData("MEX", null)]
    public void Successor_Bundled_ExistsFromItsFirstYear(string id, int? from) => Assert.Equal(from, Registry[id].ValidFrom);

    [Fact]
    public void Members_WorldNow_AreAllCountriesAndTheComposite()
    {
        var world = Registry.Members(Registry["001"], null);
        Assert.Equal(251, world.Count);
        Assert.Equal(world.Select(area => area.Id), Registry["001"].Parts);
        Assert.Equal(249, Registry.Addable([.. world.Select(area => area.Id)]).Count);
    }

    [Fact]
    public void Members_OfAYear_HoldTheStatesOfThatYear()
    {
        var caribbean = Registry["029"];
        Assert.Contains(Registry["ANT"], Registry.Members(caribbean, 2010));
        Assert.DoesNotContain(Registry["ANT"], Registry.Members(caribbean, 2011));
        Assert.DoesNotContain(Registry["ANT"], Registry.Members(caribbean, null));
        Assert.Contains(Registry["CUW"], Registry.Members(caribbean, 1990));
    }

    [Fact]
    public void Members_CentralAmerica_AreEight() =>
        Assert.Equal(["BLZ", "CRI", "GTM", "HND", "MEX", "NIC", "PAN", "SLV"], Registry.Members(Registry["013"], null).Select(area => area.Id));

    [Fact]
    public void Members_UnknownMembership_IsEmpty() => Assert.Empty(Registry.Members(Registry["UN1503"], null));

    [Fact]
    public void Addable_CompositeWithItsParts_KeepsTheComposite() =>
        Assert.Equal(["FRA", "XCX"], Registry.Addable(["GGY", "FRA", "XCX", "JEY"]));

    [Fact]
    public void Addable_PartsAlone_KeepsTheParts() => Assert.Equal(["GGY", "JEY"], Registry.Addable(["GGY", "JEY"]));

    [Fact]
    public void Addable_StateWithinALargerOne_KeepsTheLarger() =>
        Assert.Equal(["YUG"], Registry.Addable(["SRB", "SCG", "YUG", "HRV"]));

    [Fact]
    public void Addable_RegionsGroupsAndTotals_AreLeftOut() =>
        Assert.Equal(["MEX", "OOO", "XXA"], Registry.Addable(["001", "MEX", "199", "WB_HIC", "OOO", "_T", "XXA", "MEX"]));

    [Fact]
    public void Addable_UnknownId_Throws() => Assert.Throws<KeyNotFoundException>(() => Registry.Addable(["ZZZ"]));

    [Fact]
    public void ByShortName_Spanish_FoldsAccentsAndPutsEnyeAfterN()
    {
        var registry = Read("AAA,Country,,,Ñandú,x1,y1,Ñandú,x1,y1,,,,\nBBB,Country,,,Nuez,x2,y2,Nuez,x2,y2,,,,\n"
            + "CCC,Country,,,África,x3,y3,África,x3,y3,,,,\nDDD,Country,,,Bahía,x4,y4,Bahía,x4,y4,,,,\nEEE,Country,,,Oca,x5,y5,Oca,x5,y5,,,,\n");
        var areas = registry.All.ToArray();
        Array.Sort(areas, registry.ByShortName(Language.Es));
        Assert.Equal(["CCC", "DDD", "BBB", "AAA", "EEE"], areas.Select(area => area.Id));
    }

    [Fact]
    public void ByShortName_Bundled_PutsShorterNamesFirst()
    {
        var areas = Registry.All.Where(area => area.Id is "GNB" or "GNQ" or "GIN").ToArray();
        Array.Sort(areas, Registry.ByShortName(Language.Es));
        Assert.Equal(["GIN", "GNB", "GNQ"], areas.Select(area => area.Id));
    }

    [Fact]
    public void With_OtherNames_ReplacesThemAndStillFindsTheOld()
    {
        var renamed = Registry.With(Stream("id,short_es,name_en\nKOR,Corea del Sur,\nPSE,Palestina,Palestine\n"));
        Assert.Equal("Corea del Sur", renamed["KOR"].ShortName.Es);
        Assert.Equal("Republic of Korea", renamed["KOR"].Name.En);
        Assert.Equal("Palestine", renamed["PSE"].Name.En);
        Assert.Equal("PSE", renamed.Find("Estado de Palestina")?.Id);
        Assert.Equal("República de Corea", Registry["KOR"].ShortName.Es);
    }

    [Theory]
    [InlineData("id,short_es\nKOR,Corea\nZZZ,Nada\n", "names.csv, line 3, column 1: There is no area with the id \"ZZZ\".")]
    [InlineData("id,short_es\nKOR,México\n", "names.csv, line 2, column 2: \"México\" is a name of Mexico (MEX) already.")]
    [InlineData("id,color\nKOR,red\n", "names.csv, line 1, column 2")]
    [InlineData("short_es\nCorea\n", "names.csv, line 1: The column \"id\" is missing.")]
    [InlineData("id,short_es\nKOR\n", "names.csv, line 2, column 1")]
    [InlineData("id,short_es\nKOR,\"Corea\n", "names.csv, line 2, column 2")]
    [InlineData("", "names.csv, line 1: The file is empty.")]
    public void With_MalformedOverride_SaysWhere(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<InputException>(() => Registry.With(Stream(text), "names.csv")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("AAA,Continent,,,a,a,a,a,a,a,,,,\n", "areas.csv, line 2, column 2")]
    [InlineData("AAA,5,,,a,a,a,a,a,a,,,,\n", "areas.csv, line 2, column 2")]
    [InlineData("aaa,Country,,,a,a,a,a,a,a,,,,\n", "areas.csv, line 2, column 1")]
    [InlineData("AAA,Country,,x,a,a,a,a,a,a,,,,\n", "areas.csv, line 2, column 4")]
    [InlineData("AAA,Country,,,a,,a,a,a,a,,,,\n", "areas.csv, line 2, column 6")]
    [InlineData("AAA,Country,,,a,a,a,a,a,a,,,200,1\n", "areas.csv, line 2, column 13")]
    [InlineData("AAA,Country,,,a,a,a,a,a,a,,,20,\n", "areas.csv, line 2, column 13")]
    [InlineData("AAA,Country,,,a,a,a,a,a,a,,,,\nAAA,Country,,,b,b,b,b,b,b,,,,\n", "areas.csv, line 3, column 1")]
    [InlineData("AAA,Country,,,a,a,a,a,a,a,,,,\nBBB,Country,,,b,b,Á,b,b,b,,,,\n", "areas.csv, line 3, column 7")]
    public void Read_MalformedAreas_SaysWhere(string rows, string place) =>
        Assert.StartsWith(place, Assert.Throws<InputException>(() => Read(rows)).Message, StringComparison.Ordinal);

    private static AreaRegistry Read(string rows) => AreaRegistry.Read(Stream(Header + rows), Stream("group,member,from,to\n"), Stream("alias,id\n"));

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
