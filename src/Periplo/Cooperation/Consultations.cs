using System.Runtime.InteropServices;
using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Cooperation;

/// <summary>A share with everything that makes it readable: what is counted, over what, and who says so.</summary>
/// <param name="Counted">What the numerator counts.</param>
/// <param name="Count">The numerator; null for a rate published without it.</param>
/// <param name="Over">What the denominator counts.</param>
/// <param name="Total">The denominator; null for a rate published without it.</param>
/// <param name="Percent">Hundred times numerator over denominator, or what the document says.</param>
/// <param name="IsPublished">True for what a document says, false for what is worked out here.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ResponseRate(Text Counted, int? Count, Text Over, int? Total, double Percent, bool IsPublished);

/// <summary>Whom a consultation was sent to: one addressee, or several of which only the number is known.</summary>
/// <param name="Record">The record it is read from.</param>
public sealed record Addressee(PublishedRecord Record)
{
    /// <summary>Id of the area, or null.</summary>
    public string? Area => Record.Filled("area");

    /// <summary>The office written to, or null.</summary>
    public Text? Office => Record.Words("office");

    /// <summary>How many addressees it stands for.</summary>
    public int Count => Record.Whole("count", 1);

    /// <summary>True when it is one known addressee.</summary>
    public bool IsNamed => Count == 1;

    /// <summary>When they were reminded.</summary>
    public IReadOnlyList<TimePeriod> Reminders => [.. Record.Several("reminders").Select(text => TimePeriod.TryParse(text, out var date) ? date : default).Where(date => date != default)];
}

/// <summary>A letter that came back.</summary>
/// <param name="Record">The record it is read from.</param>
public sealed record Response(PublishedRecord Record)
{
    /// <summary>Id of the area that wrote, or null when only a total is known.</summary>
    public string? Area => Record.Filled("area");

    /// <summary>Letters it stands for.</summary>
    public int Count => Record.Whole("count", 1);

    /// <summary>Ids of the areas it answers for, where named.</summary>
    public IReadOnlyList<string> OnBehalfOf => Record.Several("on_behalf_of");

    /// <summary>Governments it answers for, that of its writer among them.</summary>
    public int Represents => Record.Whole("represents", 1);

    /// <summary>True when those it answers for are members of the body that asked.</summary>
    public bool IsMember => Record["status"] == "member";

    /// <summary>By when it had come.</summary>
    public TimePeriod? Received => Record.Date("received");

    /// <summary>Every area it answers for that is known by name.</summary>
    public IEnumerable<string> Areas => OnBehalfOf.Count > 0 ? OnBehalfOf.Union(Area is { } area ? [area] : []) : Area is { } one ? [one] : [];
}

/// <summary>What those who answered thought: a coded position, or a total of them.</summary>
/// <param name="Record">The record it is read from.</param>
public sealed record Position(PublishedRecord Record)
{
    /// <summary>Id of the question, or null.</summary>
    public string? Question => Record.Filled("question");

    /// <summary>Code of the position.</summary>
    public string Option => Record["option"];

    /// <summary>Its meaning.</summary>
    public Text Meaning => Record.Meaning("option")!;

    /// <summary>Governments that hold it.</summary>
    public int Count => Record.Whole("count", 0);

    /// <summary>True when it is a total and no single response's.</summary>
    public bool IsTotal => Record.Filled("response") is null;
}

/// <summary>A questionnaire or letter to governments with what came of it.</summary>
public sealed class Consultation
{
    /// <summary>Days before and after a deadline on which those who have not answered are reminded.</summary>
    public const int ReminderDays = 7;

    internal Consultation(PublishedRecord record, IReadOnlyList<PublishedRecord> questions, IReadOnlyList<Addressee> addressees, IReadOnlyList<Response> responses, IReadOnlyList<Position> positions) =>
        (Record, Questions, Addressees, Responses, Positions) = (record, questions, addressees, responses, positions);

    /// <summary>The record it is read from.</summary>
    public PublishedRecord Record { get; }

    /// <summary>Id.</summary>
    public string Id => Record.Id;

    /// <summary>Name.</summary>
    public Text Name => Record.Words("name")!;

    /// <summary>Who asks.</summary>
    public Text By => Record.Words("by")!;

    /// <summary>When the letter was sent.</summary>
    public TimePeriod? Opened => Record.Date("opened");

    /// <summary>When answers were due, or null where that is not known.</summary>
    public TimePeriod? Deadline => Record.Date("deadline");

    /// <summary>Until when answers were counted, or null.</summary>
    public TimePeriod? Closed => Record.Date("closed");

    /// <summary>How many members the body that asks had then, or null.</summary>
    public int? Members => Record.Number("members") is { } members ? (int)members : null;

    /// <summary>The questions, by number.</summary>
    public IReadOnlyList<PublishedRecord> Questions { get; }

