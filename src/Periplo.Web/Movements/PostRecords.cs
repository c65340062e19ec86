using Periplo.Areas;
using Periplo.Charts;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Web.Movements;

/// <summary>How good the records of each post were in the last year held.</summary>
internal sealed class PostRecords
{
    private static readonly Text Records = new("registros", "records", "enregistrements");
    private static readonly Text PerHundred = new("por cada cien registros", "per hundred records", "pour cent enregistrements");

    private static readonly Text NoChange = new("ninguno", "none", "aucun");

    private readonly Dataset quality;
    private readonly Area area;
    private readonly Language language;
    private readonly Dictionary<(string Post, string Measure), (double Sum, char Status, List<int> Addends)> held = [];
    private readonly Dictionary<string, int> flags = [];
    private readonly TimePeriod year;

    public PostRecords(Dataset quality, Area area, Language language)
    {
        (this.quality, this.area, this.language) = (quality, area, language);
        var o = quality.Observations;
        var all = quality.Select(Query.All.Where("REF_AREA", area.Id).Where("FREQ", "M"));
        var (measure, post, direction) = (quality.Definition.Dimension("MEASURE"), quality.Definition.Dimension("POST"), quality.Definition.Dimension("DIRECTION"));
        var records = all.Where(i => o.Code(measure, i) == "RECORDS").ToList();
        if (records.Count == 0)
            return;
        year = TimePeriod.OfYear(records.Max(i => o.Times[i]).Year);
        foreach (var group in all.Where(i => o.Times[i].Year == year.Year).GroupBy(i => (Post: o.Code(post, i), Measure: o.Code(measure, i))))
        {
            if (group.Key.Measure == "CHANGE_FLAG")
            {
                if (group.Where(i => !o.Statuses[i].IsMissing()).OrderByDescending(i => Math.Abs(o.Values[i])).Select(i => (int?)i).FirstOrDefault() is { } worst)
                    flags[group.Key.Post] = worst;
                continue;
            }

            if (!quality.Definition.AdditiveMeasures.Contains(group.Key.Measure))
                continue;
            // Both directions together where the source says so, else the two of them.
            var together = group.Where(i => o.Code(direction, i) == "_Z").ToList();
            var addends = together.Count > 0 ? together : [.. group];
            var valued = addends.Where(i => !o.Statuses[i].IsMissing()).ToList();
            held[group.Key] = valued.Count == 0 ? (double.NaN, o.Statuses[addends[0]].Letter(), addends) : (valued.Sum(quality.Plain), valued.Count < addends.Count ? 'E' : 'A', addends);
        }
    }

    /// <summary>The columns of the table.</summary>
    public static IReadOnlyList<HeatColumn> Columns { get; } =
    [
        new(new("Registros", "Records", "Enregistrements"), Records, NumberStyle.Whole),
        new(new("Con su pareja", "Matched", "Appariés"), PerHundred, NumberStyle.Percent),
        new(new("Faltan", "Missing", "Manquants"), PerHundred, NumberStyle.Percent),
        new(new("Repetidos", "Duplicates", "Doublons"), PerHundred, NumberStyle.Percent),
        new(new("Tardíos", "Late", "Tardifs"), PerHundred, NumberStyle.Percent),
        new(new("Con datos desconocidos", "With unknown items", "Avec éléments inconnus"), PerHundred, NumberStyle.Percent) { Short = new("Desconocidos", "Unknown", "Inconnus") },
        new(new("Cambio brusco", "Abrupt change", "Changement brusque"), new("desviaciones", "deviations", "écarts"), new(NumberForm.Plain, 1)),
    ];

