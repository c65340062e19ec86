using System.Globalization;
using System.Text;
using Periplo.Charts;
using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Profiles;

/// <summary>
/// Writes the annex of a profile as one tidy table: every value of every indicator, then the cells of every chart and
/// table. A row a number or a word; UTF-8, LF, no clock: the same profile makes the same bytes.
/// </summary>
public static class ProfileCsv
{
    private const string Header = "EDITION,AREA,KIND,TABLE,ROW,COLUMN,PERIOD,OBS_VALUE,WORDS,UNIT_MEASURE,OBS_STATUS,QUALITY,SOURCE,ORIGIN,DEFINITION,NOTE";

    /// <summary>Writes the annex.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="language">Language of names and words.</param>
    /// <param name="to">Where to.</param>
    public static void Write(Profile profile, Language language, Stream to)
    {
        using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(Header);
        var rows = new Rows(writer, $"{DatasetCsv.WordsField(profile.Edition.Id)},{DatasetCsv.WordsField(profile.Subject.Id)}", language);
        foreach (var value in profile.Values)
            rows.Add(value);
        foreach (var gap in profile.Sections.Where(section => section.Kind != SectionKind.Quality).SelectMany(section => section.Blocks).OfType<GapBlock>().SelectMany(block => block.Gaps).DistinctBy(gap => gap.Indicator.Code))
            rows.Add(gap);
        foreach (var block in profile.Sections.SelectMany(section => section.Blocks))
        {
            if (block is FigureBlock figure)
                rows.Add("chart", figure.Id, figure.Figure.Table, figure.Figure.Credits.Sources, figure.Figure.Credits.Notes);
            else if (block is TableBlock table)
                rows.Add("table", table.Id, table.Table, [], table.Note is null ? [] : [table.Note]);
        }
    }

    private sealed class Rows(StreamWriter writer, string begin, Language language)
    {
        public void Add(IndicatorValue value)
        {
            var part = PartNames.Of(value.Key);
            Write(
                "indicator", value.Indicator.Code, value.Indicator.Name.In(language),
                string.Join('.', new[] { value.Key.Measure, value.Key.Counterpart, value.Key.Sex, value.Key.Age }),
                value.Period.ToString(), Digits(value.Value), value.Words?.In(language) ?? "", value.Unit, $"{value.Status.Letter()}", ValueWords.Quality(value.Quality).In(language),
                string.Join(" | ", value.Inputs.Select(input => input.Publisher.In(language)).Distinct()),
                string.Join(" | ", value.Inputs.Select(input => input.IsRecord ? $"{input.Collection}/{input.Key}" : $"{input.Collection}/{input.Revision}/{input.Key}/{input.Period}")),
                value.DefinitionUsed?.In(language) ?? "", part?.In(language) ?? "");
        }

        public void Add(Gap gap) => Write(
            "gap", gap.Indicator.Code, gap.Indicator.Name.In(language), "", "", "", "", "", "O", ValueWords.Light(QualityLight.Missing).In(language), gap.Filler.In(language), "", "", gap.Reason.In(language));

        public void Add(string kind, string id, FigureTable table, IReadOnlyList<Text> sources, IReadOnlyList<Text> notes)
        {
            var (from, note) = (string.Join(" | ", sources.Select(source => source.In(language))), string.Join(" | ", notes.Select(one => one.In(language))));
            foreach (var row in table.Rows)
            {
                var name = row[0].Words?.In(language) ?? Digits(row[0].Datum.Value ?? double.NaN);
                for (var c = 1; c < row.Length; c++)
                {
                    var (cell, column) = (row[c], table.Columns[c]);
                    var (header, unit) = (column.Header.In(language), column.Unit?.In(language) ?? "");
                    if (cell.Words is { } words)
                        Write(kind, id, name, header, "", "", words.In(language), unit, "", "", from, "", "", note);
                    else
                        Write(kind, id, name, header, "", Digits(cell.Datum.Value ?? double.NaN), cell.Datum.Reason?.In(language) ?? "", unit, $"{cell.Datum.Status}", "", from, cell.Datum.Lineage ?? "", "", note);
                }
            }
        }

        private void Write(params ReadOnlySpan<string> fields)
        {
            writer.Write(begin);
            for (var i = 0; i < fields.Length; i++)
            {
                writer.Write(',');
                // The value (and its sign) is a number: only words are kept from becoming formulas.
                writer.Write(i == 5 ? fields[i] : DatasetCsv.WordsField(fields[i]));
            }

            writer.Write('\n');
        }

        private static string Digits(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);
    }
}
