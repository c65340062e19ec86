namespace Periplo.Sdmx.Messages;

/// <summary>The first row of SDMX-CSV, and how ids and names go together in every row.</summary>
internal static class CsvHead
{
    /// <summary>Id of the measure of 2.1.</summary>
    public const string Value = "OBS_VALUE";

    private static readonly InternationalString TimeName = new(("en", "Time period"), ("es", "Período"), ("fr", "Période"));
    private static readonly InternationalString ValueName = new(("en", "Observation value"), ("es", "Valor de la observación"), ("fr", "Valeur de l’observation"));

    /// <summary>The first row, its end among it.</summary>
    public static byte[] Write(DataMessage message, CsvOptions options, bool observations, IEnumerable<DataAttribute> attributes)
    {
        var bytes = new byte[256];
        var at = 0;
        if (options.Version == CsvVersion.V1)
        {
            Add("DATAFLOW");
            if (options.Labels == CsvLabels.Name)
                Add("STRUCTURE_NAME");
        }
        else
        {
            Add("STRUCTURE");
            Add("STRUCTURE_ID");
            if (options.Labels == CsvLabels.Name)
                Add("STRUCTURE_NAME");
            Add("ACTION");
            if (options.Keys.HasFlag(CsvKeys.Series))
                Add("SERIES_KEY");
            if (options.Keys.HasFlag(CsvKeys.Obs))
                Add("OBS_KEY");
        }

        foreach (var dimension in message.Dataflow.Structure.Dimensions)
            AddComponent(dimension.Id, dimension.Concept.Name);
        if (observations)
        {
            AddComponent(DataStructure.TimeDimension, TimeName);
            AddComponent(Value, ValueName);
        }

        foreach (var attribute in attributes)
            AddComponent(attribute.Id, attribute.Concept.Name);
        bytes[at - 1] = (byte)'\n';
        return bytes[..at];

        void Add(string text)
        {
            at = CsvText.Write(text, ref bytes, at);
            Separate();
        }

        void AddComponent(string id, InternationalString name)
        {
            at = Labelled(id, name, options.Labels, message.Languages, ref bytes, at);
            Separate();
        }

        void Separate()
        {
            if (at == bytes.Length)
                Array.Resize(ref bytes, bytes.Length * 2);
            bytes[at++] = (byte)',';
        }
    }

    /// <summary>Writes an id with its name as the labels want it: in one field or in two.</summary>
    /// <returns>Where it ends.</returns>
    public static int Labelled(string id, InternationalString name, CsvLabels labels, IReadOnlyList<string> languages, ref byte[] bytes, int at = 0)
    {
        if (labels != CsvLabels.Name)
            return CsvText.Write(labels == CsvLabels.Id ? id : $"{id}: {Best(name, languages)}", ref bytes, at);
        at = CsvText.Write(id, ref bytes, at);
        if (at == bytes.Length)
            Array.Resize(ref bytes, bytes.Length * 2);
        bytes[at++] = (byte)',';
        return CsvText.Write(Best(name, languages), ref bytes, at);
    }

    /// <summary>The name in the first of the languages it is held in.</summary>
    private static string Best(InternationalString name, IReadOnlyList<string> languages)
    {
        foreach (var language in languages)
        {
            foreach (var (tag, text) in name.Texts)
            {
                if (string.Equals(tag, language, StringComparison.OrdinalIgnoreCase))
                    return text;
            }
        }

        return name.In("en");
    }
}
