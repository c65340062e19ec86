using Periplo.Areas;
using Periplo.Charts;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Web.Views;

/// <summary>The stock of a pair of areas in both directions, by sex, over time.</summary>
public static class CorridorFigures
{
    private static readonly (string Code, Text Name)[] Sexes =
        [("_T", new("Ambos sexos", "Both sexes", "Les deux sexes")), ("F", new("Mujeres", "Women", "Femmes")), ("M", new("Hombres", "Men", "Hommes"))];

    /// <summary>The view; null when the store has nothing about the pair.</summary>
    public static View? Of(Site site, Language language, Area origin, Area destination)
    {
        if (site.Stock is not { } stock)
            return null;
        var there = Panel(stock, language, origin, destination);
        var back = Panel(stock, language, destination, origin);
        if (there.Series.Count == 0 && back.Series.Count == 0)
            return null;
        var observations = stock.Select(Pair(origin, destination)).Concat(stock.Select(Pair(destination, origin)));
        var credits = new Credits(
            "corridor",
            new($"{origin.ShortName.Es} y {destination.ShortName.Es}: migrantes de un país en el otro", $"{origin.ShortName.En} and {destination.ShortName.En}: migrants from one in the other", $"{origin.ShortName.Fr} et {destination.ShortName.Fr} : migrants de l’un dans l’autre"),
            new("personas", "persons", "personnes"),
            Provenance.Sources(stock),
            Provenance.Remarks(stock, observations));
        var panels = new[] { there, back }.Where(panel => panel.Series.Count > 0).ToList();
        var figure = SmallMultiples.Draw(credits, panels, new() { SharedScale = false, Style = NumberStyle.Whole, Width = 760, LeastPanelWidth = 320, PanelHeight = 230 }, site.Font);
        return new(to => Addresses.Corridor(to, origin.Id, destination.Id), _ => "", figure)
        {
            Narrow = SmallMultiples.Draw(
                CountryFigures.Narrow(credits), panels,
                new() { SharedScale = false, Style = NumberStyle.Whole, Width = CountryFigures.NarrowWidth, LeastPanelWidth = 300, PanelHeight = 200 }, site.Font),
        };
    }

    private static Query Pair(Area origin, Area destination) => Query.All
        .Where("REF_AREA", destination.Id).Where("COUNTERPART_AREA", origin.Id).Where("MEASURE", "STOCK").Where("AGE", "_T");

    private static Panel Panel(Dataset stock, Language language, Area origin, Area destination)
    {
        var sex = stock.Definition.Dimension("SEX");
        var found = stock.Select(Pair(origin, destination));
        var series = new List<Series>();
        foreach (var (code, name) in Sexes)
        {
            var points = found.Where(i => stock.Observations.Code(sex, i) == code).OrderBy(i => stock.Observations.Times[i]).Select(i =>
            {
                var (status, time) = (stock.Observations.Statuses[i], stock.Observations.Times[i]);
                var lineage = Addresses.Observation(language, stock, i);
                return new YearDatum(time.Year, status.IsMissing()
                    ? new Datum(null, status.Letter(), Provenance.Reason(status), lineage)
                    : new Datum(stock.Plain(i), status.Letter(), Lineage: lineage));
            }).ToList();
            if (points.Count > 0)
                series.Add(new(name, points) { LongestStep = 5 });
        }

        return new(new($"De {origin.ShortName.Es} en {destination.ShortName.Es}", $"From {origin.ShortName.En} in {destination.ShortName.En}", $"Nés : {origin.ShortName.Fr} ; vivant : {destination.ShortName.Fr}"), series);
    }
}
