using System.Runtime.InteropServices;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Disclosure;

/// <summary>What a set of linked tables counts: one measure of one reporting country in one period and, where the dataset tells them apart, one direction.</summary>
/// <param name="Area">Reporting country.</param>
/// <param name="Period">Month or other period.</param>
/// <param name="Measure">Code of the measure.</param>
/// <param name="Direction">Code of DIRECTION; null where the dataset has no such dimension.</param>
/// <param name="Status">Status its published figures get: A observed, P provisional, E estimated. Not a missing one.</param>
public sealed record TableSeries(string Area, TimePeriod Period, string Measure, string? Direction = null, ObservationStatus Status = ObservationStatus.A);

/// <summary>Two measures of one dataset of which one holds the other, so that the first bounds the second and their difference can be worked out: stays of 3 to 12 months, and those with migrant purposes.</summary>
/// <param name="Whole">Code of the measure that holds the other.</param>
/// <param name="Part">Code of the one it holds.</param>
public sealed record MeasurePart(string Whole, string Part);

/// <summary>One count of a breakdown table: an inner cell, with one code of every dimension of the table. Rows with the same codes are added up.</summary>
/// <param name="Series">Position of its series.</param>
/// <param name="First">Position of the code of the first dimension; 0 where there is none.</param>
/// <param name="Second">Position of the code of the second dimension; 0 where there is none.</param>
/// <param name="Third">Position of the code of the third dimension; 0 where there is none.</param>
/// <param name="Count">Persons or crossings, not negative. A zero given is published as zero; a combination not given is zero too, but gets no row.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BreakdownCount(int Series, int First, int Second, int Third, long Count);

/// <summary>
/// Counts by up to three dimensions beside country, period, measure and direction. Its margins need not be given: they are
/// the sums of its cells, and margins it shares with other tables must come out the same.
/// </summary>
/// <param name="Dimensions">Ids of up to three of <see cref="Allowed"/>.</param>
/// <param name="Codes">For each dimension the codes in use, none of them a total; together they leave nobody out and count nobody twice.</param>
/// <param name="Counts">The inner cells, in any order. A series without any is not broken down by this table.</param>
public sealed record BreakdownTable(IReadOnlyList<string> Dimensions, IReadOnlyList<IReadOnlyList<string>> Codes, IReadOnlyList<BreakdownCount> Counts)
{
    /// <summary>Dimensions a table may have at the most: more of them tell single persons apart.</summary>
    public const int MostDimensions = 3;

    /// <summary>The dimensions a table may break down by.</summary>
    public static IReadOnlyList<string> Allowed { get; } = ["CITIZENSHIP", "BIRTHPLACE", "SEX", "AGE", "POST", "PURPOSE", "TRANSPORT_MODE"];

    /// <summary>Checks that the table may be published from a dataset.</summary>
    /// <exception cref="StatisticsException">It has more than three dimensions, one that is not allowed, or one twice.</exception>
    internal void CheckDimensions(DatasetDefinition definition)
    {
        var list = string.Join(", ", Dimensions);
        if (Dimensions.Count > MostDimensions)
        {
            throw new StatisticsException(new Text(
                $"Un cuadro se desagrega a lo más por {MostDimensions} dimensiones, y este por {Dimensions.Count}: {list}. Divídalo en varios cuadros.",
                $"A table breaks down by {MostDimensions} dimensions at the most, and this one by {Dimensions.Count}: {list}. Split it into several tables.",
                $"Un tableau se ventile selon {MostDimensions} dimensions au plus, et celui-ci selon {Dimensions.Count} : {list}. Divisez-le en plusieurs tableaux."));
        }

        if (Dimensions.FirstOrDefault(id => !Allowed.Contains(id) || definition.Structure.Position(id) < 0) is { } foreign)
        {
            throw new StatisticsException(new Text(
                $"Los cuadros de {definition.Id} no se desagregan por {foreign}.", $"Tables of {definition.Id} do not break down by {foreign}.", $"Les tableaux de {definition.Id} ne se ventilent pas selon {foreign}."));
        }

        if (Dimensions.Distinct().Count() != Dimensions.Count || Codes.Count != Dimensions.Count)
            throw new StatisticsException(new Text($"Cada dimensión va una vez, con sus códigos: {list}.", $"Each dimension goes once, with its codes: {list}.", $"Chaque dimension figure une fois, avec ses codes : {list}."));
    }
}
