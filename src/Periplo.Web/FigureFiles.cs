using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Periplo.Charts;
using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Web;

/// <summary>A figure's numbers as files, each with its papers.</summary>
internal static class FigureFiles
{
    /// <summary>The table twin as CSV: every number is followed by its status and the address of its lineage; unit, sources and notes close each row.</summary>
    public static void WriteCsv(Figure figure, Language language, Uri site, Stream to)
    {
        using var writer = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var head = new List<string>();
        foreach (var column in figure.Table.Columns)
        {
            var name = column.Header.In(language);
            head.Add(name);
            if (column.IsNumeric)
                head.AddRange([$"{name} OBS_STATUS", $"{name} LINEAGE"]);
        }

        writer.WriteLine(string.Join(',', head.Concat(["UNIT", "SOURCE", "NOTES"]).Select(DatasetCsv.Field)));
        var papers = string.Join(',', new[]
        {
            figure.Credits.Unit.In(language),
            string.Join(" | ", figure.Credits.Sources.Select(text => text.In(language))),
            string.Join(" | ", figure.Credits.Notes.Select(text => text.In(language))),
        }.Select(DatasetCsv.Field));
        foreach (var row in figure.Table.Rows)
        {
            for (var c = 0; c < row.Length; c++)
            {
                var cell = row[c];
                if (cell.Words is { } words)
                {
                    writer.Write(DatasetCsv.WordsField(words.In(language)));
                    if (figure.Table.Columns[c].IsNumeric)
                        writer.Write(",,");
                }
                else
                {
                    writer.Write(cell.Datum.Value is { } value ? value.ToString("R") : "");
                    writer.Write($",{cell.Datum.Status},{(cell.Datum.Lineage is { } lineage ? new Uri(site, lineage).AbsoluteUri : "")}");
                }

                writer.Write(',');
            }

            writer.WriteLine(papers);
        }
    }

    /// <summary>The table twin as JSON.</summary>
    public static void WriteJson(Figure figure, Language language, Uri site, Stream to)
    {
        using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        json.WriteStartObject();
        json.WriteString("title", figure.Credits.Title.In(language));
        json.WriteString("unit", figure.Credits.Unit.In(language));
        Lines("sources", figure.Credits.Sources);
        Lines("notes", figure.Credits.Notes);
        json.WriteString("description", figure.TextAlternative.In(language));
        json.WriteStartArray("rows");
        foreach (var row in figure.Table.Rows)
        {
            json.WriteStartObject();
            for (var c = 0; c < row.Length; c++)
            {
                json.WritePropertyName(figure.Table.Columns[c].Header.In(language));
                if (row[c].Words is { } words)
                    json.WriteStringValue(words.In(language));
                else
                    Number(row[c].Datum);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();

        void Lines(string name, IReadOnlyList<Text> lines)
        {
            json.WriteStartArray(name);
            foreach (var line in lines)
                json.WriteStringValue(line.In(language));
            json.WriteEndArray();
        }

        void Number(Datum datum)
        {
            json.WriteStartObject();
            if (datum.Value is { } value)
                json.WriteNumber("value", value);
            else
                json.WriteNull("value");
            json.WriteString("status", datum.Status.ToString());
            if (datum.Reason is { } reason)
                json.WriteString("reason", reason.In(language));
            if (datum.Lineage is { } lineage)
                json.WriteString("lineage", new Uri(site, lineage).AbsoluteUri);
            json.WriteEndObject();
        }
    }
}
