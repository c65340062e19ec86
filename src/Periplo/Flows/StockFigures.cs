using Periplo.Areas;
using Periplo.Statistics;

namespace Periplo.Flows;

/// <summary>Finds in a revision of <c>STOCK</c> the migrants of every date, by sex, birthplace and residence.</summary>
internal sealed class StockFigures
{
    private readonly Dictionary<(int Year, string Sex), List<(string Birth, string Residence, double Persons)>> at = [];
    private readonly Dictionary<(int Year, string Residence), string> dataTypes = [];

    /// <summary>What a revision holds of places that may be added up.</summary>
    /// <param name="stock">A revision of <c>STOCK</c> with origins.</param>
    /// <param name="areas">The areas: a region is never a residence, nor is a total a birthplace.</param>
    public StockFigures(Dataset stock, AreaRegistry areas)
    {
        var o = stock.Observations;
        var (residence, origin, sex) = (stock.Definition.Dimension("REF_AREA"), stock.Definition.Dimension("COUNTERPART_AREA"), stock.Definition.Dimension("SEX"));
        var lives = Array.ConvertAll(o.Codes[residence], code => areas.TryGet(code, out var area) && area.Kind is AreaKind.Country or AreaKind.Composite or AreaKind.Former);
        var born = Array.ConvertAll(o.Codes[origin], code => areas.TryGet(code, out var area) && area.IsLeaf);
        var query = Query.All.Where("FREQ", "A").Where("MEASURE", "STOCK").Where("ORIGIN_BASIS", "_T").Where("SEX", "_T", "F", "M").Where("AGE", "_T").Where("EDUCATION_LEV", "_T");
        foreach (var i in stock.Select(query))
        {
            if (!lives[o.Position(residence, i)] || !born[o.Position(origin, i)])
                continue;
            var (year, to) = (o.Times[i].Year, o.Code(residence, i));
            if (!at.TryGetValue((year, o.Code(sex, i)), out var cells))
                at.Add((year, o.Code(sex, i)), cells = []);
            cells.Add((o.Code(origin, i), to, stock.Plain(i)));
            if (o.AttributeSets[o.Attributes[i]].DataType is { } type)
                dataTypes.TryAdd((year, to), type);
        }

        foreach (var (key, cells) in at.ToList())
            at[key] = Addable(cells, areas);
        Years = [.. at.Keys.Select(key => key.Year).Distinct().Order()];
    }

    /// <summary>The dates, earliest first.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Migrants of a date; those of both sexes are the sum where only the sexes are given. Not a number where the source says that a figure is missing.</summary>
    public IReadOnlyList<(string Birth, string Residence, double Persons)> At(int year, string sex)
    {
        if (at.TryGetValue((year, sex), out var cells))
            return cells;
        return sex == "_T" && at.TryGetValue((year, "F"), out var women) && at.TryGetValue((year, "M"), out var men) ? [.. women, .. men] : [];
    }

    /// <summary>How a residence counted migrants at a date: letters of CL_DATA_TYPE; null where the source does not say.</summary>
    public string? DataType(int year, string residence) => dataTypes.GetValueOrDefault((year, residence));

    /// <summary>Leaves out parts of what is published whole at the same date, so that nobody counts twice.</summary>
    private static List<(string Birth, string Residence, double Persons)> Addable(List<(string Birth, string Residence, double Persons)> cells, AreaRegistry areas)
    {
        var residences = areas.Addable([.. cells.Select(cell => cell.Residence).Distinct()]).ToHashSet();
        var births = areas.Addable([.. cells.Select(cell => cell.Birth).Distinct()]).ToHashSet();
        return [.. cells.Where(cell => residences.Contains(cell.Residence) && births.Contains(cell.Birth))];
    }
}
