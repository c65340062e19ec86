using System.Net;
using System.Text;
using Periplo.Areas;
using Periplo.Charts;
using Periplo.Cooperation;
using Periplo.Languages;

namespace Periplo.Web.Cooperation;

/// <summary>The long tables of these pages, written straight, and the section of a country's page.</summary>
internal static class ProcessMarkup
{
    private static readonly (string English, string Spanish, string French)[] PlaceNames =
    [
        ("footnote", "nota al pie", "note de bas de page"), ("note", "nota", "note"), ("annex", "anexo", "annexe"),
        ("chapter", "capítulo", "chapitre"), ("introduction", "introducción", "introduction"), ("table", "cuadro", "tableau"),
    ];

    /// <summary>Places in documents, each leading to its document; one document is named once.</summary>
    public static string Cites(Site site, Language language, IReadOnlyList<Citation> sources)
    {
        var html = new StringBuilder();
        var figures = new ProcessFigures(site, language);
        foreach (var group in sources.GroupBy(source => source.Document))
        {
            if (html.Length > 0)
                html.Append("; ");
            Link(html, ProcessAddresses.Document(language, group.Key), figures.DocumentName(group.Key));
            Escape(html.Append(", "), string.Join(", ", group.Select(source => PlaceWords(source.Place).In(language)).Distinct()));
        }

        return html.ToString();
    }

    /// <summary>A place in a document in words: paragraphs and sections are signs, notes and annexes have a name in each language.</summary>
    public static Text PlaceWords(string place)
    {
        foreach (var (english, spanish, french) in PlaceNames)
        {
            if (place.StartsWith(english, StringComparison.OrdinalIgnoreCase))
                return new($"{spanish}{place[english.Length..]}", $"{english}{place[english.Length..]}", $"{french}{place[english.Length..]}");
        }

        return Text.Same(place);
    }

    /// <summary>Areas by process on a day: a letter a cell, explained by the legend above.</summary>
    public static string Members(Figure figure, Language language) => Grid(figure, language, words => words switch
    {
        "" => ("", ""),
        _ => (Initial(words) + (words.EndsWith(')') ? "?" : ""), words.EndsWith(')') ? "unsure" : "member"),
    });

