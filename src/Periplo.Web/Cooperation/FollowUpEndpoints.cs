using System.Text;
using Periplo.Cooperation;
using Periplo.Languages;
using Periplo.Web.Pages;

namespace Periplo.Web.Cooperation;

/// <summary>From an address to a page or file of commitments, recommendations, portfolio or facts.</summary>
internal static class FollowUpEndpoints
{
    private const int LongestQuestion = 100;

    private static readonly string[] Forms = [".csv", ".json", ".svg"];

    /// <summary>The machine side, in no language.</summary>
    public static void Map(WebApplication app, Site site)
    {
        Endpoints.Read(app, "/api/facts", (HttpContext context) => Facts(site, Language.Es, ".json", context.Request.Query["subject"].ToString()));
        Endpoints.Read(app, "/api/commitments", (HttpContext context) => Commitments(context, site, Language.En, ".json"));
        Endpoints.Read(app, "/api/portfolio", () => Json(to => DossierJson.Write(site.Installation.Dossier().Portfolio, site.Installation.Dossier().Funds, to)));
    }

    /// <summary>Pages and files in a language.</summary>
    public static void Map(WebApplication app, Site site, Language language)
    {
        foreach (var form in Forms[..2].Append("").Append(".ics"))
            Endpoints.Read(app, FollowUpAddresses.Commitments(language) + form, (HttpContext context) => Commitments(context, site, language, form));
        Endpoints.Read(app, FollowUpAddresses.Commitment(language, "{id}"), (HttpContext context, string id) => Commitment(context, site, language, id));
        Endpoints.Read(app, FollowUpAddresses.Plan(language, "{id}"), (HttpContext context, string id) => Plan(context, site, language, id));
        foreach (var form in Forms[..2].Append(""))
        {
            Endpoints.Read(app, FollowUpAddresses.Recommendations(language) + form, () => Recommendations(site, language, form));
            Endpoints.Read(app, FollowUpAddresses.Portfolio(language) + form, (HttpContext context) => Portfolio(context, site, language, form));
            Endpoints.Read(app, FollowUpAddresses.Facts(language) + form, (HttpContext context) => Facts(site, language, form, context.Request.Query["q"].ToString()));
        }

        Endpoints.Read(app, FollowUpAddresses.Fact(language, "{row}"), (HttpContext context, string row) => Fact(context, site, language, row));
        foreach (var form in Forms.Append(""))
        {
            Endpoints.Read(app, FollowUpAddresses.Trend(language, "{id}") + form, (HttpContext context, string id) => Trend(context, site, language, id, form));
            Endpoints.Read(app, FollowUpAddresses.Statuses(language) + form, (HttpContext context) => Asked(context, site, language, filter => Shown(context, site, language, new FollowUpFigures(site, language).Statuses(filter), form, FollowUpAddresses.Commitments(language), FollowUpWords.Commitments)));
            Endpoints.Read(app, FollowUpAddresses.Fates(language) + form, (HttpContext context) => Shown(context, site, language, new FollowUpFigures(site, language).Fates(), form, FollowUpAddresses.Recommendations(language), FollowUpWords.Recommendations));
            Endpoints.Read(app, FollowUpAddresses.Regions(language) + form, (HttpContext context) => OfPortfolio(context, site, language, form, (figures, portfolio) => figures.Regions(portfolio)));
            Endpoints.Read(app, FollowUpAddresses.Themes(language) + form, (HttpContext context) => OfPortfolio(context, site, language, form, (figures, portfolio) => figures.Themes(portfolio)));
            Endpoints.Read(app, FollowUpAddresses.Funds(language) + form, (HttpContext context) => Shown(
                context, site, language, new FollowUpFigures(site, language).Funds(context.Request.Query[FollowUpWords.CurrencyKey.In(language)].ToString() is { Length: > 0 } currency ? currency : "EUR"), form, FollowUpAddresses.Portfolio(language), FollowUpWords.Portfolio));
        }
    }

    /// <summary>The portfolio asked for, the one of the co-operation paper when none is; null when there is no such.</summary>
    public static string? PortfolioAsked(HttpContext context, Site site, Language language)
    {
        var all = site.Installation.Dossier().Portfolio.ByPortfolio;
        var asked = context.Request.Query[FollowUpWords.PortfolioKey.In(language)].ToString();
        return asked.Length == 0 ? (all.Count == 0 ? "" : all[0].Name) : all.Any(one => one.Name == asked) ? asked : null;
    }

