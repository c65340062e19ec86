using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Exchange;

/// <summary>What the figures of a flow are, as far as their attributes follow from their key.</summary>
/// <param name="Dimensions">Ids of the dimensions in order.</param>
/// <param name="Measure">Position of the dimension that says what is measured.</param>
/// <param name="Day">The day of its period that a measure is of.</param>
/// <param name="Unit">UNIT_MEASURE of a measure where it is no dimension; else null.</param>
public sealed record FlowRules(IReadOnlyList<string> Dimensions, int Measure, Func<string, ReferenceDay> Day, Func<string, string?> Unit)
{
    private static readonly HashSet<string> OtherSide = ["COUNTERPART_AREA", "CITIZENSHIP", "BIRTHPLACE", "CUST_BREAKDOWN"];

    /// <summary>
    /// Whether a dimension says who or what is on the other side: its codes together make up one table of the area that reports, in
    /// which a pair that is left out is a zero or not known.
    /// </summary>
    /// <param name="dimension">Position of the dimension.</param>
    public bool IsOtherSide(int dimension) => OtherSide.Contains(Dimensions[dimension]);

    /// <summary>Those of a dataset.</summary>
    public static FlowRules Of(DatasetDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new(
            [.. definition.Structure.Dimensions.Select(dimension => dimension.Id)], definition.Dimension(definition.MeasureDimension),
            measure => ReferenceDays.Of(definition.Id, measure), _ => null);
    }

    /// <summary>Checks that a structure has these dimensions.</summary>
    /// <exception cref="ArgumentException">It has others.</exception>
    internal void Check(DataStructure structure)
    {
        if (!structure.Dimensions.Select(dimension => dimension.Id).SequenceEqual(Dimensions))
            throw new ArgumentException($"{structure.Id} is not the structure of these figures.", nameof(structure));
    }
}
