using Periplo.Languages;
using Periplo.Web.Pages;
using Periplo.Web.Views;

namespace Periplo.Web;

/// <summary>From an address to what both sides of a corridor report, as page or file.</summary>
internal static class ReportedFlowEndpoints
{
    private static readonly string[] Forms = ["", ".csv", ".json", ".svg"];

    public static void Map(WebApplication app, Site site, Language language)
    {
        foreach (var form in Forms)
        {
            Endpoints.Read(
                app, $"{language.Of("/corredor", "/en/corridor", "/fr/corridor")}/{{pair}}/{Addresses.ReportedFlowWord.In(language)}{form}",
                (HttpContext context, string pair) => Answer(context, site, language, pair, form));
        }
    }

    private static IResult Answer(HttpContext context, Site site, Language language, string pair, string form)
    {
        var ends = pair.Split('-');
        if (ends.Length != 2)
            return Endpoints.NotFound(context, null);
        var (origin, destination) = (site.Areas.Find(ends[0]), site.Areas.Find(ends[1]));
        if (origin is null || destination is null)
            return Endpoints.NotFound(context, Endpoints.Unknown(site, origin is null ? ends[0] : ends[1]));
        var address = Addresses.ReportedFlows(language, origin.Id, destination.Id);
        if (address != Addresses.ReportedFlows(language, ends[0], ends[1]))
            return Results.LocalRedirect(address + form, permanent: true);
        if (ReportedFlowFigures.Of(site, language, site.Installation.ReportedFlows(origin, destination)) is not { } view)
            return Endpoints.NotFound(context, Words.NothingHere);
        if (form.Length > 0)
            return Endpoints.File(context, site, view, language, form);
        var back = $"{origin.ShortName.In(language)} → {destination.ShortName.In(language)}";
        return Endpoints.Page<ViewPage>(new { Site = site, Language = language, View = view, Back = Addresses.Corridor(language, origin.Id, destination.Id), BackWords = back });
    }
}
