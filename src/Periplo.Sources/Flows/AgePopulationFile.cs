using Periplo.Languages;
using Periplo.Populations;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Flows;

/// <summary>A population by age and sex.</summary>
/// <param name="Persons">Persons; those of an open group stand in its first five years.</param>
/// <param name="Open">Age at which its last, open group begins, 100 where none was given.</param>
public sealed record AgedPopulation(AgeStructure Persons, int Open)
{
    /// <summary>Code of a group in CL_AGE.</summary>
    public string Code(int group) => group * AgeStructure.Years == Open ? $"Y_GE{Open}" : AgeStructure.Codes[group];
}

/// <summary>
/// Populations by age that a user gives: <c>age,population</c>, with <c>sex</c> (both alike where it is not there) and <c>area</c> (all alike
/// where it is not there). Single years or groups within five years, the last one open.
/// </summary>
public sealed class AgePopulationFile
{
    private readonly string path;
    private readonly bool hasArea;
    private readonly Dictionary<string, AgedPopulation> areas;

    private AgePopulationFile(string path, bool hasArea, bool hasSex, Dictionary<string, AgedPopulation> areas) =>
        (this.path, this.hasArea, HasSex, this.areas) = (path, hasArea, hasSex, areas);

    /// <summary>Whether it tells the sexes apart.</summary>
    public bool HasSex { get; }

    /// <summary>Reads a file, plain or gzipped.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">It cannot be taken; names file, line and column.</exception>
    public static AgePopulationFile Read(string path, CancellationToken cancellation)
    {
        using var stream = SourceReaders.OpenFile(path);
        using var table = NamedTable.OpenWithOthers(path, stream, ["age", "population"], cancellation);
        var (at, sex, area) = (table.Positions(), table.Rows.Find("sex"), table.Rows.Find("area"));
        var found = new Dictionary<string, Persons>();
        while (table.Rows.Next())
        {
            var name = area < 0 ? "" : table.Label(area);
            var code = sex < 0 ? null : AgeCells.Sex(table.Rows, sex) ?? throw table.Rows.Fault(sex, Refusals.NotOneOf(Refusals.Shown(table.Rows.Text(sex)), ["F", "M"]));
            if (!table.Rows.TryCount(at[1], out var persons))
                throw table.Rows.Fault(at[1], new Text("falta la población de esta edad.", "the population of this age is missing.", "la population de cet âge manque."));
            if (!found.TryGetValue(name, out var of))
                found.Add(name, of = new());
            of.Add(table.Rows, at[0], code, persons);
        }

        if (found.Count == 0)
            throw new InputException(path, null, Refusals.NoFigures);
        return new(path, area >= 0, sex >= 0, found.ToDictionary(one => one.Key, one => one.Value.Population()));
    }

    /// <summary>The population of an area.</summary>
    /// <exception cref="InputException">It is not there.</exception>
    public AgedPopulation Of(string area) => areas.TryGetValue(hasArea ? area : "", out var found) ? found : throw new InputException(path, null, new Text(
        $"falta la población por edad de «{Refusals.Shown(area)}».", $"the population by age of \"{Refusals.Shown(area)}\" is missing.", $"il manque la population par âge de « {Refusals.Shown(area)} »."));

    private sealed class Persons
    {
        private readonly int[][] lines = [new int[AgeCells.Oldest + 1], new int[AgeCells.Oldest + 1]];
        private readonly double[] women = new double[AgeStructure.Groups];
        private readonly double[] men = new double[AgeStructure.Groups];
        private int open = (AgeStructure.Groups - 1) * AgeStructure.Years;

        public AgedPopulation Population()
        {
            // Where one sex has groups beyond the open one of the other, they are one with it.
            var last = open / AgeStructure.Years;
            foreach (var of in (double[][])[women, men])
            {
                of[last] = of[last..].Sum();
                Array.Clear(of, last + 1, AgeStructure.Groups - last - 1);
            }

            return new(new(women, men), open);
        }

        public void Add(CsvRows rows, int column, string? sex, double persons)
        {
            var (from, to) = AgeCells.Span(rows, column);
            var group = Math.Min(from / AgeStructure.Years, AgeStructure.Groups - 1);
            var last = group == AgeStructure.Groups - 1;
            if (to is null ? from % AgeStructure.Years > 0 : !last && to / AgeStructure.Years != group)
            {
                throw rows.Fault(column, new Text(
                    "los grupos no pasan de cinco años, como 15-19, y el abierto empieza en un múltiplo de cinco, como 85+.",
                    "groups stay within five years, as 15-19, and the open one begins at a multiple of five, as 85+.",
                    "les groupes tiennent dans cinq ans, comme 15-19, et le groupe ouvert commence à un multiple de cinq, comme 85+."));
            }

            for (var one = 0; one < 2; one++)
            {
                if (sex is not null && sex != (one == 0 ? "F" : "M"))
                    continue;
                for (var age = from; age <= (to ?? AgeCells.Oldest); age++)
                {
                    if (lines[one][age] > 0)
                        throw rows.Fault(column, RatesFile.Overlap(age, lines[one][age]));
                    lines[one][age] = rows.Line;
                }
            }

            if (to is null)
                open = Math.Min(open, from);
            if (sex is null or "F")
                women[group] += sex is null ? persons / 2 : persons;
            if (sex is null or "M")
                men[group] += sex is null ? persons / 2 : persons;
        }
    }
}
