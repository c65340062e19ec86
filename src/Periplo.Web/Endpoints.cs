using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Periplo.Areas;
using Periplo.Charts;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Web.Accounts;
using Periplo.Web.Cooperation;
using Periplo.Web.Flows;
using Periplo.Web.Indicators;
using Periplo.Web.Movements;
using Periplo.Web.Pages;
using Periplo.Web.Profiles;
using Periplo.Web.Registers;
using Periplo.Web.Remittances;
using Periplo.Web.Views;

namespace Periplo.Web;

/// <summary>From an address to a page, a picture or a file.</summary>
internal static class Endpoints
{
    private static readonly string[] Forms = [".csv", ".json", ".svg"];
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Most bytes that a form may bring.</summary>
    public const long FormLimit = Writing.Form;

    /// <summary>Most bytes that an upload may bring.</summary>
    public const long UploadLimit = Writing.Upload;

    public static void Map(WebApplication app, Site site)
    {
        var registers = new RegisterIndex(site);
        RegisterApi.Map(app, site);
        Read(app, "/health", () => Results.Text("ok\n"));
        foreach (var language in Site.Languages)
        {
            Read(app, Addresses.Home(language), () => Home(site, language));
            Read(app, Addresses.Countries(language), () => Page<CountriesPage>(new { Site = site, Language = language }));
            Read(app, Addresses.About(language), () => Page<AboutPage>(new { Language = language }));
            Read(app, Addresses.Search(language), (HttpContext context) => SearchResults.Page(site, language, context.Request.Query["q"].ToString()));
            foreach (var form in Forms.Append(""))
                Read(app, Addresses.Map(language) + form, (HttpContext context) => WorldMap(context, site, language, form));
            Read(app, Addresses.Country(language, "{area}"), (HttpContext context, string area) => Country(context, site, language, area));
            Read(app, Addresses.Country(language, "{area}") + "/{view}", (HttpContext context, string area, string view) => CountryView(context, site, language, area, view));
            Read(app, language.Of("/corredor/", "/en/corridor/", "/fr/corridor/") + "{pair}", (HttpContext context, string pair) => Corridor(context, site, language, pair));
            ReportedFlowEndpoints.Map(app, site, language);
            DataEndpoints.Map(app, site, language);
            FollowUpEndpoints.Map(app, site, language);
            AccountEndpoints.Map(app, site, language);
            RegisterEndpoints.Map(app, site, registers, language);
            RecordFormEndpoints.Map(app, site, language);
            ImportEndpoints.Map(app, site, language);
            ProcessEndpoints.Map(app, site, language);
            StayEndpoints.Map(app, site, language);
            MovementEndpoints.Map(app, site, language);
            RemittanceEndpoints.Map(app, site, language);
            FlowEndpoints.Map(app, site, language);
            IndicatorEndpoints.Map(app, site, language);
            ProfileEndpoints.Map(app, site, language);
        }

        FollowUpEndpoints.Map(app, site);
    }

    /// <summary>An address that is read, body or head alone.</summary>
    public static void Read(WebApplication app, string pattern, Delegate answer) => app.MapMethods(pattern, Methods, answer);

    /// <summary>
    /// An address that a form of ours is posted to. The form is read and its token checked before <paramref name="answer"/>
    /// runs; who may do it is the use case's to say. Answer with <c>Results.Redirect</c> of status 303, or the page again with what is wrong.
    /// </summary>
    /// <param name="app">The application.</param>
    /// <param name="pattern">The address.</param>
    /// <param name="answer">What is done.</param>
    /// <param name="limit">Most bytes of a body: <see cref="FormLimit"/> or <see cref="UploadLimit"/>.</param>
    public static void Write(WebApplication app, string pattern, Delegate answer, long limit = FormLimit) =>
        app.MapPost(pattern, answer).WithMetadata(new Writing(limit)).DisableAntiforgery();

    /// <summary>After a form was taken: the page to go to, asked for anew (303), so that reloading posts nothing twice.</summary>
    public static IResult SeeOther(string address) => new SeeOther(address);

