using Periplo.Areas;
using Periplo.Charts;
using Periplo.Cooperation;
using Periplo.Languages;
using Periplo.Web.Views;

namespace Periplo.Web.Cooperation;

/// <summary>Charts and tables of processes, instruments and consultations, in the addresses of one language.</summary>
public sealed class ProcessFigures(Site site, Language language)
{
    private const double Wide = 720;

    /// <summary>Kinds of process in the order of pages.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["rcp", "interregional", "global", "interagency", "network", "regional-body"];

    private CooperationIndex Index => site.Cooperation;

    /// <summary>Processes of a kind, by their short name.</summary>
    public IEnumerable<PublishedRecord> Processes(string kind) =>
        Index.Of("processes").Where(process => process["kind"] == kind).OrderBy(process => Spelling.OrderKey(NameOf(process).In(language), language), StringComparer.Ordinal);

    /// <summary>The short name of a process; its name where it has none.</summary>
    public static Text NameOf(PublishedRecord process) => process.Words("short") ?? process.Title;

    /// <summary>The lives of all processes.</summary>
    public View Lives()
    {
        var groups = Kinds.Select(kind => (Kind: kind, Processes: Processes(kind).ToList())).Where(group => group.Processes.Count > 0)
            .Select(group => new LifeGroup(group.Processes[0].Meaning("kind")!, [.. group.Processes.Select(Life)])).ToList();
        var known = groups.SelectMany(group => group.Lives).SelectMany(life => life.Sizes.Select(size => (int?)size.Year).Append(life.From).Append(life.To)).OfType<int>().ToList();
        var years = known.Count == 0 ? (First: 2000, Last: 2000) : (First: Math.Max(1950, known.Min()), Last: Math.Max(known.Max(), Index.LastStated.Year));
        var credits = new Credits(
            "lives", ProcessWords.LivesTitle, ProcessWords.MembersOnRecord,
            SourcesOf(Index.Of("processes").Concat(Index.Of("memberships"))), [ProcessWords.SizesNote]);
        return new(ProcessAddresses.Lives, _ => "", Charts.Lives.Draw(credits, groups, years, Wide, site.Font))
        {
            Narrow = Charts.Lives.Draw(CountryFigures.Narrow(credits), groups, years, CountryFigures.NarrowWidth, site.Font),
        };
    }

    /// <summary>Areas by process on a day.</summary>
    public View MembersOn(DateOnly day)
    {
        var index = Index;
        var holding = index.Memberships.All.Where(one => one.Area is not null && one.Role is Membership.Member or "observer" or "partner" && one.On(day) == true).ToList();
        var processes = Kinds.SelectMany(Processes).Where(process => holding.Exists(one => one.Process == process.Id)).ToList();
        var areas = holding.Select(one => one.Area!).Distinct().Select(id => site.Areas[id]).Order(Comparer<Area>.Create(site.Areas.ByShortName(language))).ToList();
        var cells = holding.ToLookup(one => (one.Area!, one.Process));
        var roles = index.Of("memberships");
        Text Words(string area, string process) => cells[(area, process)].OrderBy(one => Memberships.Order(one.Role)).FirstOrDefault() is { } one
            ? Marked(roles[0].Meaning("role", one.Role), one.Confidence == Membership.Unsure)
            : Text.Same("");
        var figure = TableOnly(
            new("members", ProcessWords.MembersTitle.With(DateWords.In(day)), ProcessWords.RoleHeader, SourcesOf(holding.Select(one => index.Find("memberships", one.Id)!)), [ProcessWords.MembersNote]),
            () => new(
                [new(ProcessWords.AreaHeader), .. processes.Select(process => new TableColumn(NameOf(process)))],
                [.. areas.Select(area => (Cell[])[Cell.Of(area.ShortName, Addresses.Country(language, area.Id)), .. processes.Select(process => Cell.Of(Words(area.Id, process.Id)))])]));
        return new(ProcessAddresses.Members, to => $"?{ProcessAddresses.DateWord(to)}={day:yyyy-MM-dd}", figure);
    }

