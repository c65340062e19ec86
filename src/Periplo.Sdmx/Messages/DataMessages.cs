namespace Periplo.Sdmx.Messages;

/// <summary>The door for messages of data from anywhere.</summary>
public static class DataMessages
{
    /// <summary>
    /// Opens a message: unpacks it where it is packed with gzip or in a zip archive, knows its format by its content, and reads it. A stream
    /// that cannot seek, as from a network, is kept first, a large one in a temporary file that goes with the reader.
    /// </summary>
    /// <param name="stream">The message; closed with the reader, and where none can be made.</param>
    /// <param name="find">Finds structures.</param>
    /// <exception cref="SdmxFormatException">It is no message of data in a format that is read, or not well packed, or too large.</exception>
    public static DataReader Open(Stream stream, StructureFinder find) => Open(stream, find, out _);

    /// <summary>The same, and which format it is.</summary>
    public static DataReader Open(Stream stream, StructureFinder find, out DataFormat format)
    {
        var message = stream;
        try
        {
            message = Packed.Open(stream);
            format = DataFormats.Detect(message);
            // Readers of JSON go to and fro.
            if (format is DataFormat.Json1 or DataFormat.Json2 or DataFormat.JsonDraft or DataFormat.JsonStat)
                message = Packed.Seekable(message);
            return format switch
            {
                DataFormat.Json1 or DataFormat.Json2 or DataFormat.JsonDraft => new JsonDataReader(message, find),
                DataFormat.JsonStat => new JsonStatReader(message, find),
                DataFormat.Csv1 or DataFormat.Csv2 => new CsvDataReader(message, find),
                _ => new XmlDataReader(message, find),
            };
        }
        catch
        {
            message.Dispose();
            stream.Dispose();
            throw;
        }
    }
}
