using Periplo.Areas;
using Periplo.Charts;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;
using Periplo.Web.Views;

namespace Periplo.Web.Movements;

/// <summary>What the store says of the movements of one country, as views, in the addresses of one language. Made for one request.</summary>
public sealed partial class MovementFigures(Site site, Area area, Language language)
{
    /// <summary>Months after which a figure by the rule of twelve of sixteen months is final.</summary>
    private const int MonthsToFinal = 16;

    private static readonly Text Persons = new("personas", "persons", "personnes");
    private static readonly Text Movements = new("movimientos, no personas distintas", "movements, not distinct persons", "mouvements, non personnes distinctes");

    /// <summary>Dimensions over which published totals are taken.</summary>
    private static readonly string[] Divided = ["COUNTERPART_AREA", "BIRTHPLACE", "SEX", "AGE", "POST", "PURPOSE", "TRANSPORT_MODE", "ROUTE"];

    /// <summary>The country.</summary>
    public Area Area => area;

    /// <summary>True when the store holds any movement of the country.</summary>
    public bool HasAny => site.Monthly.Append(site.Migration).Append(site.Visits).Append(site.Residents).Append(site.MovementQuality).OfType<Dataset>().Any(Holds);

    /// <summary>The view with a word in addresses; null when there is no such view or the store has nothing for it.</summary>
    public View? Find(string word)
    {
        foreach (var view in Enum.GetValues<MovementView>())
        {
            var name = MovementAddresses.Word(view).In(language);
            if (view == MovementView.Nationalities && word.StartsWith($"{name}-", StringComparison.Ordinal))
                return site.Monthly.FirstOrDefault(one => one.Revision.Source == word[(name.Length + 1)..]) is { } source ? Nationalities(source) : null;
            if (word == name)
                return View(view);
        }

        return null;
    }

    /// <summary>A view; null when the store has nothing for it.</summary>
    public View? View(MovementView view) => view switch
    {
        MovementView.Migration => Migration(),
        MovementView.Undecided => Undecided(),
        MovementView.ArrivalRevisions => Triangle(view, "ARR"),
        MovementView.DepartureRevisions => Triangle(view, "DEP"),
        MovementView.BackTest => BackTest(),
        MovementView.Residents => Residents(),
        MovementView.Visits => Lengths(view, "E"),
        MovementView.Trips => Lengths(view, "X"),
        MovementView.Crossings => Crossings(),
        MovementView.Irregular => Sources(view, Irregular, IrregularTitle),
        MovementView.Returns => Sources(view, Returns, ReturnsTitle),
        MovementView.Quality => Quality(),
        _ => null,
    };

    private bool Holds(Dataset dataset) => Array.BinarySearch(dataset.Observations.Codes[dataset.Definition.Dimension("REF_AREA")], area.Id, StringComparer.Ordinal) >= 0;

    /// <summary>Fixes every dimension in which the dataset has a total of what is asked to that total.</summary>
    private static Query Whole(Dataset dataset, Query query, params ReadOnlySpan<string> keep)
    {
        foreach (var id in Divided)
        {
            var d = dataset.Definition.Structure.Position(id);
            if (d < 0 || keep.Contains(id) || dataset.Observations.Codes[d].Length == 1 || !dataset.Observations.Codes[d].Contains("_T"))
                continue;
            var fixedToTotal = query.Where(id, "_T");
            if (dataset.Select(fixedToTotal).Count > 0)
                query = fixedToTotal;
        }

        return query;
    }

    private static string Rule(Dataset dataset)
    {
        var rules = dataset.Observations.Codes[dataset.Definition.Dimension("RESIDENCE_RULE")];
        return rules.Contains("R12_16") ? "R12_16" : rules[0];
    }

    private static Text RuleNote(Dataset dataset)
    {
        var code = dataset.Definition.Structure.Dimensions[dataset.Definition.Dimension("RESIDENCE_RULE")].CodeList.Find(Rule(dataset))!;
        return new($"Criterio de residencia: {code.Name.In("es").ToLowerInvariant()}.", $"Residence criterion: {code.Name.In("en").ToLowerInvariant()}.", $"Critère de résidence : {code.Name.In("fr").ToLowerInvariant()}.");
    }

    private static Text CodeName(Dataset dataset, string dimension, string code)
    {
        var found = dataset.Definition.Structure.Dimensions[dataset.Definition.Dimension(dimension)].CodeList.Find(code)!;
        return found.Name.Text();
    }

