using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Periplo.Cooperation;
using Periplo.Registers;
using Periplo.Web.Registers;

namespace Periplo.Web.Cooperation;

/// <summary>Processes and consultations for machines: JSON with texts in every language they are written in.</summary>
internal static class ProcessApi
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Indented = true };

    /// <summary>A process with its members and their roles over time, and its size on the day asked for.</summary>
    public static IResult Process(HttpContext context, Site site, string id)
    {
        var index = site.Cooperation;
        if (index.Find("processes", id) is not { } process)
            return Missing($"There is no process \"{id}\".");
        var asked = context.Request.Query["date"].ToString();
        var day = index.LastStated;
        if (asked.Length > 0)
        {
            if (!RecordCheck.TryDate(asked, out var date))
                return Missing("date is a year, month or day: 2008, 2008-07, 2008-07-15.");
            day = date.LastDay;
        }

        return Json(json =>
        {
            json.WriteString("id", id);
            RegisterJson.Write(json, "name", process.Title);
            json.WriteString("kind", process["kind"]);
            json.WriteString("region", process["region"]);
            Write(json, process.Interval("active"));
            Sources(json, process.Sources);
            var size = index.Memberships.Size(id, day);
            json.WriteStartObject("size");
            json.WriteString("date", day.ToString("yyyy-MM-dd"));
            json.WriteStartArray("roles");
            foreach (var role in size.Roles)
            {
                json.WriteStartObject();
                json.WriteString("role", role.Role);
                json.WriteNumber("areas", role.Areas);
                json.WriteNumber("organisations", role.Actors);
                json.WriteNumber("unsure", role.Unsure);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("undated", size.Undated);
            json.WriteEndObject();
            json.WriteStartArray("memberships");
            foreach (var one in index.Memberships.In(id))
            {
                json.WriteStartObject();
                json.WriteString("id", one.Id);
                if (one.Area is { } area)
                    json.WriteString("area", area);
                if (one.Actor is { } actor)
                    RegisterJson.Write(json, "organisation", actor);
                json.WriteString("role", one.Role);
                Write(json, one.Active);
                json.WriteString("confidence", one.Confidence);
                Sources(json, one.Sources);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>A consultation with its counts and every rate with its denominator.</summary>
    public static IResult Consultation(HttpContext context, Site site, string id)
    {
        if (site.Cooperation.Consultations.Find(id) is not { } consultation)
            return Missing($"There is no consultation \"{id}\".");
        var count = consultation.Final;
        return Json(json =>
        {
            json.WriteString("id", id);
            RegisterJson.Write(json, "name", consultation.Name);
            json.WriteString("opened", consultation.Record["opened"]);
            json.WriteString("deadline", consultation.Record["deadline"]);
            json.WriteString("counted_until", consultation.Record["closed"]);
            if (consultation.Addressed is { } addressed)
                json.WriteNumber("addressees", addressed);
            if (consultation.Members is { } members)
                json.WriteNumber("member_states", members);
            json.WriteStartObject("answered");
            // No response on record is not a response of nobody.
            if (count.Responses.Count > 0)
            {
                json.WriteNumber("letters", count.Letters);
                json.WriteNumber("governments", count.Governments);
                json.WriteNumber("member_states", count.Members);
                json.WriteNumber("non_members", count.NonMembers);
                json.WriteStartArray("named");
                foreach (var area in count.Areas.Keys.Order(StringComparer.Ordinal))
                    json.WriteStringValue(area);
                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteStartArray("rates");
            foreach (var rate in count.Rates)
            {
                json.WriteStartObject();
                json.WriteNumber("percent", Math.Round(rate.Percent, 1, MidpointRounding.AwayFromZero));
                json.WriteString("basis", rate.IsPublished ? "published" : "derived");
                RegisterJson.Write(json, "counted", rate.Counted);
                if (rate.Count is { } numerator)
                    json.WriteNumber("numerator", numerator);
                RegisterJson.Write(json, "over", rate.Over);
                if (rate.Total is { } denominator)
                    json.WriteNumber("denominator", denominator);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("positions");
            foreach (var position in consultation.Positions)
            {
                json.WriteStartObject();
                json.WriteString("position", position.Option);
                json.WriteNumber("governments", position.Count);
                json.WriteBoolean("total_only", position.IsTotal);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Sources(json, consultation.Record.Sources);
        });
    }

    private static IResult Json(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Results.Bytes(bytes.ToArray(), "application/json; charset=utf-8");
    }

    private static IResult Missing(string error) => Results.Json(new Dictionary<string, string> { ["error"] = error }, statusCode: StatusCodes.Status404NotFound);

    private static void Write(Utf8JsonWriter json, Validity active)
    {
        if (active.From is { } from)
            json.WriteString("from", from.ToString());
        if (active.To is { } to)
            json.WriteString("to", to.ToString());
    }

    private static void Sources(Utf8JsonWriter json, IReadOnlyList<Citation> sources)
    {
        json.WriteStartArray("sources");
        foreach (var source in sources)
        {
            json.WriteStartObject();
            json.WriteString("document", source.Document);
            json.WriteString("place", source.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
