using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Periplo.Charts;
using Xunit;

namespace Periplo.Tests.Charts;

public sealed class WorldTest
{
    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(180, 0, 2.706629983696, 0)]
    [InlineData(0, 90, 0, 1.317362759157)]
    [InlineData(180, 90, 1.603588648284, 1.317362759157)]
    [InlineData(-180, -90, -1.603588648284, -1.317362759157)]
    public void EqualEarth_AtTheEdges_HasThePublishedExtent(double longitude, double latitude, double x, double y)
    {
        var (atX, atY) = EqualEarth.Project(longitude, latitude);
        Assert.Equal(x, atX, 9);
        Assert.Equal(y, atY, 9);
    }

    [Theory]
    [InlineData(-30)]
    [InlineData(0)]
    [InlineData(45)]
    [InlineData(75)]
    public void EqualEarth_KeepsAreas(double latitude)
    {
        // A cell of one hundredth of a degree has the area cos(φ)·dφ·dλ on the sphere and, projected, dx/dλ·dy/dφ.
        const double d = 0.01;
        var (x0, y0) = EqualEarth.Project(10, latitude - (d / 2));
        var (_, y1) = EqualEarth.Project(10, latitude + (d / 2));
        var west = EqualEarth.Project(10 - (d / 2), latitude).X;
        var east = EqualEarth.Project(10 + (d / 2), latitude).X;
        var radians = d * Math.PI / 180;
        Assert.True(double.IsFinite(x0));
        Assert.Equal(Math.Cos(latitude * Math.PI / 180), (east - west) * (y1 - y0) / (radians * radians), 3);
    }

    [Fact]
    public void Outlines_AreClosedPathsOfTheAreasThatHaveThem()
    {
        var buffer = new ArrayBufferWriter<byte>();
        SvgWriter.WriteOutlineDefs(Sample.World, buffer);
        var svg = Encoding.UTF8.GetString(buffer.WrittenSpan);
        using (var reader = XmlReader.Create(new StringReader(svg)))
        {
            while (reader.Read())
            {
            }
        }

        Assert.Contains("<path id=\"o-MEX\" d=\"M", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("ATA", svg, StringComparison.Ordinal);
        foreach (Match path in Regex.Matches(svg, "<path id=\"o-[^\"]*\" d=\"([^\"]*)\""))
            Assert.Matches("^(M-?\\d+[ -]\\d+l-?\\d+[ -]\\d+([ -]\\d+[ -]\\d+)*z)+$", path.Groups[1].Value);
    }

    [Fact]
    public void Places_WithoutVisibleOutline_HaveADotAndATarget()
    {
        foreach (var place in Sample.World.Places.Where(place => place.Area is not null && place.Id is not ("MEX" or "GTM" or "USA")))
        {
            Assert.NotNull(place.Dot);
            Assert.InRange(place.Dot.Target.Radius, 5, 12);
        }

        Assert.Null(Sample.World.Find("MEX")!.Dot);
        Assert.True(Sample.World.Find("TIN")!.HasOutline);
    }

    [Fact]
    public void Labels_CoverNeitherEachOtherNorDots()
    {
        var dots = Sample.World.Places.Where(place => place.Dot is not null).ToArray();
        for (var i = 0; i < dots.Length; i++)
        {
            var box = dots[i].Dot!.Label.Box;
            Assert.InRange(box.Left, 0, World.Width);
            Assert.InRange(box.Right, 0, World.Width);
            for (var j = 0; j < dots.Length; j++)
            {
                if (i != j)
                    Assert.False(box.Overlaps(dots[j].Dot!.Label.Box), $"{dots[i].Id} covers {dots[j].Id}");
                var (x, y) = (dots[j].X, dots[j].Y);
                Assert.False(box.Overlaps(new(x - Dot.Radius, y - Dot.Radius, x + Dot.Radius, y + Dot.Radius)), $"{dots[i].Id} covers the dot of {dots[j].Id}");
            }
        }
    }

    [Fact]
    public void Window_HasTheProportionsOfThePictureAndHoldsThePoints()
    {
        var view = World.Window([(100, 50), (300, 90)], 640, 420);
        Assert.Equal(640.0 / 420, view.Width / view.Height, 6);
        Assert.True(view.Left < 100 && view.Right > 300 && view.Top < 50 && view.Bottom > 90);
        Assert.Equal(World.Width, World.Window([], 640, 420).Width, 6);
    }
}
