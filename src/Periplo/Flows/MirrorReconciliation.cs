using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>
/// Makes what origins and destinations report of the same moves agree: a factor for the emigration of each area and one for its
/// immigration, by weighted least squares of differences or of ratios. M. Poulain (1993), "Confrontation des statistiques de migrations intra-européennes", European
/// Journal of Population 9(4); J. de Beer and others (2010), "Overcoming the problems of inconsistent international migration data",
/// European Journal of Population 26(4). Formula, worked example and limits: docs/methods/mirror-reconciliation.md.
/// </summary>
public static class MirrorReconciliation
{
    private const int NamesShown = 20;

    /// <summary>Reconciles counts. The same input in another order gives the same result.</summary>
    /// <param name="emigration">Counts by origins, each corridor and year once.</param>
    /// <param name="immigration">Counts by destinations, each corridor and year once.</param>
    /// <param name="options">Whom to trust, and more.</param>
    /// <exception cref="StatisticsException">A side is missing, or nothing ties some areas to a trusted one.</exception>
    /// <exception cref="ArgumentException">A count is repeated, below zero or of an area to itself, or the options make no sense.</exception>
    public static Reconciliation Of(IReadOnlyList<ReportedCount> emigration, IReadOnlyList<ReportedCount> immigration, MirrorOptions options)
    {
        ArgumentNullException.ThrowIfNull(emigration);
        ArgumentNullException.ThrowIfNull(immigration);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Anchors.Count == 0)
            throw new ArgumentException("There is no anchor.", nameof(options));
        if (options.Bounds is { } bounds && !(bounds.Low > 0 && bounds.Low <= 1 && bounds.High >= 1 && double.IsFinite(bounds.High)))
            throw new ArgumentException("Bounds lie above zero and on either side of 1.", nameof(options));
        if (emigration.Count == 0 || immigration.Count == 0)
            throw new StatisticsException(OneSided(emigration.Count == 0));

        var reports = Paired(emigration, immigration);
        var groups = options.EachYear
            ? reports.GroupBy(report => report.Year).Select(group => (Year: (int?)group.Key, Reports: group.ToList())).ToList()
            : [(null, reports)];
        var flows = new List<ReconciledFlow>();
        var factors = new List<ReportingFactor>();
        var (used, before, after, meansBefore, meansAfter, otherTotal) = (0, 0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var (year, group) in groups)
        {
            var links = MirrorLinks.Of(group, options.Anchors);
            Refuse(links, options.Anchors, year);
            var found = links.Factors(options.Fit, options.Bounds, year);
            var other = links.Factors(options.Fit == MirrorFit.Differences ? MirrorFit.Ratios : MirrorFit.Differences, options.Bounds, year);
            factors.AddRange(found.Values);
            foreach (var report in group)
            {
                var flow = Adjusted(report, found);
                flows.Add(flow);
                otherTotal += Adjusted(report, other).Estimate ?? 0;
                if (flow.AdjustedEmigration is not { } emigrated || flow.AdjustedImmigration is not { } immigrated)
                    continue;
                used += report.Emigration + report.Immigration > 0 ? 1 : 0;
                before += Math.Abs(report.Emigration!.Value - report.Immigration!.Value);
                meansBefore += (report.Emigration.Value + report.Immigration.Value) / 2;
                after += Math.Abs(emigrated - immigrated);
                meansAfter += (emigrated + immigrated) / 2;
            }
        }

