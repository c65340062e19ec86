using System.Diagnostics.CodeAnalysis;
using Periplo.Cooperation;
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

        MapProcesses(app, site, files, language);
        Endpoints.Read(app, ProfileAddresses.Sheet(language, "{area}"), (HttpContext context, string area) => With(context, site, language, area,
            found => ProfileAddresses.Sheet(language, found), profile => Endpoints.Page<ProfileSheetPage>(new { Site = site, Language = language, Profile = profile })));
        Endpoints.Read(app, ProfileAddresses.Wall(language, "{area}"), (HttpContext context, string area) => With(context, site, language, area,
            found => ProfileAddresses.Wall(language, found), profile => Endpoints.Page<ProfileWallPage>(new { Site = site, Language = language, Profile = profile })));
    }

    /// <summary>The members of a process, together.</summary>
    private static void MapProcesses(WebApplication app, Site site, ProfileFiles files, Language language)
    {
        const string Template = ProcessGroups.Prefix + "{id}";
        Endpoints.Read(app, ProfileAddresses.Profile(language, Template), (HttpContext context, string id) =>
            WithProcess(context, site, language, id, profile => Endpoints.Page<ProcessProfilePage>(new { Site = site, Language = language, Profile = profile, site.Profiles.Editions })));
        foreach (var (form, type) in Documents)
        {
            Endpoints.Read(app, ProfileAddresses.Document(language, Template, form), (HttpContext context, string id) =>
                WithProcess(context, site, language, id, profile => Document(context, site, files, profile, language, form, type)));
        }

        Endpoints.Read(app, ProfileAddresses.Sheet(language, Template), (HttpContext context, string id) =>
            WithProcess(context, site, language, id, profile => Endpoints.Page<ProfileSheetPage>(new { Site = site, Language = language, Profile = profile })));
        Endpoints.Read(app, ProfileAddresses.Wall(language, Template), (HttpContext context, string id) =>
            WithProcess(context, site, language, id, profile => Endpoints.Page<ProfileWallPage>(new { Site = site, Language = language, Profile = profile })));
    }

    private static IResult WithProcess(HttpContext context, Site site, Language language, string process, Func<Profile, IResult> answer)
    {
        if (!TryEdition(context, site, language, out var edition, out var refused))
            return refused;
        return site.Profiles.Process(process, edition) is { } group ? answer(site.Profiles.Of(group, edition, language)) : Endpoints.NotFound(context, ProfileWords.NoMembers);
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
        return TryEdition(context, site, language, out var edition, out var refused) ? answer(site.Profiles.Of(area, edition, language)) : refused;
    }

    /// <summary>The edition asked for, null for the working one; false where there is no such.</summary>
    private static bool TryEdition(HttpContext context, Site site, Language language, out Edition? edition, [NotNullWhen(false)] out IResult? refused)
    {
        var asked = context.Request.Query[ProfileAddresses.EditionWord(language)].ToString();
        edition = site.Profiles.Editions.FirstOrDefault(one => one.Id == asked);
        refused = asked.Length > 0 && edition is null ? Endpoints.NotFound(context, ProfileWords.NoSuchEdition.With(asked.Length > 40 ? asked[..40] : asked)) : null;
        return refused is null;
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
