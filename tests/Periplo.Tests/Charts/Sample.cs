using System.Buffers;
using System.Text;
using System.Xml;
using Periplo.Areas;
using Periplo.Charts;
using Periplo.Languages;
using Xunit;
using Text = Periplo.Languages.Text;

namespace Periplo.Tests.Charts;

/// <summary>A made-up world of squares and dots, small enough to reason about.</summary>
internal static class Sample
{
    public const string Hostile = "<b>&\"'\u0001\u0000\uFFFE\uD800]]>é漢😀";

    public static FontMetrics Metrics => FontMetrics.Average;

    public static Area Mexico { get; } = Country("MEX", "México", "Mexico", -102, 23);

    public static Area Guatemala { get; } = Country("GTM", "Guatemala", "Guatemala", -90, 15);

    public static Area Usa { get; } = Country("USA", "Estados Unidos", "United States", -98, 39);

    /// <summary>Without outline, close together.</summary>
    public static Area[] Islands { get; } =
    [
        .. Enumerable.Range(0, 24).Select(i => Country($"I{(char)('A' + (i / 6))}{(char)('A' + (i % 6))}", $"Isla {i}", $"Island {i}", -64 + (i % 6 * 0.9), 12 + (i / 6 * 1.3))),
    ];

    public static World World { get; } = new(
        [Square("MEX", -117, 15, 30), Square("GTM", -92, 14, 4), Square("USA", -125, 30, 19), Square("ATA", -60, -89, 20), Square("-strip", 30, 10, 5), Square("TIN", 6, 49, 0.3)],
        [Mexico, Guatemala, Usa, Country("TIN", "Minúscula", "Tiny", 6, 49), .. Islands],
        Metrics);

    public static Credits Credits => new("fig", new("Título", "Title", "Title"), new("personas", "persons", "persons"), [new("ONU DAES 2020", "UN DESA 2020", "UN DESA 2020")], [new("Nota de prueba", "Test note", "Test note")]);

    public static Area Country(string id, string spanish, string english, double longitude, double latitude) =>
        new(id, AreaKind.Country, new(spanish, english, english), new(spanish, english, english), null, null, null, null, [], (longitude, latitude));

    public static AreaDatum Of(Area area, double? value, char status = 'A') => new(area, new(value, status));

    public static Series Line(string name, params double?[] values) =>
        new(Text.Same(name), [.. values.Select((value, i) => new YearDatum(2000 + i, new(value)))]);

    public static byte[] Bytes(Figure figure, SvgMode mode, Language language = Language.Es)
    {
        var buffer = new ArrayBufferWriter<byte>();
        new SvgWriter(Metrics).Write(figure, language, mode, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The figure as markup, read through to its end as XML, free of styles and colours of its own.</summary>
    public static string Svg(Figure figure, SvgMode mode = SvgMode.Embedded, Language language = Language.Es)
    {
        var svg = Encoding.UTF8.GetString(Bytes(figure, mode, language));
        using var reader = XmlReader.Create(new StringReader(svg), new() { CheckCharacters = true });
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            Assert.Null(reader.GetAttribute("style"));
            Assert.Null(reader.GetAttribute("fill"));
            Assert.Null(reader.GetAttribute("stroke"));
        }

        return svg;
    }

    public static IEnumerable<Mark> All(IEnumerable<Mark> marks)
    {
        foreach (var mark in marks)
        {
            yield return mark;
            var inner = mark is GroupMark group ? group.Marks : mark is FrameMark frame ? frame.Marks : [];
            foreach (var one in All(inner))
                yield return one;
        }
    }

    /// <summary>Every value of the table twin.</summary>
    public static double?[] TableValues(Figure figure) =>
        [.. figure.Table.Rows.SelectMany(row => row).Where(cell => cell.Words is null).Select(cell => cell.Datum.Value)];

    private static (string, IReadOnlyList<IReadOnlyList<(double, double)>>) Square(string id, double west, double south, double size) =>
        (id, [[(west, south), (west + size, south), (west + size, south + size), (west, south + size), (west, south)]]);
}
