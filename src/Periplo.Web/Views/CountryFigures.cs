using Periplo.Areas;
using Periplo.Charts;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Web.Views;

/// <summary>Everything the store says of one area, as facts and views, in the addresses of one language. Made for one request.</summary>
public sealed partial class CountryFigures
{
    /// <summary>Width of a figure drawn for a phone: its text is as large there as the text around it.</summary>
    internal const double NarrowWidth = 336;

    private const int Shown = 10;

    private static readonly Query PersonsOfBothSexes = Query.All.Where("MEASURE", "STOCK").Where("SEX", "_T").Where("AGE", "_T").Where("EDUCATION_LEV", "_T");

    private readonly Site site;
    private readonly Area area;
    private readonly Language language;
    private readonly Dataset? stock;
    private readonly SortedList<TimePeriod, Total> immigrants = [];
    private readonly SortedList<TimePeriod, Total> emigrants = [];
    private List<AreaDatum>? origins;
    private List<AreaDatum>? destinations;

    /// <summary>Reads what the pages of <paramref name="area"/> need.</summary>
    public CountryFigures(Site site, Area area, Language language)
    {
        (this.site, this.area, this.language) = (site, area, language);
        stock = site.Stock;
        if (stock is null)
            return;
        immigrants = site.Sum(stock, "REF_AREA", PersonsOfBothSexes, "COUNTERPART_AREA")[area.Id];
        emigrants = site.Sum(stock, "COUNTERPART_AREA", PersonsOfBothSexes, "REF_AREA")[area.Id];
    }

    /// <summary>The credits of the same figure drawn for a phone: both stand on one page, so each has its own id.</summary>
    internal static Credits Narrow(Credits credits) => credits with { Id = $"{credits.Id}-narrow" };

    /// <summary>The area.</summary>
    public Area Area => area;

    /// <summary>A view of the area; null when the store has nothing to show in it.</summary>
    public View? View(CountryView view) => view switch
    {
        CountryView.Origins => Ranked(view, immigrants, OriginsTitle, area => Addresses.Corridor(language, area.Id, this.area.Id)),
        CountryView.OriginsMap => Corridors(view, immigrants, OriginsMapTitle, CorridorDirection.ToHub),
        CountryView.Destinations => Ranked(view, emigrants, DestinationsTitle, area => Addresses.Corridor(language, this.area.Id, area.Id)),
        CountryView.DestinationsMap => Corridors(view, emigrants, DestinationsMapTitle, CorridorDirection.FromHub),
        CountryView.Series => StockSeries(),
        CountryView.NetMigration => NetMigration(),
        CountryView.Displaced => Displaced(),
        CountryView.Remittances => Remittances(),
        CountryView.Revisions => Revisions(),
        _ => null,
    };

    private static TimePeriod? Last(SortedList<TimePeriod, Total> totals) => totals.Count == 0 ? null : totals.Keys[^1];

    private Text OriginsMapTitle(TimePeriod time) => new($"Mapa: de dónde vienen los inmigrantes en {area.ShortName.Es}, {time}", $"Map: where immigrants in {area.ShortName.En} come from, {time}", $"Carte : d’où viennent les immigrés ({area.ShortName.Fr}), {time}");

    private Text DestinationsMapTitle(TimePeriod time) => new($"Mapa: a dónde van los emigrantes de {area.ShortName.Es}, {time}", $"Map: where emigrants from {area.ShortName.En} go, {time}", $"Carte : où vont les émigrés ({area.ShortName.Fr}), {time}");

    private Text OriginsTitle(TimePeriod time) => new($"Inmigrantes en {area.ShortName.Es} por origen, {time}", $"Immigrants in {area.ShortName.En} by origin, {time}", $"Immigrés par origine : {area.ShortName.Fr}, {time}");

    private Text DestinationsTitle(TimePeriod time) => new($"Emigrantes de {area.ShortName.Es} por destino, {time}", $"Emigrants from {area.ShortName.En} by destination, {time}", $"Émigrés par destination : {area.ShortName.Fr}, {time}");

    private string Lineage(Dataset dataset, TimePeriod time, params ReadOnlySpan<(string, string)> codes) =>
        Addresses.Observation(language, dataset.Definition.Id, dataset.Revision.Id, Provenance.Key(dataset, codes), time);

