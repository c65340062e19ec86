using System.Buffers;
using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>Where a picture is going.</summary>
public enum SvgMode
{
    /// <summary>Into a page that has the style sheet and the shared outlines; title, notes and table stand beside it.</summary>
    Embedded,

    /// <summary>A file of its own: style sheet, outlines, title, sources and notes inside, no links.</summary>
    Standalone,
}

/// <summary>
/// The one writer of SVG. Output is well-formed XML and HTML alike, has classes but no style or colour of its own, and is
/// the same bytes for the same figure.
/// </summary>
/// <param name="metrics">Breaks the lines of title, sources and notes of a saved picture.</param>
public sealed partial class SvgWriter(FontMetrics metrics)
{
    /// <summary>Writes a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="language">The language of everything in it.</param>
    /// <param name="mode">Where it is going.</param>
    /// <param name="output">Takes UTF-8.</param>
    public void Write(Figure figure, Language language, SvgMode mode, IBufferWriter<byte> output)
    {
        var sink = new MarkupSink(output);
        if (mode == SvgMode.Embedded)
            Embed(ref sink, figure, language);
        else
            Save(ref sink, figure, language);
        sink.Flush();
    }

    /// <summary>
    /// Writes the hidden block with the patterns and, where a map is on the page, the outlines that embedded figures refer
    /// to; once on a page, before the first figure.
    /// </summary>
    /// <param name="world">The outlines, or null when no map is on the page.</param>
    /// <param name="output">Takes UTF-8.</param>
    public static void WriteOutlineDefs(World? world, IBufferWriter<byte> output)
    {
        var sink = new MarkupSink(output);
        sink.Raw("<svg class=\"chart chart-defs\" width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\"><defs>"u8);
        Patterns(ref sink);
        if (world is not null)
        {
            foreach (var place in world.Places)
            {
                if (!place.HasOutline)
                    continue;
                sink.Raw("<path id=\""u8);
                sink.Raw(place.Symbol);
                sink.Raw("\" d=\""u8);
                sink.Raw(place.Path);
                sink.Raw("\"/>"u8);
            }
        }

        sink.Raw("</defs></svg>"u8);
        sink.Flush();
    }

    private static void Embed(ref MarkupSink sink, Figure figure, Language language)
    {
        // The role img hides everything inside, so a picture with links is a group whose parts have names.
        var links = figure.HasLinks;
        sink.Raw("<svg class=\"chart\""u8);
        Size(ref sink, figure.Width, figure.Height);
        sink.Raw(links ? " role=\"group\""u8 : " role=\"img\""u8);
        TitleAndWords(ref sink, figure, language);
        var pen = new Pen(language, links, figure.LinksInTabOrder, Shared: true);
        Draw(ref sink, figure.Marks, pen);
        sink.Raw("</svg>"u8);
    }

    private static void Size(ref MarkupSink sink, double width, double height)
    {
        sink.Raw(" viewBox=\"0 0 "u8);
        sink.Coordinate(width);
        sink.Raw(" "u8);
        sink.Coordinate(height);
        sink.Raw("\" width=\""u8);
        sink.Coordinate(width);
        sink.Raw("\" height=\""u8);
        sink.Coordinate(height);
        sink.Raw("\""u8);
    }

    private static void TitleAndWords(ref MarkupSink sink, Figure figure, Language language)
    {
        var id = figure.Credits.Id;
        sink.Raw(" aria-labelledby=\""u8);
        sink.Escaped(id);
        sink.Raw("-t\" aria-describedby=\""u8);
        sink.Escaped(id);
        sink.Raw("-d\"><title id=\""u8);
        sink.Escaped(id);
        sink.Raw("-t\">"u8);
        sink.Escaped(figure.Credits.Title.In(language));
        sink.Raw("</title><desc id=\""u8);
        sink.Escaped(id);
        sink.Raw("-d\">"u8);
        sink.Escaped(figure.TextAlternative.In(language));
        sink.Raw("</desc>"u8);
    }

    // Maps are drawn in tenths of units, so their patterns are ten times as large.
    private static void Patterns(ref MarkupSink sink) => sink.Raw(
        ("<pattern id=\"hatch\" patternUnits=\"userSpaceOnUse\" width=\"4\" height=\"4\" patternTransform=\"rotate(45)\"><path class=\"hatch-line\" d=\"M0 0V4\"/></pattern>"u8
        + "<pattern id=\"hatch-map\" patternUnits=\"userSpaceOnUse\" width=\"40\" height=\"40\" patternTransform=\"rotate(45)\"><path class=\"hatch-line big\" d=\"M0 0V40\"/></pattern>"u8)
        + ("<pattern id=\"dots\" patternUnits=\"userSpaceOnUse\" width=\"5\" height=\"5\" patternTransform=\"rotate(45)\"><circle class=\"dots-ink\" cx=\"2.5\" cy=\"2.5\" r=\"1\"/></pattern>"u8
        + "<pattern id=\"dots-map\" patternUnits=\"userSpaceOnUse\" width=\"50\" height=\"50\" patternTransform=\"rotate(45)\"><circle class=\"dots-ink big\" cx=\"25\" cy=\"25\" r=\"9\"/></pattern>"u8)
        + "<pattern id=\"stripes\" patternUnits=\"userSpaceOnUse\" width=\"4\" height=\"4\" patternTransform=\"rotate(45)\"><rect class=\"paper\" width=\"1.7\" height=\"4\"/></pattern>"u8);

    /// <summary>What holds for every mark of a figure while it is written.</summary>
    private readonly record struct Pen(Language Language, bool Links, bool TabOrder, bool Shared);
}
