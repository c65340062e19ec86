using Periplo.Sdmx;

namespace Periplo.Indicators;

/// <summary>Orders statuses, so that what is made of several figures has the worst of theirs.</summary>
internal static class StatusSeverity
{
    // From what was counted to what is hardly known; a missing figure makes the result missing before this is asked.
    private const string Order = "ABDJKSNWVPEGFUI";

    /// <summary>The worse of two.</summary>
    public static ObservationStatus Worse(ObservationStatus left, ObservationStatus right) => Rank(left) >= Rank(right) ? left : right;

    private static int Rank(ObservationStatus status) => Order.IndexOf((char)status, StringComparison.Ordinal) is >= 0 and var at ? at : Order.Length;
}
