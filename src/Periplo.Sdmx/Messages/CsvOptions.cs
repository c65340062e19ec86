namespace Periplo.Sdmx.Messages;

/// <summary>Editions of SDMX-CSV.</summary>
public enum CsvVersion
{
    /// <summary>1.0, of SDMX 2.1: the dataflow in the first column.</summary>
    V1,

    /// <summary>2.0, of SDMX 3.0: kind and identity of the structure, and what is to be done with every row.</summary>
    V2,
}

/// <summary>What stands for a structure, a component or a code (SDMX-CSV field guide, optional parameter <c>labels</c>).</summary>
public enum CsvLabels
{
    /// <summary>Its id.</summary>
    Id,

    /// <summary>Its id, and its name in a column of its own behind it.</summary>
    Name,

    /// <summary>Its id and its name in one field, a colon and a space between.</summary>
    Both,
}

/// <summary>Which keys stand in columns of their own (optional parameter <c>keys</c> of 2.0).</summary>
[Flags]
public enum CsvKeys
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>OBS_KEY, that of the observation.</summary>
    Obs = 1,

    /// <summary>SERIES_KEY, that of its series.</summary>
    Series = 2,

    /// <summary>Both, the series first.</summary>
    Both = Obs | Series,
}

/// <summary>How a message in SDMX-CSV is written.</summary>
/// <param name="Version">Edition.</param>
/// <param name="Labels">Ids, names or both.</param>
/// <param name="NormalizedTime">
/// Periods as the day they begin with (<c>2014-Q2</c> as <c>2014-04-01</c>), so that those of different lengths can be compared. A day is
/// the finest this library knows, and a stream cannot know beforehand which is the finest it will meet.
/// </param>
/// <param name="Keys">Columns of keys; 1.0 has none.</param>
public sealed record CsvOptions(
    CsvVersion Version, CsvLabels Labels = CsvLabels.Id, bool NormalizedTime = false, CsvKeys Keys = CsvKeys.None);