    /// <summary>An observation as a chart takes it.</summary>
    private Datum Datum(Dataset dataset, int i)
    {
        var status = dataset.Observations.Statuses[i];
        var lineage = Addresses.Observation(language, dataset, i);
        return status == ObservationStatus.Q ? new(null, 'Q', null, lineage)
            : status.IsMissing() ? new(null, status.Letter(), Provenance.Reason(status), lineage)
            : new(dataset.Plain(i), status.Letter(), Lineage: lineage);
    }

    /// <summary>The observations of the country in the whole population, latest figures by the chosen rule, by measure and other code and month.</summary>
    private Dictionary<(string Measure, string Other, int Month), int> Monthly(Dataset dataset, Query query, string other)
    {
        query = query.Where("REF_AREA", area.Id).Where("FREQ", "M");
        if (dataset.Definition.Structure.Position("CITIZENSHIP") >= 0)
            query = query.Where("CITIZENSHIP", "_T");
        var (measure, second) = (dataset.Definition.Dimension("MEASURE"), dataset.Definition.Dimension(other));
        var found = new Dictionary<(string, string, int), int>();
        foreach (var i in dataset.Select(Whole(dataset, query, other)))
            found[(dataset.Observations.Code(measure, i), dataset.Observations.Code(second, i), Months.Number(dataset.Observations.Times[i]))] = i;
        return found;
    }

    /// <summary>A series of the observations of one measure.</summary>
    private Series SeriesOf(Dataset dataset, Text name, Dictionary<(string Measure, string Other, int Month), int> found, string measure, string other) =>
        new(name, [.. found.Where(pair => pair.Key.Measure == measure && pair.Key.Other == other).OrderBy(pair => pair.Key.Month)
            .Select(pair => new YearDatum(pair.Key.Month, Datum(dataset, pair.Value)))]);

    private static Credits CreditsOf(MovementView view, Text title, Text unit, IReadOnlyList<Text> notes, params IEnumerable<Dataset?> datasets) =>
        new(MovementAddresses.Word(view).En, title, unit, Provenance.Sources(datasets), notes);

    private View Of(MovementView view, Figure figure, string? source = null) =>
        new(to => MovementAddresses.Country(to, area.Id, view, source), _ => "", figure);

    private View OfLines(MovementView view, Credits credits, IReadOnlyList<Series> series) =>
        Of(view, Lines.Draw(credits, series, new() { Axis = PeriodAxis.Months, Width = 760, Height = 340 }, site.Font)) with
        {
            Narrow = Lines.Draw(CountryFigures.Narrow(credits), series, new() { Axis = PeriodAxis.Months, Width = CountryFigures.NarrowWidth, Height = 280 }, site.Font),
        };

    private View OfPanels(MovementView view, Credits credits, IReadOnlyList<Panel> panels, string? source = null, PeriodAxis axis = PeriodAxis.Months, NumberStyle? style = null)
    {
        // An empty frame would look like nothing happened: what has no value in any month is named instead.
        var bare = panels.Where(panel => !panel.Series.Any(series => series.Points.Any(point => point.Datum.Value is not null))).ToList();
        if (bare.Count > 0)
        {
            panels = [.. panels.Except(bare)];
            credits = credits with
            {
                Notes =
                [
                    .. credits.Notes,
                    new($"Protegido o sin cifra en todos los meses: {string.Join("; ", bare.Select(panel => panel.Name.Es))}.", $"Protected or without a figure in all months: {string.Join("; ", bare.Select(panel => panel.Name.En))}.", $"Protégés ou sans chiffre tous les mois : {string.Join("\u00A0; ", bare.Select(panel => panel.Name.Fr))}."),
                ],
            };
        }

        var options = new PanelOptions { Axis = axis, SharedScale = false, Style = style ?? NumberStyle.Whole, Width = 760, LeastPanelWidth = 230, PanelHeight = 150 };
        return Of(view, SmallMultiples.Draw(credits, panels, options, site.Font), source) with
        {
            Narrow = SmallMultiples.Draw(CountryFigures.Narrow(credits), panels, options with { Width = CountryFigures.NarrowWidth, LeastPanelWidth = 300, PanelHeight = 140 }, site.Font),
        };
    }
}
