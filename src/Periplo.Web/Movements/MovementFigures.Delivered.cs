using Periplo.Charts;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;
using Periplo.Web.Views;

namespace Periplo.Web.Movements;

/// <content>What authorities deliver by month, source by source, and the quality of posts.</content>
public sealed partial class MovementFigures
{
    private const int MostNationalities = 12;

    private static readonly string[] Irregular = ["ENTRY_IRR", "TRANSIT_IRR", "DETECTION", "ENCOUNTER", "APPREHENSION", "INADMISSIBLE", "DEATH"];
    private static readonly string[] Returns = ["RETURN", "RETURN_ASSISTED", "RETURN_MINOR", "DEPORTATION", "EXPULSION", "RETURNEE", "REFUSAL", "PERMIT"];

    private Text IrregularTitle => new($"Entradas irregulares, detecciones y encuentros que notifica {area.ShortName.Es}", $"Irregular entries, detections and encounters reported by {area.ShortName.En}", $"Entrées irrégulières, détections et interceptions déclarées : {area.ShortName.Fr}");

    private Text ReturnsTitle => new($"Retornos, rechazos y permisos que notifica {area.ShortName.Es}", $"Returns, refusals and permits reported by {area.ShortName.En}", $"Retours, refus et titres déclarés : {area.ShortName.Fr}");

    /// <summary>Entries and exits by nationality, a view a source.</summary>
    public IEnumerable<View> ByNationality() => site.Monthly.Select(Nationalities).OfType<View>();

    /// <summary>Totals of a movement of the country by month, over everything the source divides it by.</summary>
    private Series Total(Dataset source, string movement, Text name)
    {
        var query = Whole(source, Query.All.Where("REF_AREA", area.Id).Where("FREQ", "M").Where("MOVEMENT", movement));
        var over = Varying(source, source.Select(query), "REF_AREA", "FREQ", "MOVEMENT");
        try
        {
            return new(name, [.. site.Totals(source).ByPeriod(query, over)
                .Select(pair => new YearDatum(Months.Number(pair.Key), Datum(pair.Value, Lineage(source, pair.Value, pair.Key, over))))]);
        }
        catch (StatisticsException)
        {
            // Parts that overlap have no sum: the source is left to its own page.
            return new(name, []);
        }
    }

    /// <summary>The address of a total: the codes its addends have in common, and a star where they differ.</summary>
    private string Lineage(Dataset source, Total total, TimePeriod time, string[] over)
    {
        var first = total.Addends[0];
        if (total.Addends.Count == 1)
            return Addresses.Observation(language, source, first);
        return Addresses.Observation(language, source.Definition.Id, source.Revision.Id, string.Join('.', source.Definition.Structure.Dimensions
            .Select((dimension, d) => over.Contains(dimension.Id) ? "*" : source.Observations.Code(d, first))), time);
    }

    private static Datum Datum(Total total, string lineage) => total.HasValue || total.Status != ObservationStatus.Q ? Provenance.Datum(total, lineage) : new(null, 'Q', null, lineage);

    private static string[] Varying(Dataset source, List<int> observations, params ReadOnlySpan<string> kept)
    {
        var over = new List<string>();
        foreach (var dimension in source.Definition.Structure.Dimensions)
        {
            var d = source.Definition.Dimension(dimension.Id);
            if (!kept.Contains(dimension.Id) && observations.Exists(i => source.Observations.Position(d, i) != source.Observations.Position(d, observations[0])))
                over.Add(dimension.Id);
        }

        return [.. over];
    }

    private Query Crossed(Dataset source) => Whole(source, Query.All.Where("REF_AREA", area.Id).Where("FREQ", "M").Where("MOVEMENT", "ENTRY", "EXIT"));

    private View? Crossings()
    {
        var series = new List<Series>();
        var used = new List<Dataset>();
        foreach (var source in site.Monthly)
        {
            var before = series.Count;
            foreach (var (movement, name) in new[] { ("ENTRY", new Text("Entradas", "Entries", "Entrées")), ("EXIT", new Text("Salidas", "Exits", "Sorties")) })
            {
                var one = Total(source, movement, site.Monthly.Count == 1 ? name : new($"{name.Es}, {source.Revision.Source}", $"{name.En}, {source.Revision.Source}", $"{name.Fr}, {source.Revision.Source}"));
                if (one.Points.Count > 0)
                    series.Add(one);
            }

            if (series.Count > before)
                used.Add(source);
        }

        if (series.Count == 0)
            return null;
        var credits = CreditsOf(MovementView.Crossings,
            new($"Entradas y salidas regulares de {area.ShortName.Es} por mes", $"Regular entries and exits of {area.ShortName.En} by month", $"Entrées et sorties régulières par mois : {area.ShortName.Fr}"), Movements,
            [.. Provenance.Notes(used)], used);
        // Lines told apart by eye are few; of many sources each gets a panel.
        return series.Count <= 6 ? OfLines(MovementView.Crossings, credits, series) : OfPanels(MovementView.Crossings, credits, [.. series.Select(one => new Panel(one.Name, [one]))]);
    }

