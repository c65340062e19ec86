using Periplo.Areas;
using Periplo.Cooperation;
using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Indicators;

/// <summary>
/// Indicators that the registers answer: a dated status or count with the records it rests on. Who is in no record has
/// no value; that is not a count of none.
/// </summary>
/// <param name="registry">The indicators.</param>
/// <param name="areas">The areas.</param>
/// <param name="cooperation">The registers of cooperation.</param>
/// <param name="dossier">Promises and money.</param>
internal sealed class RegisterIndicators(IndicatorRegistry registry, AreaRegistry areas, CooperationIndex cooperation, Dossier dossier)
{
    /// <summary>The methods by the ids that declarations use, each with the unit its result has.</summary>
    public static readonly IReadOnlyDictionary<string, string> Methods = new Dictionary<string, string>
    {
        ["treaties"] = FormulaUnit.Pure, ["memberships"] = FormulaUnit.Pure, ["focal-points"] = FormulaUnit.Pure, ["commitments"] = FormulaUnit.Pure, ["projects"] = FormulaUnit.Pure,
    };

    /// <summary>The values of every area, by the methods that indicators name.</summary>
    public IEnumerable<IndicatorValue> Values()
    {
        foreach (var indicator in registry.All)
        {
            foreach (var measure in indicator.Measures.Where(measure => measure.Method is { } method && Methods.ContainsKey(method)))
            {
                foreach (var area in areas.All.Where(area => area.Kind == AreaKind.Country).Select(area => area.Id))
                {
                    foreach (var value in Of(measure.Method!, area))
                        yield return value.As(indicator, area, measure);
                }
            }
        }
    }

    private IEnumerable<Found> Of(string method, string area) => method switch
    {
        "treaties" => Treaties(area),
        "memberships" => Memberships(area),
        "focal-points" => FocalPoints(area),
        "commitments" => Commitments(area),
        _ => Projects(area),
    };

    /// <summary>Instruments it is a party to, of those whose list is held; then each instrument in words.</summary>
    private IEnumerable<Found> Treaties(string area)
    {
        var treaties = cooperation.Treaties;
        var listed = treaties.Instruments.Where(instrument => instrument.AsOf is not null).ToList();
        var actions = treaties.OfArea(area).ToList();
        if (actions.Count == 0)
            yield break;
        var parties = actions.Count(action => action.IsParty);
        var signed = actions.Count - parties;
        // Each list is of its date: the count rests on all of them, those that do not name the State too.
        var dates = listed.Select(instrument => instrument.AsOf!.Value).Concat(actions.Select(action => action.AsOf)).OrderBy(date => date.LastDay).ToList();
        var (from, to) = (dates[0].Year, dates[^1].Year);
        var years = from == to ? Text.Same($"{to}") : new($"{from} a {to}", $"{from} to {to}", $"{from} à {to}");
        yield return new(dates[^1], parties, new(
            $"parte en {parties}{(signed > 0 ? $" y signatario en {signed}" : "")} de los {listed.Count} instrumentos cuya lista se tiene; listas de {years.Es}",
            $"party to {parties}{(signed > 0 ? $" and signatory of {signed}" : "")} of the {listed.Count} instruments whose list is held; lists of {years.En}",
            $"partie à {parties}{(signed > 0 ? $" et signataire de {signed}" : "")} des {listed.Count} instruments dont la liste est disponible ; listes de {years.Fr}"),
            [.. actions.Select(action => Record("treaty-actions", action.Id, action.AsOf, action.Source.Document))]);
        foreach (var instrument in treaties.Instruments)
        {
            var cell = treaties.Cell(instrument, area);
            if (cell.Action is { } action)
                yield return new(action.AsOf, double.NaN, cell.Words, [Record("treaty-actions", action.Id, action.AsOf, action.Source.Document)]) { Measure = instrument.Id };
        }
    }

