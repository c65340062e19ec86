namespace Periplo.Sdmx.Messages;

/// <summary>Reads a message of data through and tells all that is wrong with it, without keeping it.</summary>
public static class DataValidation
{
    /// <summary>Faults a report lists; the rest it counts.</summary>
    public const int MostFaults = 1000;

    /// <summary>Keys that are held to find duplicates, 32 bytes each at the most.</summary>
    public const int MostKeys = 4_000_000;

    /// <summary>Judges a message by its format and its structure.</summary>
    /// <param name="stream">The message, packed or not; it is closed.</param>
    /// <param name="find">Finds structures.</param>
    /// <param name="requiresAttributes">False for messages that were asked for without attributes.</param>
    /// <param name="mostKeys">Keys to hold.</param>
    public static DataReport Check(Stream stream, StructureFinder find, bool requiresAttributes = true, int mostKeys = MostKeys)
    {
        var pass = new Pass(mostKeys);
        try
        {
            using var reader = DataMessages.Open(stream, find, out var format);
            pass.Format = format;
            reader.RequiresAttributes = requiresAttributes;
            reader.Rejected = pass.Note;
            pass.Read(reader);
        }
        catch (SdmxFormatException error)
        {
            pass.IsComplete = false;
            pass.Note(new(error.Rule, error.Detail, error.Line, error.Column, ""));
        }

        return pass.Report();
    }

    private sealed class Pass(int mostKeys)
    {
        private readonly KeySet observations = new(mostKeys);
        private readonly KeySet series = new(mostKeys);
        private readonly List<DataFault> faults = [];
        private readonly List<string?> codes = [];
        private long faultCount;
        private long observationCount;
        private long seriesCount;
        private long missing;
        private double sum;
        private double lost;
        private UInt128 lastSeries;
        private DataReader? reader;
        private MessageHeader? header;
        private Uri? later;

        public DataFormat? Format { get; set; }

        public bool IsComplete { get; set; } = true;

        public void Note(DataFault fault)
        {
            faultCount++;
            if (faults.Count < MostFaults)
                faults.Add(fault);
        }

        public void Read(DataReader message)
        {
            reader = message;
            while (message.Read())
            {
                if (IsDuplicate(message))
                    continue;
                observationCount++;
                if (message.Action == DataAction.Delete)
                    continue;
                if (double.IsNaN(message.Value))
                    missing++;
                else
                    Add(message.Value);
            }

            (header, later) = (message.Header, message.LaterDownload);
        }

        public DataReport Report() => new(Format, reader?.DataSets ?? 0, seriesCount, observationCount, sum + lost, faultCount, faults)
        {
            Missing = missing,
            IsComplete = IsComplete,
            KeysComplete = !observations.IsFull && !series.IsFull,
            Header = header,
            LaterDownload = later,
        };

        /// <summary>A key may come once in a data set for each action; deletions of whole series name no observation.</summary>
        private bool IsDuplicate(DataReader message)
        {
            var key = UInt128.Zero;
            var dimensions = message.Structure.Dimensions.Count;
            for (var d = 0; d < dimensions; d++)
                key = KeySet.With(key, message.Code(d));
            if (key != lastSeries)
            {
                lastSeries = key;
                if (series.Add(key))
                    seriesCount++;
            }

            if (message.IsPartialKey)
                return false;
            key = KeySet.With(key, (ulong)(uint)message.Time.Packed);
            key = KeySet.With(key, ((ulong)(uint)message.DataSets << 8) + (ulong)message.Action);
            if (observations.Add(key))
                return false;
            codes.Clear();
            for (var d = 0; d < dimensions; d++)
                codes.Add(message.Code(d));
            Note(new(DataRules.DuplicateKey, "The observation was given before.", message.Line, 0, $"{string.Join('.', codes)}.{message.Time}"));
            return true;
        }

        /// <summary>Neumaier's sum, which does not depend on the order in which small and large values come.</summary>
        private void Add(double value)
        {
            var next = sum + value;
            lost += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }
    }
}