    /// <summary>Whom it was sent to.</summary>
    public IReadOnlyList<Addressee> Addressees { get; }

    /// <summary>What came back.</summary>
    public IReadOnlyList<Response> Responses { get; }

    /// <summary>Coded positions.</summary>
    public IReadOnlyList<Position> Positions { get; }

    /// <summary>How many were written to; null where no document says.</summary>
    public int? Addressed => Addressees.Count > 0 ? Addressees.Sum(addressee => addressee.Count) : null;

    /// <summary>True when every addressee is known by name, so that it can be said who has not answered.</summary>
    public bool AreAddresseesNamed => Addressees.Count > 0 && Addressees.All(addressee => addressee.IsNamed && addressee.Area is not null);

    /// <summary>What had come by a day.</summary>
    public ConsultationCount On(DateOnly day) => new(this, [.. Responses.Where(response => response.Received is not { } received || received.FirstDay <= day)]);

    /// <summary>Everything that came.</summary>
    public ConsultationCount Final => new(this, Responses);

    /// <summary>Days with something to do: a reminder, the deadline, a reminder of what is late. None without a deadline.</summary>
    public IReadOnlyList<(DateOnly Day, Text What)> Dates
    {
        get
        {
            if (Deadline is not { Frequency: 'D' } deadline)
                return [];
            var due = deadline.LastDay;
            var letter = Name;
            return
            [
                (due.AddDays(-ReminderDays), new($"Recordar el plazo a quienes no han respondido: {letter.Es}", $"Remind those who have not answered of the deadline: {letter.En}", $"Rappeler l’échéance à ceux qui n’ont pas répondu : {letter.Fr}")),
                (due, new($"Vence el plazo: {letter.Es}", $"Deadline: {letter.En}", $"Échéance : {letter.Fr}")),
                (due.AddDays(ReminderDays), new($"Recordar a quienes no respondieron a tiempo: {letter.Es}", $"Remind those who did not answer in time: {letter.En}", $"Relancer ceux qui n’ont pas répondu à temps : {letter.Fr}")),
            ];
        }
    }

    /// <summary>Whether those who have not answered should be reminded on a day: from a week before the deadline, until answers are closed.</summary>
    public bool IsReminderDue(DateOnly day) =>
        Deadline is { } deadline && day >= deadline.LastDay.AddDays(-ReminderDays) && (Closed is not { } closed || day <= closed.LastDay)
        && On(day).Unanswered is not 0;

    /// <summary>The letter to one addressee, its places filled; null when the record has no letter.</summary>
    /// <param name="addressee">Name of the addressee.</param>
    public Text? Letter(Text addressee)
    {
        if (Record.Words("letter") is not { } letter)
            return null;
        var deadline = Deadline is { } date ? DateWords.In(date) : new("sin fecha límite", "no set date", "sans date limite");
        return new(
            letter.Es.Replace("{addressee}", addressee.Es, StringComparison.Ordinal).Replace("{deadline}", deadline.Es, StringComparison.Ordinal),
            letter.En.Replace("{addressee}", addressee.En, StringComparison.Ordinal).Replace("{deadline}", deadline.En, StringComparison.Ordinal),
            letter.Fr.Replace("{addressee}", addressee.Fr, StringComparison.Ordinal).Replace("{deadline}", deadline.Fr, StringComparison.Ordinal));
    }
}

/// <summary>What had come of a consultation, with every rate that can be formed and its denominator.</summary>
/// <param name="consultation">The consultation.</param>
/// <param name="responses">The responses counted.</param>
public sealed class ConsultationCount(Consultation consultation, IReadOnlyList<Response> responses)
{
    /// <summary>The responses counted.</summary>
    public IReadOnlyList<Response> Responses => responses;

    /// <summary>Letters received.</summary>
    public int Letters => responses.Sum(response => response.Count);

    /// <summary>Governments that answered or for which another did, members or not.</summary>
    public int Governments => responses.Sum(response => response.Represents);

    /// <summary>Members of the body that asked among them.</summary>
    public int Members => responses.Where(response => response.IsMember).Sum(response => response.Represents);

    /// <summary>Governments that are no members.</summary>
    public int NonMembers => Governments - Members;

    /// <summary>Ids of the areas known to have answered, and whether another wrote for them.</summary>
    public IReadOnlyDictionary<string, (Response Response, bool ByAnother)> Areas { get; } = Named(responses);

    /// <summary>Addressees without an answer; null where no document says how many were written to.</summary>
    public int? Unanswered => consultation.Addressed is { } addressed ? Math.Max(0, addressed - AnsweredAddressees(addressed)) : null;

    /// <summary>Addressees that have not answered, by name; null where addressees are not named.</summary>
    public IReadOnlyList<Addressee>? Silent => consultation.AreAddresseesNamed
        ? [.. consultation.Addressees.Where(addressee => !Areas.ContainsKey(addressee.Area!))]
        : null;

