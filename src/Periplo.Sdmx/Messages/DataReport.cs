namespace Periplo.Sdmx.Messages;

/// <summary>What reading a message of data through gave.</summary>
/// <param name="Format">Its format; null where it is none.</param>
/// <param name="DataSets">Count of its data sets.</param>
/// <param name="Series">Count of the different keys without the period, of observations that are good; of many, see <see cref="KeysComplete"/>.</param>
/// <param name="Observations">Count of the observations that are good.</param>
/// <param name="Sum">Sum of their values; missing ones and deletions add nothing.</param>
/// <param name="FaultCount">Count of what is wrong.</param>
/// <param name="Faults">What is wrong, the first <see cref="DataValidation.MostFaults"/>.</param>
public sealed record DataReport(
    DataFormat? Format, int DataSets, long Series, long Observations, double Sum, long FaultCount, IReadOnlyList<DataFault> Faults)
{
    /// <summary>Count of the good observations without a value.</summary>
    public long Missing { get; init; }

    /// <summary>False where reading ended before the message: what follows the last fault was not seen.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>False where there were more keys than were held: duplicates among those behind were not found, and the series counted may be too many.</summary>
    public bool KeysComplete { get; init; } = true;

    /// <summary>Who sends it, where it says so.</summary>
    public MessageHeader? Header { get; init; }

    /// <summary>Where the data can be fetched later, when the service says so in place of data.</summary>
    public Uri? LaterDownload { get; init; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsValid => FaultCount == 0;
}
