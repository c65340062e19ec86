using Periplo.Languages;
using Periplo.Populations;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Flows;

/// <summary>What was observed by age of one sex: rates, or counts with their populations.</summary>
/// <param name="Sex">F, M or null for both.</param>
/// <param name="Rates">The rates; of counts, migrants by population.</param>
/// <param name="Counts">The counts; null where rates were given.</param>
/// <param name="Open">Open groups that were left out, for nobody knows which ages they stand for.</param>
public sealed record ObservedRates(string? Sex, IReadOnlyList<AgeRate> Rates, IReadOnlyList<AgeCount>? Counts, int Open);

/// <summary>Rates of migration by age that a user gives: <c>age,rate</c> or <c>age,migrants,population</c>, with <c>sex</c> where they differ by it.</summary>
public static class RatesFile
{
    /// <summary>Reads a file, plain or gzipped.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>What was observed: of women, of men, of both, as far as given.</returns>
    /// <exception cref="InputException">It cannot be taken; names file, line and column.</exception>
    public static IReadOnlyList<ObservedRates> Read(string path, CancellationToken cancellation)
    {
        using var stream = SourceReaders.OpenFile(path);
        using var table = NamedTable.OpenWithOthers(path, stream, ["age"], cancellation);
        var counted = !table.Has("rate") && (table.Has("migrants") || table.Has("population"));
        var at = counted ? table.Need("age", "migrants", "population") : table.Need("age", "rate");
        var sex = table.Rows.Find("sex");
        var bySex = new SortedDictionary<string, Sexed>(StringComparer.Ordinal);
        while (table.Rows.Next())
        {
            var code = sex < 0 ? null : AgeCells.Sex(table.Rows, sex);
            if (!bySex.TryGetValue(code ?? "T", out var observed))
                bySex.Add(code ?? "T", observed = new());
            var (from, to) = AgeCells.Span(table.Rows, at[0]);
            for (var age = from; age <= (to ?? AgeCells.Oldest); age++)
            {
                if (observed.Lines[age] > 0)
                    throw table.Rows.Fault(at[0], Overlap(age, observed.Lines[age]));
                observed.Lines[age] = table.Rows.Line;
            }

            Take(table.Rows, at, counted, from, to, observed);
        }

        if (bySex.Count == 0 || bySex.Values.All(one => one.Rates.Count == 0))
            throw new InputException(path, null, Refusals.NoFigures);
        return [.. bySex.Where(one => one.Value.Rates.Count > 0).Select(one => new ObservedRates(one.Key == "T" ? null : one.Key, one.Value.Rates, counted ? one.Value.Counts : null, one.Value.Open))];
    }

    /// <summary>What to say of an age that stands in two rows.</summary>
    internal static Text Overlap(int age, int line) => new(
        $"la edad {age} ya está en la línea {line}; los grupos de edad no se traslapan.",
        $"age {age} stands in line {line} already; age groups do not overlap.",
        $"l’âge {age} figure déjà à la ligne {line} ; les groupes d’âge ne se chevauchent pas.");

    private static void Take(CsvRows rows, int[] at, bool counted, int from, int? to, Sexed observed)
    {
        // An empty cell is an age nobody observed, which a fit can do without.
        if (!rows.TryCount(at[1], out var number))
            return;
        var population = double.NaN;
        if (counted && !rows.TryCount(at[2], out population))
            return;
        if (counted && population == 0)
        {
            if (number > 0)
                throw rows.Fault(at[2], new Text("hay migrantes de esta edad y ninguna población.", "there are migrants of this age and no population.", "il y a des migrants de cet âge et aucune population."));
            return;
        }

        if (to is null)
        {
            observed.Open++;
            return;
        }

        observed.Rates.Add(new(from, to.Value, counted ? number / population : number));
        observed.Counts.Add(new(from, to.Value, number, population));
    }

    private sealed class Sexed
    {
        public List<AgeRate> Rates { get; } = [];

        public List<AgeCount> Counts { get; } = [];

        public int[] Lines { get; } = new int[AgeCells.Oldest + 1];

        public int Open { get; set; }
    }
}
