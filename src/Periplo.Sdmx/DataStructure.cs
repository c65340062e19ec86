namespace Periplo.Sdmx;

/// <summary>A notion of the cross-domain concept scheme that a dimension or attribute stands for.</summary>
/// <param name="Id">Identifier, for example <c>REF_AREA</c>.</param>
/// <param name="Name">Name in every language held.</param>
public sealed record Concept(string Id, InternationalString Name);

/// <summary>A dimension of a key; <see cref="CodeList.Uncoded"/> is the list of one whose values are free. The time dimension is apart: see <see cref="DataStructure.TimeDimension"/>.</summary>
public sealed record Dimension(Concept Concept, CodeList CodeList)
{
    /// <summary>Identifier, that of the concept.</summary>
    public string Id => Concept.Id;
}

/// <summary>What an attribute qualifies.</summary>
public enum Attachment
{
    /// <summary>One observation.</summary>
    Observation,

    /// <summary>A series: every observation of a key.</summary>
    Series,

    /// <summary>The whole data set.</summary>
    DataSet,
}

/// <summary>An attribute: what must be known beside the value.</summary>
/// <param name="Concept">The notion.</param>
/// <param name="CodeList">Its values, or null for free text and numbers.</param>
/// <param name="Attachment">What it qualifies.</param>
/// <param name="Mandatory">Whether every observation must have it.</param>
public sealed record DataAttribute(Concept Concept, CodeList? CodeList, Attachment Attachment, bool Mandatory)
{
    /// <summary>Identifier, that of the concept.</summary>
    public string Id => Concept.Id;

    /// <summary>Dimensions it depends on where it qualifies less than a whole series (a group of 2.1); else empty.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];
}

/// <summary>A data structure definition: the dimensions of a key in order, time, and the attributes.</summary>
public sealed record DataStructure(
    string Id,
    string Agency,
    string Version,
    InternationalString Name,
    IReadOnlyList<Dimension> Dimensions,
    IReadOnlyList<DataAttribute> Attributes)
{
    /// <summary>Id of the time dimension.</summary>
    public const string TimeDimension = "TIME_PERIOD";

    /// <summary>Id of the measure: the value of an observation (the primary measure of 2.1).</summary>
    public const string PrimaryMeasure = "OBS_VALUE";

    /// <summary>Position of a dimension in the key from 0, or -1.</summary>
    public int Position(string dimension)
    {
        for (var i = 0; i < Dimensions.Count; i++)
        {
            if (Dimensions[i].Id == dimension)
                return i;
        }

        return -1;
    }
}

/// <summary>A flow of data of one structure, as an agency publishes it.</summary>
public sealed record Dataflow(string Id, string Agency, string Version, InternationalString Name, DataStructure Structure);
