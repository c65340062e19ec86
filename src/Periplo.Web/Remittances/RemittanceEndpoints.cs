using Microsoft.AspNetCore.Http.HttpResults;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Web.Pages;
using Periplo.Web.Views;

namespace Periplo.Web.Remittances;

/// <summary>From an address to a page or file of remittances.</summary>
internal static class RemittanceEndpoints
{
    private static readonly string[] Forms = ["", ".csv", ".json", ".svg"];

    public static void Map(WebApplication app, Site site, Language language)
    {
        foreach (var form in Forms)
        {
            Endpoints.Read(app, RemittanceAddresses.Remittances(language) + form, (HttpContext context) => Root(context, site, language, form));
            Endpoints.Read(app, RemittanceAddresses.Prices(language) + form, (HttpContext context) => Prices(context, site, language, form));
            foreach (var view in Enum.GetValues<RemittanceView>())
                Endpoints.Read(app, RemittanceAddresses.View(language, view) + form, (HttpContext context) => Shown(context, site, language, view, form));
        }

        Endpoints.Read(app, RemittanceAddresses.Calculators(language), (HttpContext context) => Calculators(context, language));
        Endpoints.Read(app, RemittanceAddresses.Corridor(language), (HttpContext context) => CorridorAsked(context, site, language));
        Endpoints.Read(app, RemittanceAddresses.Corridor(language) + "/{pair}", (HttpContext context, string pair) => Corridor(context, site, language, pair, null));
        Endpoints.Read(app, RemittanceAddresses.Corridor(language) + "/{pair}/{view}", (HttpContext context, string pair, string view) => Corridor(context, site, language, pair, view));
    }

    private static IResult Root(HttpContext context, Site site, Language language, string form)
    {
        var choice = RemittanceChoice.Of(site, language, context.Request.Query, out var refused);
        if (refused is not null)
            return Endpoints.NotFound(context, refused);
        if (form.Length == 0)
            return Endpoints.Page<RemittancesPage>(new { Site = site, Language = language, Choice = choice });
        // The page's own file is that of its first view.
        var view = choice is null ? null : choice.Country is { } area ? new MatrixViews(site, language, choice).Senders(area) : new MoneyFigures(site, language, choice).Received();
        return view is null ? Endpoints.NotFound(context, Words.EmptyStore) : Endpoints.File(context, site, view, language, form);
    }

    private static IResult Prices(HttpContext context, Site site, Language language, string form)
    {
        var views = new PriceViews(site, language);
        if (form.Length > 0)
            return views.Cost() is { } cost ? Endpoints.File(context, site, cost, language, form) : Endpoints.NotFound(context, RemittanceWords.NoPrices);
        return Endpoints.Page<RemittancePricesPage>(new { Site = site, Language = language, Views = views });
    }

    private static IResult Shown(HttpContext context, Site site, Language language, RemittanceView which, string form)
    {
        var prices = RemittanceAddresses.Prices(language);
        if (which >= RemittanceView.Cost)
        {
            var views = new PriceViews(site, language);
            if (Round(context, views, language, out var refused) is not { } round)
                return Endpoints.NotFound(context, refused);
            var price = which switch { RemittanceView.Cost => views.Cost(), RemittanceView.Share => views.Share(), RemittanceView.Excess => views.Excess(), _ => views.Round(round) };
            return Show(context, site, language, form, price, prices, RemittanceWords.Prices, RemittanceWords.NoPrices);
        }

        var choice = RemittanceChoice.Of(site, language, context.Request.Query, out var unknown);
        if (unknown is not null || choice is null)
            return Endpoints.NotFound(context, unknown ?? Words.EmptyStore);
        var (money, matrix) = (new MoneyFigures(site, language, choice), new MatrixViews(site, language, choice));
        var view = which switch
        {
            RemittanceView.Received => money.Received(),
            RemittanceView.Sent => money.Sent(),
            RemittanceView.Corridors => matrix.Corridors(),
            RemittanceView.Senders => choice.Country is { } receiver ? matrix.Senders(receiver) : null,
            _ => choice.Country is { } sender ? matrix.Receivers(sender) : null,
        };
        return Show(context, site, language, form, view, RemittanceAddresses.Remittances(language) + choice.Query(language), Words.Remittances, Words.NothingHere);
    }

