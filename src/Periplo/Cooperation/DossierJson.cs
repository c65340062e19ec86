using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Periplo.Languages;

namespace Periplo.Cooperation;

/// <summary>Facts, commitments and portfolio as JSON, texts in every language; what pages, API and commands give alike.</summary>
public static class DossierJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Indented = true };

    /// <summary>Facts, each with document and paragraph, what its formula gives now and later figures by revision.</summary>
    public static void Write(Facts facts, IEnumerable<Fact> chosen, Func<Fact, IReadOnlyList<LaterFigure>> later, Stream to) => Write(to, json =>
    {
        json.WriteStartArray("facts");
        foreach (var fact in chosen)
        {
            json.WriteStartObject();
            json.WriteString("id", fact.Id);
            json.WriteString("row", fact.Row);
            Words(json, "subject", fact.Subject);
            Words(json, "measure", fact.Measure);
            json.WriteString("topic", fact.Topic.Id);
            Number(json, "value", fact.Value);
            json.WriteString("qualifier", fact.Qualifier?.Id);
            Words(json, "text_value", fact.ValueInWords);
            Words(json, "unit", fact.Unit);
            json.WriteString("date", fact.Date?.ToString());
            json.WriteString("date_status", fact.Date is null ? null : fact.IsDateAnnounced ? "announced" : "actual");
            json.WriteString("vintage", fact.Vintage.ToString());
            json.WriteString("status", fact.Status.Id);
            Words(json, "denominator", fact.Denominator);
            Sources(json, fact.Sources);
            if (facts.Recompute(fact) is { } again)
            {
                json.WriteString("formula", fact.Formula);
                Number(json, "recomputed", again.Result);
                json.WriteBoolean("agrees", again.Agrees);
                Words(json, "fault", again.Fault);
            }

            json.WriteStartArray("later");
            foreach (var one in later(fact))
            {
                json.WriteStartObject();
                json.WriteString("dataset", one.Definition.Id);
                json.WriteString("revision", one.Revision.Id);
                json.WriteString("key", one.Reference.Key);
                json.WriteString("period", one.Reference.Period?.ToString());
                if (one.Total is { HasValue: true } total)
                    json.WriteNumber("value", total.Value);
                else
                    json.WriteNull("value");
                json.WriteString("status", one.Total?.Status.ToString());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Words(json, "note", fact.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>Commitments with their status on a date and the denominators.</summary>
    public static void Write(DateOnly on, IReadOnlyList<Standing> standings, Stream to) => Write(to, json =>
    {
        json.WriteString("on", $"{on:yyyy-MM-dd}");
        StatusTally tally = new(standings);
        json.WriteNumber("commitments", tally.Count);
        json.WriteStartObject("by_status");
        foreach (var status in CommitmentStatuses.All)
            json.WriteNumber(status.Code(), tally.Of(status));
        json.WriteEndObject();
        var overdue = Overdue.Of(standings.Select(standing => standing.Commitment), on);
        json.WriteStartObject("overdue");
        json.WriteNumber("of", overdue.Commitments);
        json.WriteNumber("with_deadline", overdue.WithDeadline);
        json.WriteNumber("past", overdue.Past.Count);
        json.WriteNumber("open", overdue.Open.Count);
        json.WriteNumber("no_information", overdue.Unknown.Count);
        json.WriteEndObject();
        json.WriteStartArray("items");
        foreach (var standing in standings)
            Write(json, standing);
        json.WriteEndArray();
    });

    /// <summary>Recommendations with their fate and the denominator.</summary>
    public static void Write(IReadOnlyList<Recommendation> recommendations, Stream to) => Write(to, json =>
    {
        json.WriteNumber("recommendations", recommendations.Count);
        json.WriteStartObject("by_fate");
        foreach (var fate in recommendations.GroupBy(one => one.Fate.Id).OrderBy(group => group.Key, StringComparer.Ordinal))
            json.WriteNumber(fate.Key, fate.Count());
        json.WriteEndObject();
        json.WriteStartArray("items");
        foreach (var one in recommendations)
        {
            json.WriteStartObject();
            json.WriteString("id", one.Id);
            Words(json, "name", one.Name);
            Words(json, "to", one.To);
            Codes(json, "themes", one.Themes.Select(theme => theme.Id));
            json.WriteString("date", one.Date.ToString());
            json.WriteString("fate", one.Fate.Id);
            Words(json, "fate_note", one.FateNote);
            Sources(json, one.FateSources, "fate_sources");
            Sources(json, one.Sources);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>Projects, counted, and funds.</summary>
    public static void Write(Portfolio portfolio, IReadOnlyList<Fund> funds, Stream to) => Write(to, json =>
    {
        json.WriteStartArray("portfolios");
        foreach (var (name, one) in portfolio.ByPortfolio)
        {
            json.WriteStartObject();
            json.WriteString("id", name);
            json.WriteNumber("projects", one.Count);
            json.WriteNumber("described", one.Described.Count);
            Money(json, "money", one.Money);
            json.WriteStartArray("records");
            foreach (var project in one.Projects)
            {
                json.WriteStartObject();
                json.WriteString("id", project.Id);
                Words(json, "name", project.Name);
                json.WriteNumber("count", project.Count);
                json.WriteString("region", project.Region?.Id);
                Codes(json, "areas", project.Areas);
                Codes(json, "themes", project.Themes.Select(theme => theme.Id));
                Amount(json, project.Amount);
                Words(json, "amount_note", project.AmountNote);
                json.WriteString("fund", project.Fund?.Id);
                Sources(json, project.Sources);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Money(json, "funds_money", MoneySums.Of([.. funds.Select(fund => fund.Amount)]));
        json.WriteStartArray("funds");
        foreach (var fund in funds)
        {
            json.WriteStartObject();
            json.WriteString("id", fund.Id);
            Words(json, "name", fund.Name);
            Amount(json, fund.Amount);
            json.WriteString("date", fund.Date?.ToString());
            json.WriteString("region", fund.Region?.Id);
            json.WriteString("status", fund.Status.Id);
            Sources(json, fund.Sources);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, Standing standing)
    {
        var commitment = standing.Commitment;
        json.WriteStartObject();
        json.WriteString("id", commitment.Id);
        Words(json, "name", commitment.Name);
        json.WriteString("plan", commitment.Plan.Id);
        Words(json, "by", commitment.By);
        json.WriteString("type", commitment.Type.Id);
        Codes(json, "themes", commitment.Themes.Select(theme => theme.Id));
        Codes(json, "areas", commitment.Areas);
        json.WriteString("made", commitment.Made?.ToString());
        json.WriteString("deadline", commitment.Deadline?.ToString());
        json.WriteBoolean("past_deadline", standing.IsPastDeadline);
        json.WriteString("status", standing.Status.Code());
        json.WriteString("computed", standing.Computed.Code());
        Words(json, "reason", standing.Reason);
        if (standing.Declared is { } declared)
        {
            json.WriteStartObject("declared");
            json.WriteString("status", declared.Status.Code());
            json.WriteString("date", declared.Date.ToString());
            Words(json, "rationale", declared.Rationale);
            Words(json, "assessor", declared.Assessor);
            Sources(json, declared.Sources);
            json.WriteEndObject();
        }

        json.WriteString("last_known", standing.LastKnown?.ToString());
        json.WriteNumber("actions", commitment.Actions.Count);
        json.WriteNumber("evidence", commitment.Evidence.Count);
        json.WriteNumber("allocations", commitment.Allocations.Count);
        json.WriteString("figure", commitment.Figure);
        Sources(json, commitment.Sources);
        json.WriteEndObject();
    }

    private static void Write(Stream to, Action<Utf8JsonWriter> content)
    {
        using var json = new Utf8JsonWriter(to, Options);
        json.WriteStartObject();
        content(json);
        json.WriteEndObject();
    }

    private static void Words(Utf8JsonWriter json, string name, Text? words)
    {
        if (words is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("es", words.Es);
        json.WriteString("en", words.En);
        if (!words.LacksFrench)
            json.WriteString("fr", words.Fr);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }

    private static void Codes(Utf8JsonWriter json, string name, IEnumerable<string> codes)
    {
        json.WriteStartArray(name);
        foreach (var code in codes)
            json.WriteStringValue(code);
        json.WriteEndArray();
    }

    private static void Amount(Utf8JsonWriter json, Money? amount)
    {
        Number(json, "amount", amount?.Value);
        json.WriteString("currency", amount?.Currency);
    }

    private static void Money(Utf8JsonWriter json, string name, MoneySums sums)
    {
        json.WriteStartObject(name);
        foreach (var sum in sums.Sums)
            json.WriteNumber(sum.Currency, sum.Value);
        json.WriteNumber("amounts_stated", sums.Stated);
        json.WriteNumber("amounts_missing", sums.Missing);
        json.WriteEndObject();
    }

    private static void Sources(Utf8JsonWriter json, IReadOnlyList<Citation> sources, string name = "sources")
    {
        json.WriteStartArray(name);
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
