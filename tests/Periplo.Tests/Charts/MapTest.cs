using Periplo.Areas;
using Periplo.Charts;
using Periplo.Languages;
using Xunit;

namespace Periplo.Tests.Charts;

public sealed class MapTest
{
    private static readonly Area Unknown = new("OOO", AreaKind.Special, new("Desconocido", "Unknown", "Unknown"), new("Desconocido", "Unknown", "Unknown"), null, null, null, null, [], null);

    private static Figure Map(params AreaDatum[] values) => Choropleth.Draw(Sample.Credits, Sample.World, values, new() { Href = area => "/pais/" + area.Id, Focus = "GTM" }, Sample.Metrics);

    private static string? ClassOf(Figure figure, string id) =>
        Sample.All(figure.Marks).OfType<OutlineMark>().First(mark => mark.Place.Id == id).Class;

    [Fact]
    public void Choropleth_ZeroAndMissing_LookAndReadDifferent()
    {
        var figure = Map(Sample.Of(Sample.Mexico, 0), Sample.Of(Sample.Usa, null, 'M'));
        Assert.Equal("area q0", ClassOf(figure, "MEX"));
        Assert.Equal("area miss", ClassOf(figure, "USA"));
        var svg = Sample.Svg(figure);
        Assert.Contains("<title>México: 0 personas</title>", svg, StringComparison.Ordinal);
        Assert.Contains("<title>Estados Unidos: s. d.</title>", svg, StringComparison.Ordinal);
        Assert.Contains(">sin datos (26)<", svg, StringComparison.Ordinal);
        Assert.Contains(figure.Credits.Notes, note => note.Es.StartsWith("Áreas sin datos (26): ", StringComparison.Ordinal));
        Assert.Contains(Choropleth.BoundaryDisclaimer, figure.Credits.Notes);
    }

    [Fact]
    public void Choropleth_FocusWithoutValue_IsNotMissing()
    {
        var figure = Map(Sample.Of(Sample.Mexico, 3));
        Assert.Equal("area land", ClassOf(figure, "GTM"));
        Assert.DoesNotContain(figure.Table.Rows, row => row[0].Words!.En == "Guatemala");
    }

    [Fact]
    public void Choropleth_EveryAreaOfTheInstallation_LeadsSomewhere()
    {
        var links = Sample.All(Map().Marks).Where(mark => mark.Href is not null).Select(mark => mark.Href!).ToHashSet();
        foreach (var place in Sample.World.Places.Where(place => place.Area is not null))
            Assert.Contains("/pais/" + place.Id, links);
        Assert.DoesNotContain("/pais/-strip", links);
    }

    [Fact]
    public void Choropleth_WhatIsNotOnTheMap_IsNamedAndInTheTable()
    {
        var figure = Map(Sample.Of(Sample.Mexico, 3), Sample.Of(Unknown, 1234));
        Assert.Contains(figure.Credits.Notes, note => note.En == "Not on the map: Unknown: 1,234.");
        Assert.Contains(1234.0, Sample.TableValues(figure));
    }

    [Fact]
    public void Choropleth_WhereEveryFigureIsAnEstimate_SaysSoOnceAndMarksOnlyWhatDiffers()
    {
        var same = Map(Sample.Of(Sample.Mexico, 3, 'E'), Sample.Of(Sample.Guatemala, 4, 'E'));
        Assert.DoesNotContain(Sample.All(same.Marks), mark => mark is OutlineMark { Class: "area over" });
        Assert.Contains(same.Credits.Notes, note => note.En == "All figures are estimates of the source.");
        var imputed = Map(Sample.Of(Sample.Mexico, 3, 'E'), Sample.Of(Sample.Guatemala, 4, 'I'), Sample.Of(Unknown, 1, 'E'));
        Assert.Single(Sample.All(imputed.Marks), mark => mark is OutlineMark { Class: "area over" });
    }

    [Fact]
    public void Choropleth_WhereEveryFigureIsImputed_MarksEach()
    {
        var figure = Map(Sample.Of(Sample.Mexico, 3, 'I'), Sample.Of(Sample.Guatemala, 4, 'I'));
        Assert.Equal(2, Sample.All(figure.Marks).Count(mark => mark is OutlineMark { Class: "area over" }));
        Assert.DoesNotContain(figure.Credits.Notes, note => note.En == "All figures are estimates of the source.");
    }

