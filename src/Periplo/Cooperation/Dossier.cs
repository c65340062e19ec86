using Periplo.Languages;
using Periplo.Registers;
using Periplo.Sdmx;

namespace Periplo.Cooperation;

/// <summary>All that is published of promises, money and facts, read from the registers as they stood at one moment.</summary>
public sealed class Dossier
{
    private static readonly Dictionary<string, ActionStatus> ActionStatuses = new()
    {
        ["planned"] = ActionStatus.Planned, ["under-way"] = ActionStatus.UnderWay, ["completed"] = ActionStatus.Completed, ["abandoned"] = ActionStatus.Abandoned,
    };

    private static readonly Dictionary<string, EvidenceDirection> Directions = new()
    {
        ["supports"] = EvidenceDirection.Supports, ["against"] = EvidenceDirection.Against, ["neutral"] = EvidenceDirection.Neutral,
    };

    private readonly Dictionary<string, Commitment> commitments;
    private readonly Dictionary<string, (Text Title, string Symbol, TimePeriod? Date)> documents;

    /// <summary>Reads the registers. A record that refers to one not published is read without it.</summary>
    public Dossier(IReadOnlyDictionary<string, RegisterTable> tables)
    {
        documents = PublishedRecord.Of(tables["documents"]).ToDictionary(record => record.Id, record => (record.Said("title"), record.Filled("symbol") ?? record.Id, record.Date("date")));
        Plans = [.. PublishedRecord.Of(tables["plans"]).Select(Plan)];
        Funds = [.. PublishedRecord.Of(tables["funds"]).Select(Fund)];
        var funds = Funds.ToDictionary(fund => fund.Id);
        Portfolio = new([.. PublishedRecord.Of(tables["projects"]).Select(record => Project(record, funds))]);
        var (plans, projects) = (Plans.ToDictionary(plan => plan.Id), Portfolio.Projects.ToDictionary(project => project.Id));
        var actions = Of(tables["actions"]);
        var evidence = Of(tables["evidence"]);
        var assessments = Of(tables["assessments"]);
        var allocations = Of(tables["allocations"]);
        Commitments = [.. PublishedRecord.Of(tables["commitments"])
            .Where(record => plans.ContainsKey(record["plan"]))
            .Select(record => Commitment(record, plans[record["plan"]]) with
            {
                Actions = [.. actions[record.Id].Select(Action)],
                Evidence = [.. evidence[record.Id].Select(EvidenceOf).OrderBy(one => one.Date.FirstDay)],
                Assessments = [.. assessments[record.Id].Select(AssessmentOf).OrderBy(one => one.Date.FirstDay)],
                Allocations = [.. allocations[record.Id].Select(one => new Allocation(
                    one.Id, funds.GetValueOrDefault(one["fund"]), projects.GetValueOrDefault(one["project"]), one.Number("share"), one.Said("basis"), one.Cited("source")))],
            })];
        commitments = Commitments.ToDictionary(commitment => commitment.Id);
        Recommendations = [.. PublishedRecord.Of(tables["recommendations"]).Select(RecommendationOf).OrderBy(one => one.Date.FirstDay).ThenBy(one => one.Id, StringComparer.Ordinal)];
        Facts = new(PublishedRecord.Of(tables["facts"]).Select(FactOf));
    }

    /// <summary>Plans and declarations.</summary>
    public IReadOnlyList<Plan> Plans { get; }

    /// <summary>Every commitment, by id.</summary>
    public IReadOnlyList<Commitment> Commitments { get; }

    /// <summary>Programmes and projects.</summary>
    public Portfolio Portfolio { get; }

    /// <summary>Funds.</summary>
    public IReadOnlyList<Fund> Funds { get; }

    /// <summary>Recommendations, oldest first.</summary>
    public IReadOnlyList<Recommendation> Recommendations { get; }

    /// <summary>The facts of the founding documents.</summary>
    public Facts Facts { get; }

    /// <summary>A commitment by its id, or null.</summary>
    public Commitment? Find(string id) => commitments.GetValueOrDefault(id);

    /// <summary>A plan by its id, or null.</summary>
    public Plan? FindPlan(string id) => Plans.FirstOrDefault(plan => plan.Id == id);

    /// <summary>The commitments of a plan.</summary>
    public IReadOnlyList<Commitment> OfPlan(string plan) => [.. Commitments.Where(commitment => commitment.Plan.Id == plan)];

    /// <summary>Title of a document, its id where it has no record.</summary>
    public Text Document(string id) => documents.TryGetValue(id, out var document) ? document.Title : Text.Same(id);