    private string StockLineage(TimePeriod time, string residence, string origin, string sex = "_T") =>
        Lineage(stock!, time, ("REF_AREA", residence), ("COUNTERPART_AREA", origin), ("MEASURE", "STOCK"), ("SEX", sex), ("UNIT_MEASURE", "PS"));

    private static Datum DatumOf(Dataset dataset, int i, string? lineage)
    {
        var status = dataset.Observations.Statuses[i];
        return status.IsMissing() ? new(null, status.Letter(), Provenance.Reason(status), lineage) : new(dataset.Plain(i), status.Letter(), Lineage: lineage);
    }

    private SortedList<TimePeriod, Total> DisplacedTotals(string type, ReadOnlySpan<(string Dimension, string Code)> codes)
    {
        if (site.Displaced is not { } displaced)
            return [];
        var (keep, over) = codes[0].Code == "*" ? (codes[1], codes[0]) : (codes[0], codes[1]);
        return site.Sum(displaced, keep.Dimension, Query.All.Where("POP_TYPE", type).Where("MEASURE", "STOCK"), over.Dimension)[keep.Code];
    }

    /// <summary>The other areas of the stock in its last period: origins of those who live here, or destinations of those from here.</summary>
    private List<AreaDatum> Others(TimePeriod time, bool isOrigin)
    {
        ref var held = ref isOrigin ? ref origins : ref destinations;
        if (held is not null)
            return held;
        held = [];
        var (here, there) = isOrigin ? ("REF_AREA", "COUNTERPART_AREA") : ("COUNTERPART_AREA", "REF_AREA");
        var dimension = stock!.Definition.Dimension(there);
        // The address of each differs in one code only.
        var address = StockLineage(time, isOrigin ? area.Id : "\n", isOrigin ? "\n" : area.Id).Split('\n');
        foreach (var i in stock.Select(PersonsOfBothSexes.Where(here, area.Id).During(time)))
        {
            var code = stock.Observations.Code(dimension, i);
            if (site.Areas[code] is { IsLeaf: true } other)
                held.Add(new(other, DatumOf(stock, i, string.Concat(address[0], code, address[1]))));
        }

        return held;
    }

    private static IReadOnlyList<Text> Remarks(Dataset dataset, SortedList<TimePeriod, Total> totals) =>
        Provenance.Remarks(dataset, totals.Values.SelectMany(total => total.Addends));

    private View? Ranked(CountryView view, SortedList<TimePeriod, Total> sums, Func<TimePeriod, Text> title, Func<Area, string?> href)
    {
        if (stock is null || Last(sums) is not { } time)
            return null;
        var credits = CreditsOf(view, title(time), new("personas", "persons", "personnes"), Provenance.Remarks(stock, sums[time].Addends), stock);
        return Of(view, RankedBars.Draw(credits, Others(time, view == CountryView.Origins), new()
        {
            Top = Shown,
            Total = sums[time].Value,
            Href = href,
            Width = 360,
            Counted = view == CountryView.Origins ? new("orígenes", "origins", "origines") : new("destinos", "destinations", "destinations"),
        }, site.Font));
    }

    private View? Corridors(CountryView view, SortedList<TimePeriod, Total> sums, Func<TimePeriod, Text> title, CorridorDirection direction)
    {
        if (stock is null || Last(sums) is not { } time)
            return null;
        var isOrigin = direction == CorridorDirection.ToHub;
        var credits = CreditsOf(view, title(time), new("personas", "persons", "personnes"), Provenance.Remarks(stock, sums[time].Addends), stock);
        return Of(view, CorridorMap.Draw(credits, site.World, area, Others(time, isOrigin), new()
        {
            Direction = direction,
            Top = Shown,
            Width = 540,
            Height = 400,
            Href = other => isOrigin ? Addresses.Corridor(language, other.Id, area.Id) : Addresses.Corridor(language, area.Id, other.Id),
        }, site.Font));
    }

