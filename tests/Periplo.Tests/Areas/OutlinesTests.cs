using System.Text;
using Periplo.Areas;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Areas;

public sealed class OutlinesTests
{
    private static readonly Outlines World = Outlines.Read("world-110m.json", File.ReadAllBytes(BundledData.Path("outlines/world-110m.json")));

    [Fact]
    public void Bundled_EveryOutline_BelongsToACountry()
    {
        Assert.Equal(176, World.Areas.Count());
        Assert.All(World.Areas, id => Assert.Equal(AreaKind.Country, BundledData.Areas[id].Kind));
    }

    [Fact]
    public void Bundled_EveryCountry_HasAPlace() =>
        Assert.All(BundledData.Areas.All.Where(area => area.Kind is AreaKind.Country or AreaKind.Composite), area => Assert.NotNull(area.Location));

    [Fact]
    public void Bundled_EveryRing_IsClosedAndCutAtTheAntimeridian()
    {
        foreach (var ring in World.Areas.SelectMany(World.Rings))
        {
            Assert.True(ring.Count >= 4);
            Assert.Equal(ring[0], ring[^1]);
            Assert.All(ring.Zip(ring.Skip(1)), segment => Assert.True(Math.Abs(segment.First.Longitude - segment.Second.Longitude) <= 180));
        }
    }

    [Theory]
    [InlineData("RUS", -179, 67)]
    [InlineData("RUS", 179, 68)]
    [InlineData("CYP", 33.2, 35.3)]
    [InlineData("SOM", 45, 9.5)]
    [InlineData("GUF", -53, 4)]
    [InlineData("ATA", 179, -89)]
    [InlineData("ATA", -179, -89)]
    [InlineData("XKX", 20.9, 42.6)]
    [InlineData("LSO", 28.2, -29.5)]
    public void Bundled_Point_LiesInExactlyItsArea(string id, double longitude, double latitude) =>
        Assert.Equal([id], World.Areas.Where(area => Contains(World.Rings(area), longitude, latitude)));

    [Fact]
    public void Bundled_PlaceOfACountry_LiesInNoOther()
    {
        foreach (var area in BundledData.Areas.All.Where(area => World.Rings(area.Id).Count > 0))
        {
            var (longitude, latitude) = area.Location!.Value;
            Assert.Equal([area.Id], World.Areas.Where(id => Contains(World.Rings(id), longitude, latitude)));
        }
    }

    [Fact]
    public void Rings_NoOutline_IsEmpty() => Assert.Empty(World.Rings("TUV"));

    [Fact]
    public void Read_MembersInAnyOrder_AreTaken()
    {
        var outlines = Read("""
            { "features": [ { "geometry": { "coordinates": [[[0,0,5],[1,0],[1,1],[0,0]]], "type": "Polygon", "bbox": [0,0,1,1] }, "id": "AAA", "properties": { "a": [1] } },
              { "type": "Feature", "id": "BBB", "geometry": null } ], "type": "FeatureCollection" }
            """);
        Assert.Equal(["AAA", "BBB"], outlines.Areas);
        Assert.Equal([(0, 0), (1, 0), (1, 1), (0, 0)], Assert.Single(outlines.Rings("AAA")));
        Assert.Empty(outlines.Rings("BBB"));
    }

    [Theory]
    [InlineData("", "line 1, column 1")]
    [InlineData("{\n  \"type\": oops }", "line 2, column 11")]
    [InlineData("[1]", "line 1, column 1")]
    [InlineData("{}", "line 1, column 2")]
    [InlineData("{ \"type\": \"FeatureCollection\" } x", "line 1, column 33")]
    [InlineData("{ \"type\": \"FeatureCollection\", \"features\": [\n{} ] }", "line 2, column 1")]
    public void Read_NotACollection_SaysWhere(string text, string place) => AssertFault(text, place);

    [Theory]
    [InlineData("Point", "[0,0]")]
    [InlineData("Polygon", "[0,0]")]
    [InlineData("Polygon", "[[0,0],[1,0],[1,1],[0,0]]")]
    [InlineData("Polygon", "[[[[0,0],[1,0],[1,1],[0,0]]]]")]
    [InlineData("MultiPolygon", "[[[0,0],[1,0],[1,1],[0,0]]]")]
    [InlineData("Polygon", "[[[0,0],[1,0],[1,1],[0,1]]]")]
    [InlineData("Polygon", "[[[0,0],[1,0],[0,0]]]")]
    [InlineData("Polygon", "[[[0,0],[181,0],[1,1],[0,0]]]")]
    [InlineData("Polygon", "[[[0,0],[1,91],[1,1],[0,0]]]")]
    [InlineData("Polygon", "[[[-179,0],[179,0],[179,1],[-179,0]]]")]
    [InlineData("Polygon", "[[[0,\"0\"],[1,0],[1,1],[0,0]]]")]
    [InlineData("Polygon", "[[[0],[1,0],[1,1],[0,0]]]")]
    [InlineData("Polygon", "5")]
    [InlineData("Polygon", "[[[0,0],[1e999,0],[1,1],[0,0]]]")]
    public void Read_WrongGeometry_SaysWhere(string type, string coordinates) =>
        AssertFault("{\"type\":\"FeatureCollection\",\"features\":[{\"id\":\"AAA\",\"geometry\":\n{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}}]}", "line 2, column");

    [Fact]
    public void Read_NotUtf8_IsRefused()
    {
        byte[] text = [.. "{\"type\":\"FeatureCollection\",\"features\":[{\"id\":\""u8, 0xFF, .. "\"}]}"u8];
        Assert.Throws<InputException>(() => Outlines.Read("own.json", text));
    }

    private static void AssertFault(string text, string place) =>
        Assert.StartsWith("own.json, " + place, Assert.Throws<InputException>(() => Read(text)).Message, StringComparison.Ordinal);

    private static Outlines Read(string text) => Outlines.Read("own.json", Encoding.UTF8.GetBytes(text));

    private static bool Contains(IReadOnlyList<IReadOnlyList<(double Longitude, double Latitude)>> rings, double longitude, double latitude)
    {
        var inside = false;
        foreach (var ring in rings)
        {
            for (var i = 1; i < ring.Count; i++)
            {
                var (a, b) = (ring[i - 1], ring[i]);
                if (a.Latitude > latitude != b.Latitude > latitude
                    && longitude < ((b.Longitude - a.Longitude) * (latitude - a.Latitude) / (b.Latitude - a.Latitude)) + a.Longitude)
                    inside = !inside;
            }
        }

        return inside;
    }
}
