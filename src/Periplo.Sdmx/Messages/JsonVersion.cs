namespace Periplo.Sdmx.Messages;

/// <summary>Versions of SDMX-JSON.</summary>
public enum JsonVersion
{
    /// <summary>1.0, of SDMX 2.1.</summary>
    V1,

    /// <summary>2.0.0, of SDMX 3.0.</summary>
    V2,
}
