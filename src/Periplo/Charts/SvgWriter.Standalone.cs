using Periplo.Languages;

namespace Periplo.Charts;

/// <content>A picture as a file of its own, with its credits drawn on it.</content>
public sealed partial class SvgWriter
{
    private const double Edge = 16;
    private static readonly Text SourceWord = new("Fuente", "Source", "Source");
    private static readonly Text NoteWord = new("Nota", "Note", "Note");

    private void Save(ref MarkupSink sink, Figure figure, Language language)
    {
        var credits = figure.Credits;
        // A narrow picture still needs room for its title.
        var width = Math.Max(figure.Width, 288) + (2 * Edge);
        // Where the font is not at hand a wider one is taken (Arial by an eighth), so lines end early.
        var room = (width - (2 * Edge)) * 0.88;
        var title = metrics.Wrap(credits.Title.In(language), room, TextSize.Title);
        var under = credits.Subtitle is { } subtitle ? $"{subtitle.In(language)}. {credits.Unit.In(language)}" : credits.Unit.In(language);
        var unit = metrics.Wrap(under, room, TextSize.Body);
        var foot = new List<string>();
        foreach (var source in credits.Sources)
            foot.AddRange(metrics.Wrap($"{SourceWord.WithColon(language)} {source.In(language)}", room, TextSize.Small));
        foreach (var note in credits.Notes)
            foot.AddRange(metrics.Wrap($"{NoteWord.WithColon(language)} {note.In(language)}", room, TextSize.Small));

        var top = Edge + (22 * title.Count) + (17 * unit.Count) + 10;
        var bottom = top + figure.Height + 12;
        var height = bottom + (15 * foot.Count) + Edge;
        sink.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart saved\" xml:lang=\""u8);
        sink.Raw(language switch { Language.Es => "es\""u8, Language.En => "en\""u8, _ => "fr\""u8 });
        Size(ref sink, width, height);
        sink.Raw(" role=\"img\""u8);
        TitleAndWords(ref sink, figure, language);
        sink.Raw("<style>"u8);
        sink.Raw(ChartSheet.Standalone.Span);
        sink.Raw("</style><defs>"u8);
        Patterns(ref sink);
        sink.Raw("</defs>"u8);
        var pen = new Pen(language, Links: false, TabOrder: false, Shared: false);
        Draw(ref sink, new RectMark(0, 0, width, height) { Class = "paper" }, pen);
        Lines(ref sink, title, TextSize.Title, null, Edge + 16, 22, pen);
        Lines(ref sink, unit, TextSize.Body, "soft", Edge + (22 * title.Count) + 13, 17, pen);
        sink.Raw("<g transform=\"translate("u8);
        sink.Coordinate(Edge);
        sink.Raw(" "u8);
        sink.Coordinate(top);
        sink.Raw(")\">"u8);
        Draw(ref sink, figure.Marks, pen);
        sink.Raw("</g>"u8);
        Lines(ref sink, foot, TextSize.Small, "soft", bottom + 11, 15, pen);
        sink.Raw("</svg>\n"u8);
    }

    private static void Lines(ref MarkupSink sink, IReadOnlyList<string> lines, TextSize size, string? names, double y, double step, in Pen pen)
    {
        for (var i = 0; i < lines.Count; i++)
            Draw(ref sink, new LabelMark(Edge, y + (i * step), Text.Same(lines[i]), size) { Class = names }, pen);
    }
}