        return new(
            flows, factors, used, meansBefore > 0 ? 100 * before / meansBefore : null, meansAfter > 0 ? 100 * after / meansAfter : null,
            flows.Sum(flow => flow.Estimate ?? 0), otherTotal);
    }

    private static ReconciledFlow Adjusted(MirrorReport report, Dictionary<(string Area, ReportingSide Side), ReportingFactor> factors) => new(
        report.Year, report.Origin, report.Destination, report.AsEmigration, report.AsImmigration,
        factors.GetValueOrDefault((report.Origin, ReportingSide.Origin))?.Factor * report.Emigration,
        factors.GetValueOrDefault((report.Destination, ReportingSide.Destination))?.Factor * report.Immigration);

    private static List<MirrorReport> Paired(IReadOnlyList<ReportedCount> emigration, IReadOnlyList<ReportedCount> immigration)
    {
        var pairs = new Dictionary<(int Year, string Origin, string Destination), (ReportedCount? Out, ReportedCount? In)>();
        foreach (var count in emigration)
        {
            if (!pairs.TryAdd(Key(count), (count, null)))
                throw Repeated(count, nameof(emigration));
        }

        foreach (var count in immigration)
        {
            var known = pairs.GetValueOrDefault(Key(count));
            pairs[Key(count)] = known.In is null ? (known.Out, count) : throw Repeated(count, nameof(immigration));
        }

        return
        [
            .. pairs.OrderBy(pair => pair.Key.Year).ThenBy(pair => pair.Key.Origin, StringComparer.Ordinal).ThenBy(pair => pair.Key.Destination, StringComparer.Ordinal)
                .Select(pair => new MirrorReport(pair.Key.Year, pair.Key.Origin, pair.Key.Destination, pair.Value.Out?.Count, pair.Value.In?.Count, ByTwelveMonths(pair.Value.Out), ByTwelveMonths(pair.Value.In))),
        ];
    }

    private static (int Year, string Origin, string Destination) Key(ReportedCount count) =>
        double.IsFinite(count.Count) && count.Count >= 0 && count.Origin != count.Destination
            ? (count.Year, count.Origin, count.Destination)
            : throw new ArgumentException($"{count} is no count of moves from one area to another.");

    private static double? ByTwelveMonths(ReportedCount? count) =>
        count is null ? null : count.Count * StayDurations.Factor(count.Duration ?? StayDuration.TwelveMonths);

    private static ArgumentException Repeated(ReportedCount count, string side) => new($"{count} stands twice.", side);

    private static void Refuse(MirrorLinks links, IReadOnlyList<string> anchors, int? year)
    {
        var during = year is { } one ? new Text($"{one}: ", $"{one}: ", $"{one} : ") : Text.Same("");
        if (links.Missing is { Count: > 0 } missing)
        {
            var named = Named(missing);
            throw new StatisticsException(new(
                $"{during.Es}ningún país de origen notifica emigración hacia {named} que {named} cuente también como inmigración, y sin eso no fija el nivel. Elija con --anchor otra área de confianza.",
                $"{during.En}no origin reports emigration to {named} that {named} counts as immigration as well, and without that it sets no level. Choose another trusted area with --anchor.",
                $"{during.Fr}aucun pays d’origine ne communique d’émigration vers {named} qui y soit aussi comptée comme immigration ; sans cela, le niveau n’est pas fixé. Choisissez une autre zone de confiance avec --anchor."));
        }

        if (links.Apart is { Count: > 0 } apart)
        {
            string Sides(string emigration, string immigration) => string.Join("; ", apart.Select(group =>
                Named([.. group.Select(one => $"{(one.Side == ReportingSide.Origin ? emigration : immigration)} {one.Area}")])));
            var trusted = Named(anchors);
            throw new StatisticsException(new(
                $"{during.Es}nada une con la inmigración de {trusted} estas cifras, cuyo nivel no se puede conocer: {Sides("emigración de", "inmigración de")}. Indique con --anchor además un área de confianza entre ellas, o quite sus filas.",
                $"{during.En}nothing ties these figures, whose level cannot be known, to the immigration of {trusted}: {Sides("emigration of", "immigration of")}. Name a trusted area among them with --anchor as well, or leave out their rows.",
                $"{during.Fr}rien ne relie à l’immigration de {trusted} ces chiffres, dont le niveau ne peut être connu : {Sides("émigration de", "immigration de")}. Indiquez aussi une zone de confiance parmi elles avec --anchor, ou retirez leurs lignes."));
        }
    }

    private static string Named(IReadOnlyList<string> labels) =>
        string.Join(", ", labels.Take(NamesShown)) + (labels.Count > NamesShown ? $"… (+{labels.Count - NamesShown})" : "");

    private static Text OneSided(bool noEmigration) => noEmigration
        ? new(
            "No hay ninguna cifra de emigración: falta el lado del origen, y con uno solo no hay nada que conciliar.",
            "There is no figure of emigration: the origins' side is missing, and with one side alone there is nothing to reconcile.",
            "Il n’y a aucun chiffre d’émigration : le côté des origines manque, et avec un seul côté il n’y a rien à rapprocher.")
        : new(
            "No hay ninguna cifra de inmigración: falta el lado del destino, y con uno solo no hay nada que conciliar.",
            "There is no figure of immigration: the destinations' side is missing, and with one side alone there is nothing to reconcile.",
            "Il n’y a aucun chiffre d’immigration : le côté des destinations manque, et avec un seul côté il n’y a rien à rapprocher.");
}
