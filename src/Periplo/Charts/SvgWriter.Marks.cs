using Periplo.Languages;

namespace Periplo.Charts;

/// <content>Marks as elements.</content>
public sealed partial class SvgWriter
{
    private static void Draw(ref MarkupSink sink, IReadOnlyList<Mark> marks, in Pen pen)
    {
        for (var i = 0; i < marks.Count; i++)
            Draw(ref sink, marks[i], pen);
    }

    private static void Draw(ref MarkupSink sink, Mark mark, in Pen pen)
    {
        var link = pen.Links && mark.Href is not null;
        if (link)
            OpenLink(ref sink, mark, pen);
        // The title of a link stands in the link, so that it names it.
        var title = link ? null : mark.Title;
        switch (mark)
        {
            case OutlineMark outline:
                Outline(ref sink, outline, title, pen);
                break;
            case GroupMark group:
                sink.Raw("<g"u8);
                Class(ref sink, mark.Class);
                sink.Raw(">"u8);
                if (title is { } words)
                    Title(ref sink, words, pen.Language);
                Draw(ref sink, group.Marks, pen);
                sink.Raw("</g>"u8);
                break;
            case FrameMark frame:
                Frame(ref sink, frame, title, pen);
                break;
            case LabelMark label:
                Label(ref sink, label, title, pen.Language);
                break;
            case PathMark path:
                sink.Raw("<path d=\""u8);
                Data(ref sink, path.Data);
                sink.Raw("\""u8);
                End(ref sink, "path"u8, mark.Class, title, pen.Language);
                break;
            case RectMark rect:
                sink.Raw("<rect"u8);
                Attribute(ref sink, " x=\""u8, rect.X);
                Attribute(ref sink, " y=\""u8, rect.Y);
                Attribute(ref sink, " width=\""u8, rect.Width);
                Attribute(ref sink, " height=\""u8, rect.Height);
                End(ref sink, "rect"u8, mark.Class, title, pen.Language);
                break;
            case LineMark line:
                sink.Raw("<line"u8);
                Attribute(ref sink, " x1=\""u8, line.X1);
                Attribute(ref sink, " y1=\""u8, line.Y1);
                Attribute(ref sink, " x2=\""u8, line.X2);
                Attribute(ref sink, " y2=\""u8, line.Y2);
                End(ref sink, "line"u8, mark.Class, title, pen.Language);
                break;
            case CircleMark circle:
                sink.Raw("<circle"u8);
                Attribute(ref sink, " cx=\""u8, circle.X);
                Attribute(ref sink, " cy=\""u8, circle.Y);
                Attribute(ref sink, " r=\""u8, circle.Radius);
                End(ref sink, "circle"u8, mark.Class, title, pen.Language);
                break;
        }

        if (link)
            sink.Raw("</a>"u8);
    }

    private static void OpenLink(ref MarkupSink sink, Mark mark, in Pen pen)
    {
        sink.Raw("<a href=\""u8);
        sink.Escaped(mark.Href!);
        sink.Raw(pen.TabOrder ? "\">"u8 : "\" tabindex=\"-1\">"u8);
        if (mark.Title is { } title)
            Title(ref sink, title, pen.Language);
    }

    private static void Outline(ref MarkupSink sink, OutlineMark mark, Caption? title, in Pen pen)
    {
        if (pen.Shared)
        {
            sink.Raw("<use href=\"#"u8);
            sink.Raw(mark.Place.Symbol);
            sink.Raw("\""u8);
            End(ref sink, "use"u8, mark.Class, title, pen.Language);
        }
        else
        {
            sink.Raw("<path d=\""u8);
            sink.Raw(mark.Place.Path);
            sink.Raw("\""u8);
            End(ref sink, "path"u8, mark.Class, title, pen.Language);
        }
    }

