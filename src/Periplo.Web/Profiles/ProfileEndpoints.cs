using Periplo.Languages;
using Periplo.Profiles;
using Periplo.Web.Pages;
using Periplo.Web.Views;

namespace Periplo.Web.Profiles;

/// <summary>From an address to a profile: page, document, sheet, wall chart, and the list of all.</summary>
internal static class ProfileEndpoints
{
    private static readonly (string Form, string Type)[] Documents =
    [
        (".html", "text/html; charset=utf-8"), (".csv", "text/csv; charset=utf-8"), (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ];

    public static void Map(WebApplication app, Site site, Language language)
    {
        var files = new ProfileFiles(site);
        Endpoints.Read(app, ProfileAddresses.All(language), () => Endpoints.Page<ProfilesPage>(new
        {
            Site = site,
            Language = language,
            site.Profiles.Editions,
            Filled = site.Profiles.Filled,
            Others = ProfileLibrary.All(site, language),
        }));
        foreach (var (form, type) in Documents)
        {
            Endpoints.Read(app, ProfileAddresses.Document(language, "{area}", form), (HttpContext context, string area) =>
                With(context, site, language, area, found => ProfileAddresses.Document(language, found, form), profile => Document(context, site, files, profile, language, form, type)));
        }

        Endpoints.Read(app, ProfileAddresses.Sheet(language, "{area}"), (HttpContext context, string area) => With(context, site, language, area,
            found => ProfileAddresses.Sheet(language, found), profile => Endpoints.Page<ProfileSheetPage>(new { Site = site, Language = language, Profile = profile })));
        Endpoints.Read(app, ProfileAddresses.Wall(language, "{area}"), (HttpContext context, string area) => With(context, site, language, area,
            found => ProfileAddresses.Wall(language, found), profile => Endpoints.Page<ProfileWallPage>(new { Site = site, Language = language, Profile = profile })));
    }

    /// <summary>The page of an area.</summary>
    public static IResult Page(HttpContext context, Site site, Language language, string code) => With(
        context, site, language, code, found => Addresses.Country(language, found),
        profile => Endpoints.Page<CountryPage>(new { Site = site, Language = language, Figures = new CountryFigures(site, profile.Subject.Area, language), Profile = profile, site.Profiles.Editions }));

    private static IResult With(HttpContext context, Site site, Language language, string code, Func<string, string> address, Func<Profile, IResult> answer)
    {
        if (Endpoints.Redirected(site, code, found => address(found.Id) + context.Request.QueryString, out var area) is { } elsewhere)
            return elsewhere;
        if (area is null)
            return Endpoints.NotFound(context, Endpoints.Unknown(site, code));
        var asked = context.Request.Query[ProfileAddresses.EditionWord(language)].ToString();
        var edition = site.Profiles.Editions.FirstOrDefault(one => one.Id == asked);
        return asked.Length > 0 && edition is null
            ? Endpoints.NotFound(context, ProfileWords.NoSuchEdition.With(asked.Length > 40 ? asked[..40] : asked))
            : answer(site.Profiles.Of(area, edition, language));
    }

    private static IResult Document(HttpContext context, Site site, ProfileFiles files, Profile profile, Language language, string form, string type)
    {
        if (!profile.HasValues)
            return Endpoints.NotFound(context, ProfileWords.NothingKnown);
        using var bytes = new MemoryStream();
        if (form == ".html")
            files.WriteHtml(profile, language, new Uri($"{context.Request.Scheme}://{context.Request.Host}"), bytes);
        else
            ProfileShelf.Write(profile, language, form, bytes);
        return Results.File(bytes.ToArray(), type, $"periplo-{profile.Subject.Id}-{language.Tag()}{form}");
    }
}
