using Periplo.Charts;
using Periplo.Languages;

namespace Periplo.Profiles;

/// <summary>
/// Writes a profile as a text document (DOCX, ISO/IEC 29500) that an office can correct and comment on. It holds no
/// clock: the same profile makes the same bytes.
/// </summary>
public static class ProfileDocument
{
    // Longer tables are cut to their last rows in the document; the annex has them whole.
    private const int LongestTable = 16;
    private const int RowsKept = 10;

    /// <summary>Writes the document.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="language">Its language.</param>
    /// <param name="to">Where to.</param>
    public static void Write(Profile profile, Language language, Stream to)
    {
        ArgumentNullException.ThrowIfNull(profile);
        using var text = new WordText(language);
        text.Paragraph(profile.Title.In(language), "Title");
        foreach (var section in profile.Sections)
        {
            text.Paragraph($"{section.Number}. {section.Title.In(language)}", "Heading1");
            foreach (var block in section.Blocks)
                Add(text, block, language);
            foreach (var comment in profile.Standing.Comments.Where(comment => comment.Section == section.Kind))
                Add(text, comment, language);
        }

        text.Save(profile.Title.In(language), $"{profile.Subject.Name.In(language)} · {profile.Edition.Name.In(language)}", profile.Edition.Cutoff, to);
    }

    private static void Add(WordText text, SectionComment comment, Language language)
    {
        text.Paragraph($"{comment.Office.In(language)}, {DateWords.In(comment.Date).In(language)}", "Label");
        text.Paragraph(comment.Words.In(language), "Quote");
        if (comment.Answer is { } answer)
            text.Paragraph(answer.In(language), "Normal");
    }

    private static void Add(WordText text, ProfileBlock block, Language language)
    {
        switch (block)
        {
            case HeadingBlock heading:
                text.Paragraph(heading.Words.In(language), "Heading2");
                break;
            case TextBlock words:
                if (words.Label is { } label)
                    text.Paragraph(label.In(language), "Label");
                text.Paragraph(words.Words.In(language), "Normal", words.Href);
                break;
            case SentenceBlock sentence:
                text.Paragraph(sentence.Words.In(language), sentence.Refused is null ? "Normal" : "Missing");
                break;
            case TilesBlock tiles:
                text.Table(new Text("Resumen en cifras", "Summary in figures", "Résumé en chiffres").In(language), Heads(language), [.. tiles.Tiles.Select(tile => Row(tile.Row, language))]);
                break;
            case FigureBlock figure:
                Add(text, figure, language);
                break;
            case TableBlock table:
                text.Paragraph(table.Caption.In(language), "Heading2");
                Add(text, table.Caption.In(language), table.Table, language);
                if (table.Note is { } note)
                    text.Paragraph(note.In(language), "Papers");
                break;
            case IndicatorsBlock indicators:
                text.Paragraph(indicators.Caption.In(language), "Heading2");
                text.Table(indicators.Caption.In(language), Heads(language), [.. indicators.Rows.Select(row => Row(row, language))]);
                break;
            case GapBlock { Gaps.Count: > 0 } gaps:
                text.Paragraph(new Text("Lo que falta y quién podría darlo", "What is missing and who could give it", "Ce qui manque et qui pourrait le fournir").In(language), "Heading2");
                text.Table(
                    new Text("Vacíos", "Gaps", "Lacunes").In(language),
                    [new(new Text("Indicador", "Indicator", "Indicateur").In(language), false), new(new Text("Por qué falta", "Why it is missing", "Pourquoi il manque").In(language), false), new(new Text("Fuente que lo daría", "Source that would give it", "Source qui le fournirait").In(language), false)],
                    [.. gaps.Gaps.Select(string[] (gap) => [$"{gap.Indicator.Code} {gap.Indicator.Name.In(language)}", gap.Reason.In(language), gap.Filler.In(language)])]);
                break;
        }
    }

    private static void Add(WordText text, FigureBlock block, Language language)
    {
        var figure = block.Figure;
        text.Paragraph(figure.Credits.Title.In(language), "Heading2");
        if (WordChart.Of(figure, language) is { } chart)
            text.Chart(chart, figure.TextAlternative.In(language));
        Add(text, figure.Credits.Title.In(language), figure.Table, language);
        foreach (var line in figure.Credits.Sources.Concat(figure.Credits.Notes))
            text.Paragraph(line.In(language), "Papers");
    }

    private static void Add(WordText text, string caption, FigureTable table, Language language)
    {
        var cut = table.Rows.Count > LongestTable;
        var rows = cut ? table.Rows.Skip(table.Rows.Count - RowsKept) : table.Rows;
        // A table of years is cut at its beginning, a table of names at its end.
        if (cut && !int.TryParse(table.Rows[0][0].Words?.En, out _))
            rows = table.Rows.Take(RowsKept);
        text.Table(
            caption,
            [.. table.Columns.Select(column => new WordColumn(column.Unit is { } unit ? $"{column.Header.In(language)} ({unit.In(language)})" : column.Header.In(language), column.IsNumeric))],
            [.. rows.Select(row => row.Select((cell, c) => Words(cell, table.Columns[c], language)).ToArray())]);
        if (cut)
        {
            text.Paragraph(
                new Text($"Aquí van {RowsKept} de {table.Rows.Count} filas; el anexo CSV las tiene todas.", $"Here are {RowsKept} of {table.Rows.Count} rows; the CSV annex has them all.", $"Voici {RowsKept} lignes sur {table.Rows.Count} ; l’annexe CSV les contient toutes.").In(language),
                "Papers");
        }
    }

    private static string Words(Cell cell, TableColumn column, Language language)
    {
        if (cell.Words is { } words)
            return words.In(language);
        if (cell.Datum.Value is not { } value)
            return cell.Datum.Absence.In(language);
        var number = Numbers.Format(value, column.Style, language);
        return cell.Datum.StatusWords is { } status ? $"{number} {status.In(language)}" : number;
    }

    private static WordColumn[] Heads(Language language) =>
    [
        new(new Text("Indicador", "Indicator", "Indicateur").In(language), false),
        new(new Text("Valor", "Value", "Valeur").In(language), false),
        new(new Text("Año", "Year", "Année").In(language), false),
        new(new Text("Calidad", "Quality", "Qualité").In(language), false),
        new(new Text("Fuente", "Source", "Source").In(language), false),
    ];

    private static string[] Row(IndicatorRow row, Language language) =>
    [
        $"{row.Indicator.Code} {row.Name.In(language)}",
        row.Shown.In(language),
        row.Value is { } value ? ValueWords.Period(value.Period).In(language) : "",
        row.Value is { } marked ? $"{ValueWords.Quality(marked.Quality).In(language)}{(marked.DefinitionUsed is { } used ? $"; {used.In(language)}" : "")}" : ValueWords.Light(row.Light).In(language),
        row.Source.In(language),
    ];
}
