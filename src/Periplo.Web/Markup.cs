using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Components;
using Periplo.Charts;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;
using Periplo.Web.Views;

namespace Periplo.Web;

/// <summary>The long parts of pages, written straight: a component for each of a thousand cells would cost more than the rest of the page.</summary>
internal static class Markup
{
    private static readonly ConcurrentDictionary<(Site Site, Language Language), string> Options = new();

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? figureBytes;

    /// <summary>A figure as it stands in a page.</summary>
    public static string Svg(Site site, Figure figure, Language language)
    {
        // A page has a dozen figures; a buffer grown anew for each would be most of what the page allocates.
        var bytes = figureBytes ??= new(1 << 16);
        bytes.ResetWrittenCount();
        site.Svg.Write(figure, language, SvgMode.Embedded, bytes);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>The table twin of a figure; every number leads to where it came from.</summary>
    public static string Table(Figure figure, Language language) => Table(figure.Table, figure.Credits.Title, language);

    /// <summary>A table; every number leads to where it came from.</summary>
    public static string Table(FigureTable table, Text title, Language language)
    {
        var html = new StringBuilder(1 << 14);
        html.Append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"").Append(Words.TableOf.WithColon(language)).Append(' ');
        Escape(html, title.In(language)).Append("\"><table><thead><tr>");
        foreach (var column in table.Columns)
        {
            html.Append(column.IsNumeric ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">");
            Escape(html, column.Header.In(language)).Append("</th>");
        }

        html.Append("</tr></thead><tbody>");
        var explained = 0;
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var c = 0; c < row.Length; c++)
                Cell(html, row[c], table.Columns[c], isHead: c == 0, language, ref explained);
            html.Append("</tr>");
        }

        return html.Append("</tbody></table></div>").ToString();
    }

    /// <summary>Names of countries for the list of a search box.</summary>
    public static string AreaOptions(Site site, Language language) => Options.GetOrAdd((site, language), static key =>
    {
        var html = new StringBuilder();
        foreach (var area in key.Site.Countries(key.Language))
            Escape(html.Append("<option value=\""), area.ShortName.In(key.Language)).Append("\"></option>");
        return html.ToString();
    });

    /// <summary>The observations behind a figure with file and row, largest first.</summary>
    public static string Rows(Trace trace, int most, Language language)
    {
        var o = trace.Dataset.Observations;
        var summed = Enumerable.Range(0, trace.Key.Count).Where(d => trace.Key[d] is "*" or Means.Over).ToList();
        var largest = trace.Total.Addends.OrderByDescending(i => o.Statuses[i].IsMissing() ? double.MinValue : o.Values[i]).Take(most).ToList();
        return Rows(trace.Dataset, summed, largest, trace.RowsName, address: null, language);
    }

    /// <summary>The largest observations of the last period of a dataset, each with its row and the page that tells where it came from.</summary>
    public static string Largest(Dataset dataset, int most, Language language)
    {
        var o = dataset.Observations;
        var varying = Enumerable.Range(0, o.Codes.Count).Where(d => o.Codes[d].Length > 1).ToList();
        var largest = dataset.Select(Query.All.During(dataset.Last)).Where(i => !o.Statuses[i].IsMissing()).OrderByDescending(dataset.Plain).Take(most).ToList();
        return Rows(dataset, varying, largest, Words.Largest, i => Addresses.Observation(language, dataset, i), language);
    }

    private static string Rows(Dataset dataset, List<int> dimensions, IReadOnlyCollection<int> observations, Text label, Func<int, string>? address, Language language)
    {
        var o = dataset.Observations;
        var html = new StringBuilder(1 << 14);
        html.Append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
        Escape(html, label.In(language)).Append("\"><table class=\"wide\"><thead><tr>");
        var several = address is null && observations.Select(i => o.Times[i]).Distinct().Skip(1).Any();
        if (several)
            Head(Words.Period.In(language), isNumber: false);
        foreach (var d in dimensions)
            Head(dataset.Definition.Structure.Dimensions[d].Concept.Name.In(language), isNumber: false);
        Head(Words.Value.In(language), isNumber: true);
        Head(Words.File.In(language), isNumber: false);
        Head(Words.Row.In(language), isNumber: true);
        Head(Words.Status.In(language), isNumber: false);
        Head(Words.TypeOfData.In(language), isNumber: false);
        Head(Words.Comment.In(language), isNumber: false);
        html.Append("</tr></thead><tbody>");
        foreach (var i in observations)
        {
            var set = o.AttributeSets[o.Attributes[i]];
            var (sheet, row) = o.Rows[i].In(dataset.PartOf(i));
            html.Append("<tr>");
            if (several)
                Data(o.Times[i].ToString(), isNumber: false);
            foreach (var d in dimensions)
            {
                var code = o.Code(d, i);
                Data($"{dataset.Definition.Structure.Dimensions[d].CodeList.Find(code)?.Name.In(language)} ({code})", isNumber: false);
            }

            Value(o.Statuses[i].IsMissing() ? Numbers.Missing.In(language) : Numbers.Format(dataset.Plain(i), Exact(dataset.Plain(i)), language), address?.Invoke(i));
            Data(dataset.PartOf(i).File.Name, isNumber: false);
            Data(sheet is null ? Numbers.Format(row, NumberStyle.Whole, language) : $"{sheet}: {row}", isNumber: true);
            Data($"{o.Statuses[i].Letter()} ({dataset.Definition.Structure.Attributes[0].CodeList!.Find(o.Statuses[i].ToString())?.Name.In(language)})", isNumber: false);
            Data(set.DataType is { } type ? $"{type} ({dataset.Definition.Structure.Attributes[2].CodeList!.Find(type)?.Name.In(language)})" : "", isNumber: false);
            Data(set.Comment ?? "", isNumber: false);
            html.Append("</tr>");
        }

        return html.Append("</tbody></table></div>").ToString();

        void Head(string text, bool isNumber) => Escape(html.Append(isNumber ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">"), text).Append("</th>");
        void Value(string text, string? href)
        {
            html.Append("<td class=\"number\">");
            if (href is null)
                Escape(html, text);
            else
                Escape(Escape(html.Append("<a href=\""), href).Append("\">"), text).Append("</a>");
            html.Append("</td>");
        }

        void Data(string text, bool isNumber) => Escape(html.Append(isNumber ? "<td class=\"number\">" : "<td>"), text).Append("</td>");
    }

    /// <summary>What a record says, marked as English on a French page where it has no French, so that it is read out as English.</summary>
    public static MarkupString Marked(this Text text, Language language)
    {
        var said = text.LanguageOf(language);
        var words = Escape(new(), text.In(language)).ToString();
        return new(said == language ? words : $"<span lang=\"{said.Tag()}\">{words}</span>");
    }

    /// <summary>Every digit of a number, and no decimals where it has none.</summary>
    public static NumberStyle Exact(double value) => value == Math.Floor(value) ? NumberStyle.Whole : new(NumberForm.Plain, 3);

    /// <summary>How a number is shown that was written down: with the decimals it was written with.</summary>
    public static NumberStyle Exact(decimal value) => value == Math.Floor(value) ? NumberStyle.Whole : new(NumberForm.Plain, value.Scale);

    private static void Cell(StringBuilder html, Cell cell, TableColumn column, bool isHead, Language language, ref int explained)
    {
        var end = isHead ? "</th>" : "</td>";
        html.Append(isHead ? "<th scope=\"row\">" : column.IsNumeric ? "<td class=\"number\">" : "<td>");
        if (cell.Words is { } words)
        {
            if (cell.Href is { } href)
                Escape(Escape(html.Append("<a href=\""), href).Append("\">"), words.In(language)).Append("</a>");
            else
                Escape(html, words.In(language));
            html.Append(end);
            return;
        }

        var datum = cell.Datum;
        var text = datum.Value is { } value ? Numbers.Format(value, column.Style, language) : datum.Absence.In(language);
        if (datum.Lineage is { } lineage)
            Escape(Escape(html.Append("<a href=\""), lineage).Append("\">"), text).Append("</a>");
        else
            Escape(html, text);
        // Estimated figures are the rule in some tables; the letter keeps them told apart without a word in every cell, and is explained where it first stands.
        if (datum.Value is not null && datum.Status != 'A')
        {
            var letter = 1 << (datum.Status - 'A');
            if ((explained & letter) == 0)
                Escape(html.Append(" <abbr title=\""), datum.StatusWords?.In(language) ?? "").Append("\">").Append(datum.Status).Append("</abbr>");
            else
                html.Append(" <i>").Append(datum.Status).Append("</i>");
            explained |= letter;
        }

        html.Append(end);
    }

    /// <summary>Appends text as it may stand in markup and in quoted attributes.</summary>
    public static StringBuilder Escape(StringBuilder html, string text) =>
        text.AsSpan().ContainsAny("<>&\"'") ? html.Append(WebUtility.HtmlEncode(text)) : html.Append(text);
}
