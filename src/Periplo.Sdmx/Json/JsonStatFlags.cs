namespace Periplo.Sdmx.Json;

/// <summary>What flags of European statistics mean as statuses of SDMX (Eurostat, "Flags" of its database; CL_OBS_STATUS 2.x).</summary>
internal static class JsonStatFlags
{
    /// <summary>The status of a cell. Of several flags in one a break counts first, as the guideline of CL_OBS_STATUS has it, else the first that is known.</summary>
    public static ObservationStatus Status(string? flags, double value)
    {
        var isMissing = double.IsNaN(value);
        ObservationStatus? found = null;
        foreach (var flag in flags ?? "")
        {
            ObservationStatus? status = flag switch
            {
                'b' or 'B' => ObservationStatus.B,
                'c' or 'Q' => isMissing ? ObservationStatus.Q : null,
                'd' or 'D' => ObservationStatus.D,
                'e' or 's' or 'E' => ObservationStatus.E,
                'f' or 'F' => ObservationStatus.F,
                'i' or 'I' => ObservationStatus.I,
                'n' or 'N' => ObservationStatus.N,
                'p' or 'P' => ObservationStatus.P,
                'u' or 'U' => ObservationStatus.U,
                'z' or 'M' => isMissing ? ObservationStatus.M : null,
                _ => null,
            };
            if (status == ObservationStatus.B)
                return ObservationStatus.B;
            found ??= status;
        }

        return found ?? (isMissing ? ObservationStatus.O : ObservationStatus.A);
    }
}
