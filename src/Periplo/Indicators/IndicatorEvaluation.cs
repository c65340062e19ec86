using Periplo.Areas;
using Periplo.Cooperation;
using Periplo.Statistics;

namespace Periplo.Indicators;

/// <summary>A revision that formulas may select from, read when one does.</summary>
/// <param name="Revision">Which.</param>
/// <param name="Load">Reads it.</param>
public sealed record RevisionHeld(Revision Revision, Func<Dataset> Load);

/// <summary>Works all indicators out for every area and year at once.</summary>
public static class IndicatorEvaluation
{
    /// <summary>The whole table: a pure function of the revisions and registers it is given.</summary>
    /// <param name="registry">The indicators.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="revisions">The revisions to take figures from, of each dataset the latest first; for an edition, the frozen set.</param>
    /// <param name="cooperation">The registers of cooperation as they stand.</param>
    /// <param name="dossier">Promises, money and facts as the registers stand.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IndicatorTable Table(
        IndicatorRegistry registry, AreaRegistry areas, IReadOnlyList<RevisionHeld> revisions, CooperationIndex cooperation, Dossier dossier, CancellationToken cancellation) =>
        Table(registry, areas, [], revisions, cooperation, dossier, cancellation);

    /// <summary>The same with groups of countries that are no areas of data: the members of processes.</summary>
    /// <param name="registry">The indicators.</param>
    /// <param name="areas">The areas.</param>
    /// <param name="groups">The groups, of <see cref="ProcessGroups"/>.</param>
    /// <param name="revisions">The revisions, as above.</param>
    /// <param name="cooperation">The registers of cooperation as they stand.</param>
    /// <param name="dossier">Promises, money and facts as the registers stand.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IndicatorTable Table(
        IndicatorRegistry registry, AreaRegistry areas, IReadOnlyList<Area> groups, IReadOnlyList<RevisionHeld> revisions, CooperationIndex cooperation, Dossier dossier, CancellationToken cancellation)
    {
        var columns = new IndicatorColumns(registry, areas.WithGroups(groups), revisions);
        columns.Add(cancellation);
        var stated = new RegisterIndicators(registry, areas, cooperation, dossier).Values().ToList();
        var table = With(stated);
        stated.AddRange(DefinitionUsed.Values(table));
        // The score is of the figures, so it comes when all of them are there.
        stated.AddRange(QualityScore.Values(table));
        return With(stated);

        IndicatorTable With(IReadOnlyList<IndicatorValue> values) => new(registry, columns.Areas, groups, columns.All, columns.Rankings, values) { Countries = columns.Countries, Revisions = columns.Revisions };
    }
}
