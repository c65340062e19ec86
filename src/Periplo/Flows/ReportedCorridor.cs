using Periplo.Areas;
using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>How much of one side of a corridor is held.</summary>
public enum SideCoverage
{
    /// <summary>Figures of this corridor.</summary>
    Reported,

    /// <summary>Figures of the reporter about other areas, none about this one.</summary>
    OtherCorridorsOnly,

    /// <summary>No figures of the reporter by area on the other side.</summary>
    NoneOfReporter,

    /// <summary>No figures of this side of any area.</summary>
    NoneAtAll,
}

/// <summary>
/// What origin and destination report of the moves between them, side by side. Both count the same moves, by own definitions and
/// registers, so they never agree; and mostly only one of them reports.
/// </summary>
/// <param name="Origin">The area that is left.</param>
/// <param name="Destination">The area that is entered.</param>
/// <param name="Years">Every year in which either side has an entry, in order. By previous and next residence, both sexes, all ages, citizens and foreigners together.</param>
/// <param name="ByCitizenship">Immigrants of the origin's citizenship, by year: no mirror of emigration, for they may come from anywhere.</param>
/// <param name="Emigration">What is held of the origin's side.</param>
/// <param name="Immigration">What is held of the destination's side.</param>
public sealed record ReportedCorridor(
    Area Origin, Area Destination, IReadOnlyList<ReportedYear> Years, IReadOnlyList<ReportedFigure> ByCitizenship, SideCoverage Emigration, SideCoverage Immigration)
{
    /// <summary>The corridor in the figures held.</summary>
    /// <param name="revisions">Revisions of <c>FLOWS</c>, the preferred first: a year two of them have is taken from the first.</param>
    /// <param name="origin">The area that is left.</param>
    /// <param name="destination">The area that is entered.</param>
    public static ReportedCorridor Of(IReadOnlyList<Dataset> revisions, Area origin, Area destination)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(destination);
        var emigration = Find(revisions, ReportingSide.Origin, "P", origin, destination);
        var immigration = Find(revisions, ReportingSide.Destination, "P", origin, destination);
        return new(
            origin, destination,
            [.. emigration.Keys.Union(immigration.Keys).Order().Select(year => new ReportedYear(year, emigration.GetValueOrDefault(year), immigration.GetValueOrDefault(year)))],
            [.. Find(revisions, ReportingSide.Destination, "C", origin, destination).Values.OrderBy(figure => figure.Year)],
            Coverage(revisions, ReportingSide.Origin, origin.Id, emigration.Count > 0),
            Coverage(revisions, ReportingSide.Destination, destination.Id, immigration.Count > 0));
    }

    /// <summary>True when neither side has an entry, by residence or citizenship.</summary>
    public bool IsEmpty => Years.Count == 0 && ByCitizenship.Count == 0;

    /// <summary>Years in which both sides have a figure.</summary>
    public int YearsOfBoth => Years.Count(year => year.Missing.Count == 0);

    /// <summary>Says which side is missing and how much of it; null when both sides report the corridor.</summary>
    /// <param name="side">The side asked for.</param>
    public Text? Missing(ReportingSide side) => (side, side == ReportingSide.Origin ? Emigration : Immigration) switch
    {
        (_, SideCoverage.Reported) => null,
        (ReportingSide.Origin, SideCoverage.OtherCorridorsOnly) => new(
            $"Falta el lado del origen: la emigración que notifica {Origin.ShortName.Es} no distingue a quienes van a {Destination.ShortName.Es}.",
            $"The origin's side is missing: the emigration {Origin.ShortName.En} reports does not tell apart those who go to {Destination.ShortName.En}.",
            $"Le côté de l’origine manque : l’émigration communiquée (origine : {Origin.ShortName.Fr}) ne distingue pas les départs vers cette destination ({Destination.ShortName.Fr})."),
        (ReportingSide.Origin, SideCoverage.NoneOfReporter) => new(
            $"Falta el lado del origen: no hay cifras de emigración de {Origin.ShortName.Es} por país de residencia siguiente.",
            $"The origin's side is missing: no emigration figures of {Origin.ShortName.En} by country of next residence are held.",
            $"Le côté de l’origine manque : aucune donnée d’émigration ({Origin.ShortName.Fr}) par pays de résidence suivante."),
        (ReportingSide.Origin, _) => MissingFlows.Emigration,
        (_, SideCoverage.OtherCorridorsOnly) => new(
            $"Falta el lado del destino: la inmigración que notifica {Destination.ShortName.Es} no distingue a quienes llegan de {Origin.ShortName.Es}.",
            $"The destination's side is missing: the immigration {Destination.ShortName.En} reports does not tell apart those who come from {Origin.ShortName.En}.",
            $"Le côté de la destination manque : l’immigration communiquée (destination : {Destination.ShortName.Fr}) ne distingue pas les arrivées depuis cette origine ({Origin.ShortName.Fr})."),
        (_, SideCoverage.NoneOfReporter) => new(
            $"Falta el lado del destino: no hay cifras de inmigración en {Destination.ShortName.Es} por país de residencia anterior.",
            $"The destination's side is missing: no immigration figures of {Destination.ShortName.En} by country of previous residence are held.",
            $"Le côté de la destination manque : aucune donnée d’immigration ({Destination.ShortName.Fr}) par pays de résidence précédente."),
        _ => MissingFlows.Immigration,
    };

    private static Dictionary<int, ReportedFigure> Find(IReadOnlyList<Dataset> revisions, ReportingSide side, string basis, Area origin, Area destination)
    {
        var found = new Dictionary<int, ReportedFigure>();
        foreach (var dataset in revisions)
        {
            foreach (var i in dataset.Select(ReportedCounts.Query(side, basis).Where("REF_AREA", destination.Id).Where("COUNTERPART_AREA", origin.Id)))
            {
                var figure = new ReportedFigure(side, dataset.Observations.Times[i].Year, dataset, i);
                // An entry without a figure gives way to one with a figure, of whatever revision.
                if (!found.TryGetValue(figure.Year, out var known) || (known.Persons is null && figure.Persons is not null))
                    found[figure.Year] = figure;
            }
        }

        return found;
    }

    private static SideCoverage Coverage(IReadOnlyList<Dataset> revisions, ReportingSide side, string reporter, bool reported)
    {
        if (reported)
            return SideCoverage.Reported;
        var (own, other) = side == ReportingSide.Origin ? ("COUNTERPART_AREA", "REF_AREA") : ("REF_AREA", "COUNTERPART_AREA");
        var anyone = false;
        foreach (var dataset in revisions)
        {
            var (reporters, partners) = (dataset.Definition.Dimension(own), dataset.Definition.Dimension(other));
            foreach (var i in dataset.Select(ReportedCounts.Query(side, "P")))
            {
                if (dataset.Observations.Code(partners, i) == "_T")
                    continue;
                anyone = true;
                if (dataset.Observations.Code(reporters, i) == reporter)
                    return SideCoverage.OtherCorridorsOnly;
            }
        }

        return anyone ? SideCoverage.NoneOfReporter : SideCoverage.NoneAtAll;
    }
}
