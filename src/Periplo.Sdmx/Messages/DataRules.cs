namespace Periplo.Sdmx.Messages;

/// <summary>Names of the rules a message of data can break, the same in every format. Reports carry them, so they do not change.</summary>
/// <remarks>
/// The first group concerns one observation or series and may be passed over: see <see cref="DataReader.Rejected"/>.
/// The second ends reading: what follows could not be understood.
/// </remarks>
public static class DataRules
{
    /// <summary>A dimension or attribute has a value that its code list does not have.</summary>
    public const string UnknownCode = "unknown-code";

    /// <summary>A text is no observational time period that this library knows.</summary>
    public const string BadPeriod = "bad-period";

    /// <summary>The value of an observation is no number.</summary>
    public const string BadValue = "bad-value";

    /// <summary>A dimension or the period of an observation is not given.</summary>
    public const string MissingDimension = "missing-dimension";

    /// <summary>A mandatory attribute is not given.</summary>
    public const string MissingAttribute = "missing-attribute";

    /// <summary>A component that the structure does not have.</summary>
    public const string UnknownComponent = "unknown-component";

    /// <summary>A component is given twice for one observation with different values.</summary>
    public const string ContradictoryComponent = "contradictory-component";

    /// <summary>An observation is given twice in a message.</summary>
    public const string DuplicateKey = "duplicate-key";

    /// <summary>The bytes are not well-formed XML, or use what is refused for safety (a document type).</summary>
    public const string NotXml = "not-xml";

    /// <summary>The bytes are not well-formed JSON.</summary>
    public const string NotJson = "not-json";

    /// <summary>The bytes are not well-formed separated values in UTF-8.</summary>
    public const string NotCsv = "not-csv";

    /// <summary>An archive or compressed answer that cannot be unpacked.</summary>
    public const string NotZip = "not-zip";

    /// <summary>The message is of no known format of data.</summary>
    public const string UnknownFormat = "unknown-format";

    /// <summary>The message is of SDMX 2.0 or older, which this library does not read.</summary>
    public const string OldVersion = "old-version";

    /// <summary>An element, property or column that does not belong where it stands, or a needed one that is not there.</summary>
    public const string BadForm = "bad-form";

    /// <summary>The structure referred to was not found.</summary>
    public const string UnknownStructure = "unknown-structure";

    /// <summary>The message does not say which structure its data have.</summary>
    public const string NoStructure = "no-structure";

    /// <summary>The message has data of more than one structure.</summary>
    public const string SeveralStructures = "several-structures";

    /// <summary>Something is longer, deeper or larger than what is read.</summary>
    public const string TooLarge = "too-large";

    /// <summary>The service answered with an error message instead of data; the detail repeats it.</summary>
    public const string ErrorMessage = "error-message";
}
