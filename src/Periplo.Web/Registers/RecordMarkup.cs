using System.Globalization;
using System.Net;
using System.Text;
using Periplo.Languages;
using Periplo.Registers;
using Periplo.Statistics;

namespace Periplo.Web.Registers;

/// <summary>Writes the values of records for people: names in place of codes and ids, dates in words, links to what is named.</summary>
/// <param name="site">Registers and areas.</param>
/// <param name="language">Language of the page.</param>
/// <param name="person">Who reads: what the public may not see is not named to it either.</param>
public sealed class RecordMarkup(Site site, Language language, Person person)
{
    private const string Documents = "documents";

    /// <summary>Language of the page.</summary>
    public Language Language => language;

    /// <summary>Who reads.</summary>
    public Person Person => person;

    /// <summary>The fields of a register this person may read.</summary>
    public IEnumerable<Field> Fields(Register register) =>
        !register.HasRestricted || Access.May(person, register, null, RecordAct.SeeRestricted) ? register.Fields : register.Fields.Where(field => !field.Restricted);

    /// <summary>What a record is called: its title, and where that only names another record, what tells it from the others of that.</summary>
    public string Name(Register register, string[] values)
    {
        var title = Plain(register.Title, values);
        if (register.Title.Type is FieldType.Text or FieldType.Translated)
            return title;
        return string.Join(" · ", Beside(register, register.Title, values).Prepend(title).Where(text => text.Length > 0));
    }

    /// <summary>A record as it is called among those that refer to the same record by the same field.</summary>
    public string NameAmong(Register register, Field field, RecordHead head)
    {
        var values = head.Published!.Values;
        var name = field == register.Title ? string.Join(" · ", Beside(register, field, values)) : Name(register, values);
        return name.Length > 0 ? name : head.Id;
    }

    /// <summary>A record by its id as this person may know it: its name and version, or null where it is not public.</summary>
    public (string Name, RecordHead Head)? Find(string register, string id)
    {
        var head = site.Installation.Records.Table(register).Find(id);
        return head?.Published is { } published ? (Name(site.Installation.Records.Registers.Get(register), published.Values), head) : null;
    }

    /// <summary>The records of a register to choose from, by name: published ones, and drafts for who may see them. None when they are too many.</summary>
    public IReadOnlyList<FilterOption> Choices(string register)
    {
        var table = site.Installation.Records.Table(register);
        if (table.Count > RegisterIndex.MostOptions)
            return [];
        var drafts = Access.May(person, table.Register, null, RecordAct.SeeDraft);
        return [.. table.List(new(Drafts: drafts), language).Records.Where(head => head.Withdrawn is null)
            .Select(head => new FilterOption(head.Id, Name(table.Register, RegisterTable.Seen(head, drafts)!.Values)))];
    }

    /// <summary>A field as plain text; empty for none.</summary>
    public string Plain(Field field, string[] values)
    {
        var texts = Pieces(field, values).Select(piece => piece.Text).ToList();
        return texts.Count == 1 ? texts[0] : string.Join(field.Type is FieldType.Area or FieldType.Code ? ", " : "; ", texts);
    }

