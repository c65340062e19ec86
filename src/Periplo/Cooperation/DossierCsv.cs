using System.Globalization;
using System.Text;
using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Cooperation;

/// <summary>Facts, commitments, recommendations and projects as comma-separated values, texts in one language, source and place in every row.</summary>
public static class DossierCsv
{
    /// <summary>Facts.</summary>
    public static void Write(Facts facts, IEnumerable<Fact> chosen, Func<Fact, IReadOnlyList<LaterFigure>> later, Language language, Stream to)
    {
        Write(
            to,
            ["id", "row", "subject", "measure", "topic", "value", "qualifier", "text_value", "unit", "date", "date_status", "vintage", "status", "formula", "recomputed", "denominator", "later", "document", "place", "note"],
            chosen.Select(fact => (string?[])
            [
                fact.Id, fact.Row, fact.Subject.In(language), fact.Measure.In(language), fact.Topic.Id, Number(fact.Value), fact.Qualifier?.Id,
                fact.ValueInWords?.In(language), fact.Unit?.In(language), fact.Date?.ToString(), fact.Date is null ? "" : fact.IsDateAnnounced ? "announced" : "actual",
                fact.Vintage.ToString(), fact.Status.Id, fact.Formula, Number(facts.Recompute(fact)?.Result), fact.Denominator?.In(language),
                string.Join(" | ", later(fact).Where(one => one.Total is { HasValue: true }).Select(one => $"{one.Revision.Dataset} {one.Revision.Id} {one.Reference.Period}: {one.Total!.Value.Value.ToString("R", CultureInfo.InvariantCulture)}")),
                .. Places(fact.Sources), fact.Note?.In(language),
            ]));
    }

    /// <summary>Commitments with their status.</summary>
    public static void Write(IEnumerable<Standing> standings, Language language, Stream to)
    {
        Write(
            to,
            ["id", "name", "plan", "plan_name", "by", "type", "themes", "areas", "made", "deadline", "on", "past_deadline", "status", "computed", "reason", "declared_by", "declared_on", "last_known", "actions", "evidence", "allocations", "figure", "document", "place"],
            standings.Select(standing => (string?[])
            [
                standing.Commitment.Id, standing.Commitment.Name.In(language), standing.Commitment.Plan.Id, standing.Commitment.Plan.Name.In(language),
                standing.Commitment.By.In(language), standing.Commitment.Type.Id, string.Join('|', standing.Commitment.Themes.Select(theme => theme.Id)),
                string.Join('|', standing.Commitment.Areas), standing.Commitment.Made?.ToString(), standing.Commitment.Deadline?.ToString(),
                $"{standing.On:yyyy-MM-dd}", standing.IsPastDeadline ? "yes" : "no", standing.Status.Code(), standing.Computed.Code(), standing.Reason.In(language),
                standing.Declared?.Assessor.In(language), standing.Declared?.Date.ToString(), standing.LastKnown?.ToString(),
                $"{standing.Commitment.Actions.Count}", $"{standing.Commitment.Evidence.Count}", $"{standing.Commitment.Allocations.Count}", standing.Commitment.Figure,
                .. Places(standing.Commitment.Sources),
            ]));
    }

    /// <summary>Recommendations with their fate.</summary>
    public static void Write(IEnumerable<Recommendation> recommendations, Language language, Stream to)
    {
        Write(
            to,
            ["id", "name", "to", "themes", "date", "fate", "fate_note", "fate_document", "fate_place", "document", "place"],
            recommendations.Select(one => (string?[])
            [
                one.Id, one.Name.In(language), one.To.In(language), string.Join('|', one.Themes.Select(theme => theme.Id)), one.Date.ToString(), one.Fate.Id,
                one.FateNote?.In(language), .. Places(one.FateSources), .. Places(one.Sources),
            ]));
    }

    /// <summary>Projects.</summary>
    public static void Write(IEnumerable<Project> projects, Language language, Stream to)
    {
        Write(
            to,
            ["id", "name", "portfolio", "count", "region", "areas", "themes", "implementer", "amount", "currency", "amount_note", "fund", "summary", "document", "place"],
            projects.Select(project => (string?[])
            [
                project.Id, project.Name.In(language), project.Portfolio, $"{project.Count}", project.Region?.Id, string.Join('|', project.Areas),
                string.Join('|', project.Themes.Select(theme => theme.Id)), project.Implementer?.In(language), Number(project.Amount?.Value), project.Amount?.Currency,
                project.AmountNote?.In(language), project.Fund?.Id, project.Summary?.In(language), .. Places(project.Sources),
            ]));
    }

    private static string[] Places(IReadOnlyList<Citation> sources) =>
        [string.Join('|', sources.Select(source => source.Document)), string.Join('|', sources.Select(source => source.Place))];

    private static string Number(decimal? number) => number is { } value ? value.ToString("0.############################", CultureInfo.InvariantCulture) : "";

    private static void Write(Stream to, string[] columns, IEnumerable<string?[]> rows)
    {
        using var writer = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(string.Join(',', columns));
        foreach (var row in rows)
            writer.WriteLine(string.Join(',', row.Select(Field)));
    }

    /// <summary>A text that a spreadsheet would take for a formula is given an apostrophe before it.</summary>
    private static string Field(string? text) => DatasetCsv.Field(text is ['=' or '+' or '@' or '\t', ..] ? $"'{text}" : text ?? "");
}