    private View? Nationalities(Dataset source)
    {
        var query = Crossed(source);
        var observations = source.Select(query);
        if (observations.Count == 0)
            return null;
        var over = Varying(source, observations, "REF_AREA", "FREQ", "MOVEMENT", "CITIZENSHIP");
        var byMovement = new Dictionary<string, Dictionary<(string Code, TimePeriod Time), Total>>();
        try
        {
            foreach (var movement in (string[])["ENTRY", "EXIT"])
                byMovement.Add(movement, site.Totals(source).By("CITIZENSHIP", query.Where("MOVEMENT", movement), over));
        }
        catch (StatisticsException)
        {
            return null;
        }

        var year = observations.Max(i => source.Observations.Times[i]).Year - 1;
        var largest = byMovement.Values.SelectMany(totals => totals).Where(pair => pair.Key.Code != "_T" && site.Areas.TryGet(pair.Key.Code, out var other) && other.IsLeaf)
            .GroupBy(pair => pair.Key.Code)
            .Select(group => (Code: group.Key, Recent: group.Where(pair => pair.Key.Time.Year >= year && pair.Value.HasValue).Sum(pair => pair.Value.Value)))
            .OrderByDescending(one => one.Recent).ThenBy(one => one.Code, StringComparer.Ordinal).ToList();
        if (largest.Count == 0)
            return null;
        var panels = largest.Take(MostNationalities).Select(one => new Panel(site.Areas[one.Code].ShortName,
        [
            .. new[] { ("ENTRY", new Text("Entradas", "Entries", "Entrées")), ("EXIT", new Text("Salidas", "Exits", "Sorties")) }.Select(pair => new Series(pair.Item2, [.. byMovement[pair.Item1]
                .Where(total => total.Key.Code == one.Code).OrderBy(total => total.Key.Time)
                .Select(total => new YearDatum(Months.Number(total.Key.Time), Datum(total.Value, Lineage(source, total.Value, total.Key.Time, over))))])).Where(one => one.Points.Count > 0),
        ]) { Href = Addresses.Country(language, one.Code) }).ToList();
        var credits = CreditsOf(MovementView.Nationalities,
            new($"Entradas y salidas de {area.ShortName.Es} por nacionalidad y mes, {source.Revision.Source}", $"Entries and exits of {area.ShortName.En} by nationality and month, {source.Revision.Source}", $"Entrées et sorties par nationalité et par mois : {area.ShortName.Fr}, {source.Revision.Source}"), Movements,
            [
                new($"Las {panels.Count} nacionalidades con más movimientos desde {year}, de {largest.Count}; el conjunto de datos las tiene todas.", $"The {panels.Count} nationalities with most movements since {year}, of {largest.Count}; the dataset has all.", $"Les {panels.Count} nationalités ayant le plus de mouvements depuis {year}, sur {largest.Count} ; le jeu de données les contient toutes."),
                .. Provenance.Notes(source),
            ], source);
        return OfPanels(MovementView.Nationalities, credits with { Id = $"{credits.Id}-{source.Revision.Source.ToLowerInvariant()}" }, panels, source.Revision.Source);
    }

    /// <summary>Each movement of each source in a panel of its own: what authorities count differently stays apart.</summary>
    private View? Sources(MovementView view, string[] movements, Text title)
    {
        var panels = new List<Panel>();
        var used = new List<Dataset>();
        foreach (var source in site.Monthly.Where(Holds))
        {
            foreach (var movement in movements)
            {
                var what = CodeNameOrNull(source, movement);
                if (what is null)
                    continue;
                var name = new Text($"{what.Es}, {source.Revision.Source}", $"{what.En}, {source.Revision.Source}", $"{what.Fr}, {source.Revision.Source}");
                var series = Total(source, movement, name);
                if (series.Points.Count == 0)
                    continue;
                panels.Add(new(name, [series]));
                if (!used.Contains(source))
                    used.Add(source);
            }
        }

        return !Draws(panels) ? null : OfPanels(view, CreditsOf(view, title, Movements,
            [new("Cada recuadro es lo que una fuente cuenta a su manera: no se suman ni se comparan sin leer su método.", "Each panel is what one source counts in its way: they are not added, nor compared without reading the method.", "Chaque cadre est ce qu’une source compte à sa manière : ils ne s’additionnent pas et ne se comparent pas sans lire la méthode."), .. Provenance.Notes(used)], used), panels);
    }

    private static Text? CodeNameOrNull(Dataset source, string movement) =>
        source.Definition.Structure.Dimensions[source.Definition.Dimension("MOVEMENT")].CodeList.Find(movement) is null ? null : CodeName(source, "MOVEMENT", movement);

    private View? Quality()
    {
        if (site.MovementQuality is not { } quality)
            return null;
        var rows = new PostRecords(quality, area, language).Rows();
        if (rows.Count == 0)
            return null;
        var year = quality.Select(Query.All.Where("REF_AREA", area.Id).Where("MEASURE", "RECORDS")).Max(i => quality.Observations.Times[i]).Year;
        var credits = CreditsOf(MovementView.Quality,
            new($"Calidad de los registros de cada puesto de {area.ShortName.Es}, {year}", $"Quality of the records of each post of {area.ShortName.En}, {year}", $"Qualité des enregistrements de chaque poste, {area.ShortName.Fr}, {year}"),
            new("registros, y de cada cien registros", "records, and per hundred records", "enregistrements, et pour cent enregistrements"),
            [new("Más oscuro es peor. El cambio brusco es el mayor del año, en desviaciones de lo habitual del puesto.", "Darker is worse. An abrupt change is the greatest of the year, in deviations from what is usual for the post.", "Plus foncé veut dire pire. Un changement brusque est le plus fort de l’année, en écarts par rapport à l’habitude du poste.")], quality);
        return Of(MovementView.Quality, HeatTable.Draw(credits, rows, new()
        {
            Rows = new("Puesto", "Post", "Poste"),
            Columns = PostRecords.Columns,
            More = new("peor", "worse", "pire"),
            Most = 40,
        }, site.Font));
    }
}
