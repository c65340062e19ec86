namespace Periplo.Populations;

/// <summary>What is published of an area, from which its projection is made. Persons, not thousands.</summary>
/// <param name="Area">Area id.</param>
/// <param name="Year">Year of <paramref name="Now"/>: mid-year, the end of the period.</param>
/// <param name="Before">Population five years earlier.</param>
/// <param name="Now">Population from which the projection starts.</param>
/// <param name="Births">Births of the five years.</param>
/// <param name="Deaths">Deaths of the five years.</param>
/// <param name="NetMigration">Net migrants of the five years.</param>
/// <param name="TotalFertility">Children per woman.</param>
/// <param name="LifeExpectancy">Life expectancy at birth of both sexes, years.</param>
/// <param name="SexRatioAtBirth">Boys to a girl.</param>
public sealed record AreaDemography(
    string Area, int Year, AgeStructure Before, AgeStructure Now, double Births, BySex Deaths, double NetMigration,
    double TotalFertility, double LifeExpectancy, double SexRatioAtBirth)
{
    /// <summary>Persons born in the area who live abroad, or null where that is not known.</summary>
    public BySex? Emigrants { get; init; }
}
