using System.Text;
using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Profiles;
using Periplo.Web.Indicators;

namespace Periplo.Web.Profiles;

/// <summary>The long tables of a profile, written straight.</summary>
internal static class ProfileMarkup
{
    /// <summary>The mark of quality of a row: a sign, its meaning, and how the value was come by.</summary>
    public static string Chip(IndicatorRow row, Language language) => Chip(new StringBuilder(), row, language).ToString();

    /// <summary>Indicators with value, period, quality and source; every value leads to what it was made of.</summary>
    public static string Indicators(IndicatorsBlock block, Text section, Language language)
    {
        var html = Open(ValueWords.Joined(block.Caption, section), language, "indicators");
        Heads(html, language, ProfileWords.Indicator, ProfileWords.Value, Words.Period, ProfileWords.Quality, ProfileWords.Source);
        // What is missing stands in the table of gaps behind, with who could fill it.
        foreach (var row in block.Rows.Where(row => row.Value is { IsFilled: true }))
        {
            html.Append("<tr><th scope=\"row\">");
            Named(html, row.Name, row.Href, row.Indicator.Code, language);
            html.Append("</th><td>");
            Link(html, row.Shown.In(language), Lineage(row, language));
            Markup.Escape(html.Append("</td><td>"), row.Value is { } value ? ValueWords.Period(value.Period).In(language) : "");
            Chip(html.Append("</td><td>"), row, language);
            if (row.Value?.DefinitionUsed is { } used)
                Markup.Escape(html.Append("<br><span class=\"soft\">"), used.In(language)).Append("</span>");
            Markup.Escape(html.Append("</td><td>"), row.Source.In(language)).Append("</td></tr>");
        }

        return html.Append("</tbody></table></div>").ToString();
    }

    /// <summary>What is not known, why, and who could fill it.</summary>
    public static string Gaps(GapBlock block, Text section, Language language)
    {
        var html = Open(ValueWords.Joined(ProfileWords.Gaps, section), language, "gaps");
        Heads(html, language, ProfileWords.Indicator, ProfileWords.Why, ProfileWords.Filler);
        foreach (var gap in block.Gaps)
        {
            Named(html.Append("<tr><th scope=\"row\">"), gap.Indicator.Name, gap.Href, gap.Indicator.Code, language);
            Markup.Escape(html.Append("</th><td>"), gap.Reason.In(language));
            Markup.Escape(html.Append("</td><td>"), gap.Filler.In(language)).Append("</td></tr>");
        }

        return html.Append("</tbody></table></div>").ToString();
    }

    /// <summary>Definition, limits and source of the indicators of a section.</summary>
    public static string HowMeasured(IReadOnlyList<IndicatorDefinition> indicators, Language language)
    {
        var html = new StringBuilder("<dl class=\"measured\">");
        foreach (var one in indicators)
        {
            Markup.Escape(html.Append("<dt><span class=\"code\">").Append(one.Code).Append("</span> "), one.Name.In(language)).Append("</dt><dd>");
            Markup.Escape(html, one.Definition.In(language));
            Markup.Escape(html.Append(" <span class=\"soft\">").Append(ProfileWords.Limits.WithColon(language)).Append(' '), one.Limits.In(language)).Append("</span></dd>");
        }

        return html.Append("</dl>").ToString();
    }

    /// <summary>What a row's value leads to: its one figure, or the page that names its parts.</summary>
    public static string? Lineage(IndicatorRow row, Language language) =>
        row.Lineage is null || row.Value is not { IsFilled: true, Inputs.Count: > 0 } value ? null : IndicatorAddresses.Lineage(language, value);

    private static StringBuilder Chip(StringBuilder html, IndicatorRow row, Language language)
    {
        html.Append("<span class=\"light ").Append(row.Light.ToString().ToLowerInvariant()).Append("\">");
        if (row.Value is { IsFilled: true } value)
            Markup.Escape(Markup.Escape(html, ValueWords.Quality(value.Quality).In(language)).Append("<span class=\"hidden\">, "), ValueWords.Light(row.Light).In(language)).Append("</span>");
        else
            Markup.Escape(html, ValueWords.Light(QualityLight.Missing).In(language));
        html.Append("</span>");
        return html;
    }

    private static StringBuilder Open(Text caption, Language language, string names)
    {
        var html = new StringBuilder(1 << 13);
        html.Append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
        return Markup.Escape(html, caption.In(language)).Append("\"><table class=\"").Append(names).Append("\"><thead><tr>");
    }

    private static void Heads(StringBuilder html, Language language, params ReadOnlySpan<Text> heads)
    {
        foreach (var head in heads)
            Markup.Escape(html.Append("<th scope=\"col\">"), head.In(language)).Append("</th>");
        html.Append("</tr></thead><tbody>");
    }

    private static void Named(StringBuilder html, Text name, string? href, string code, Language language)
    {
        Link(html, name.In(language), href);
        html.Append(" <span class=\"code\">").Append(code).Append("</span>");
    }

    private static void Link(StringBuilder html, string words, string? href)
    {
        if (href is null)
            Markup.Escape(html, words);
        else
            Markup.Escape(Markup.Escape(html.Append("<a href=\""), href).Append("\">"), words).Append("</a>");
    }
}
