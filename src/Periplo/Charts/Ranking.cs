using Periplo.Areas;
using Periplo.Languages;

namespace Periplo.Charts;

/// <summary>Values of areas from the greatest to the least, what has none at the end: the order of tables, bars and sentences.</summary>
internal sealed class Ranking
{
    private static readonly Text AreaHeader = new("Área", "Area", "Zone");
    private readonly AreaDatum[] ranked;

    private Ranking(AreaDatum[] sorted, int known)
    {
        ranked = sorted;
        Known = known;
    }

    /// <summary>How many have a value; they come first.</summary>
    public int Known { get; }

    /// <summary>All, ranked.</summary>
    public ReadOnlySpan<AreaDatum> All => ranked;

    /// <summary>Ranks; equal values by id, so that the order is always the same.</summary>
    public static Ranking Of(IReadOnlyList<AreaDatum> values)
    {
        var sorted = new AreaDatum[values.Count];
        var known = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = values[i];
            if (values[i].Datum.Value is not null)
                known++;
        }

        Array.Sort(sorted, static (a, b) =>
        {
            var order = Nullable.Compare(b.Datum.Value, a.Datum.Value);
            return order != 0 ? order : string.CompareOrdinal(a.Area.Id, b.Area.Id);
        });
        return new(sorted, known);
    }

    /// <summary>The table twin: every value, then what is missing.</summary>
    /// <param name="unit">Unit of the values.</param>
    /// <param name="style">Form of the values.</param>
    /// <param name="href">Address of an area.</param>
    /// <param name="alsoMissing">Areas without any record; those ranked already are not repeated.</param>
    public FigureTable Table(Text unit, NumberStyle style, Func<Area, string?>? href, IReadOnlyList<AreaDatum> alsoMissing)
    {
        var rows = new List<Cell[]>(ranked.Length + alsoMissing.Count);
        foreach (var (area, datum) in ranked)
            rows.Add([Cell.Of(area.ShortName, href?.Invoke(area)), Cell.Of(datum)]);
        if (alsoMissing.Count > 0)
        {
            var seen = new HashSet<string>(ranked.Length);
            foreach (var one in ranked)
                seen.Add(one.Area.Id);
            foreach (var (area, datum) in alsoMissing)
            {
                if (seen.Add(area.Id))
                    rows.Add([Cell.Of(area.ShortName, href?.Invoke(area)), Cell.Of(datum)]);
            }
        }

        return new([new(AreaHeader), new(unit, unit, style)], rows);
    }

    /// <summary>How many values, the greatest, the least, and how many areas have none.</summary>
    public Text Words(NumberStyle style, IReadOnlyList<AreaDatum> missing)
    {
        if (Known == 0)
            return new("No hay datos.", "There are no data.", "Il n’y a pas de données.");
        var (most, least) = (ranked[0], ranked[Known - 1]);
        string In(AreaDatum one, Language language) =>
            $"{one.Area.ShortName.In(language)} ({Numbers.Format(one.Datum.Value!.Value, style, language)})";
        var none = missing.Count;
        if (Known == 1)
            return new($"Un área con datos: {In(most, Language.Es)}.", $"One area has data: {In(most, Language.En)}.", $"Une zone a des données : {In(most, Language.Fr)}.");
        return new(
            $"{Known} áreas con datos. El valor más alto es de {In(most, Language.Es)} y el más bajo de {In(least, Language.Es)}.{(none > 0 ? $" Sin datos: {none}." : "")}",
            $"{Known} areas have data. The highest value is that of {In(most, Language.En)}, the lowest that of {In(least, Language.En)}.{(none > 0 ? $" No data: {none}." : "")}",
            $"{Known} zones ont des données. La valeur la plus haute est celle de {In(most, Language.Fr)} et la plus basse celle de {In(least, Language.Fr)}.{(none > 0 ? $" Sans données : {none}." : "")}");
    }
}
