using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <summary>What a dataset is: its structure and which of its figures may be added up.</summary>
/// <param name="Id">Short id used in commands and addresses: <c>STOCK</c>.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Description">What it holds, in a sentence or two.</param>
/// <param name="Flow">Makes <see cref="Dataflow"/> when it is first asked for: a list of codes may come from files that few commands need.</param>
/// <param name="MeasureDimension">Id of the dimension that says what is measured.</param>
/// <param name="AdditiveMeasures">Codes of that dimension whose values may be summed over areas, sexes and ages: counts and amounts, never shares, rates or averages.</param>
public sealed record DatasetDefinition(
    string Id,
    Text Name,
    Text Description,
    Lazy<Dataflow> Flow,
    string MeasureDimension,
    IReadOnlySet<string> AdditiveMeasures)
{
    /// <summary>The SDMX dataflow and structure.</summary>
    public Dataflow Dataflow => Flow.Value;

    /// <summary>The structure.</summary>
    public DataStructure Structure => Dataflow.Structure;

    /// <summary>Position of a dimension in the key.</summary>
    /// <exception cref="ArgumentException">The structure has no such dimension.</exception>
    public int Dimension(string id)
    {
        var position = Structure.Position(id);
        return position >= 0 ? position : throw new ArgumentException($"{Id} has no dimension {id}.", nameof(id));
    }
}
