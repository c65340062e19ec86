using Periplo.Languages;
using Periplo.Web.Pages;
using Periplo.Web.Views;

namespace Periplo.Web.Movements;

/// <summary>From an address to a page or file of movements.</summary>
internal static class MovementEndpoints
{
    private static readonly string[] Forms = ["", ".csv", ".json", ".svg"];

    public static void Map(WebApplication app, Site site, Language language)
    {
        var root = MovementAddresses.Movements(language);
        foreach (var form in Forms)
        {
            Endpoints.Read(app, root + form, (HttpContext context) => Region(context, site, language, form));
            Endpoints.Read(app, MovementAddresses.Matrix(language) + form, (HttpContext context) => Matrix(context, site, language, form, figures => figures.Table()));
            Endpoints.Read(app, MovementAddresses.Map(language) + form, (HttpContext context) => Matrix(context, site, language, form, figures => figures.Map()));
            Endpoints.Read(app, MovementAddresses.Method(language) + form, (HttpContext context) => form.Length > 0
                ? Endpoints.File(context, site, WorkedHistory.View(site), language, form)
                : Endpoints.Page<MovementMethodPage>(new { Site = site, Language = language, View = WorkedHistory.View(site) }));
        }

        Endpoints.Read(app, root + "/{area}", (HttpContext context, string area) => Country(context, site, language, area));
        Endpoints.Read(app, root + "/{area}/{view}", (HttpContext context, string area, string view) => CountryView(context, site, language, area, view));
        Endpoints.Read(app, MovementAddresses.Mirror(language), (HttpContext context) => MirrorAsked(context, site, language));
        Endpoints.Read(app, MovementAddresses.Mirror(language) + "/{pair}", (HttpContext context, string pair) => Mirror(context, site, language, pair));
        foreach (var form in Forms)
            Endpoints.Read(app, $"{MovementAddresses.Mirror(language)}/{{pair}}/{MovementAddresses.StockWord.In(language)}{form}", (HttpContext context, string pair) => Stocks(context, site, language, pair, form));
        Endpoints.Read(app, MovementAddresses.Collection(language), () => Endpoints.Page<CollectionPage>(new { Site = site, Language = language }));
    }

    private static MatrixChoice? Asked(HttpContext context, Site site, Language language, out Text? unknown) =>
        MatrixChoice.Of(site, language, name => context.Request.Query[name].ToString(), out unknown);

    private static IResult Region(HttpContext context, Site site, Language language, string form)
    {
        var choice = Asked(context, site, language, out var unknown);
        if (unknown is not null)
            return Endpoints.NotFound(context, unknown);
        var figures = choice is null ? null : new MatrixFigures(site, language, choice);
        if (form.Length == 0)
            return Endpoints.Page<MovementsPage>(new { Site = site, Language = language, Figures = figures });
        // The page's own file is that of its first view.
        return figures?.Table() is { } view ? Endpoints.File(context, site, view, language, form) : Endpoints.NotFound(context, MovementWords.NoMonthly);
    }

    private static IResult Matrix(HttpContext context, Site site, Language language, string form, Func<MatrixFigures, View?> choose)
    {
        var choice = Asked(context, site, language, out var unknown);
        if (unknown is not null)
            return Endpoints.NotFound(context, unknown);
        return choice is not null && choose(new(site, language, choice)) is { } view
            ? Show(context, site, language, form, view, MovementAddresses.Movements(language) + choice.Query(language), MovementWords.Movements)
            : Endpoints.NotFound(context, MovementWords.NoMonthly);
    }

    private static IResult Country(HttpContext context, Site site, Language language, string name)
    {
        var (code, form) = Endpoints.Split(name);
        if (Endpoints.Redirected(site, code, found => MovementAddresses.Country(language, found.Id) + form, out var area) is { } elsewhere)
            return elsewhere;
        if (area is null)
            return Endpoints.NotFound(context, Endpoints.Unknown(site, code));
        var figures = new MovementFigures(site, area, language);
        if (form.Length == 0)
            return Endpoints.Page<MovementCountryPage>(new { Site = site, Language = language, Figures = figures });
        var view = Enum.GetValues<MovementView>().Select(figures.View).FirstOrDefault(view => view is not null);
        return view is null ? Endpoints.NotFound(context, MovementWords.NothingOf.With(area.ShortName)) : Endpoints.File(context, site, view, language, form);
    }