    /// <summary>The language an address is in; that of programs is English.</summary>
    public static Language LanguageOf(PathString path) => 
        path.StartsWithSegments("/en", StringComparison.Ordinal) || IsForPrograms(path) ? Language.En
        : path.StartsWithSegments("/fr", StringComparison.Ordinal) ? Language.Fr
        : Language.Es;

    private static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.Ordinal) || path.StartsWithSegments("/sdmx", StringComparison.Ordinal);

    public static RazorComponentResult Page<T>(object parameters)
        where T : IComponent => new RazorComponentResult<T>(parameters);

    /// <summary>404 in the form asked for.</summary>
    public static IResult NotFound(HttpContext context, Text? detail)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Message(context, Words.NotFound, Words.NotFoundLead, detail);
    }

    /// <summary>A failure of ours in the form asked for; the status is set already.</summary>
    public static IResult Failed(HttpContext context) => Message(context, Words.Failed, Words.FailedLead, null);

    /// <summary>Takes the ending of a form off a name: <c>GTM.csv</c> is <c>GTM</c> and <c>.csv</c>.</summary>
    public static (string Name, string Form) Split(string name)
    {
        foreach (var form in Forms)
        {
            if (name.EndsWith(form, StringComparison.Ordinal))
                return (name[..^form.Length], form);
        }

        return (name, "");
    }

    /// <summary>A view in a form that is no page.</summary>
    public static IResult File(HttpContext context, Site site, View view, Language language, string form)
    {
        var origin = new Uri($"{context.Request.Scheme}://{context.Request.Host}");
        if (form == ".svg")
        {
            context.Response.Headers.ContentSecurityPolicy = Server.PicturePolicy;
            var svg = new ArrayBufferWriter<byte>(1 << 16);
            site.Svg.Write(view.Figure, language, SvgMode.Standalone, svg);
            return Results.Bytes(svg.WrittenMemory, "image/svg+xml");
        }

        using var bytes = new MemoryStream();
        if (form == ".csv")
            FigureFiles.WriteCsv(view.Figure, language, origin, bytes);
        else
            FigureFiles.WriteJson(view.Figure, language, origin, bytes);
        return Results.Bytes(bytes.ToArray(), form == ".csv" ? "text/csv; charset=utf-8" : "application/json; charset=utf-8");
    }

    /// <summary>A page, or a line in the form asked for, that only says something.</summary>
    public static IResult Message(HttpContext context, Text title, Text message, Text? detail)
    {
        var language = LanguageOf(context.Request.Path);
        var form = IsForPrograms(context.Request.Path) ? ".json" : Split(context.Request.Path.Value ?? "").Form;
        var says = (detail ?? message).In(language);
        return form switch
        {
            ".json" => Results.Json(new Dictionary<string, string> { ["error"] = says }, statusCode: context.Response.StatusCode),
            ".csv" or ".svg" => Results.Text(says + "\n", "text/plain", Encoding.UTF8, context.Response.StatusCode),
            _ => Page<MessagePage>(new { Language = language, Title = title, Message = message, Detail = detail }),
        };
    }

    private static RazorComponentResult Home(Site site, Language language)
    {
        var world = new WorldFigures(site, language);
        var years = world.Years(MapMeasure.Persons);
        TimePeriod? time = years.Count > 0 ? years[0] : null;
        return Page<HomePage>(new
        {
            Site = site,
            Language = language,
            Facts = world.Facts(),
            Years = years,
            Measure = MapMeasure.Persons,
            Time = time,
            Map = time is { } latest ? world.Map(MapMeasure.Persons, latest) : null,
        });
    }

    private static IResult WorldMap(HttpContext context, Site site, Language language, string form)
    {
        var query = context.Request.Query;
        string Asked(string es, string en, string fr) => query[language.Of(es, en, fr)].ToString();
        var measure = Asked("medida", "measure", "mesure") is "proporcion" or "share" or "part" ? MapMeasure.Share : MapMeasure.Persons;
        var world = new WorldFigures(site, language);
        var years = world.Years(measure);
        TimePeriod? time = years.Count > 0 ? years[0] : null;
        if (Asked("anio", "year", "annee") is { Length: > 0 } year)
        {
            // A share may lack the year that the count has: the form then shows the nearest one it can, and its title says which.
            if (!TimePeriod.TryParse(year, out var asked) || !world.Years(MapMeasure.Persons).Contains(asked))
                return NotFound(context, new($"No hay mapa del año «{year}».", $"There is no map of the year \"{year}\".", $"Il n’y a pas de carte de l’année « {year} »."));
            time = years.Where(held => held <= asked).Cast<TimePeriod?>().FirstOrDefault() ?? time;
        }

        var map = time is { } shown ? world.Map(measure, shown) : null;
        if (form.Length > 0)
            return map is null ? NotFound(context, Words.EmptyStore) : File(context, site, map, language, form);
        return Page<MapPage>(new { Site = site, Language = language, Years = world.Years(MapMeasure.Persons), Measure = measure, Time = time, Map = map });
    }

    private static IResult Country(HttpContext context, Site site, Language language, string name)
    {
        var (code, form) = Split(name);
        if (form.Length == 0)
            return ProfileEndpoints.Page(context, site, language, code);
        if (Redirected(site, code, found => Addresses.Country(language, found.Id) + form, out var area) is { } elsewhere)
            return elsewhere;
        if (area is null)
            return NotFound(context, Unknown(site, code));
        // The page's own file is that of its first view.
        var figures = new CountryFigures(site, area, language);
        var view = Enum.GetValues<CountryView>().Select(figures.View).FirstOrDefault(view => view is not null);
        return view is null ? NotFound(context, Words.NothingHere) : File(context, site, view, language, form);
    }

    private static IResult CountryView(HttpContext context, Site site, Language language, string code, string word)
    {
        var (name, form) = Split(word);
        foreach (var candidate in Enum.GetValues<CountryView>())
        {
            if (Addresses.Word(candidate).In(language) != name)
                continue;
            if (Redirected(site, code, found => Addresses.Country(language, found.Id, candidate) + form, out var area) is { } elsewhere)
                return elsewhere;
            if (area is null)
                return NotFound(context, Unknown(site, code));
            if (new CountryFigures(site, area, language).View(candidate) is not { } view)
                return NotFound(context, Words.NothingHere);
            return form.Length > 0
                ? File(context, site, view, language, form)
                : Page<ViewPage>(new { Site = site, Language = language, View = view, Back = Addresses.Country(language, area.Id), BackWords = area.ShortName.In(language) });
        }

        return NotFound(context, null);
    }

    private static IResult Corridor(HttpContext context, Site site, Language language, string pair)
    {
        var (name, form) = Split(pair);
        var ends = name.Split('-');
        if (ends.Length != 2)
            return NotFound(context, null);
        var (origin, destination) = (site.Areas.Find(ends[0]), site.Areas.Find(ends[1]));
        if (origin is null || destination is null)
            return NotFound(context, Unknown(site, origin is null ? ends[0] : ends[1]));
        var address = Addresses.Corridor(language, origin.Id, destination.Id);
        if (address != Addresses.Corridor(language, ends[0], ends[1]))
            return Results.LocalRedirect(address + form, permanent: true);
        var view = CorridorFigures.Of(site, language, origin, destination);
        if (form.Length > 0)
            return view is null ? NotFound(context, Words.NothingHere) : File(context, site, view, language, form);
        return Page<CorridorPage>(new { Site = site, Language = language, Origin = origin, Destination = destination, View = view });
    }

    /// <summary>Leads any other code or name of an area to its one address.</summary>
    public static IResult? Redirected(Site site, string code, Func<Area, string> address, out Area? area)
    {
        area = site.Areas.Find(code);
        return area is null || area.Id == code ? null : Results.LocalRedirect(address(area), permanent: true);
    }

    /// <summary>Why no area has that code or name.</summary>
    public static Text? Unknown(Site site, string code)
    {
        try
        {
            site.Areas.Resolve(code);
            return null;
        }
        catch (UnknownAreaException unknown)
        {
            return unknown.Explanation;
        }
    }
}