    /// <summary>A place as it is cited: "A/63/265 ¶48".</summary>
    public Text Cite(Citation source)
    {
        var symbol = documents.TryGetValue(source.Document, out var document) ? document.Symbol : source.Document;
        // Places are written in English; these are the words they have.
        var place = source.Place.Replace("note ", "nota ", StringComparison.Ordinal).Replace("Annex", "Anexo", StringComparison.Ordinal)
            .Replace("Introduction", "Introducción", StringComparison.Ordinal).Replace("chapter", "capítulo", StringComparison.Ordinal);
        var passage = source.Place.Replace("Annex", "Annexe", StringComparison.Ordinal).Replace("chapter", "chapitre", StringComparison.Ordinal);
        return new($"{symbol} {place}".TrimEnd(), $"{symbol} {source.Place}".TrimEnd(), $"{symbol} {passage}".TrimEnd());
    }

    private static ILookup<string, PublishedRecord> Of(RegisterTable table) => PublishedRecord.Of(table).ToLookup(record => record["commitment"]);

    private static NamedCode? CodeOrNone(PublishedRecord record, string field) => record.Filled(field) is null ? null : record.Code(field);

    private static Plan Plan(PublishedRecord record) => new(
        record.Id, record.Said("name"), record.Code("kind"), record.Said("by"), record.Code("region"), record.Date("date"),
        record.Words("summary"), record.Words("gaps"), record.Cited("source"))
    {
        Written = record.Written,
    };

    private static Fund Fund(PublishedRecord record) => new(
        record.Id, record.Said("name"), record.Said("donor"), record.Words("manager"), record.Money("amount"), record.Date("date"),
        CodeOrNone(record, "region"), record.Code("status"), record.Words("note"), record.Cited("source"));

    private static Project Project(PublishedRecord record, Dictionary<string, Fund> funds) => new(
        record.Id, record.Said("name"), record["portfolio"], (int)Math.Clamp(record.Number("count") ?? 1, 1, int.MaxValue / 1000),
        CodeOrNone(record, "region"), record.Several("areas"), record.Codes("themes"))
    {
        Implementer = record.Words("implementer"),
        Partners = record.Words("partners"),
        Amount = record.Money("amount"),
        AmountNote = record.Words("amount_note"),
        Fund = funds.GetValueOrDefault(record["fund"]),
        Summary = record.Words("summary"),
        Sources = record.Cited("source"),
    };

    private static Commitment Commitment(PublishedRecord record, Plan plan) => new(record.Id, record.Said("name"), plan, record.Said("by"), record.Code("type"))
    {
        Areas = record.Several("areas"),
        Towards = record.Words("towards"),
        Themes = record.Codes("themes"),
        IsMeasurable = record["measurable"] == "yes",
        Metric = record.Words("metric"),
        Target = record.Words("target"),
        Made = record.Date("made"),
        Deadline = record.Date("deadline"),
        Gcm = record.Several("gcm"),
        Sdg = record.Several("sdg"),
        Figure = record.Filled("figure"),
        Sources = record.Cited("source"),
        Written = record.Written,
    };

    private CommitmentAction Action(PublishedRecord record) => new(
        record.Id, record.Said("name"), record.Said("responsible"), ActionStatuses[record["status"]], record.Code("status").Name,
        record.Date("period.from"), record.Date("period.to"), record.Cited("source"))
    {
        Stated = record.Cited("source").Select(source => documents.TryGetValue(source.Document, out var document) ? document.Date : null).OfType<TimePeriod>()
            .OrderBy(date => date.LastDay).Cast<TimePeriod?>().LastOrDefault(),
    };

    private static Evidence EvidenceOf(PublishedRecord record) => new(
        record.Id, record.Said("name"), record.Filled("action"), Directions[record["direction"]], record.Code("direction").Name,
        record.Code("strength"), record.Date("date")!.Value, record.Words("assessor"), record.Cited("source"));

    private static Assessment AssessmentOf(PublishedRecord record) => new(
        record.Id, CommitmentStatuses.Find(record["status"]) ?? CommitmentStatus.NoInformation, record.Date("date")!.Value,
        record.Said("rationale"), record.Said("assessor"), record.Cited("source"));

    private static Recommendation RecommendationOf(PublishedRecord record) => new(
        record.Id, record.Said("name"), record.Said("to"), record.Codes("themes"), record.Date("date")!.Value, record.Code("fate"),
        record.Words("fate_note"), record.Cited("fate_source"), record.Cited("source"));

    private static Fact FactOf(PublishedRecord record) => new(
        record.Id, record["row"], record.Said("subject"), record.Said("measure"), record.Code("topic"), record.Code("status"),
        record.Date("vintage")!.Value, record.Cited("source"))
    {
        Value = record.Number("value"),
        Qualifier = CodeOrNone(record, "qualifier"),
        ValueInWords = record.Words("text_value"),
        Unit = record.Words("unit"),
        Date = record.Date("date"),
        IsDateAnnounced = record["date.status"] == "announced",
        Formula = record.Filled("formula"),
        Denominator = record.Words("denominator"),
        Figures = record.Several("figures"),
        Note = record.Words("note"),
    };
}