    private View? StockSeries()
    {
        if (stock is null || (immigrants.Count == 0 && emigrants.Count == 0))
            return null;
        var series = new List<Series>
        {
            SeriesOf(new("Inmigrantes", "Immigrants", "Immigrés"), immigrants, time => StockLineage(time, area.Id, "*"), step: 5),
            SeriesOf(new("Emigrantes", "Emigrants", "Émigrés"), emigrants, time => StockLineage(time, "*", area.Id), step: 5),
        };
        var credits = CreditsOf(CountryView.Series,
            new($"Inmigrantes y emigrantes de {area.ShortName.Es} desde {stock.First}", $"Immigrants in and emigrants from {area.ShortName.En} since {stock.First}", $"Immigrés et émigrés depuis {stock.First} : {area.ShortName.Fr}"),
            new("personas", "persons", "personnes"), Remarks(stock, immigrants), stock);
        return OfLines(CountryView.Series, credits, series);
    }

    private static Series SeriesOf(Text name, SortedList<TimePeriod, Total> totals, Func<TimePeriod, string> lineage, int step) =>
        new(name, [.. totals.Select(pair => new YearDatum(pair.Key.Year, Provenance.Datum(pair.Value, lineage(pair.Key))))]) { LongestStep = step };

    private Series Yearly(Dataset dataset, Text name, Query query, int from) => new(name,
        [.. dataset.Select(query).Where(i => dataset.Observations.Times[i].Year >= from).OrderBy(i => dataset.Observations.Times[i]).Select(i => new YearDatum(
            dataset.Observations.Times[i].Year,
            DatumOf(dataset, i, Addresses.Observation(language, dataset, i))))]);

    private View? NetMigration()
    {
        if (site.Demography is not { } demography)
            return null;
        var series = Yearly(demography, new("Migración neta", "Net migration", "Solde migratoire"), Query.All.Where("REF_AREA", area.Id).Where("MEASURE", "NET_MIG").Where("SEX", "_T"), 1990);
        if (series.Points.Count == 0)
            return null;
        var credits = CreditsOf(CountryView.NetMigration,
            new($"Migración neta de {area.ShortName.Es} por año", $"Net migration of {area.ShortName.En} by year", $"Solde migratoire par an : {area.ShortName.Fr}"),
            new("personas al año; menos de cero: salieron más de las que llegaron", "persons a year; below zero: more left than came", "personnes par an ; sous zéro : plus de départs que d’arrivées"), [], demography);
        return OfLines(CountryView.NetMigration, credits, [series]);
    }

    private View? Displaced()
    {
        if (site.Displaced is not { } displaced)
            return null;
        (Text Name, string Type, (string, string)[] Codes)[] wanted =
        [
            (new("Refugiados que acoge", "Refugees hosted", "Réfugiés accueillis"), "REF", [("REF_AREA", area.Id), ("COUNTERPART_AREA", "*")]),
            (new("Solicitantes de asilo acogidos", "Asylum seekers hosted", "Demandeurs d’asile accueillis"), "ASY", [("REF_AREA", area.Id), ("COUNTERPART_AREA", "*")]),
            (new("Otros que necesitan protección", "Others in need of protection", "Autres personnes ayant besoin de protection"), "OIP", [("REF_AREA", area.Id), ("COUNTERPART_AREA", "*")]),
            (new("Desplazados internos", "Internally displaced", "Personnes déplacées à l’intérieur du pays"), "IDP", [("REF_AREA", area.Id), ("COUNTERPART_AREA", "*")]),
            (new("Apátridas", "Stateless persons", "Apatrides"), "STA", [("REF_AREA", area.Id), ("COUNTERPART_AREA", "*")]),
            (new("Refugiados en el exterior", "Refugees from here abroad", "Réfugiés d’ici à l’étranger"), "REF", [("REF_AREA", "*"), ("COUNTERPART_AREA", area.Id)]),
            (new("Solicitantes en el exterior", "Asylum seekers from here", "Demandeurs d’asile d’ici"), "ASY", [("REF_AREA", "*"), ("COUNTERPART_AREA", area.Id)]),
        ];
        var panels = new List<Panel>();
        foreach (var (name, type, codes) in wanted)
        {
            var series = SeriesOf(name, DisplacedTotals(type, codes),
                time => Lineage(displaced, time, [.. codes, ("POP_TYPE", type), ("MEASURE", "STOCK")]), step: 1);
            if (series.Points.Any(point => point.Datum.Value > 0))
                panels.Add(new(name, [series]));
        }

        if (panels.Count == 0)
            return null;
        var credits = CreditsOf(CountryView.Displaced,
            new($"Personas desplazadas y {area.ShortName.Es}", $"Displaced people and {area.ShortName.En}", $"Personnes déplacées : {area.ShortName.Fr}"),
            new("personas a fin de año", "persons at year-end", "personnes en fin d’année"), Provenance.Notes(displaced), displaced);
        var broad = SmallMultiples.Draw(credits, panels, new() { SharedScale = false, LeastPanelWidth = 200, PanelHeight = 140 }, site.Font);
        var narrow = SmallMultiples.Draw(Narrow(credits), panels, new() { SharedScale = false, Width = NarrowWidth, LeastPanelWidth = 150, PanelHeight = 130 }, site.Font);
        return Of(CountryView.Displaced, broad) with { Narrow = narrow };
    }

