using System.Text.Encodings.Web;
using System.Text.Json;
using Periplo.Languages;

namespace Periplo.Statistics;

/// <summary>Writes observations as JSON: the papers of every part once, then an array of observations that name their part.</summary>
public static class DatasetJson
{
    /// <summary>Writes the observations a query asks for, UTF-8.</summary>
    public static void Write(Dataset dataset, Query query, Language language, Stream to)
    {
        using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) });
        json.WriteStartObject();
        WriteHead(json, dataset, language);
        json.WriteStartArray("observations");
        foreach (var i in dataset.Select(query))
        {
            WriteObservation(json, dataset, i);
            if (json.BytesPending > 1 << 16)
                json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes dataset, revision, structure and parts as properties of the object that is open.</summary>
    public static void WriteHead(Utf8JsonWriter json, Dataset dataset, Language language)
    {
        json.WriteString("dataset", dataset.Definition.Id);
        json.WriteString("dataflow", dataset.Definition.Dataflow.Id);
        json.WriteString("revision", dataset.Revision.Id);
        json.WriteStartArray("parts");
        foreach (var part in dataset.Parts)
        {
            json.WriteStartObject();
            json.WriteString("file", part.File.Name);
            json.WriteString("sha256", part.File.Sha256);
            json.WriteString("source", part.Papers.Publisher.In(language));
            json.WriteString("url", part.Papers.Url);
            json.WriteString("method", part.Papers.Method.In(language));
            json.WriteString("licence", part.Papers.Licence);
            json.WriteStartArray("notes");
            foreach (var note in part.Notes)
                json.WriteStringValue(note.In(language));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes one observation as an object.</summary>
    public static void WriteObservation(Utf8JsonWriter json, Dataset dataset, int i)
    {
        var (o, structure) = (dataset.Observations, dataset.Definition.Structure);
        var set = o.AttributeSets[o.Attributes[i]];
        json.WriteStartObject();
        for (var d = 0; d < structure.Dimensions.Count; d++)
            json.WriteString(structure.Dimensions[d].Id, o.Code(d, i));
        json.WriteString(Sdmx.DataStructure.TimeDimension, o.Times[i].ToString());
        if (double.IsNaN(o.Values[i]))
            json.WriteNull("OBS_VALUE");
        else
            json.WriteNumber("OBS_VALUE", o.Values[i]);
        json.WriteString("OBS_STATUS", o.Statuses[i].ToString());
        json.WriteNumber("UNIT_MULT", set.UnitMultiplier);
        if (set.DataType is not null)
            json.WriteString("DATA_TYPE", set.DataType);
        if (set.Comment is not null)
            json.WriteString("COMMENT_OBS", set.Comment);
        json.WriteNumber("part", o.Parts.Length == 0 ? 0 : o.Parts[i]);
        var (sheet, row) = o.Rows[i].In(dataset.PartOf(i));
        if (sheet is not null)
            json.WriteString("sheet", sheet);
        json.WriteNumber("row", row);
        json.WriteEndObject();
    }
}
