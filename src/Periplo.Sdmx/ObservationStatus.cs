namespace Periplo.Sdmx;

/// <summary>SDMX CL_OBS_STATUS 2.x: how a value came to be, or why there is none. The numeric value is the code letter.</summary>
public enum ObservationStatus : byte
{
    /// <summary>Normal: observed and published as such.</summary>
    A = (byte)'A',

    /// <summary>Time series break.</summary>
    B = (byte)'B',

    /// <summary>Definition differs.</summary>
    D = (byte)'D',

    /// <summary>Estimated.</summary>
    E = (byte)'E',

    /// <summary>Forecast.</summary>
    F = (byte)'F',

    /// <summary>Experimental.</summary>
    G = (byte)'G',

    /// <summary>Imputed by the publisher.</summary>
    I = (byte)'I',

    /// <summary>Derogation.</summary>
    J = (byte)'J',

    /// <summary>Included in another category.</summary>
    K = (byte)'K',

    /// <summary>Missing: exists but was not collected.</summary>
    L = (byte)'L',

    /// <summary>Missing: cannot exist.</summary>
    M = (byte)'M',

    /// <summary>Not significant.</summary>
    N = (byte)'N',

    /// <summary>Missing.</summary>
    O = (byte)'O',

    /// <summary>Provisional.</summary>
    P = (byte)'P',

    /// <summary>Missing: suppressed.</summary>
    Q = (byte)'Q',

    /// <summary>Strike and other special events.</summary>
    S = (byte)'S',

    /// <summary>Low reliability.</summary>
    U = (byte)'U',

    /// <summary>Unvalidated.</summary>
    V = (byte)'V',

    /// <summary>Includes another category.</summary>
    W = (byte)'W',
}

/// <summary>What follows from a status.</summary>
public static class ObservationStatuses
{
    /// <summary>True for the statuses that say why there is no value.</summary>
    public static bool IsMissing(this ObservationStatus status) =>
        status is ObservationStatus.L or ObservationStatus.M or ObservationStatus.O or ObservationStatus.Q;

    /// <summary>The code letter.</summary>
    public static char Letter(this ObservationStatus status) => (char)status;

    /// <summary>Reads a code letter; false when the list does not have it.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out ObservationStatus status)
    {
        status = text.Length == 1 ? (ObservationStatus)text[0] : default;
        return Enum.IsDefined(status);
    }
}