    private static void Frame(ref MarkupSink sink, FrameMark frame, Caption? title, in Pen pen)
    {
        sink.Raw("<svg"u8);
        Class(ref sink, frame.Class);
        Attribute(ref sink, " x=\""u8, frame.X);
        Attribute(ref sink, " y=\""u8, frame.Y);
        Attribute(ref sink, " width=\""u8, frame.Width);
        Attribute(ref sink, " height=\""u8, frame.Height);
        sink.Raw(" viewBox=\""u8);
        sink.Coordinate(frame.View.Left);
        sink.Raw(" "u8);
        sink.Coordinate(frame.View.Top);
        sink.Raw(" "u8);
        sink.Coordinate(frame.View.Width);
        sink.Raw(" "u8);
        sink.Coordinate(frame.View.Height);
        sink.Raw("\">"u8);
        if (title is { } words)
            Title(ref sink, words, pen.Language);
        Draw(ref sink, frame.Marks, pen);
        sink.Raw("</svg>"u8);
    }

    private static void Label(ref MarkupSink sink, LabelMark label, Caption? title, Language language)
    {
        sink.Raw("<text"u8);
        Attribute(ref sink, " x=\""u8, label.X);
        Attribute(ref sink, " y=\""u8, label.Y);
        sink.Raw(" class=\""u8);
        sink.Raw(label.Size switch
        {
            TextSize.Code => "t-code"u8,
            TextSize.Small => "t-small"u8,
            TextSize.Body => "t-body"u8,
            TextSize.Strong => "t-strong"u8,
            _ => "t-title"u8,
        });
        sink.Raw(label.Anchor switch { Anchor.Middle => " a-mid"u8, Anchor.End => " a-end"u8, _ => ""u8 });
        if (label.Class is not null)
        {
            sink.Raw(" "u8);
            sink.Ascii(label.Class);
        }

        sink.Raw("\">"u8);
        if (title is { } words)
            Title(ref sink, words, language);
        Write(ref sink, label.Words, language);
        sink.Raw("</text>"u8);
    }

    private static void Data(ref MarkupSink sink, PathData data)
    {
        var numbers = data.Coordinates;
        var at = 0;
        foreach (var step in data.Steps)
        {
            sink.Raw([step]);
            var count = step == (byte)'Q' ? 4 : step == (byte)'Z' ? 0 : 2;
            for (var i = 0; i < count; i++)
            {
                if (i > 0)
                    sink.Raw(" "u8);
                sink.Coordinate(numbers[at++]);
            }
        }
    }

    private static void Attribute(ref MarkupSink sink, ReadOnlySpan<byte> opening, double value)
    {
        sink.Raw(opening);
        sink.Coordinate(value);
        sink.Raw("\""u8);
    }

    private static void Class(ref MarkupSink sink, string? names)
    {
        if (names is null)
            return;
        sink.Raw(" class=\""u8);
        sink.Ascii(names);
        sink.Raw("\""u8);
    }

    private static void End(ref MarkupSink sink, ReadOnlySpan<byte> element, string? names, Caption? title, Language language)
    {
        Class(ref sink, names);
        if (title is not { } words)
        {
            sink.Raw("/>"u8);
            return;
        }

        sink.Raw(">"u8);
        Title(ref sink, words, language);
        sink.Raw("</"u8);
        sink.Raw(element);
        sink.Raw(">"u8);
    }

    private static void Title(ref MarkupSink sink, in Caption words, Language language)
    {
        sink.Raw("<title>"u8);
        Write(ref sink, words, language);
        sink.Raw("</title>"u8);
    }

    private static void Write(ref MarkupSink sink, in Caption words, Language language)
    {
        if (words.Before is { } before)
        {
            sink.Escaped(before.In(language));
            if (words.Value is not null || words.After is not null)
                sink.Raw(language == Language.Fr ? "\u00A0: "u8 : ": "u8);
        }

        if (words.Value is { } value)
            sink.Number(value, words.Style, language);
        if (words.After is { } after)
        {
            if (words.Value is not null)
                sink.Raw(" "u8);
            sink.Escaped(after.In(language));
        }
    }
}