    /// <summary>Areas by instrument that have a list of parties.</summary>
    public static string Treaties(Site site, Language language, Area? region)
    {
        var treaties = site.Cooperation.Treaties;
        var figures = new ProcessFigures(site, language);
        var instruments = treaties.Instruments.Where(instrument => instrument.AsOf is not null).ToList();
        var areas = figures.AreasOf(region);
        var html = Open(new(1 << 16), figures.Matrix(region, all: false).Figure.Credits.Title.In(language));
        html.Append("<tr><th scope=\"col\">").Append(ProcessWords.AreaHeader.In(language)).Append("</th>");
        foreach (var instrument in instruments)
        {
            Link(html.Append("<th scope=\"col\">"), ProcessAddresses.Instrument(language, instrument.Id), instrument.Short, language);
            html.Append("<span class=\"as-of\">").Append(ProcessWords.AsOf.With(instrument.AsOf!.Value).In(language)).Append("</span></th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (var area in areas)
        {
            Link(html.Append("<tr><th scope=\"row\">"), Addresses.Country(language, area.Id), area.ShortName.In(language));
            html.Append("</th>");
            foreach (var instrument in instruments)
            {
                var cell = treaties.Cell(instrument, area.Id);
                html.Append(cell.Standing switch
                {
                    TreatyStanding.Party => $"<td class=\"party\">{ProcessWords.PartyShort.In(language)} {cell.Action!.Party?.Year}</td>",
                    TreatyStanding.Signatory => $"<td class=\"signed\">{ProcessWords.SignatoryShort.In(language)} {cell.Action!.Signed?.Year}</td>",
                    _ => $"<td class=\"none\">{ProcessWords.NoRecordShort.In(language)}</td>",
                });
            }

            html.Append("</tr>");
        }

        html.Append("</tbody><tfoot><tr><th scope=\"row\">").Append(ProcessWords.Parties.In(language)).Append("</th>");
        var ids = areas.Select(area => area.Id).ToList();
        foreach (var instrument in instruments)
            html.Append("<td>").Append(treaties.Count(instrument, ids)!.Value.Parties).Append(" / ").Append(ids.Count).Append("</td>");
        return html.Append("</tr></tfoot></table></div>").ToString();
    }

    /// <summary>Counts by agency and theme; a nought is a blank, which a reader takes in faster.</summary>
    public static string Counts(Figure figure, Language language) => Grid(figure, language, words => (words == "0" ? "" : words, words == "0" ? "" : "member"));

    /// <summary>The section of a country's page: its processes, instruments, commitments and focal points.</summary>
    public static string Country(Site site, Area area, Language language)
    {
        var index = site.Cooperation;
        var html = new StringBuilder(1 << 12);
        var memberships = index.Memberships.Of(area.Id).ToList();
        var treaties = index.Treaties;
        var listed = treaties.OfArea(area.Id).Any();
        var commitments = index.CommitmentsNaming(area.Id).ToList();
        var offices = index.FocalPointsOf(area.Id).ToList();
        if (memberships.Count == 0 && !listed && commitments.Count == 0 && offices.Count == 0)
            return html.Append("<p class=\"gap\">").Append(ProcessWords.NothingOnRecord.In(language)).Append("</p>").ToString();
        if (memberships.Count > 0)
        {
            Head(html, ProcessWords.Memberships, language);
            html.Append("<ul class=\"plain\">");
            foreach (var group in memberships.GroupBy(one => one.Process))
            {
                if (index.Find("processes", group.Key) is not { } process)
                    continue;
                Link(html.Append("<li>"), ProcessAddresses.Process(language, process.Id), ProcessFigures.NameOf(process).WithColon(language));
                html.Append(' ');
                var first = true;
                foreach (var one in group.OrderBy(one => Memberships.Order(one.Role)))
                {
                    Escape(html.Append(first ? "" : "; "), Role(index, one, language));
                    first = false;
                }

                html.Append("</li>");
            }

            html.Append("</ul>");
        }

        if (listed)
        {
            Head(html, ProcessWords.Instruments, language);
            html.Append("<ul class=\"plain\">");
            foreach (var instrument in treaties.Instruments)
            {
                if (instrument.AsOf is null)
                    continue;
                Link(html.Append("<li>"), ProcessAddresses.Instrument(language, instrument.Id), instrument.Short.WithColon(language));
                Escape(html.Append(' '), treaties.Cell(instrument, area.Id).Words.In(language)).Append("</li>");
            }

            html.Append("</ul><p class=\"papers\">").Append(ProcessWords.SnapshotNotice.In(language)).Append("</p>");
        }

        if (commitments.Count > 0)
        {
            Head(html, ProcessWords.CommitmentsNaming, language);
            html.Append("<ul class=\"plain\">");
            foreach (var commitment in commitments)
            {
                Link(html.Append("<li>"), ProcessAddresses.Commitment(language, commitment.Id), commitment.Title, language);
                html.Append("</li>");
            }

            html.Append("</ul>");
        }

        if (offices.Count > 0)
        {
            Head(html, ProcessWords.FocalPoints, language);
            html.Append("<ul class=\"plain\">");
            foreach (var office in offices)
            {
                Link(html.Append("<li>"), ProcessAddresses.Record(language, "focal-points", office.Id), office.Title, language);
                if (index.Find("processes", office["process"]) is { } process)
                    Escape(html.Append(" (") , ProcessFigures.NameOf(process).In(language)).Append(')');
                html.Append("</li>");
            }

            html.Append("</ul>");
        }

        return html.ToString();
    }

    /// <summary>A role with its years: "Miembro desde 1996".</summary>
    private static string Role(CooperationIndex index, Membership one, Language language)
    {
        var role = index.Find("memberships", one.Id)!.Meaning("role", one.Role).In(language);
        var unsure = one.Confidence == Membership.Unsure ? language.Of(", dudoso", ", unsure", ", douteux") : "";
        return $"{role} ({Years(one.Active).In(language)}{unsure})";
    }

    /// <summary>
    /// What a record is called among others: what its title refers to goes by its name, with the area or organisation of
    /// the record behind it.
    /// </summary>
    public static Text Named(Site site, PublishedRecord record)
    {
        var register = record.Register;
        if (register.Title.Type != Periplo.Registers.FieldType.Reference)
            return record.Title;
        var target = site.Cooperation.Find(register.Title.References!, record[register.Title.Id])?.Title ?? record.Title;
        Text? who = register.Field("area") is not null && record.Filled("area") is { } area && site.Areas.TryGet(area, out var found) ? found.ShortName
            : register.Field("actor") is not null ? record.Words("actor")
            : null;
        return who is null ? target : new($"{target.Es}, {who.Es}", $"{target.En}, {who.En}", $"{target.Fr}, {who.Fr}");
    }

    /// <summary>From when to when, in words.</summary>
    public static Text Years(Validity active) => (active.From, active.To) switch
    {
        ({ } from, { } to) when from == to => DateWords.In(from),
        ({ Frequency: 'D' } from, { Frequency: 'D' } to) when from.Year == to.Year && from.FirstDay.Month == to.FirstDay.Month =>
            new($"{from.FirstDay.Day} a {DateWords.In(to).Es}", $"{from.FirstDay.Day} to {DateWords.In(to).En}", $"du {from.FirstDay.Day} au {DateWords.In(to).Fr}"),
        ({ } from, { } to) => new($"{(IsDay(from) ? "del" : "de")} {DateWords.In(from).Es} {(IsDay(to) ? "al" : "a")} {DateWords.In(to).Es}", $"{DateWords.In(from).En} to {DateWords.In(to).En}", $"{(IsDay(from) ? "du" : "de")} {DateWords.In(from).Fr} {(IsDay(to) ? "au" : "à")} {DateWords.In(to).Fr}"),
        ({ } from, null) => new($"desde {(IsDay(from) ? "el " : "")}{DateWords.In(from).Es}", $"since {DateWords.In(from).En}", $"depuis {(IsDay(from) ? "le " : "")}{DateWords.In(from).Fr}"),
        (null, { } to) => new($"hasta {(IsDay(to) ? "el " : "")}{DateWords.In(to).Es}", $"until {DateWords.In(to).En}", $"jusqu’{(IsDay(to) ? "au" : "à")} {DateWords.In(to).Fr}"),
        _ => new("no se sabe desde cuándo", "since when is not known", "depuis quand, on l’ignore"),
    };

    private static bool IsDay(Periplo.Sdmx.TimePeriod date) => date.Frequency == 'D';

    private static string Grid(Figure figure, Language language, Func<string, (string Text, string Class)> show)
    {
        var html = Open(new(1 << 15), figure.Credits.Title.In(language)).Append("<tr>");
        foreach (var column in figure.Table.Columns)
            Escape(html.Append("<th scope=\"col\">"), column.Header.In(language)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in figure.Table.Rows)
        {
            html.Append("<tr><th scope=\"row\">");
            if (row[0].Href is { } href)
                Link(html, href, row[0].Words!, language);
            else
                Escape(html, row[0].Words!.In(language));
            html.Append("</th>");
            for (var i = 1; i < row.Length; i++)
            {
                var (text, style) = show(row[i].Words?.In(language) ?? $"{row[i].Datum.Value}");
                html.Append(style.Length == 0 ? "<td>" : $"<td class=\"{style}\">");
                Escape(html, text).Append("</td>");
            }

            html.Append("</tr>");
        }

        return html.Append("</tbody></table></div>").ToString();
    }

    // Spanish "Asociado" and "Observador", English "Partner", French "Associé": the legend says which letter is which.
    private static string Initial(string words) => words[..1];

    private static void Head(StringBuilder html, Text title, Language language) => Escape(html.Append("<h3>"), title.In(language)).Append("</h3>");

    private static StringBuilder Open(StringBuilder html, string title) =>
        Escape(html.Append("<div class=\"matrix\" tabindex=\"0\" role=\"region\" aria-label=\""), title).Append("\"><table><thead>");

    private static void Link(StringBuilder html, string href, Text text, Language language) =>
        Escape(html.Append("<a href=\""), href).Append("\">").Append(text.Marked(language).Value).Append("</a>");

    private static void Link(StringBuilder html, string href, string text) =>
        Escape(Escape(html.Append("<a href=\""), href).Append("\">"), text).Append("</a>");

    private static StringBuilder Escape(StringBuilder html, string text) =>
        text.AsSpan().ContainsAny("<>&\"'") ? html.Append(WebUtility.HtmlEncode(text)) : html.Append(text);
}