    private static IResult Asked(HttpContext context, Site site, Language language, Func<CommitmentFilter, IResult> answer)
    {
        var (filter, fault) = CommitmentFilter.Read(context.Request.Query, language, site);
        return filter is null ? Endpoints.NotFound(context, fault) : answer(filter);
    }

    private static IResult Commitments(HttpContext context, Site site, Language language, string form) => Asked(context, site, language, filter =>
    {
        var dossier = site.Installation.Dossier();
        var standings = filter.Of(dossier);
        return form switch
        {
            ".csv" => Csv(to => DossierCsv.Write(standings, language, to)),
            ".json" => Json(to => DossierJson.Write(filter.On, standings, to)),
            ".ics" => Calendar(context, dossier, FollowUpWords.Commitments, dossier.Plans, [.. standings.Select(standing => standing.Commitment)], language),
            _ => Endpoints.Page<CommitmentsPage>(new { Site = site, Language = language, Filter = filter, Dossier = dossier, Standings = standings }),
        };
    });

    private static IResult Commitment(HttpContext context, Site site, Language language, string name)
    {
        var (id, form) = Endpoints.Split(name);
        return Asked(context, site, language, filter =>
        {
            if (site.Installation.Dossier().Find(id) is not { } commitment)
                return Endpoints.NotFound(context, null);
            var chain = site.Installation.Chain(commitment, filter.On);
            return form switch
            {
                ".csv" => Csv(to => DossierCsv.Write([chain.Standing], language, to)),
                ".json" => Json(to => DossierJson.Write(filter.On, [chain.Standing], to)),
                "" => Endpoints.Page<CommitmentPage>(new { Site = site, Language = language, Filter = filter, Chain = chain, Dossier = site.Installation.Dossier() }),
                _ => Endpoints.NotFound(context, null),
            };
        });
    }

    private static IResult Plan(HttpContext context, Site site, Language language, string name)
    {
        var isCalendar = name.EndsWith(".ics", StringComparison.Ordinal);
        var (id, form) = isCalendar ? (name[..^4], ".ics") : Endpoints.Split(name);
        return Asked(context, site, language, filter =>
        {
            var dossier = site.Installation.Dossier();
            if (dossier.FindPlan(id) is not { } plan)
                return Endpoints.NotFound(context, null);
            var report = site.Installation.Report(plan, filter.On);
            return form switch
            {
                ".ics" => Calendar(context, dossier, plan.Name, [plan], dossier.OfPlan(plan.Id), language),
                ".csv" => Csv(to => DossierCsv.Write(report.Tally.Standings, language, to)),
                ".json" => Json(to => DossierJson.Write(filter.On, report.Tally.Standings, to)),
                "" => Endpoints.Page<PlanReportPage>(new { Site = site, Language = language, Filter = filter, Report = report, Dossier = dossier }),
                _ => Endpoints.NotFound(context, null),
            };
        });
    }

    private static IResult Trend(HttpContext context, Site site, Language language, string id, string form) =>
        site.Installation.Dossier().Find(id) is { } commitment
            ? Shown(context, site, language, new FollowUpFigures(site, language).Trend(site.Installation.Chain(commitment, site.Installation.Today)), form, FollowUpAddresses.Commitment(language, id), commitment.Name)
            : Endpoints.NotFound(context, null);

    private static IResult Recommendations(Site site, Language language, string form)
    {
        var dossier = site.Installation.Dossier();
        return form switch
        {
            ".csv" => Csv(to => DossierCsv.Write(dossier.Recommendations, language, to)),
            ".json" => Json(to => DossierJson.Write(dossier.Recommendations, to)),
            _ => Endpoints.Page<RecommendationsPage>(new { Site = site, Language = language, Dossier = dossier }),
        };
    }

    private static IResult Portfolio(HttpContext context, Site site, Language language, string form)
    {
        var dossier = site.Installation.Dossier();
        if (PortfolioAsked(context, site, language) is not { } portfolio)
            return Endpoints.NotFound(context, null);
        return form switch
        {
            ".csv" => Csv(to => DossierCsv.Write(dossier.Portfolio.Projects, language, to)),
            ".json" => Json(to => DossierJson.Write(dossier.Portfolio, dossier.Funds, to)),
            _ => Endpoints.Page<PortfolioPage>(new { Site = site, Language = language, Dossier = dossier, Name = portfolio }),
        };
    }