    /// <summary>Areas by instrument: every instrument for a file, those with a list for a page.</summary>
    /// <param name="region">Region whose areas are shown, or null for all.</param>
    /// <param name="all">Whether instruments without a list have a column too.</param>
    public View Matrix(Area? region, bool all)
    {
        var treaties = Index.Treaties;
        var areas = AreasOf(region);
        var instruments = treaties.Instruments.Where(instrument => all || instrument.AsOf is not null).ToList();
        var title = region is null ? ProcessWords.MatrixTitle : ProcessWords.MatrixOf.With(region.ShortName);
        var figure = TableOnly(
            new("treaties", title, ProcessWords.StandingHeader, SourcesOf(Index.Of("treaty-actions")), [ProcessWords.SnapshotNotice]),
            () => new(
                [new(ProcessWords.AreaHeader), .. instruments.Select(instrument => new TableColumn(Column(instrument)))],
                [.. areas.Select(area => (Cell[])[Cell.Of(area.ShortName, Addresses.Country(language, area.Id)), .. instruments.Select(instrument => Cell.Of(treaties.Cell(instrument, area.Id).Words))])]));
        return new(ProcessAddresses.Instruments, _ => region is null ? "" : $"?region={region.Id}", figure);
    }

    /// <summary>Areas of the matrix: countries and territories that any list names, and the states of the region.</summary>
    public IReadOnlyList<Area> AreasOf(Area? region)
    {
        var members = region is null ? null : site.Areas.Members(region, null).Select(area => area.Id).ToHashSet();
        return [.. site.Countries(language).Where(area => (members is null || members.Contains(area.Id)) && Index.Treaties.OfArea(area.Id).Any())];
    }

    /// <summary>Map of the parties of an instrument.</summary>
    public View? PartiesMap(Instrument instrument)
    {
        if (instrument.AsOf is not { } date)
            return null;
        var treaties = Index.Treaties;
        var areas = treaties.Of(instrument).Select(action => new AreaStanding(site.Areas[action.Area], action.IsParty ? 0 : 1, treaties.Cell(instrument, action.Area).Words)).ToList();
        var credits = new Credits(
            "parties-map", ProcessWords.PartiesMapTitle.With(instrument.Short, DateWords.In(date)), ProcessWords.StandingHeader,
            SourcesOf(Index.Of("treaty-actions").Where(record => record["instrument"] == instrument.Id)), [ProcessWords.SnapshotNotice]);
        var figure = StandingMap.Draw(credits, site.World, [new("q6", ProcessWords.Party), new("q3", ProcessWords.Signatory)], areas, ProcessWords.NoRecordAsOf.With(DateWords.In(date)), area => Addresses.Country(language, area.Id), site.Font);
        return new(to => ProcessAddresses.InstrumentMap(to, instrument.Id), _ => "", figure);
    }

    /// <summary>Parties of an instrument over time; null where no list or no year is held.</summary>
    public View? PartiesCourse(Instrument instrument)
    {
        var course = Index.Treaties.Course(instrument);
        if (course.Count < 2 || instrument.AsOf is not { } date)
            return null;
        var undated = Index.Treaties.Of(instrument).Count(action => action is { IsParty: true, Party: null });
        var notes = new List<Text> { ProcessWords.SnapshotNotice };
        if (undated > 0)
            notes.Add(ProcessWords.UndatedParties.With(undated));
        var credits = new Credits(
            "parties-course", ProcessWords.PartiesCourseTitle.With(instrument.Short, DateWords.In(date)), ProcessWords.Parties,
            SourcesOf(Index.Of("treaty-actions").Where(record => record["instrument"] == instrument.Id)), notes);
        IReadOnlyList<Series> series = [new(instrument.Short, [.. course.Select(point => new YearDatum(point.Year, new(point.Parties)))])];
        return new(to => ProcessAddresses.InstrumentCourse(to, instrument.Id), _ => "", Lines.Draw(credits, series, new() { Width = 560, Height = 260 }, site.Font))
        {
            Narrow = Lines.Draw(CountryFigures.Narrow(credits), series, new() { Width = CountryFigures.NarrowWidth, Height = 240 }, site.Font),
        };
    }

    /// <summary>Map of who answered a consultation; null where no name is known.</summary>
    public View? AnsweredMap(Consultation consultation)
    {
        var count = consultation.Final;
        if (count.Areas.Count == 0)
            return null;
        var areas = count.Areas.Select(one => new AreaStanding(
            site.Areas[one.Key],
            one.Value.ByAnother ? 1 : 0,
            one.Value.ByAnother && one.Value.Response.Area is { } writer ? ProcessWords.AnsweredThrough.With(site.Areas[writer].ShortName) : ProcessWords.Answered)).ToList();
        var credits = new Credits(
            "answered", ProcessWords.AnsweredTitle.With(consultation.Name), ProcessWords.StandingHeader,
            SourcesOf(consultation.Responses.Select(response => response.Record)), [ProcessWords.NoAnswerNote]);
        var figure = StandingMap.Draw(credits, site.World, [new("q6", ProcessWords.Answered), new("q3", ProcessWords.AnsweredByAnother)], areas, ProcessWords.NoAnswer, area => Addresses.Country(language, area.Id), site.Font);
        return new(to => ProcessAddresses.ConsultationMap(to, consultation.Id), _ => "", figure);
    }

