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
        documents = PublishedRecord.All(tables["documents"]).ToDictionary(record => record.Id, record => (record.Words("title"), record.ValueOrNone("symbol") ?? record.Id, record.Date("date")));
        Plans = [.. PublishedRecord.All(tables["plans"]).Select(Plan)];
        Funds = [.. PublishedRecord.All(tables["funds"]).Select(Fund)];
        var funds = Funds.ToDictionary(fund => fund.Id);
        Portfolio = new([.. PublishedRecord.All(tables["projects"]).Select(record => Project(record, funds))]);
        var (plans, projects) = (Plans.ToDictionary(plan => plan.Id), Portfolio.Projects.ToDictionary(project => project.Id));
        var actions = Of(tables["actions"]);
        var evidence = Of(tables["evidence"]);
        var assessments = Of(tables["assessments"]);
        var allocations = Of(tables["allocations"]);
        Commitments = [.. PublishedRecord.All(tables["commitments"])
            .Where(record => plans.ContainsKey(record.Value("plan")))
            .Select(record => Commitment(record, plans[record.Value("plan")]) with
            {
                Actions = [.. actions[record.Id].Select(Action)],
                Evidence = [.. evidence[record.Id].Select(EvidenceOf).OrderBy(one => one.Date.FirstDay)],
                Assessments = [.. assessments[record.Id].Select(AssessmentOf).OrderBy(one => one.Date.FirstDay)],
                Allocations = [.. allocations[record.Id].Select(one => new Allocation(
                    one.Id, funds.GetValueOrDefault(one.Value("fund")), projects.GetValueOrDefault(one.Value("project")), one.Number("share"), one.Words("basis"), one.Places("source")))],
            })];
        commitments = Commitments.ToDictionary(commitment => commitment.Id);
        Recommendations = [.. PublishedRecord.All(tables["recommendations"]).Select(RecommendationOf).OrderBy(one => one.Date.FirstDay).ThenBy(one => one.Id, StringComparer.Ordinal)];
        Facts = new(PublishedRecord.All(tables["facts"]).Select(FactOf));
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
    public Text Cite(DocumentPlace source)
    {
        var symbol = documents.TryGetValue(source.Document, out var document) ? document.Symbol : source.Document;
        // Places are written in English; these are the words they have.
        var place = source.Place.Replace("note ", "nota ", StringComparison.Ordinal).Replace("Annex", "Anexo", StringComparison.Ordinal)
            .Replace("Introduction", "Introducción", StringComparison.Ordinal).Replace("chapter", "capítulo", StringComparison.Ordinal);
        return new($"{symbol} {place}".TrimEnd(), $"{symbol} {source.Place}".TrimEnd());
    }

    private static ILookup<string, PublishedRecord> Of(RegisterTable table) => PublishedRecord.All(table).ToLookup(record => record.Value("commitment"));

    private static NamedCode? CodeOrNone(PublishedRecord record, string field) => record.ValueOrNone(field) is null ? null : record.Code(field);

    private static Plan Plan(PublishedRecord record) => new(
        record.Id, record.Words("name"), record.Code("kind"), record.Words("by"), record.Code("region"), record.Date("date"),
        record.WordsOrNone("summary"), record.WordsOrNone("gaps"), record.Places("source"))
    {
        Written = record.Written,
    };

    private static Fund Fund(PublishedRecord record) => new(
        record.Id, record.Words("name"), record.Words("donor"), record.WordsOrNone("manager"), record.Money("amount"), record.Date("date"),
        CodeOrNone(record, "region"), record.Code("status"), record.WordsOrNone("note"), record.Places("source"));

    private static Project Project(PublishedRecord record, Dictionary<string, Fund> funds) => new(
        record.Id, record.Words("name"), record.Value("portfolio"), (int)Math.Clamp(record.Number("count") ?? 1, 1, int.MaxValue / 1000),
        CodeOrNone(record, "region"), record.Many("areas"), record.Codes("themes"))
    {
        Implementer = record.WordsOrNone("implementer"),
        Partners = record.WordsOrNone("partners"),
        Amount = record.Money("amount"),
        AmountNote = record.WordsOrNone("amount_note"),
        Fund = funds.GetValueOrDefault(record.Value("fund")),
        Summary = record.WordsOrNone("summary"),
        Sources = record.Places("source"),
    };

    private static Commitment Commitment(PublishedRecord record, Plan plan) => new(record.Id, record.Words("name"), plan, record.Words("by"), record.Code("type"))
    {
        Areas = record.Many("areas"),
        Towards = record.WordsOrNone("towards"),
        Themes = record.Codes("themes"),
        IsMeasurable = record.Value("measurable") == "yes",
        Metric = record.WordsOrNone("metric"),
        Target = record.WordsOrNone("target"),
        Made = record.Date("made"),
        Deadline = record.Date("deadline"),
        Gcm = record.Many("gcm"),
        Sdg = record.Many("sdg"),
        Figure = record.ValueOrNone("figure"),
        Sources = record.Places("source"),
        Written = record.Written,
    };

    private CommitmentAction Action(PublishedRecord record) => new(
        record.Id, record.Words("name"), record.Words("responsible"), ActionStatuses[record.Value("status")], record.Code("status").Name,
        record.Date("period.from"), record.Date("period.to"), record.Places("source"))
    {
        Stated = record.Places("source").Select(source => documents.TryGetValue(source.Document, out var document) ? document.Date : null).OfType<TimePeriod>()
            .OrderBy(date => date.LastDay).Cast<TimePeriod?>().LastOrDefault(),
    };

    private static Evidence EvidenceOf(PublishedRecord record) => new(
        record.Id, record.Words("name"), record.ValueOrNone("action"), Directions[record.Value("direction")], record.Code("direction").Name,
        record.Code("strength"), record.Date("date")!.Value, record.WordsOrNone("assessor"), record.Places("source"));

    private static Assessment AssessmentOf(PublishedRecord record) => new(
        record.Id, CommitmentStatuses.Find(record.Value("status")) ?? CommitmentStatus.NoInformation, record.Date("date")!.Value,
        record.Words("rationale"), record.Words("assessor"), record.Places("source"));

    private static Recommendation RecommendationOf(PublishedRecord record) => new(
        record.Id, record.Words("name"), record.Words("to"), record.Codes("themes"), record.Date("date")!.Value, record.Code("fate"),
        record.WordsOrNone("fate_note"), record.Places("fate_source"), record.Places("source"));

    private static Fact FactOf(PublishedRecord record) => new(
        record.Id, record.Value("row"), record.Words("subject"), record.Words("measure"), record.Code("topic"), record.Code("status"),
        record.Date("vintage")!.Value, record.Places("source"))
    {
        Value = record.Number("value"),
        Qualifier = CodeOrNone(record, "qualifier"),
        ValueInWords = record.WordsOrNone("text_value"),
        Unit = record.WordsOrNone("unit"),
        Date = record.Date("date"),
        IsDateAnnounced = record.Value("date.status") == "announced",
        Formula = record.ValueOrNone("formula"),
        Denominator = record.WordsOrNone("denominator"),
        Figures = record.Many("figures"),
        Note = record.WordsOrNone("note"),
    };
}