    /// <summary>Every rate: that of the document, and those worked out over members and over addressees where both are known and differ.</summary>
    public IReadOnlyList<ResponseRate> Rates
    {
        get
        {
            // Letters of which no answer is recorded have no rate: none known is not none.
            var rates = new List<ResponseRate>(3);
            var members = new Text("Estados Miembros", "Member States", "États Membres");
            if (consultation.Record.Number("published_rate") is { } published)
                rates.Add(new(members, null, members, null, (double)published, IsPublished: true));
            if (responses.Count == 0)
                return rates;
            if (consultation.Members is { } all)
                rates.Add(new(members, Members, members, all, 100.0 * Members / all, IsPublished: false));
            if (consultation.Addressed is { } addressed && addressed != consultation.Members)
            {
                var answered = AnsweredAddressees(addressed);
                var counted = NonMembers == 0 ? members : new Text("gobiernos", "governments", "gouvernements");
                rates.Add(new(counted, answered, new("destinatarios", "addressees", "destinataires"), addressed, 100.0 * answered / addressed, IsPublished: false));
            }

            return rates;
        }
    }

    /// <summary>Governments with a coded position.</summary>
    public int Positioned => consultation.Positions.Sum(position => position.Count);

    /// <summary>What the positions add up to: all governments that answered, the members alone, or neither. Null without positions.</summary>
    public Text? PositionsAddUpTo => consultation.Positions.Count == 0 ? null
        : Positioned == Governments && Governments != Members ? new($"las {Positioned} posturas suman los {Governments} gobiernos que respondieron, no los {Members} Estados Miembros", $"the {Positioned} positions add up to the {Governments} governments that answered, not to the {Members} Member States", $"les {Positioned} positions s’additionnent aux {Governments} gouvernements qui ont répondu, non aux {Members} États Membres")
        : Positioned == Governments ? new($"las {Positioned} posturas suman los {Governments} gobiernos que respondieron", $"the {Positioned} positions add up to the {Governments} governments that answered", $"les {Positioned} positions s’additionnent aux {Governments} gouvernements qui ont répondu")
        : new($"las {Positioned} posturas no suman los {Governments} gobiernos que respondieron", $"the {Positioned} positions do not add up to the {Governments} governments that answered", $"les {Positioned} positions ne s’additionnent pas aux {Governments} gouvernements qui ont répondu");

    /// <summary>Addressees that are members answer as members; where all are written to, who is none was not among them.</summary>
    private int AnsweredAddressees(int addressed) =>
        consultation.AreAddresseesNamed ? consultation.Addressees.Count(addressee => Areas.ContainsKey(addressee.Area!))
        : addressed == consultation.Members ? Members
        : Math.Min(addressed, Governments);

    private static Dictionary<string, (Response, bool)> Named(IReadOnlyList<Response> responses)
    {
        var named = new Dictionary<string, (Response, bool)>();
        foreach (var response in responses)
        {
            foreach (var area in response.Areas)
            {
                // Who wrote itself did not need another.
                if (area == response.Area || !named.ContainsKey(area))
                    named[area] = (response, area != response.Area);
            }
        }

        return named;
    }
}

/// <summary>All consultations.</summary>
public sealed class Consultations
{
    private readonly Dictionary<string, Consultation> byId;

    private Consultations(IReadOnlyList<Consultation> all) => (All, byId) = (all, all.ToDictionary(one => one.Id));

    /// <summary>The latest first.</summary>
    public IReadOnlyList<Consultation> All { get; }

    /// <summary>A consultation by its id, or null.</summary>
    public Consultation? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Reads the published records of a register by its name.</summary>
    public static Consultations Read(Func<string, IEnumerable<PublishedRecord>> records)
    {
        var questions = records("questions").OrderBy(record => record.Number("number")).ToLookup(record => record["consultation"]);
        var addressees = records("addressees").OrderBy(record => record.Id, StringComparer.Ordinal).ToLookup(record => record["consultation"], record => new Addressee(record));
        var responses = records("responses").OrderBy(record => record.Id, StringComparer.Ordinal).ToLookup(record => record["consultation"], record => new Response(record));
        var positions = records("positions").OrderByDescending(record => record.Number("count")).ThenBy(record => record.Id, StringComparer.Ordinal).ToLookup(record => record["consultation"], record => new Position(record));
        return new([.. records("consultations").OrderByDescending(record => record.Date("opened")?.FirstDay).ThenBy(record => record.Id, StringComparer.Ordinal)
            .Select(record => new Consultation(record, [.. questions[record.Id]], [.. addressees[record.Id]], [.. responses[record.Id]], [.. positions[record.Id]]))]);
    }
}