    /// <summary>The round asked for, the latest unasked; null where there is none.</summary>
    private static TimePeriod? Round(HttpContext context, PriceViews views, Language language, out Text? refused)
    {
        refused = RemittanceWords.NoPrices;
        if (views.Rounds.Count == 0)
            return null;
        if (context.Request.Query[RemittanceAddresses.RoundWord.In(language)].ToString() is not { Length: > 0 } asked)
            return views.Rounds[0];
        refused = RemittanceWords.NoRound.With(asked.Length > 10 ? $"{asked[..10]}…" : asked);
        return TimePeriod.TryParse(asked, out var round) && views.Rounds.Contains(round) ? round : null;
    }

    private static RazorComponentResult Calculators(HttpContext context, Language language)
    {
        context.Response.Headers.CacheControl = "no-store";
        var entry = CalculatorEntry.Of(context.Request.Query);
        if (entry.Faults.Any())
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Endpoints.Page<CalculatorsPage>(new { Language = language, Entry = entry, Query = context.Request.QueryString.Value ?? "" });
    }

    /// <summary>From the form of a corridor to its page.</summary>
    private static IResult CorridorAsked(HttpContext context, Site site, Language language)
    {
        var (from, to) = (context.Request.Query[RemittanceAddresses.FromWord.In(language)].ToString(), context.Request.Query[RemittanceAddresses.ToWord.In(language)].ToString());
        // Without a pair the form itself is what is asked for.
        if (from.Length == 0 && to.Length == 0)
            return Results.LocalRedirect($"{RemittanceAddresses.Remittances(language)}#s-corridor");
        return site.Areas.Find(from) is { } sender && site.Areas.Find(to) is { } receiver
            ? Results.LocalRedirect(RemittanceAddresses.Corridor(language, sender.Id, receiver.Id))
            : Endpoints.NotFound(context, from.Length > 0 && to.Length > 0 ? Endpoints.Unknown(site, site.Areas.Find(from) is null ? from : to) : null);
    }

    private static IResult Corridor(HttpContext context, Site site, Language language, string pair, string? word)
    {
        var (name, form) = word is null ? Endpoints.Split(pair) : (pair, "");
        var ends = name.Split('-');
        if (ends.Length != 2)
            return Endpoints.NotFound(context, null);
        var (sender, receiver) = (site.Areas.Find(ends[0]), site.Areas.Find(ends[1]));
        if (sender is null || receiver is null)
            return Endpoints.NotFound(context, Endpoints.Unknown(site, sender is null ? ends[0] : ends[1]));
        var address = RemittanceAddresses.Corridor(language, sender.Id, receiver.Id);
        if (address != RemittanceAddresses.Corridor(language, ends[0], ends[1]))
            return Results.LocalRedirect(address + form + (word is null ? "" : $"/{Uri.EscapeDataString(word)}"), permanent: true);
        var views = new CorridorViews(site, language, sender, receiver);
        if (word is null)
        {
            return form.Length == 0
                ? Endpoints.Page<RemittanceCorridorPage>(new { Site = site, Language = language, Sender = sender, Receiver = receiver, Views = views })
                : Show(context, site, language, form, views.Estimates() ?? views.Prices(), address, RemittanceWords.Corridor, Words.NothingHere);
        }

        var (which, ending) = Endpoints.Split(word);
        View? view;
        if (which == RemittanceAddresses.EstimatesWord.In(language))
            view = views.Estimates();
        else if (which == RemittanceAddresses.PricesWord.In(language))
            view = views.Prices();
        else
            return Endpoints.NotFound(context, null);
        return Show(context, site, language, ending, view, address, Text.Same("{0} → {1}").With(sender.ShortName, receiver.ShortName), Words.NothingHere);
    }

    private static IResult Show(HttpContext context, Site site, Language language, string form, View? view, string back, Text backWords, Text nothing)
    {
        if (view is null)
            return Endpoints.NotFound(context, nothing);
        return form.Length > 0
            ? Endpoints.File(context, site, view, language, form)
            : Endpoints.Page<ViewPage>(new { Site = site, Language = language, View = view, Back = back, BackWords = backWords.In(language) });
    }
}
