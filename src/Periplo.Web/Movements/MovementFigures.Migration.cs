using Periplo.Charts;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;
using Periplo.Web.Views;

namespace Periplo.Web.Movements;

/// <content>What the engine makes of single crossings.</content>
public sealed partial class MovementFigures
{
    private const int TriangleRows = 30;

    /// <summary>A difference of this share of the final figure is as dark as it gets.</summary>
    private const double DarkestRevision = 0.2;

    private static readonly Text StillOpen = new(
        "La línea de puntos es provisional: faltan estancias que aún no han terminado, y los últimos meses cambiarán mucho.",
        "The dotted line is provisional: stays that have not ended yet are not in it, and the last months will change much.",
        "La ligne pointillée est provisoire : il y manque les séjours qui ne sont pas encore terminés, et les derniers mois changeront beaucoup.");

    private static readonly string[] Balanced = ["ARR", "DEP", "NET"];

    private static readonly (string Code, Text Name)[] Lasting =
    [
        ("TRANSIT", new("Tránsito", "Transit", "Transit")), ("SAMEDAY", new("En el mismo día", "Same day", "Le jour même")), ("VISIT", new("Menos de 90 días", "Less than 90 days", "Moins de 90 jours")),
        ("SHORT", new("De 3 a 12 meses", "3 to 12 months", "De 3 à 12 mois")), ("SHORT_MIG", new("De 3 a 12 meses, migración", "3 to 12 months, migrant", "De 3 à 12 mois, migration")), ("OPEN", new("Sin fin o un año o más", "No end, or a year or more", "Sans fin, ou un an ou plus")),
        ("CBW", new("Trabajadores fronterizos", "Cross-border workers", "Travailleurs frontaliers")), ("CIRC", new("Migrantes circulares", "Circular migrants", "Migrants circulaires")), ("CIRC_ST", new("Circulares de corto plazo", "Short-term circular", "Circulaires de courte durée")),
        ("OVER90IN180", new("Más de 90 días en 180", "Over 90 days in 180", "Plus de 90 jours sur 180")), ("OVERSTAY", new("Más de lo permitido", "Longer than permitted", "Au-delà du séjour autorisé")),
    ];

    private View? Migration()
    {
        if (site.Migration is not { } migration)
            return null;
        var found = Monthly(migration, Query.All.Where("VINTAGE", "LATEST").Where("RESIDENCE_RULE", Rule(migration)), "STATISTIC");
        var months = found.Keys.Where(key => key.Measure is "ARR" or "DEP" or "NET").Select(key => key.Month).Distinct().Order().ToList();
        if (months.Count == 0)
            return null;
        // Young in view of the last month anyone reports: what is younger may still change even where nothing says so.
        var firstYoung = Months.Number(migration.Last) - MonthsToFinal + 1;
        var balances = months.ConvertAll(month => new MonthBalance(month, Figure("ARR", month), Figure("DEP", month), Figure("NET", month), month >= firstYoung || IsOpen(month)));
        var credits = CreditsOf(MovementView.Migration,
            new($"Llegadas y salidas de migrantes y migración neta de {area.ShortName.Es}", $"Migrant arrivals and departures and net migration of {area.ShortName.En}", $"Arrivées, départs et solde migratoire : {area.ShortName.Fr}"),
            new("personas al mes", "persons a month", "personnes par mois"),
            [RuleNote(migration), new("Quien nunca cruza por un puesto no se ve.", "Who never crosses at a post is not seen.", "Qui ne passe jamais par un poste n’est pas vu.")], migration);
        var options = new BalanceOptions { In = new("Llegadas", "Arrivals", "Arrivées"), Out = new("Salidas", "Departures", "Départs"), Net = new("Migración neta", "Net migration", "Solde migratoire") };
        return Of(MovementView.Migration, BalanceBars.Draw(credits, balances, options, site.Font)) with
        {
            Narrow = BalanceBars.Draw(CountryFigures.Narrow(credits), balances, options with { Width = CountryFigures.NarrowWidth, Height = 300, Most = 36 }, site.Font),
        };

        bool IsOpen(int month) => Array.Exists(Balanced, measure =>
            found.TryGetValue((measure, "EST", month), out var i) && migration.Observations.Statuses[i] is ObservationStatus.P or ObservationStatus.E);

        BoundedDatum Figure(string measure, int month) => new(
            found.TryGetValue((measure, "EST", month), out var i) ? Datum(migration, i) : new Datum(null, 'M'),
            Between(measure, "80", month), Between(measure, "95", month));

        Bounds? Between(string measure, string percent, int month) =>
            found.TryGetValue((measure, $"LO{percent}", month), out var low) && found.TryGetValue((measure, $"HI{percent}", month), out var high)
            && Datum(migration, low).Value is { } from && Datum(migration, high).Value is { } to ? new(from, to) : null;
    }