    private View? Remittances()
    {
        if (site.Remittances is not { } remittances)
            return null;
        var balance = Query.All.Where("INDICATOR", "FLOW_BOP").Where("UNIT_MEASURE", "USD");
        List<Series> series =
        [
            Yearly(remittances, new("Recibidas", "Received", "Reçus"), balance.Where("REF_AREA", "_T").Where("COUNTERPART_AREA", area.Id), 1990),
            Yearly(remittances, new("Enviadas", "Sent", "Envoyés"), balance.Where("REF_AREA", area.Id).Where("COUNTERPART_AREA", "_T"), 1990),
        ];
        if (series.TrueForAll(one => one.Points.Count == 0))
            return null;
        var credits = CreditsOf(CountryView.Remittances,
            new($"Remesas que recibe y envía {area.ShortName.Es}", $"Remittances {area.ShortName.En} receives and sends", $"Envois de fonds reçus et émis : {area.ShortName.Fr}"),
            new("dólares de los Estados Unidos, corrientes", "current US dollars", "dollars des États-Unis, courants"), [], remittances);
        return OfLines(CountryView.Remittances, credits, [.. series.Where(one => one.Points.Count > 0)]);
    }

    private View? Revisions()
    {
        var definition = site.Installation.Definitions.Stock;
        var held = site.Installation.Revisions(definition).Select(revision => site.Installation.Dataset(definition, revision)).ToList();
        var series = new List<Series>();
        var remarks = new List<Text>();
        foreach (var dataset in held.Take(Lines.Most))
        {
            var totals = site.Sum(dataset, "REF_AREA", PersonsOfBothSexes, "COUNTERPART_AREA")[area.Id];
            var one = SeriesOf(Text.Same(dataset.Revision.Id), totals, time => Lineage(dataset, time,
                ("REF_AREA", area.Id), ("COUNTERPART_AREA", "*"), ("MEASURE", "STOCK"), ("UNIT_MEASURE", "PS")), step: 5);
            if (one.Points.Count == 0)
                continue;
            series.Add(one);
            foreach (var remark in Remarks(dataset, totals))
                remarks.Add(new($"{dataset.Revision.Id}: {remark.Es}", $"{dataset.Revision.Id}: {remark.En}", $"{dataset.Revision.Id} : {remark.Fr}"));
        }

        if (series.Count == 0)
            return null;
        var credits = CreditsOf(CountryView.Revisions,
            new($"Inmigrantes en {area.ShortName.Es} según cada revisión", $"Immigrants in {area.ShortName.En} by revision", $"Immigrés selon chaque révision : {area.ShortName.Fr}"),
            new("personas", "persons", "personnes"),
            held.Count > 1 ? [.. remarks] : [.. remarks, new("El almacén tiene una sola revisión; al importar otra se comparan aquí.", "The store holds one revision only; importing another compares them here.", "L’entrepôt ne contient qu’une révision ; si l’on en importe une autre, elles sont comparées ici.")],
            [.. held]);
        return OfLines(CountryView.Revisions, credits, series);
    }

    private static Credits CreditsOf(CountryView view, Text title, Text unit, IReadOnlyList<Text> notes, params IEnumerable<Dataset?> datasets) =>
        new(Addresses.Word(view).En, title, unit, Provenance.Sources(datasets), notes);

    private View OfLines(CountryView view, Credits credits, IReadOnlyList<Series> series) => Of(view, Lines.Draw(credits, series, new(), site.Font)) with
    {
        Narrow = Lines.Draw(Narrow(credits), series, new() { Width = NarrowWidth, Height = 260 }, site.Font),
    };

    private View Of(CountryView view, Figure figure) => new(language => Addresses.Country(language, area.Id, view), _ => "", figure);
}