    /// <summary>Coded positions of a consultation; null where the documents give none.</summary>
    public View? Positions(Consultation consultation)
    {
        if (consultation.Positions.Count == 0)
            return null;
        var count = consultation.Final;
        var credits = new Credits(
            "positions", ProcessWords.PositionsTitle.With(consultation.Name), ProcessWords.Governments,
            SourcesOf(consultation.Positions.Select(position => position.Record)), count.PositionsAddUpTo is { } sum ? [Sentence(sum)] : []);
        var values = consultation.Positions.GroupBy(position => position.Option).Select(group => new NamedValue(group.First().Meaning, group.Sum(position => position.Count))).ToList();
        return new(to => ProcessAddresses.Positions(to, consultation.Id), _ => "", NamedBars.Draw(credits, values, count.Governments, ProcessWords.Position, site.Font));
    }

    /// <summary>A rate as a sentence that names its numerator and denominator.</summary>
    public static Text RateOf(ResponseRate rate) => rate.IsPublished
        ? ProcessWords.PublishedRate.With(Numbers.In(rate.Percent, new(NumberForm.Percent, rate.Percent == Math.Floor(rate.Percent) ? 0 : 1)), rate.Over)
        : ProcessWords.DerivedRate.With(Numbers.In(rate.Percent, NumberStyle.Percent), rate.Count!.Value, rate.Counted, rate.Total!.Value, rate.Over);

    /// <summary>The documents some records rest on, one a line: symbol or title, and date.</summary>
    public IReadOnlyList<Text> SourcesOf(IEnumerable<PublishedRecord> records) =>
        [.. records.SelectMany(record => record.Sources).Select(source => source.Document).Distinct().Order(StringComparer.Ordinal).Select(DocumentLine)];

    /// <summary>What a document is called where there is little room: its symbol, else its id.</summary>
    public string DocumentName(string id) => Index.Find("documents", id)?.Filled("symbol") ?? id;

    private Text DocumentLine(string id)
    {
        if (Index.Find("documents", id) is not { } document)
            return Text.Same(id);
        var (publisher, date) = (document.Words("publisher") ?? Text.Same(""), document.Date("date") is { } when ? DateWords.In(when) : Text.Same(""));
        var symbol = document.Filled("symbol") is { } signature ? $" ({signature})" : "";
        return new($"{publisher.Es}, {document.Title.Es}{symbol}, {date.Es}.", $"{publisher.En}, {document.Title.En}{symbol}, {date.En}.", $"{publisher.Fr}, {document.Title.Fr}{symbol}, {date.Fr}.");
    }

    private Life Life(PublishedRecord process)
    {
        var active = process.Interval("active");
        var sizes = new List<(int Year, int Size)>();
        foreach (var (date, members) in Index.Memberships.Course(process.Id))
        {
            // Of several changes in a year the last stands.
            if (sizes.Count > 0 && sizes[^1].Year == date.Year)
                sizes[^1] = (date.Year, members);
            else
                sizes.Add((date.Year, members));
        }

        return new(NameOf(process), active.From?.Year, active.To?.Year, sizes) { Href = ProcessAddresses.Process(language, process.Id) };
    }

    private static Text Column(Instrument instrument) => instrument.AsOf is { } date
        ? new($"{instrument.Short.Es} (a fecha de {date})", $"{instrument.Short.En} (as of {date})", $"{instrument.Short.Fr} (au {date})")
        : new($"{instrument.Short.Es} (sin lista)", $"{instrument.Short.En} (no list held)", $"{instrument.Short.Fr} (pas de liste)");

    private static Text Marked(Text role, bool unsure) => unsure ? new($"{role.Es} (dudoso)", $"{role.En} (unsure)", $"{role.Fr} (douteux)") : role;

    /// <summary>A clause as a sentence: a capital before, a full stop behind.</summary>
    private static Text Sentence(Text clause) => new($"{char.ToUpperInvariant(clause.Es[0])}{clause.Es[1..]}.", $"{char.ToUpperInvariant(clause.En[0])}{clause.En[1..]}.", $"{char.ToUpperInvariant(clause.Fr[0])}{clause.Fr[1..]}.");

    private static Figure TableOnly(Credits credits, Func<FigureTable> table) => new()
    {
        Credits = credits,
        Width = 0,
        Height = 0,
        Marks = [],
        MakeTable = table,
        TextAlternative = credits.Title,
    };
}
