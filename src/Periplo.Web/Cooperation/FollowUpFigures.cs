using Periplo.Charts;
using Periplo.Cooperation;
using Periplo.Languages;
using Periplo.Web.Views;

namespace Periplo.Web.Cooperation;

/// <summary>The charts of commitments, recommendations and money, in the addresses of one language.</summary>
internal sealed class FollowUpFigures(Site site, Language language)
{
    private static readonly Text Count = new("compromisos", "commitments", "engagements");

    private Dossier Dossier => site.Installation.Dossier();

    /// <summary>Commitments by status.</summary>
    public View Statuses(CommitmentFilter filter)
    {
        StatusTally tally = new((filter with { Status = null }).Of(Dossier));
        var plan = filter.Plan is { } id ? Dossier.FindPlan(id)?.Name : null;
        var credits = new Credits(
            "status",
            new($"Situación de {tally.Count} compromisos el {FollowUpWords.Day(filter.On).Es}{(plan is null ? "" : $": {plan.Es}")}", $"Status of {tally.Count} commitments on {FollowUpWords.Day(filter.On).En}{(plan is null ? "" : $": {plan.En}")}", $"Situation de {tally.Count} engagements au {FollowUpWords.Day(filter.On).Fr}{(plan is null ? "" : $" : {plan.Fr}")}"),
            Count,
            [FollowUpWords.OwnRegister],
            [new($"Denominador de cada porcentaje: los {tally.Count} compromisos, también aquellos de los que no hay información. «Sin información» no es «sin empezar».", $"Denominator of each percentage: all {tally.Count} commitments, those without information included. \"No information\" is not \"not started\".", $"Dénominateur de chaque pourcentage : les {tally.Count} engagements, y compris ceux sans information. « Sans information » ne veut pas dire « non commencé ».")]);
        var bars = CommitmentStatuses.All.Select(status => new CategoryBar(status.Name(), [tally.Of(status)])
        {
            IsUnknown = status == CommitmentStatus.NoInformation,
            Href = FollowUpAddresses.Commitments(language) + (filter with { Status = status }).Query(language),
        }).ToList();
        return Bars(FollowUpAddresses.Statuses, to => (filter with { Status = null }).Query(to), credits, bars, new() { Category = FollowUpWords.Status, Parts = [Count], Total = tally.Count });
    }

    /// <summary>The figure that follows a commitment; null when there is none.</summary>
    public View? Trend(Chain chain)
    {
        if (chain.Trend is not { } trend)
            return null;
        var points = new List<YearDatum>();
        var step = 1;
        foreach (var (period, total) in trend.Points)
        {
            if (points.Count > 0)
                step = Math.Max(step, Math.Min(5, period.Year - points[^1].Year));
            points.Add(new(period.Year, Provenance.Datum(total, Addresses.Observation(language, trend.Definition.Id, trend.Revision.Revision.Id, trend.Reference.Key, period))));
        }

        var name = trend.Reference.Name(trend.Definition);
        var credits = new Credits("trend", name, trend.Reference.Unit(trend.Definition) ?? Text.Same(trend.Definition.Id), Provenance.Sources(trend.Revision), [Chain.TrendCaution]);
        List<Series> series = [new(Text.Same(trend.Revision.Revision.Id), [.. points.DistinctBy(point => point.Year)]) { LongestStep = step }];
        Figure Draw(Credits papers, double width, double height) => Lines.Draw(papers, series, new() { Width = width, Height = height }, site.Font);
        return new(to => FollowUpAddresses.Trend(to, chain.Commitment.Id), _ => "", Draw(credits, 640, 300)) { Narrow = Draw(CountryFigures.Narrow(credits), CountryFigures.NarrowWidth, 240) };
    }

    /// <summary>Recommendations by fate.</summary>
    public View Fates()
    {
        var all = Dossier.Recommendations;
        Text unit = new("recomendaciones", "recommendations", "recommandations");
        var credits = new Credits(
            "fate",
            new($"Qué fue de {all.Count} recomendaciones", $"What became of {all.Count} recommendations", $"Suite donnée à {all.Count} recommandations"),
            unit,
            [FollowUpWords.OwnRegister],
            [new($"Denominador: las {all.Count} recomendaciones registradas, también aquellas cuya suerte no consta en los documentos.", $"Denominator: the {all.Count} recommendations on record, those whose fate the documents do not tell included.", $"Dénominateur : les {all.Count} recommandations enregistrées, y compris celles dont les documents ne disent pas la suite.")]);
        var bars = all.GroupBy(one => one.Fate).OrderByDescending(group => group.Key.Id != "no-information").ThenByDescending(group => group.Count()).ThenBy(group => group.Key.Id, StringComparer.Ordinal)
            .Select(group => new CategoryBar(group.Key.Name, [group.Count()]) { IsUnknown = group.Key.Id == "no-information", Href = $"{FollowUpAddresses.Recommendations(language)}#{group.Key.Id}" }).ToList();
        return Bars(FollowUpAddresses.Fates, _ => "", credits, bars, new() { Category = FollowUpWords.Fate, Parts = [unit], Total = all.Count });
    }