    private static IResult OfPortfolio(HttpContext context, Site site, Language language, string form, Func<FollowUpFigures, string, Views.View> view) =>
        PortfolioAsked(context, site, language) is { Length: > 0 } portfolio
            ? Shown(context, site, language, view(new(site, language), portfolio), form, FollowUpAddresses.Portfolio(language), FollowUpWords.Portfolio)
            : Endpoints.NotFound(context, null);

    private static IResult Facts(Site site, Language language, string form, string asked)
    {
        asked = asked.Trim();
        if (asked.Length > LongestQuestion)
            asked = asked[..LongestQuestion];
        var dossier = site.Installation.Dossier();
        var found = dossier.Facts.About(asked);
        return form switch
        {
            ".csv" => Csv(to => DossierCsv.Write(dossier.Facts, found, site.Installation.LaterFigures, language, to)),
            ".json" => Json(to => DossierJson.Write(dossier.Facts, found, site.Installation.LaterFigures, to)),
            _ => Endpoints.Page<FactsPage>(new { Site = site, Language = language, Dossier = dossier, Found = found, Asked = asked }),
        };
    }

    private static IResult Fact(HttpContext context, Site site, Language language, string name)
    {
        var (row, form) = Endpoints.Split(name);
        var dossier = site.Installation.Dossier();
        var facts = dossier.Facts.OfRow(row);
        if (facts.Count == 0 && dossier.Facts.Find(row) is { } one)
            return Results.LocalRedirect($"{FollowUpAddresses.Fact(language, one.Row)}{form}{(form.Length == 0 ? $"#{one.Id}" : "")}");
        if (facts.Count == 0)
            return Endpoints.NotFound(context, new($"No hay ningún hecho «{row}»: van de Q001 a Q094.", $"There is no fact \"{row}\": they run from Q001 to Q094.", $"Il n’y a pas de fait « {row} » : ils vont de Q001 à Q094."));
        return form switch
        {
            ".csv" => Csv(to => DossierCsv.Write(dossier.Facts, facts, site.Installation.LaterFigures, language, to)),
            ".json" => Json(to => DossierJson.Write(dossier.Facts, facts, site.Installation.LaterFigures, to)),
            "" => Endpoints.Page<FactPage>(new { Site = site, Language = language, Dossier = dossier, Row = row, Facts = facts }),
            _ => Endpoints.NotFound(context, null),
        };
    }

    private static IResult Shown(HttpContext context, Site site, Language language, Views.View? view, string form, string back, Text backWords) => view is null
        ? Endpoints.NotFound(context, Words.NothingHere)
        : form.Length > 0
            ? Endpoints.File(context, site, view, language, form)
            : Endpoints.Page<ViewPage>(new { Site = site, Language = language, View = view, Back = back, BackWords = backWords.In(language) });

    private static IResult Calendar(HttpContext context, Dossier dossier, Text name, IReadOnlyList<Plan> plans, IReadOnlyList<Commitment> commitments, Language language)
    {
        var origin = new Uri($"{context.Request.Scheme}://{context.Request.Host}");
        var promised = dossier.Commitments.Select(commitment => commitment.Plan.Id).ToHashSet();
        var dates = DeadlineCalendar.Of(
            [.. plans.Where(plan => promised.Contains(plan.Id))], commitments,
            (commitment, plan) => new(origin, commitment is null ? FollowUpAddresses.Plan(language, plan.Id) : FollowUpAddresses.Commitment(language, commitment.Id)));
        return Results.Text(CalendarFile.Write(name, dates, language), "text/calendar; charset=utf-8", Encoding.UTF8);
    }

    private static IResult Csv(Action<Stream> write) => File(write, "text/csv; charset=utf-8");

    private static IResult Json(Action<Stream> write) => File(write, "application/json; charset=utf-8");

    private static IResult File(Action<Stream> write, string type)
    {
        using var bytes = new MemoryStream();
        write(bytes);
        return Results.Bytes(bytes.ToArray(), type);
    }
}
