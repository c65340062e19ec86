namespace Periplo.Sdmx.Messages;

/// <summary>Formats of messages of data.</summary>
public enum DataFormat
{
    /// <summary>SDMX-ML 2.1, components as elements.</summary>
    GenericXml,

    /// <summary>The same with the root that allows time series alone.</summary>
    GenericTimeSeriesXml,

    /// <summary>SDMX-ML 2.1, components as attributes.</summary>
    StructureSpecificXml,

    /// <summary>The same with the root that allows time series alone.</summary>
    StructureSpecificTimeSeriesXml,

    /// <summary>SDMX-JSON 1.0.</summary>
    Json1,

    /// <summary>SDMX-JSON 2.0.</summary>
    Json2,

    /// <summary>SDMX-CSV 1.0.</summary>
    Csv1,

    /// <summary>SDMX-CSV 2.0.</summary>
    Csv2,

    /// <summary>The draft of SDMX-JSON that some banks still send; it is read and not written.</summary>
    JsonDraft,

    /// <summary>JSON-stat; it is read and not written.</summary>
    JsonStat,
}
