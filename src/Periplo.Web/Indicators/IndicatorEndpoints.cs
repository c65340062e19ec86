using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Web.Indicators;

/// <summary>From an address to the list of indicators, a view of one, or one value.</summary>
internal static class IndicatorEndpoints
{
    private static readonly IndicatorView[] Others = [IndicatorView.Map, IndicatorView.Chart, IndicatorView.Revisions];

    public static void Map(WebApplication app, Site site, Language language)
    {
        foreach (var form in (string[])["", ".csv", ".json", ".svg"])
            Endpoints.Read(app, IndicatorAddresses.All(language) + form, (HttpContext context) => List(context, site, language, form));
        Endpoints.Read(app, IndicatorAddresses.Indicator(language, "{code}"), (HttpContext context, string code) => Indicator(context, site, language, code));
        Endpoints.Read(app, IndicatorAddresses.Indicator(language, "{code}") + "/{view}", (HttpContext context, string code, string view) => Indicator(context, site, language, code, view));
        Endpoints.Read(app, IndicatorAddresses.Indicator(language, "{code}") + "/{area}/{period}", (HttpContext context, string code, string area, string period) => Value(context, site, language, code, area, period));
    }

    private static IResult List(HttpContext context, Site site, Language language, string form)
    {
        var view = IndicatorList.Of(site, language);
        return form.Length > 0
            ? Endpoints.File(context, site, view, language, form)
            : Endpoints.Page<IndicatorsPage>(new { Site = site, Language = language, View = view, Table = site.Indicators });
    }

    private static IResult Indicator(HttpContext context, Site site, Language language, string name)
    {
        var (code, form) = Endpoints.Split(name);
        return Shown(context, site, language, code, IndicatorView.Table, form);
    }

    private static IResult Indicator(HttpContext context, Site site, Language language, string code, string name)
    {
        var (word, form) = Endpoints.Split(name);
        foreach (var view in Others)
        {
            if (IndicatorAddresses.Word(view).In(language) == word)
                return Shown(context, site, language, code, view, form);
        }

        return Endpoints.NotFound(context, null);
    }

    private static IResult Shown(HttpContext context, Site site, Language language, string code, IndicatorView which, string form)
    {
        var table = site.Indicators;
        if (table.Registry.Find(code) is not { } indicator)
            return Endpoints.NotFound(context, NoSuch(code));
        if (indicator.Code != code)
            return Results.LocalRedirect(IndicatorAddresses.Indicator(language, indicator.Code, which) + form + context.Request.QueryString, permanent: true);
        if (IndicatorChoice.Read(context.Request.Query, language, site, table, indicator, out var refused) is not { } choice)
            return Endpoints.NotFound(context, refused);
        var figures = new IndicatorFigures(site, language, table, choice);
        var view = figures.View(which);
        if (form.Length > 0)
            return view is null ? Endpoints.NotFound(context, IndicatorWords.NoValues) : Endpoints.File(context, site, view, language, form);
        return Endpoints.Page<IndicatorPage>(new { Site = site, Language = language, Table = table, Choice = choice, Figures = figures, Which = which, View = view });
    }

    private static IResult Value(HttpContext context, Site site, Language language, string code, string name, string time)
    {
        var table = site.Indicators;
        if (table.Registry.Find(code) is not { } indicator)
            return Endpoints.NotFound(context, NoSuch(code));
        if (site.Areas.Find(name) is not { } area)
            return Endpoints.NotFound(context, Endpoints.Unknown(site, name));
        var breakdown = context.Request.Query[IndicatorAddresses.BreakdownWord(language)].ToString();
        var key = IndicatorChoice.Keys(table, indicator).Cast<IndicatorKey?>().FirstOrDefault(one => (IndicatorAddresses.Breakdown(one!.Value) ?? "") == breakdown);
        if (key is not { } found || !TimePeriod.TryParse(time, out var period))
            return Endpoints.NotFound(context, breakdown.Length > 0 ? IndicatorWords.NoSuchBreakdown.With(breakdown.Length > 40 ? breakdown[..40] : breakdown) : null);
        var value = table.Series(indicator.Code, area.Id, found, withMissing: true).LastOrDefault(one => one.Period == period);
        if (value is null)
            return Endpoints.NotFound(context, IndicatorWords.NoValues);
        if (indicator.Code != code || area.Id != name || period.ToString() != time)
            return Results.LocalRedirect(IndicatorAddresses.Value(language, indicator.Code, area.Id, period, IndicatorAddresses.Breakdown(found)), permanent: true);
        return Endpoints.Page<IndicatorValuePage>(new { Site = site, Language = language, Value = value });
    }

    private static Text NoSuch(string code)
    {
        var shown = code.Length <= 20 ? code : code[..20];
        return new($"No hay ningún indicador «{shown}».", $"There is no indicator \"{shown}\".", $"Il n’y a pas d’indicateur « {shown} ».");
    }
}