    private View? Undecided()
    {
        if (site.Migration is not { } migration)
            return null;
        var found = Monthly(migration, Query.All.Where("VINTAGE", "LATEST").Where("RESIDENCE_RULE", Rule(migration)).Where("MEASURE", "UND_E", "UND_X"), "STATISTIC");
        List<Series> series =
        [
            SeriesOf(migration, new("Entradas", "Entries", "Entrées"), found, "UND_E", "EST"),
            SeriesOf(migration, new("Salidas", "Exits", "Sorties"), found, "UND_X", "EST"),
        ];
        series.RemoveAll(one => one.Points.Count == 0);
        if (series.Count == 0)
            return null;
        return OfLines(MovementView.Undecided, CreditsOf(MovementView.Undecided,
            new($"Cruces de {area.ShortName.Es} aún sin decidir, por mes", $"Crossings of {area.ShortName.En} not yet decided, by month", $"Passages restant à décider, par mois : {area.ShortName.Fr}"),
            new("cruces", "crossings", "passages"),
            [RuleNote(migration), new("Un cruce queda sin decidir mientras falta tiempo para saber si fue migración.", "A crossing is undecided while there was not time enough to know whether it was a migration.", "Un passage reste à décider tant que le temps écoulé ne suffit pas pour savoir s’il s’agissait d’une migration.")], migration), series);
    }

    private View? Triangle(MovementView view, string measure)
    {
        if (site.Migration is not { } migration)
            return null;
        var found = Monthly(migration, Query.All.Where("STATISTIC", "EST").Where("RESIDENCE_RULE", Rule(migration)).Where("MEASURE", measure), "VINTAGE");
        var vintages = found.Keys.Select(key => key.Other).Where(one => one != "LATEST").Distinct().Order(StringComparer.Ordinal).ToList();
        if (vintages.Count == 0)
            return null;
        var firstYoung = Months.Number(migration.Last) - MonthsToFinal + 1;
        var rows = found.Keys.Where(key => key.Other != "LATEST").Select(key => key.Month).Distinct().OrderDescending().Select(month => new HeatRow(
            Text.Same(Months.Label(month)), [.. vintages.Select(vintage => Cell(month, vintage)), Cell(month, "LATEST")])).ToList();
        var arrivals = measure == "ARR";
        var credits = CreditsOf(view,
            arrivals
                ? new($"Cómo se revisaron las llegadas de migrantes de {area.ShortName.Es}", $"How migrant arrivals of {area.ShortName.En} were revised", $"Comment les arrivées migratoires ont été révisées : {area.ShortName.Fr}")
                : new($"Cómo se revisaron las salidas de migrantes de {area.ShortName.Es}", $"How migrant departures of {area.ShortName.En} were revised", $"Comment les départs migratoires ont été révisés : {area.ShortName.Fr}"),
            new("personas; cada columna, los meses pasados desde el de referencia", "persons; each column, months passed since the reference month", "personnes ; chaque colonne, mois écoulés depuis le mois de référence"),
            [RuleNote(migration), new("El color dice cuánto se apartó la cifra de la definitiva: el más oscuro, un 20 % o más. Los meses provisionales no llevan color.", "The colour tells how far the figure was from the final one: the darkest, 20% or more. Provisional months have no colour.", "La couleur dit à quelle distance le chiffre était du chiffre définitif : la plus foncée, 20 % ou plus. Les mois provisoires n’ont pas de couleur.")], migration);
        return Of(view, HeatTable.Draw(credits, rows, new()
        {
            Rows = new("Mes de referencia", "Reference month", "Mois de référence"),
            Columns =
            [
                .. vintages.Select(vintage => new HeatColumn(CodeName(migration, "VINTAGE", vintage), Persons, NumberStyle.Whole) { Short = Text.Same(vintage[1..].TrimStart('0') is { Length: > 0 } age ? age : "0") }),
                new(new("La más reciente", "Latest", "Le plus récent"), Persons, NumberStyle.Whole) { Short = new("última", "latest", "dernier") },
            ],
            Most = TriangleRows,
            More = new("por encima de la definitiva", "above the final figure", "au-dessus du chiffre définitif"),
            Less = new("por debajo", "below it", "au-dessous"),
        }, site.Font));

        bool IsToCome(int month, string vintage) => vintage != "LATEST" && month + int.Parse(vintage[1..]) > Months.Number(migration.Last);

        HeatCell Cell(int month, string vintage)
        {
            if (!found.TryGetValue((measure, vintage, month), out var i))
                return new(new Datum(null, 'M'), null, IsToCome(month, vintage) ? new("aún no", "not yet", "pas encore") : null);
            var datum = Datum(migration, i);
            return month < firstYoung && vintage != "LATEST" && datum.Value is { } value && found.TryGetValue((measure, "LATEST", month), out var last) && Datum(migration, last).Value is > 0 and { } final
                ? new(datum, Math.Clamp((value - final) / final / DarkestRevision, -1, 1))
                : new(datum, null);
        }
    }