    private static IResult CountryView(HttpContext context, Site site, Language language, string code, string word)
    {
        var (name, form) = Endpoints.Split(word);
        if (Endpoints.Redirected(site, code, found => $"{MovementAddresses.Country(language, found.Id)}/{word}", out var area) is { } elsewhere)
            return elsewhere;
        if (area is null)
            return Endpoints.NotFound(context, Endpoints.Unknown(site, code));
        return new MovementFigures(site, area, language).Find(name) is { } view
            ? Show(context, site, language, form, view, MovementAddresses.Country(language, area.Id), area.ShortName)
            : Endpoints.NotFound(context, MovementWords.NothingOf.With(area.ShortName));
    }

    /// <summary>From the form of a mirror to its page.</summary>
    private static IResult MirrorAsked(HttpContext context, Site site, Language language)
    {
        var (from, to) = (context.Request.Query[MovementAddresses.FromWord.In(language)].ToString(), context.Request.Query[MovementAddresses.ToWord.In(language)].ToString());
        // Without a pair the form itself is what is asked for.
        if (from.Length == 0 && to.Length == 0)
            return Results.LocalRedirect($"{MovementAddresses.Movements(language)}#s-mirror");
        return site.Areas.Find(from) is { } origin && site.Areas.Find(to) is { } destination
            ? Results.LocalRedirect(MovementAddresses.Mirror(language, origin.Id, destination.Id))
            : Endpoints.NotFound(context, from.Length > 0 && to.Length > 0 ? Endpoints.Unknown(site, site.Areas.Find(from) is null ? from : to) : null);
    }

    private static IResult Mirror(HttpContext context, Site site, Language language, string pair)
    {
        var (name, form) = Endpoints.Split(pair);
        var ends = name.Split('-');
        if (ends.Length != 2)
            return Endpoints.NotFound(context, null);
        var (origin, destination) = (site.Areas.Find(ends[0]), site.Areas.Find(ends[1]));
        if (origin is null || destination is null)
            return Endpoints.NotFound(context, Endpoints.Unknown(site, origin is null ? ends[0] : ends[1]));
        var address = MovementAddresses.Mirror(language, origin.Id, destination.Id);
        if (address != MovementAddresses.Mirror(language, ends[0], ends[1]))
            return Results.LocalRedirect(address + form, permanent: true);
        var mirror = MirrorFigures.Of(site, language, origin, destination);
        if (form.Length > 0)
            return mirror is null ? Endpoints.NotFound(context, MovementWords.NoMirror) : Endpoints.File(context, site, mirror.View, language, form);
        return Endpoints.Page<MovementMirrorPage>(new { Site = site, Language = language, Origin = origin, Destination = destination, Figures = mirror, Stocks = StockMirrorFigures.Of(site, language, origin, destination) });
    }

    private static IResult Stocks(HttpContext context, Site site, Language language, string pair, string form)
    {
        var ends = pair.Split('-');
        if (ends.Length != 2)
            return Endpoints.NotFound(context, null);
        var (origin, destination) = (site.Areas.Find(ends[0]), site.Areas.Find(ends[1]));
        if (origin is null || destination is null)
            return Endpoints.NotFound(context, Endpoints.Unknown(site, origin is null ? ends[0] : ends[1]));
        var address = MovementAddresses.MirrorOfStock(language, origin.Id, destination.Id);
        if (address != MovementAddresses.MirrorOfStock(language, ends[0], ends[1]))
            return Results.LocalRedirect(address + form, permanent: true);
        return StockMirrorFigures.Of(site, language, origin, destination) is { } stocks
            ? Show(context, site, language, form, stocks.View, MovementAddresses.Mirror(language, origin.Id, destination.Id), MovementWords.Mirror)
            : Endpoints.NotFound(context, Words.NothingHere);
    }

    private static IResult Show(HttpContext context, Site site, Language language, string form, View view, string back, Text backWords) => form.Length > 0
        ? Endpoints.File(context, site, view, language, form)
        : Endpoints.Page<ViewPage>(new { Site = site, Language = language, View = view, Back = back, BackWords = backWords.In(language) });
}
