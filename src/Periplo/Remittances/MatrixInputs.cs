using System.Runtime.InteropServices;

namespace Periplo.Remittances;

/// <summary>Migrants of one origin in one destination.</summary>
/// <param name="Origin">Where they are from: the country that receives.</param>
/// <param name="Destination">Where they live: the country that sends.</param>
/// <param name="Migrants">Persons, zero or more; need not be whole where interpolated.</param>
public readonly record struct CorridorStock(string Origin, string Destination, double Migrants);

/// <summary>Income per head of a country.</summary>
/// <param name="PerHead">Current US dollars, above zero.</param>
/// <param name="Year">Year of the value where it is not that of the matrix: the latest published value stands in. Null where it is of the year itself.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HeadIncome(double PerHead, int? Year = null);

/// <summary>What a matrix of one year is made of. Labels may be any texts; they are compared ordinally.</summary>
/// <param name="Stocks">Migrants by origin and destination, each pair once.</param>
/// <param name="Inflows">Money received by country, US dollars, zero or more. A country that is not there has no row in the matrix.</param>
/// <param name="Incomes">Income per head by country. A country that is not there has none.</param>
/// <param name="Closed">Corridors (sender, receiver) through which nothing passes; null for none.</param>
public sealed record MatrixInputs(
    IReadOnlyCollection<CorridorStock> Stocks,
    IReadOnlyDictionary<string, double> Inflows,
    IReadOnlyDictionary<string, HeadIncome> Incomes,
    IReadOnlySet<(string Sender, string Receiver)>? Closed = null);

/// <summary>Which income stands for a sender.</summary>
public enum IncomeBasis
{
    /// <summary>The one of the year.</summary>
    OfYear,

    /// <summary>The latest published of another year.</summary>
    OfAnotherYear,

    /// <summary>None is published: the sender counts as being as rich as the receiver, so no income gap is assumed where none is known.</summary>
    AsAtHome,
}