    /// <summary>Processes it is a member of on the last day about which a membership is stated.</summary>
    private IEnumerable<Found> Memberships(string area)
    {
        var day = cooperation.LastStated;
        var held = cooperation.Memberships.On(day, area).Where(one => one.Role == Membership.Member).DistinctBy(one => one.Process).ToList();
        if (held.Count > 0)
            yield return new(Day(day), held.Count, Names(held.Select(one => cooperation.Find("processes", one.Process)?.Title ?? Text.Same(one.Process))),
                [.. held.Select(one => Record("memberships", one.Id, Day(day), one.Sources is [var source, ..] ? source.Document : null))]);
    }

    private IEnumerable<Found> FocalPoints(string area)
    {
        var day = cooperation.LastStated;
        var held = cooperation.FocalPointsOf(area).Where(record => record.Interval("active").On(day) != false).ToList();
        if (held.Count > 0)
            yield return new(Day(day), held.Count, Names(held.Select(record => record.Words("office") ?? record.Title)), [.. held.Select(record => Record(record, day))]);
    }

    /// <summary>Commitments that name the area itself; those of its region are not its own.</summary>
    private IEnumerable<Found> Commitments(string area)
    {
        var named = dossier.Commitments.Where(commitment => commitment.Areas.Contains(area)).ToList();
        if (named.Count == 0)
            yield break;
        var day = cooperation.LastStated;
        var byStatus = named.Select(commitment => Standing.Of(commitment, day).Status).GroupBy(status => status).OrderBy(group => group.Key)
            .Select(group => (Name: group.Key.Name(), Count: group.Count())).ToList();
        yield return new(Day(day), named.Count, new(
            string.Join("; ", byStatus.Select(pair => $"{pair.Name.Es}: {pair.Count}")), string.Join("; ", byStatus.Select(pair => $"{pair.Name.En}: {pair.Count}")),
            string.Join("; ", byStatus.Select(pair => $"{pair.Name.Fr} : {pair.Count}"))),
            [.. named.Select(commitment => Record("commitments", commitment.Id, commitment.Made, null))]);
    }

    /// <summary>Projects that name the area itself.</summary>
    private IEnumerable<Found> Projects(string area)
    {
        var named = dossier.Portfolio.Projects.Where(project => project.Areas.Contains(area)).ToList();
        if (named.Count > 0)
            yield return new(Day(cooperation.LastStated), named.Sum(project => project.Count), Names(named.Select(project => project.Name)),
                [.. named.Select(project => Record("projects", project.Id, null, project.Sources is [var source, ..] ? source.Document : null))]);
    }

    private IndicatorInput Record(PublishedRecord record, DateOnly day) =>
        Record(record.Register.Id, record.Id, Day(day), record.Sources is [var source, ..] ? source.Document : null);

    private IndicatorInput Record(string register, string id, TimePeriod? period, string? document) =>
        new(register, null, id, period, document is null ? Text.Same(id) : cooperation.Find("documents", document)?.Title ?? Text.Same(document));

    private static Text Names(IEnumerable<Text> names)
    {
        var all = names.ToList();
        return new(string.Join("; ", all.Select(name => name.Es)), string.Join("; ", all.Select(name => name.En)), string.Join("; ", all.Select(name => name.Fr.Length > 0 ? name.Fr : name.En)));
    }

    private static TimePeriod Day(DateOnly day) => TimePeriod.TryParse($"{day:yyyy-MM-dd}", out var period) ? period : TimePeriod.OfYear(day.Year);

    private sealed record Found(TimePeriod Period, double Value, Text Words, IReadOnlyList<IndicatorInput> Inputs)
    {
        public string? Measure { get; init; }

        public IndicatorValue As(IndicatorDefinition indicator, string area, IndicatorMeasure measure) =>
            new(indicator, area, Period, new(Measure ?? measure.Id), Value, Words, measure.Unit, ObservationStatus.A, null, null, Inputs);
    }
}
