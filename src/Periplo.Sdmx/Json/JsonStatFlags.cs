namespace Periplo.Sdmx.Json;

/// <summary>What flags of European statistics mean as statuses of SDMX (Eurostat, "Flags" of its database; CL_OBS_STATUS 2.x).</summary>
internal static class JsonStatFlags
{
    /// <summary>
    /// The status of a cell. Of several flags in one a break counts first, as the guideline of CL_OBS_STATUS has it, else the first that
    /// is known. A missing value has a status that says why it is missing, if its flag does.
    /// </summary>
    public static ObservationStatus Status(string? flags, double value)
    {
        ObservationStatus? found = null;
        foreach (var flag in flags ?? "")
        {
            var status = double.IsNaN(value) ? OfMissing(flag) : OfValue(flag);
            if (status == ObservationStatus.B)
                return ObservationStatus.B;
            found ??= status;
        }

        return found ?? (double.IsNaN(value) ? ObservationStatus.O : ObservationStatus.A);
    }

    private static ObservationStatus? OfMissing(char flag) => flag switch
    {
        'c' or 'Q' => ObservationStatus.Q,
        'z' or 'M' => ObservationStatus.M,
        'L' => ObservationStatus.L,
        _ => null,
    };

    private static ObservationStatus? OfValue(char flag) => flag switch
    {
        'b' or 'B' => ObservationStatus.B,
        'd' or 'D' => ObservationStatus.D,
        'e' or 's' or 'E' => ObservationStatus.E,
        'f' or 'F' => ObservationStatus.F,
        'i' or 'I' => ObservationStatus.I,
        'n' or 'N' => ObservationStatus.N,
        'p' or 'P' => ObservationStatus.P,
        'u' or 'U' => ObservationStatus.U,
        _ => null,
    };
}
