using System.Text;
using Periplo.Languages;
using Periplo.Registers;

namespace Periplo.Web.Registers;

/// <summary>The tables of the pages of registers, written straight.</summary>
internal static class RecordTables
{
    /// <summary>The records of a list, with heads that sort it.</summary>
    public static string List(RegisterList list, RecordPage page, RecordMarkup markup)
    {
        var register = list.Register;
        var fields = markup.Fields(register).Where(field => field.Listed && field != register.Title).ToList();
        var html = new StringBuilder(1 << 15);
        html.Append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
        RecordMarkup.Escape(html, register.Name.In(markup.Language)).Append("\"><table class=\"records\" data-ordered><thead><tr>");
        Head(html, list, register.Title, markup.Language);
        foreach (var field in fields)
            Head(html, list, field, markup.Language);
        html.Append("</tr></thead><tbody>");
        foreach (var head in page.Records)
        {
            var version = RegisterTable.Seen(head, list.Drafts)!;
            html.Append("<tr><th scope=\"row\"><a href=\"").Append(RegisterAddresses.Record(markup.Language, register.Id, head.Id)).Append("\">");
            var name = register.Title.Type is FieldType.Text or FieldType.Translated ? markup.Name(register, version.Values) : markup.Plain(register.Title, version.Values);
            RecordMarkup.Escape(html, name.Length > 0 ? name : head.Id).Append("</a>");
            if (!ReferenceEquals(version, head.Published) && register.Workflow.Find(version.State) is { } state)
                RecordMarkup.Escape(html.Append(" <span class=\"state\">"), state.Name.In(markup.Language)).Append("</span>");
            html.Append("</th>");
            foreach (var field in fields)
            {
                html.Append(IsNumber(field) ? "<td class=\"number\">" : "<td>");
                markup.Write(html, field, version.Values, inTable: true).Append("</td>");
            }

            html.Append("</tr>");
        }

        return html.Append("</tbody></table></div>").ToString();
    }

    /// <summary>What is different between two versions, field by field; empty when nothing is.</summary>
    public static string Differences(Register register, string[] before, string[] after, RecordMarkup markup)
    {
        var html = new StringBuilder();
        foreach (var field in markup.Fields(register))
        {
            Row(html, field, [before, after], markup);
        }

        if (html.Length == 0)
            return "";
        var head = new StringBuilder($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{RegisterWords.WhatChanged.In(markup.Language)}\"><table class=\"differences\" data-ordered><thead><tr>");
        foreach (var word in (Text[])[RegisterWords.Field, RegisterWords.WasSaid, RegisterWords.SaysNow])
            head.Append("<th scope=\"col\">").Append(word.In(markup.Language)).Append("</th>");
        return head.Append("</tr></thead><tbody>").Append(html).Append("</tbody></table></div>").ToString();
    }

    /// <summary>Where two changes of one record differ from what they began from and from each other.</summary>
    public static string Conflict(Register register, EntryConflict conflict, RecordMarkup markup)
    {
        string[][] sides = [conflict.Before, conflict.Now.Latest.Values, conflict.Yours];
        var html = new StringBuilder($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{RegisterWords.WhatChanged.In(markup.Language)}\"><table class=\"differences\" data-ordered><thead><tr>");
        foreach (var word in (Text[])[RegisterWords.Field, RegisterWords.BeforeBoth, RegisterWords.Theirs, RegisterWords.Yours])
            html.Append("<th scope=\"col\">").Append(word.In(markup.Language)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var field in register.Fields)
        {
            Row(html, field, sides, markup);
        }

        return html.Append("</tbody></table></div>").ToString();
    }

    /// <summary>A row for a field that is not the same on all sides; of a text in several languages, one for each that is not.</summary>
    private static void Row(StringBuilder html, Field field, string[][] sides, RecordMarkup markup)
    {
        if (field.Type == FieldType.Translated)
        {
            foreach (var column in field.Columns.Where(column => sides.Any(values => values[column.Position] != sides[0][column.Position])))
            {
                RecordMarkup.Escape(html.Append("<tr><th scope=\"row\">"), column.Title.In(markup.Language)).Append("</th>");
                foreach (var values in sides)
                {
                    html.Append("<td lang=\"").Append(RecordMarkup.LanguageOf(column).Tag()).Append("\">");
                    if (values[column.Position].Length == 0)
                        html.Append("<span class=\"soft\">").Append(RegisterWords.WithoutValue.In(markup.Language)).Append("</span>");
                    RecordMarkup.Escape(html, values[column.Position]).Append("</td>");
                }

                html.Append("</tr>");
            }

            return;
        }

        if (sides.All(values => field.Columns.All(column => values[column.Position] == sides[0][column.Position])))
            return;
        RecordMarkup.Escape(html.Append("<tr><th scope=\"row\">"), field.Name.In(markup.Language)).Append("</th>");
        foreach (var values in sides)
            Value(html, field, values, markup);
        html.Append("</tr>");
    }

    private static void Value(StringBuilder html, Field field, string[] values, RecordMarkup markup)
    {
        var length = html.Append("<td>").Length;
        markup.Write(html, field, values, inTable: false);
        if (html.Length == length)
            html.Append("<span class=\"soft\">").Append(RegisterWords.WithoutValue.In(markup.Language)).Append("</span>");
        html.Append("</td>");
    }

    private static bool IsNumber(Field field) => field is { Many: false, Type: FieldType.Number or FieldType.Money };

    private static void Head(StringBuilder html, RegisterList list, Field field, Language language)
    {
        html.Append("<th scope=\"col\"").Append(IsNumber(field) ? " class=\"number\"" : "");
        if (!RegisterList.MaySort(field))
        {
            RecordMarkup.Escape(html.Append('>'), field.Name.In(language)).Append("</th>");
            return;
        }

        if (list.IsSortedBy(field))
            html.Append(" aria-sort=\"").Append(list.Descending ? "descending" : "ascending").Append('"');
        RecordMarkup.Escape(html.Append("><a class=\"order\" rel=\"nofollow\" href=\""), list.Sorted(field, language).Address(language)).Append("\">");
        RecordMarkup.Escape(html, field.Name.In(language)).Append("</a></th>");
    }
}