    /// <summary>Projects of a portfolio by region.</summary>
    public View Regions(string portfolio) => Projects(
        portfolio, "regions", FollowUpAddresses.Regions, Dossier.Portfolio.Of(portfolio).ByRegion, FollowUpWords.Region,
        Title(portfolio, new("por región", "by region", "par région")), []);

    /// <summary>Projects of a portfolio by theme.</summary>
    public View Themes(string portfolio) => Projects(
        portfolio, "themes", FollowUpAddresses.Themes, Dossier.Portfolio.Of(portfolio).ByTheme, FollowUpWords.Theme,
        Title(portfolio, new("por tema", "by theme", "par thème")),
        [new("Un proyecto de varios temas cuenta en cada uno: las barras suman más que los proyectos.", "A project of several themes counts under each: the bars add up to more than the projects.", "Un projet à plusieurs thèmes compte dans chacun : la somme des barres dépasse le nombre de projets.")]);

    /// <summary>Funds whose amount is known in a currency, greatest first.</summary>
    public View? Funds(string currency)
    {
        var stated = Dossier.Funds.Where(fund => fund.Amount?.Currency == currency).OrderByDescending(fund => fund.Amount!.Value).ToList();
        if (stated.Count == 0)
            return null;
        var missing = Dossier.Funds.Count(fund => fund.Amount is null);
        Text unit = new($"millones, {currency}", $"million, {currency}", $"millions, {currency}");
        var credits = new Credits(
            "funds",
            new($"Fondos cuyo importe consta, en {currency}", $"Funds whose amount is on record, in {currency}", $"Fonds dont le montant est connu, en {currency}"),
            unit,
            [FollowUpWords.OwnRegister],
            [new($"De {Dossier.Funds.Count} fondos, {missing} no tienen importe en los documentos: faltan, no son cero.", $"Of {Dossier.Funds.Count} funds, {missing} have no amount in the documents: they are missing, not zero.", $"Sur {Dossier.Funds.Count} fonds, {missing} n’ont pas de montant dans les documents : ils manquent, ils ne sont pas nuls.")]);
        var bars = stated.Select(fund => new CategoryBar(fund.Name, [(double)fund.Amount!.Value / 1e6])).ToList();
        return Bars(FollowUpAddresses.Funds, to => $"?{FollowUpWords.CurrencyKey.In(to)}={currency}", credits, bars, new() { Category = FollowUpWords.Fund, Parts = [unit] });
    }

    private Text Title(string portfolio, Text by)
    {
        var all = Dossier.Portfolio.Of(portfolio);
        return all.Aggregates.Any(project => project.Region is null)
            ? new($"Los {all.Described.Count} proyectos descritos de los {all.Count} de {portfolio}, {by.Es}", $"The {all.Described.Count} projects described of the {all.Count} of {portfolio}, {by.En}", $"Les {all.Described.Count} projets décrits sur les {all.Count} de {portfolio}, {by.Fr}")
            : new($"Los {all.Count} proyectos de {portfolio}, {by.Es}", $"The {all.Count} projects of {portfolio}, {by.En}", $"Les {all.Count} projets de {portfolio}, {by.Fr}");
    }

    private View Projects(string portfolio, string id, Func<Language, string> address, IReadOnlyList<ProjectCount> counts, Text category, Text title, IReadOnlyList<Text> notes)
    {
        Text unit = new("proyectos", "projects", "projets");
        var known = Dossier.Portfolio.Of(portfolio);
        var aggregates = known.Aggregates.Count > 0;
        // A hundred projects of which the document tells nothing would leave no room for those it describes.
        var hidden = counts.FirstOrDefault(count => count.Code is null && count.Aggregate > 0);
        var bars = counts.Select(count => new CategoryBar(count.Code?.Name ?? FollowUpWords.NotTold, aggregates ? [count.Described, count.Aggregate] : [count.Described]) { IsInTableOnly = count == hidden }).ToList();
        if (hidden is not null)
        {
            notes = [.. notes, new(
                $"De los {known.Count} proyectos, {hidden.Aggregate} se cuentan solo en conjunto, sin región ni tema: están en la tabla y no se dibujan.",
                $"Of the {known.Count} projects {hidden.Aggregate} are counted together only, without region or theme: they are in the table and not drawn.",
                $"Sur les {known.Count} projets, {hidden.Aggregate} ne sont comptés qu’ensemble, sans région ni thème : ils sont dans le tableau et ne sont pas dessinés.")];
        }

        var credits = new Credits(id, title, unit, [FollowUpWords.OwnRegister], notes);
        return Bars(address, to => $"?{FollowUpWords.PortfolioKey.In(to)}={Uri.EscapeDataString(portfolio)}", credits, bars, new()
        {
            Category = category,
            Parts = aggregates ? [FollowUpWords.Described, FollowUpWords.Aggregate] : [unit],
        });
    }

    private View Bars(Func<Language, string> address, Func<Language, string> query, Credits credits, IReadOnlyList<CategoryBar> bars, CategoryOptions options) =>
        new(address, query, CategoryBars.Draw(credits, bars, options, site.Font))
        {
            Narrow = CategoryBars.Draw(CountryFigures.Narrow(credits), bars, options with { Width = CountryFigures.NarrowWidth }, site.Font),
        };
}
