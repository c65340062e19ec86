using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>Which of the two areas of a move counts it.</summary>
public enum ReportingSide
{
    /// <summary>The area that is left: emigration by next residence.</summary>
    Origin,

    /// <summary>The area that is entered: immigration by previous residence.</summary>
    Destination,
}

/// <summary>What one side says of a corridor in a year, with the place it is kept at.</summary>
/// <param name="Side">Who says it.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Dataset">The revision of <c>FLOWS</c> that holds it.</param>
/// <param name="Observation">Its position there.</param>
public sealed record ReportedFigure(ReportingSide Side, int Year, Dataset Dataset, int Observation)
{
    /// <summary>Persons; null where the source says that it has no figure.</summary>
    public double? Persons => Status.IsMissing() ? null : Dataset.Plain(Observation);

    /// <summary>How the value came to be, or why there is none.</summary>
    public ObservationStatus Status => Dataset.Observations.Statuses[Observation];

    /// <summary>Code of <c>CL_DURATION</c>: how long one must stay or be away to be counted.</summary>
    public string Duration => Dataset.Observations.Code(Dataset.Definition.Dimension("DURATION"), Observation);

    /// <summary>The duration in words.</summary>
    public Text DurationName =>
        Dataset.Definition.Structure.Dimensions[Dataset.Definition.Dimension("DURATION")].CodeList.Find(Duration)?.Name.Text() ?? Text.Same(Duration);
}

/// <summary>A year of a corridor as both sides report it.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Emigration">What the origin says; null when nothing of it is held.</param>
/// <param name="Immigration">What the destination says; null when nothing of it is held.</param>
public sealed record ReportedYear(int Year, ReportedFigure? Emigration, ReportedFigure? Immigration)
{
    /// <summary>Immigration less emigration, persons; null unless both sides have a figure.</summary>
    public double? Difference => Immigration?.Persons - Emigration?.Persons;

    /// <summary>The sides without a figure.</summary>
    public IReadOnlyList<ReportingSide> Missing =>
        [.. Emigration?.Persons is null ? (ReportingSide[])[ReportingSide.Origin] : [], .. Immigration?.Persons is null ? (ReportingSide[])[ReportingSide.Destination] : []];
}