    [Fact]
    public void Choropleth_Estimates_AreMarked()
    {
        var figure = Map(Sample.Of(Sample.Mexico, 3, 'I'), Sample.Of(Sample.Guatemala, 4));
        Assert.Contains(Sample.All(figure.Marks), mark => mark is OutlineMark { Class: "area over" });
        Assert.Contains("<title>México: 3 personas (imputado)</title>", Sample.Svg(figure), StringComparison.Ordinal);
    }

    [Fact]
    public void CorridorMap_DrawsTheTopAndKeepsAllInTheTable()
    {
        AreaDatum[] values = [Sample.Of(Sample.Mexico, 100), Sample.Of(Sample.Guatemala, 50), .. Sample.Islands.Take(6).Select((area, i) => Sample.Of(area, 10 - i)), Sample.Of(Unknown, 5)];
        var figure = CorridorMap.Draw(Sample.Credits, Sample.World, Sample.Usa, values, new() { Top = 3 }, Sample.Metrics);
        Assert.Equal(3, Sample.All(figure.Marks).Count(mark => mark is PathMark { Class: "flow", Title: not null }));
        Assert.Equal(values.Select(one => one.Datum.Value).Order(), Sample.TableValues(figure).Order());
        Assert.Contains(figure.Credits.Notes, note => note.En == "The 3 largest of 9 corridors are shown; all are in the table.");
        Sample.Svg(figure);
        Sample.Svg(figure, SvgMode.Standalone);
    }

    [Fact]
    public void CorridorMap_AcrossTheWorld_IsNoHigherThanTheWorld()
    {
        var (west, east) = (Sample.Country("WES", "Oeste", "West", -170, 10), Sample.Country("EAS", "Este", "East", 170, 10));
        var figure = CorridorMap.Draw(Sample.Credits, new World([], [west, east], Sample.Metrics), west, [Sample.Of(east, 5)], new() { Width = 540, Height = 400 }, Sample.Metrics);
        Assert.Equal(540 * World.Height / World.Width, figure.Height, 1.0);
    }

    [Fact]
    public void CorridorMap_WithoutValuesOrPlace_StillStands()
    {
        Sample.Svg(CorridorMap.Draw(Sample.Credits, Sample.World, Sample.Usa, [], new(), Sample.Metrics));
        Sample.Svg(CorridorMap.Draw(Sample.Credits, Sample.World, Unknown, [Sample.Of(Sample.Mexico, 1)], new(), Sample.Metrics));
        Sample.Svg(CorridorMap.Draw(Sample.Credits, Sample.World, Sample.Usa, [Sample.Of(Sample.Usa, 1), Sample.Of(Sample.Mexico, double.NaN)], new(), Sample.Metrics));
    }

    [Theory]
    [InlineData(Classing.Quantile)]
    [InlineData(Classing.Nice)]
    public void ColourScale_OfSkewedValues_RisesAndTellsZeroApart(Classing classing)
    {
        double[] values = [0, .. Enumerable.Range(1, 200).Select(i => Math.Exp(i / 15.0))];
        var scale = ColourScale.Of(values, 6, classing);
        Assert.Equal(5, scale.Limits.Count);
        Assert.Equal(scale.Limits.Order(), scale.Limits);
        Assert.Equal("q0", scale.ClassOf(0));
        Assert.Equal("q1", scale.ClassOf(1));
        Assert.Equal("q7", scale.ClassOf(1e6));
    }

    [Fact]
    public void ColourScale_OfGainsAndLosses_HasTheSameLimitsOnBothSides()
    {
        var scale = ColourScale.Of([-50, -20, -3, 0, 4, 30, 80], 6, Classing.Nice);
        Assert.True(scale.IsDiverging);
        Assert.Equal(scale.ClassOf(80).Replace('p', 'n'), scale.ClassOf(-80));
        Assert.Equal("n1", scale.ClassOf(-1));
        Assert.Contains(scale.Entries(NumberStyle.Whole), entry => entry.Class == "q0");
    }

    [Fact]
    public void ColourScale_OfFewValues_Stands()
    {
        Assert.Empty(ColourScale.Of([], 6, Classing.Quantile).Limits);
        Assert.Empty(ColourScale.Of([7], 6, Classing.Nice).Limits);
        Assert.Empty(ColourScale.Of([7, 7, 7], 6, Classing.Quantile).Limits);
    }
}
