namespace Periplo.Sdmx.Messages;

/// <summary>
/// Writes data as SDMX-CSV 1.0 or 2.0 (SDMX-CSV field guide of both): UTF-8 without byte order mark, a comma between fields, LF at the
/// end of rows. Observations are written as their cursor gives them; nothing is held but one block of bytes and the key of the series.
/// </summary>
public static class CsvDataWriter
{
    /// <summary>Writes a message.</summary>
    /// <param name="message">What to write. 1.0 has no word for deletions, so data sets of them are left out there.</param>
    /// <param name="stream">Where to; it is neither flushed nor closed.</param>
    /// <param name="options">How.</param>
    public static void Write(DataMessage message, Stream stream, CsvOptions options)
    {
        using var output = new Utf8Output(stream);
        var rows = new CsvRows(message, output, options);
        rows.WriteHead();
        foreach (var set in message.DataSets)
        {
            if (options.Version == CsvVersion.V2 || set.Action != DataAction.Delete)
                rows.Write(set);
        }

        output.Flush();
    }
}
