using Periplo.Areas;
using Periplo.Charts;
using Periplo.Cooperation;
using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Profiles;

/// <summary>A revision a profile takes figures from, with its papers.</summary>
/// <param name="Dataset">Id of the dataset.</param>
/// <param name="Name">Name of the dataset.</param>
/// <param name="Revision">Id of the revision.</param>
/// <param name="Papers">Publishers, licences and methods of its parts, once each.</param>
public sealed record ProfileSource(string Dataset, Text Name, string Revision, IReadOnlyList<Papers> Papers);

/// <summary>All that profiles are made from: the same material makes the same profiles.</summary>
/// <param name="Areas">The areas.</param>
/// <param name="Indicators">Every indicator on the revisions of the edition.</param>
/// <param name="Cooperation">The registers of cooperation as the edition has them.</param>
/// <param name="Dossier">Promises and money as the edition has them.</param>
/// <param name="Sources">The revisions of the edition with their papers.</param>
/// <param name="Font">Measures the text of charts.</param>
/// <param name="World">Outlines for maps; null for a document without them.</param>
public sealed record ProfileMaterial(
    AreaRegistry Areas, IndicatorTable Indicators, CooperationIndex Cooperation, Dossier Dossier, IReadOnlyList<ProfileSource> Sources, FontMetrics Font, World? World);
