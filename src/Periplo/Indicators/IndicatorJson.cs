using System.Text.Encodings.Web;
using System.Text.Json;
using Periplo.Languages;

namespace Periplo.Indicators;

/// <summary>Writes indicators and their values as JSON, in every language of the site.</summary>
public static class IndicatorJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every indicator with its coverage.</summary>
    /// <param name="table">The table.</param>
    /// <param name="to">Where to write: UTF-8.</param>
    public static void Write(IndicatorTable table, Stream to)
    {
        using var json = new Utf8JsonWriter(to, Options);
        json.WriteStartArray();
        foreach (var coverage in table.Coverage)
        {
            json.WriteStartObject();
            Write(json, coverage.Indicator);
            Write(json, coverage);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>One indicator with its values: those of an area over time, or the latest of each.</summary>
    /// <param name="table">The table.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="area">Id of the area, or null for the latest of each.</param>
    /// <param name="to">Where to write: UTF-8.</param>
    public static void Write(IndicatorTable table, IndicatorDefinition indicator, string? area, Stream to)
    {
        using var json = new Utf8JsonWriter(to, Options);
        json.WriteStartObject();
        Write(json, indicator);
        Write(json, table.Coverage.First(one => one.Indicator == indicator));
        json.WriteStartArray("values");
        var values = area is null ? indicator.Measures.SelectMany(measure => table.Across(indicator.Code, new(measure.Id))) : table.Of(indicator.Code, area);
        foreach (var value in values)
            Write(json, value);
        json.WriteEndArray();
        if (area is not null && table.Gaps(area).FirstOrDefault(gap => gap.Indicator == indicator).Reason is { } reason)
            Write(json, "gap", reason);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IndicatorDefinition indicator)
    {
        json.WriteString("code", indicator.Code);
        json.WriteString("block", indicator.Block.Id);
        Write(json, "name", indicator.Name);
        Write(json, "definition", indicator.Definition);
        Write(json, "limits", indicator.Limits);
        Write(json, "source", indicator.Source);
        Write(json, "applies", indicator.Applicability);
        json.WriteString("rhythm", indicator.Rhythm.ToString().ToLowerInvariant());
        json.WriteBoolean("estimate", indicator.IsEstimate);
        json.WriteBoolean("counts", indicator.Counts);
        if (indicator.SameAs is { } same)
            json.WriteString("same_as", same);
        Write(json, "sdg", indicator.Sdg);
        Write(json, "gcm", indicator.Gcm.Select(objective => $"{objective}"));
        json.WriteStartArray("measures");
        foreach (var measure in indicator.Measures)
        {
            json.WriteStartObject();
            json.WriteString("id", measure.Id);
            Write(json, "name", measure.Name);
            json.WriteString("unit", measure.Unit);
            if (measure.Formula is { } formula)
                json.WriteString("formula", formula.Text);
            if (measure.Method is { } method)
                json.WriteString("method", method);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, IndicatorCoverage coverage)
    {
        json.WriteStartObject("coverage");
        json.WriteNumber("filled", coverage.Filled);
        json.WriteNumber("countries", coverage.Areas);
        if (coverage.Latest is { } latest)
            json.WriteString("latest", latest.ToString());
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IndicatorValue value)
    {
        json.WriteStartObject();
        json.WriteString("area", value.Area);
        json.WriteString("period", value.Period.ToString());
        json.WriteString("measure", value.Key.Measure);
        json.WriteString("counterpart", value.Key.Counterpart);
        json.WriteString("sex", value.Key.Sex);
        json.WriteString("age", value.Key.Age);
        if (double.IsNaN(value.Value))
            json.WriteNull("value");
        else
            json.WriteNumber("value", value.Value);
        if (value.Words is { } words)
            Write(json, "words", words);
        json.WriteString("unit", value.Unit);
        json.WriteString("status", value.Status.ToString());
        json.WriteString("quality", value.Quality.ToString().ToLowerInvariant());
        if (value.DefinitionUsed is { } used)
            Write(json, "definition_used", used);
        json.WriteStartArray("inputs");
        foreach (var input in value.Inputs)
        {
            json.WriteStartObject();
            json.WriteString(input.IsRecord ? "register" : "dataset", input.Collection);
            if (input.Revision is { } revision)
                json.WriteString("revision", revision);
            json.WriteString("key", input.Key);
            if (input.Period is { } period)
                json.WriteString("period", period.ToString());
            Write(json, "publisher", input.Publisher);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Text text)
    {
        json.WriteStartObject(name);
        json.WriteString("es", text.Es);
        json.WriteString("en", text.En);
        if (!text.LacksFrench)
            json.WriteString("fr", text.Fr);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            json.WriteStringValue(item);
        json.WriteEndArray();
    }
}
