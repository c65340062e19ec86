using Periplo.Languages;
using Periplo.Web.Pages;
using Periplo.Web.Views;

namespace Periplo.Web.Flows;

/// <summary>From an address to a page or file of flows.</summary>
internal static class FlowEndpoints
{
    private static readonly string[] Forms = ["", ".csv", ".json", ".svg"];

    public static void Map(WebApplication app, Site site, Language language)
    {
        foreach (var form in Forms)
        {
            Endpoints.Read(app, FlowAddresses.Flows(language) + form, (HttpContext context) => Root(context, site, language, form));
            Endpoints.Read(app, FlowAddresses.Method(language) + form, (HttpContext context) => form.Length > 0
                ? Endpoints.File(context, site, WorkedFlows.View(site), language, form)
                : Endpoints.Page<FlowMethodPage>(new { Site = site, Language = language }));
            foreach (var view in Enum.GetValues<FlowView>())
                Endpoints.Read(app, FlowAddresses.View(language, view) + form, (HttpContext context) => Shown(context, site, language, view, form));
        }

        Endpoints.Read(app, FlowAddresses.Corridor(language), (HttpContext context) => CorridorAsked(context, site, language));
        Endpoints.Read(app, FlowAddresses.Corridor(language) + "/{pair}", (HttpContext context, string pair) => Corridor(context, site, language, pair));
    }

    private static IResult Root(HttpContext context, Site site, Language language, string form)
    {
        var choice = FlowChoice.Of(site, language, context.Request.Query, out var refused);
        if (refused is not null)
            return Endpoints.NotFound(context, refused);
        if (form.Length == 0)
            return Endpoints.Page<FlowsPage>(new { Site = site, Language = language, Figures = choice is null ? null : new FlowFigures(site, language, choice) });
        // The page's own file is that of its first view.
        return choice is not null && new FlowFigures(site, language, choice, isWhole: true).View(FlowView.Circle) is { } view
            ? Endpoints.File(context, site, view, language, form)
            : Endpoints.NotFound(context, choice is null ? FlowWords.Empty : Words.NothingHere);
    }

    private static IResult Shown(HttpContext context, Site site, Language language, FlowView which, string form)
    {
        var choice = FlowChoice.Of(site, language, context.Request.Query, out var refused);
        if (refused is not null || choice is null)
            return Endpoints.NotFound(context, refused ?? FlowWords.Empty);
        return Show(context, site, language, form, new FlowFigures(site, language, choice, isWhole: form.Length > 0).View(which), FlowAddresses.Flows(language) + choice.Query(language), FlowWords.Flows);
    }

    /// <summary>From the form of a corridor to its page.</summary>
    private static IResult CorridorAsked(HttpContext context, Site site, Language language)
    {
        var (from, to) = (context.Request.Query[FlowAddresses.FromWord.In(language)].ToString(), context.Request.Query[FlowAddresses.ToWord.In(language)].ToString());
        // Without a pair the form itself is what is asked for.
        if (from.Length == 0 && to.Length == 0)
            return Results.LocalRedirect($"{FlowAddresses.Flows(language)}#s-corridor");
        return site.Areas.Find(from) is { } origin && site.Areas.Find(to) is { } destination
            ? Results.LocalRedirect($"{Addresses.Corridor(language, origin.Id, destination.Id)}#s-flows")
            : Endpoints.NotFound(context, from.Length > 0 && to.Length > 0 ? Endpoints.Unknown(site, site.Areas.Find(from) is null ? from : to) : null);
    }

    private static IResult Corridor(HttpContext context, Site site, Language language, string pair)
    {
        var (name, form) = Endpoints.Split(pair);
        var ends = name.Split('-');
        if (ends.Length != 2)
            return Endpoints.NotFound(context, null);
        var (origin, destination) = (site.Areas.Find(ends[0]), site.Areas.Find(ends[1]));
        if (origin is null || destination is null)
            return Endpoints.NotFound(context, Endpoints.Unknown(site, origin is null ? ends[0] : ends[1]));
        var address = FlowAddresses.Corridor(language, origin.Id, destination.Id);
        return address != FlowAddresses.Corridor(language, ends[0], ends[1])
            ? Results.LocalRedirect(address + form, permanent: true)
            : Show(
                context, site, language, form, new FlowCorridorFigures(site, language, origin, destination).Estimates(),
                Addresses.Corridor(language, origin.Id, destination.Id), Text.Same("{0} → {1}").With(origin.ShortName, destination.ShortName));
    }

    private static IResult Show(HttpContext context, Site site, Language language, string form, View? view, string back, Text backWords)
    {
        if (view is null)
            return Endpoints.NotFound(context, Words.NothingHere);
        return form.Length > 0
            ? Endpoints.File(context, site, view, language, form)
            : Endpoints.Page<ViewPage>(new { Site = site, Language = language, View = view, Back = back, BackWords = backWords.In(language) });
    }
}
