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
        IndicatorRegistry registry, AreaRegistry areas, IReadOnlyList<RevisionHeld> revisions, CooperationIndex cooperation, Dossier dossier, CancellationToken cancellation)
    {
        var columns = new IndicatorColumns(registry, areas, revisions);
        columns.Add(cancellation);
        var stated = new RegisterIndicators(registry, areas, cooperation, dossier).Values().ToList();
        var table = With(stated);
        stated.AddRange(DefinitionUsed.Values(table));
        // The score is of the figures, so it comes when all of them are there.
        stated.AddRange(QualityScore.Values(table));
        return With(stated);

        IndicatorTable With(IReadOnlyList<IndicatorValue> values) => new(registry, columns.Areas, columns.All, columns.Rankings, values) { Countries = columns.Countries, Revisions = columns.Revisions };
    }
}