    private View? BackTest()
    {
        if (site.MovementQuality is not { } quality)
            return null;
        var o = quality.Observations;
        var (vintage, direction, measure) = (quality.Definition.Dimension("VINTAGE"), quality.Definition.Dimension("DIRECTION"), quality.Definition.Dimension("MEASURE"));
        var found = quality.Select(Whole(quality, Query.All.Where("REF_AREA", area.Id).Where("MEASURE", "BACKTEST_ERROR", "BACKTEST_COVER")))
            .Where(i => o.Code(vintage, i)[0] == 'M').ToList();
        if (found.Count == 0)
            return null;
        var last = found.Max(i => o.Times[i]);
        var panels = new List<Panel>();
        foreach (var (code, name) in new[] { ("BACKTEST_ERROR", new Text("Error medio", "Mean error", "Erreur moyenne")), ("BACKTEST_COVER", new Text("Finales dentro del 95 %", "Final within 95%", "Définitifs dans les 95 %")) })
        {
            var series = found.Where(i => o.Code(measure, i) == code && o.Times[i] == last).GroupBy(i => o.Code(direction, i)).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new Series(
                    group.Key switch { "E" => new("Llegadas", "Arrivals", "Arrivées"), "X" => new("Salidas", "Departures", "Départs"), _ => new("Migración neta", "Net migration", "Solde migratoire") },
                    [.. group.OrderBy(i => o.Code(vintage, i), StringComparer.Ordinal).Select(i => new YearDatum(int.Parse(o.Code(vintage, i)[1..]), Datum(quality, i)))])).ToList();
            // The error of a balance near zero is many times that of its two sides.
            if (code == "BACKTEST_ERROR" && series.Count > 1 && series[^1].Name.En == "Net migration")
            {
                panels.Add(new(new("Error medio de la migración neta", "Mean error of net migration", "Erreur moyenne du solde migratoire"), [series[^1]]));
                series.RemoveAt(series.Count - 1);
            }

            if (series.Count > 0)
                panels.Insert(code == "BACKTEST_ERROR" ? 0 : panels.Count, new(name, series));
        }