    /// <summary>A row a post, those with most records first, under one of all posts.</summary>
    public IReadOnlyList<HeatRow> Rows()
    {
        var posts = held.Keys.Select(key => key.Post).Distinct().OrderByDescending(post => post == "_T").ThenByDescending(post => held.TryGetValue((post, "RECORDS"), out var records) && !double.IsNaN(records.Sum) ? records.Sum : -1).ThenBy(post => post, StringComparer.Ordinal);
        var list = quality.Definition.Structure.Dimensions[quality.Definition.Dimension("POST")].CodeList;
        return [.. posts.Select(post => new HeatRow(post == "_T" ? new("Todos los puestos", "All posts", "Tous les postes") : list.Find(post)!.Name.Text(),
        [
            new(Count(post, "RECORDS"), null),
            Rate(post, "PAIRED", rate => (100 - rate) / 20),
            Rate(post, "GAPS", rate => rate / 20),
            Rate(post, "DUPLICATES", rate => rate / 10),
            Rate(post, "LATE", rate => rate / 20),
            Rate(post, "UNKNOWN", rate => rate / 20),
            Flag(post),
        ])
        {
            IsTotal = post == "_T",
        })];
    }

    private Datum Count(string post, string measure) => !held.TryGetValue((post, measure), out var one) ? new(null, 'M')
        : double.IsNaN(one.Sum) ? new(null, one.Status, null, Lineage(post, measure, one.Addends)) : new(one.Sum, one.Status, Lineage: Lineage(post, measure, one.Addends));

    /// <summary>A share of the records, over the months and directions of which both counts are known: one that is protected would pull it down.</summary>
    private HeatCell Rate(string post, string measure, Func<double, double> shade)
    {
        var part = Count(post, measure);
        if (part.Value is null)
            return new(part, null);
        var (top, bottom) = (0.0, 0.0);
        foreach (var i in held[(post, measure)].Addends)
        {
            var records = Beside(i, post, "RECORDS");
            // A match is asked of crossings, and a duplicate reading is none (rule M1, step 2).
            var duplicates = measure == "PAIRED" ? Beside(i, post, "DUPLICATES") ?? 0 : 0;
            if (quality.Observations.Statuses[i].IsMissing() || records is not { } all || double.IsNaN(all) || double.IsNaN(duplicates))
                continue;
            top += quality.Plain(i);
            bottom += all - duplicates;
        }

        if (bottom <= 0)
            return new(new(null, 'M'), null);
        var rate = 100 * top / bottom;
        return new(new(rate, 'E', Lineage: part.Lineage), Math.Clamp(shade(rate), 0, 1));
    }

    /// <summary>Another count of the same post, month and direction: null where there is none, not a number where it is protected or missing.</summary>
    private double? Beside(int i, string post, string measure)
    {
        var (o, direction) = (quality.Observations, quality.Definition.Dimension("DIRECTION"));
        if (!held.TryGetValue((post, measure), out var one))
            return null;
        foreach (var other in one.Addends)
        {
            if (o.Times[other] == o.Times[i] && o.Position(direction, other) == o.Position(direction, i))
                return o.Statuses[other].IsMissing() ? double.NaN : quality.Plain(other);
        }

        return null;
    }

    private HeatCell Flag(string post) => flags.TryGetValue(post, out var i)
        ? new(new(quality.Plain(i), quality.Observations.Statuses[i].Letter(), Lineage: Addresses.Observation(language, quality, i)), Math.Clamp(Math.Abs(quality.Plain(i)) / 6, 0, 1))
        : new(default, null, NoChange);

    private string Lineage(string post, string measure, List<int> addends)
    {
        var direction = quality.Definition.Dimension("DIRECTION");
        var one = quality.Observations.Code(direction, addends[0]);
        return Addresses.Observation(language, quality.Definition.Id, quality.Revision.Id, string.Join('.', quality.Definition.Structure.Dimensions.Select((dimension, d) => dimension.Id switch
        {
            "REF_AREA" => area.Id,
            "POST" => post,
            "MEASURE" => measure,
            "DIRECTION" => addends.TrueForAll(i => quality.Observations.Code(direction, i) == one) ? one : "*",
            _ => quality.Observations.Code(d, addends[0]),
        })), year);
    }
}
