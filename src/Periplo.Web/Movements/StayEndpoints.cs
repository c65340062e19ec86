using Microsoft.AspNetCore.Http.HttpResults;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Web.Accounts;

namespace Periplo.Web.Movements;

/// <summary>The calculator of permitted stay. Dates come in the body of a form, are counted and forgotten: no log, cache or address holds them.</summary>
internal static class StayEndpoints
{
    public static void Map(WebApplication app, Site site, Language language)
    {
        var table = site.Installation.Data.PermittedStays(site.Areas);
        Endpoints.Read(app, StayAddresses.Calculator(language), (HttpContext context) => Page(context, site, language, table, StayEntry.Empty(site.Installation.Today, table.Areas.Count > 0 ? table.Areas[0].Id : StayEntry.OtherRule)));
        Endpoints.Write(app, StayAddresses.Calculator(language), (HttpContext context) => Page(context, site, language, table, StayEntry.Of(context.Request.Form, table)));
    }

    private static RazorComponentResult Page(HttpContext context, Site site, Language language, PermittedStayTable table, StayEntry entry)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (entry.Faults.Count > 0)
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Endpoints.Page<StayPage>(new { Site = site, Language = language, Visitor = Visitor.Of(context), Table = table, Entry = entry });
    }
}