        return OfPanels(MovementView.BackTest, CreditsOf(MovementView.BackTest,
            new($"Cuánto acertó la cifra provisional de {area.ShortName.Es}, por su edad", $"How well the provisional figure of {area.ShortName.En} did, by its age", $"Justesse du chiffre provisoire selon son âge : {area.ShortName.Fr}"),
            new("por cada cien, según los meses pasados desde el de referencia", "per hundred, by months since the reference month", "pour cent, par mois écoulés depuis le mois de référence"),
            [new("Se compara la cifra de cada edad con la definitiva del mismo mes. De un intervalo del 95 % se espera que contenga 95 de cada cien.", "The figure of each age is compared with the final one of the same month. An interval of 95% is expected to hold 95 of a hundred.", "Le chiffre de chaque âge est comparé au chiffre définitif du même mois. Un intervalle à 95 % doit en contenir 95 sur cent.")], quality),
            panels, axis: PeriodAxis.Age, style: NumberStyle.Percent);
    }

    private View? Residents()
    {
        if (site.Residents is not { } residents)
            return null;
        var found = Monthly(residents, Query.All.Where("RESIDENCE_RULE", Rule(residents)), "RESIDENCE_RULE");
        var panels = new List<Panel>();
        foreach (var (code, name) in new[] { ("STOCK", new Text("Residentes", "Residents", "Résidents")), ("CHANGE", new("Cambio desde el inicio", "Change since the start", "Variation depuis le début")), ("ABROAD", new("Residentes en el exterior", "Residents abroad", "Résidents à l’étranger")), ("TEMP", new("Población temporal presente", "Temporary population present", "Population temporaire présente")) })
        {
            var series = SeriesOf(residents, name, found, code, Rule(residents));
            if (series.Points.Count > 0)
                panels.Add(new(name, [series]));
        }

        return !Draws(panels) ? null : OfPanels(MovementView.Residents, CreditsOf(MovementView.Residents,
            new($"Residentes de {area.ShortName.Es} según los cruces", $"Residents of {area.ShortName.En} by crossings", $"Résidents d’après les passages : {area.ShortName.Fr}"),
            new("personas a fin de mes", "persons at the end of the month", "personnes en fin de mois"),
            [RuleNote(residents), new("Quien nunca cruza no se ve: el cambio cuenta solo a quienes cruzaron.", "Who never crosses is not seen: the change counts only those who crossed.", "Qui ne passe jamais n’est pas vu : la variation ne compte que les personnes qui sont passées."), .. OpenNote(residents)], residents), panels);
    }

    private static bool Draws(List<Panel> panels) => panels.Exists(panel => panel.Series.Any(series => series.Points.Any(point => point.Datum.Value is not null)));

    private static IReadOnlyList<Text> OpenNote(Dataset dataset) => dataset.Observations.Statuses.Contains(ObservationStatus.P) ? [StillOpen] : [];

    private View? Lengths(MovementView view, string direction)
    {
        if (site.Visits is not { } visits)
            return null;
        var found = Monthly(visits, Query.All.Where("RESIDENCE_RULE", Rule(visits)).Where("DIRECTION", direction, "_Z"), "DIRECTION");
        var panels = new List<Panel>();
        foreach (var (code, name) in Lasting)
        {
            var series = SeriesOf(visits, name, found, code, direction);
            // What has no direction stands with the visits, once.
            if (series.Points.Count == 0 && direction == "E")
                series = SeriesOf(visits, name, found, code, "_Z");
            if (series.Points.Count > 0)
                panels.Add(new(name, [series]));
        }

        if (!Draws(panels))
            return null;
        var visit = direction == "E";
        return OfPanels(view, CreditsOf(view,
            visit ? new($"Visitas a {area.ShortName.Es} por duración", $"Visits to {area.ShortName.En} by length", $"Visites par durée : {area.ShortName.Fr}") : new($"Viajes de residentes de {area.ShortName.Es} por duración", $"Trips of residents of {area.ShortName.En} by length", $"Voyages des résidents par durée : {area.ShortName.Fr}"),
            visit ? new("entradas al mes", "entries a month", "entrées par mois") : new("salidas al mes", "exits a month", "sorties par mois"),
            [
                RuleNote(visits),
                visit ? new("Entradas que no fueron migración; se leen aparte de las salidas y no se suman con ellas.", "Entries that were no migration; read apart from exits and not added to them.", "Entrées qui n’étaient pas une migration ; elles se lisent séparément des sorties et ne s’y ajoutent pas.")
                    : new("Salidas que no fueron migración; se leen aparte de las entradas y no se suman con ellas.", "Exits that were no migration; read apart from entries and not added to them.", "Sorties qui n’étaient pas une migration ; elles se lisent séparément des entrées et ne s’y ajoutent pas."),
                .. OpenNote(visits),
            ], visits), panels);
    }
}
