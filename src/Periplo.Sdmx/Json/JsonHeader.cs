using System.Globalization;
using System.Text.Json;
using Periplo.Sdmx.Messages;

namespace Periplo.Sdmx.Json;

/// <summary>Who sends a message: <c>meta</c> of SDMX-JSON 1.0 and 2.0, <c>header</c> of the drafts before.</summary>
internal static class JsonHeader
{
    private const string Schemas = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/";

    /// <summary>A moment as JSON has it, with its zone (RFC 3339).</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz");

    /// <summary>A date as a moment, which the schemas want: its first.</summary>
    public static string Moment(DateOnly date) => date.ToString("yyyy-MM-dd'T00:00:00Z'");

    /// <summary>Writes <c>meta</c>.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="header">Who sends it.</param>
    /// <param name="kind">Kind of message: <c>data</c> or <c>structure</c>.</param>
    /// <param name="version">Version of the format.</param>
    /// <param name="languages">Languages of the texts, the main one first.</param>
    public static void Write(Utf8JsonWriter json, MessageHeader header, string kind, JsonVersion version, IEnumerable<string> languages)
    {
        json.WriteStartObject("meta"u8);
        json.WriteString("schema"u8, $"{Schemas}{kind}-message/tools/schemas/{(version == JsonVersion.V1 ? "1.0" : "2.0.0")}/sdmx-json-{kind}-schema.json");
        json.WriteString("id"u8, header.Id);
        json.WriteString("prepared"u8, Moment(header.Prepared));
        json.WriteBoolean("test"u8, header.Test);
        json.WriteStartArray("contentLanguages"u8);
        foreach (var language in languages.Select(one => one.ToLowerInvariant()).Where(IsTag).Distinct())
            json.WriteStringValue(language);
        json.WriteEndArray();
        json.WriteStartObject("sender"u8);
        json.WriteString("id"u8, header.Sender);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Reads <c>meta</c> or <c>header</c>, its languages too. What is wrong in it does no harm to data and is passed over.</summary>
    public static MessageHeader Read(JsonPull json, List<string> languages)
    {
        var (id, sender, prepared, test) = ("", "", default(DateTimeOffset), false);
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            switch (name)
            {
                case "id":
                    id = JsonWalk.AnyText(json) ?? "";
                    break;
                case "prepared":
                    TryMoment(JsonWalk.AnyText(json), out prepared);
                    break;
                case "test":
                    test = json.Token == JsonTokenType.True;
                    break;
                case "sender" when json.Token == JsonTokenType.StartObject:
                    var party = new JsonRecord(json);
                    while (party.Next(out var part))
                    {
                        if (part == "id")
                            sender = JsonWalk.AnyText(json) ?? "";
                    }

                    break;
                case "contentLanguages" or "content-languages" when json.Token == JsonTokenType.StartArray:
                    languages.AddRange(JsonWalk.Texts(json));
                    break;
                default:
                    break;
            }
        }

        return new(id, prepared, sender, test);
    }

    /// <summary>Reads a moment; one without a zone is taken as UTC.</summary>
    public static bool TryMoment(string? text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);

    /// <summary>True for plain tags such as <c>es</c> and <c>es-mx</c>.</summary>
    private static bool IsTag(string language) =>
        language.Length is >= 2 and <= 11 && language.Split('-') is [{ Length: 2 or 3 } main, ..] && main.All(char.IsAsciiLetterLower)
        && language.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-') && !language.EndsWith('-');
}