    /// <summary>A field as it stands in a page; nothing for none.</summary>
    /// <param name="html">Where to write.</param>
    /// <param name="field">The field.</param>
    /// <param name="values">The record's values.</param>
    /// <param name="inTable">Whether it is a cell of a table: in one line, and long texts cut.</param>
    public StringBuilder Write(StringBuilder html, Field field, string[] values, bool inTable)
    {
        var pieces = Pieces(field, values).ToList();
        if (field.Long && !inTable)
        {
            var said = pieces.FirstOrDefault()?.Language ?? language;
            foreach (var paragraph in pieces.SelectMany(piece => piece.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
                Escape(html.Append(said == language ? "<p>" : $"<p lang=\"{said.Tag()}\">"), paragraph).Append("</p>");
            return html;
        }

        var asList = !inTable && pieces.Count > 1 && field.Type is FieldType.Reference or FieldType.Locator or FieldType.Link;
        if (asList)
            html.Append("<ul class=\"values\">");
        var shown = inTable ? Math.Min(pieces.Count, 4) : pieces.Count;
        for (var i = 0; i < shown; i++)
        {
            if (asList)
                html.Append("<li>");
            else if (i > 0)
                html.Append(field.Type is FieldType.Area or FieldType.Code ? ", " : "; ");
            if (pieces[i].Language is { } other && other != language)
                html.Append("<span lang=\"").Append(other.Tag()).Append("\">");
            Write(html, pieces[i], inTable);
            if (pieces[i].Language is { } ended && ended != language)
                html.Append("</span>");
            if (asList)
                html.Append("</li>");
        }

        if (asList)
            html.Append("</ul>");
        return shown < pieces.Count ? html.Append(" … (").Append(pieces.Count).Append(')') : html;
    }

    /// <summary>A field as it stands in a page.</summary>
    public string Html(Field field, string[] values) => Write(new(), field, values, inTable: false).ToString();

    /// <summary>The language a column of a text is in.</summary>
    public static Language LanguageOf(Column column) => column.Part switch
    {
        ColumnPart.Spanish => Language.Es,
        ColumnPart.English => Language.En,
        _ => Language.Fr,
    };

    /// <summary>Text made harmless.</summary>
    public static StringBuilder Escape(StringBuilder html, string text) =>
        text.AsSpan().ContainsAny("<>&\"'") ? html.Append(WebUtility.HtmlEncode(text)) : html.Append(text);

    private IEnumerable<string> Beside(Register register, Field title, string[] values) =>
        Fields(register).Where(field => field != title && field.Listed && field.Type is not (FieldType.Locator or FieldType.Link or FieldType.YesNo))
            .Select(field => Plain(field, values)).Where(text => text.Length is > 0 and <= 120).Take(2);

    private static void Write(StringBuilder html, Piece piece, bool cut)
    {
        const int most = 160;
        var text = piece.Text;
        if (cut && text.Length > most)
        {
            var space = text.LastIndexOf(' ', most, most / 2);
            text = text[..(space < 0 ? most : space)] + "…";
        }

        if (piece.Href is null)
        {
            Escape(html, text);
            return;
        }

        Escape(html.Append(piece.IsAway ? "<a rel=\"external nofollow noreferrer\" href=\"" : "<a href=\""), piece.Href).Append("\">");
        Escape(html, text).Append("</a>");
    }

    private IEnumerable<Piece> Pieces(Field field, string[] values)
    {
        var first = values[field.FirstColumn];
        switch (field.Type)
        {
            case FieldType.Translated:
                var said = field.Words(values);
                return Only(said.In(language)).Select(piece => piece with { Language = said.LanguageOf(language) });
            case FieldType.Money when first.Length > 0:
                return [new(Money(first, values[field.FirstColumn + 1], values[field.FirstColumn + 2]))];
            case FieldType.Interval:
                return Only(Interval(first, values[field.FirstColumn + 1]));
            case FieldType.Date when field.Announced && first.Length > 0 && values[field.FirstColumn + 1] == "announced":
                return [new($"{Date(first)} ({RegisterWords.Announced.In(language)})")];
            case FieldType.Locator:
                var places = RecordCheck.Split(field, values[field.FirstColumn + 1]);
                return RecordCheck.Split(field, first).Select((id, i) => Locator(id, i < places.Length ? places[i] : ""));
            default:
                return RecordCheck.Split(field, first).Select(value => One(field, value));
        }
    }

    private Piece One(Field field, string value) => field.Type switch
    {
        FieldType.Number => new(Number(value) + (field.Unit is null ? "" : " " + field.Unit)),
        FieldType.Date => new(Date(value)),
        FieldType.Code => new(field.Codes!.Find(value)?.Name.In(language) ?? value),
        FieldType.Area => site.Areas.TryGet(value, out var area) ? new(area.ShortName.In(language), Addresses.Country(language, area.Id)) : new(value),
        FieldType.Reference => Find(field.References!, value) is { } found ? new(found.Name, RegisterAddresses.Record(language, field.References!, value)) : new(value),
        FieldType.Link => Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? new(value, value, IsAway: true) : new(value),
        FieldType.YesNo => new((value == "yes" ? RegisterWords.Yes : RegisterWords.No).In(language)),
        _ => new(value),
    };

    private Piece Locator(string id, string place)
    {
        if (Find(Documents, id) is not { } found)
            return new($"{id} {place}".TrimEnd());
        // A document is cited by its symbol where it has one.
        var documents = site.Installation.Records.Registers.Get(Documents);
        var symbol = documents.Position("symbol") is >= 0 and var column ? found.Head.Published!.Values[column] : "";
        return new($"{(symbol.Length > 0 ? symbol : found.Name)} {place}".TrimEnd(), RegisterAddresses.Record(language, Documents, id));
    }

    private static IEnumerable<Piece> Only(string text) => text.Length == 0 ? [] : [new(text)];

    private string Date(string written) => Dates.InWords(written).In(language);

    private string Interval(string from, string to) => (from.Length, to.Length) switch
    {
        (0, 0) => "",
        (_, 0) => RegisterWords.Since.With(Dates.InWords(from)).In(language),
        (0, _) => RegisterWords.Until.With(Dates.InWords(to)).In(language),
        _ => RegisterWords.FromTo.With(Dates.InWords(from), Dates.InWords(to)).In(language),
    };

    private string Number(string value) =>
        decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Numbers.Format((double)number, Markup.Exact(number), language) : value;

    private string Money(string amount, string currency, string prices) =>
        $"{currency} {Number(amount)}{(prices.Length > 0 ? $" ({RegisterWords.PricesOf.With(prices).In(language)})" : "")}";

    /// <summary>One value as words, with where it leads.</summary>
    private sealed record Piece(string Text, string? Href = null, bool IsAway = false, Language? Language = null);
}
