using System.Runtime.InteropServices;
using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Flows;

/// <summary>Births and deaths that a user gives: <c>period,sex,country,births,deaths</c>, where the period is named by its first year and ends with the next stocks of that sex.</summary>
public sealed class DemographyFile
{
    private const int MostSexes = 20;
    private const int NamesShown = 8;
    private static readonly string[] Columns = ["period", "sex", "country", "births", "deaths"];

    private readonly Dictionary<(string Sex, int Period), Dictionary<string, Row>> rows;

    private DemographyFile(string path, Dictionary<(string Sex, int Period), Dictionary<string, Row>> rows) => (Path, this.rows) = (path, rows);

    /// <summary>The file as the user named it.</summary>
    public string Path { get; }

    /// <summary>Reads a file, plain or gzipped.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="mayBeEmpty">Whether no row, or nothing at all, will do: for methods that need no births and deaths.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">It cannot be taken; names file, line and column.</exception>
    public static DemographyFile Read(string path, bool mayBeEmpty, CancellationToken cancellation)
    {
        using var stream = SourceReaders.OpenFile(path);
        NamedTable table;
        try
        {
            table = NamedTable.Open(path, stream, Columns, progress: null, cancellation);
        }
        catch (InputException nothing) when (mayBeEmpty && ReferenceEquals(nothing.Reason, Refusals.Empty))
        {
            return new(path, []);
        }

        using (table)
        {
            var read = Read(table);
            return read.Count > 0 || mayBeEmpty ? new(path, read) : throw new InputException(path, null, Refusals.NoFigures);
        }
    }

    /// <summary>Births and deaths of one sex in one period.</summary>
    /// <param name="sex">The sex.</param>
    /// <param name="start">First year.</param>
    /// <param name="end">Year of the next stocks.</param>
    /// <param name="areas">The areas they are asked for.</param>
    /// <returns>Births and deaths in the order of the areas, and the areas of the file that are not asked for.</returns>
    /// <exception cref="InputException">They are not there for every area, or the file divides the period.</exception>
    public (double[] Births, double[] Deaths, IReadOnlyList<string> Others) Of(string sex, int start, int end, IReadOnlyList<string> areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        var within = rows.Where(period => period.Key.Sex == sex && period.Key.Period > start && period.Key.Period < end).SelectMany(period => period.Value.Values).ToList();
        if (within.Count > 0)
        {
            throw InputException.At(Path, within.Min(row => row.Line), 1, new Text(
                $"este periodo empieza entre {start} y {end}, años seguidos de la población de «{sex}»; sume los nacimientos y defunciones de {start} a {end} en una fila, o dé la población de los años intermedios.",
                $"this period begins between {start} and {end}, which follow each other in the stocks of \"{sex}\"; add births and deaths from {start} to {end} in one row, or give the stocks of the years between.",
                $"cette période commence entre {start} et {end}, années successives des stocks de « {sex} » ; additionnez les naissances et décès de {start} à {end} en une ligne, ou donnez les stocks des années intermédiaires."));
        }

        var given = rows.GetValueOrDefault((sex, start)) ?? [];
        var missing = areas.Where(area => !given.TryGetValue(area, out var row) || double.IsNaN(row.Births) || double.IsNaN(row.Deaths)).ToList();
        if (missing.Count > 0)
        {
            var names = missing.Count == areas.Count ? "" : string.Join(", ", missing.Take(NamesShown)) + (missing.Count > NamesShown ? $"… ({missing.Count})" : "");
            throw new InputException(Path, null, names.Length == 0
                ? new Text(
                    $"faltan los nacimientos y defunciones del periodo {start} (hasta {end}) de «{sex}».{Sexes("Hay", "de")}",
                    $"births and deaths of period {start} (to {end}) of \"{sex}\" are missing.{Sexes("There are those", "of")}",
                    $"il manque les naissances et décès de la période {start} (jusqu’à {end}) de « {sex} ».{Sexes("Il y a ceux", "de")}")
                : new Text(
                    $"faltan nacimientos o defunciones del periodo {start} (hasta {end}) de «{sex}» en: {names}.",
                    $"births or deaths of period {start} (to {end}) of \"{sex}\" are missing in: {names}.",
                    $"il manque des naissances ou des décès de la période {start} (jusqu’à {end}) de « {sex} » pour : {names}."));
        }

        var asked = areas.ToHashSet();
        return ([.. areas.Select(area => given[area].Births)], [.. areas.Select(area => given[area].Deaths)], [.. given.Keys.Where(area => !asked.Contains(area)).Order(StringComparer.Ordinal)]);

        string Sexes(string there, string of) =>
            rows.Count == 0 || rows.Keys.Any(key => key.Sex == sex) ? "" : $" {there} {of}: {string.Join(", ", rows.Keys.Select(key => key.Sex).Distinct().Order(StringComparer.Ordinal))}.";
    }

    private static Dictionary<(string Sex, int Period), Dictionary<string, Row>> Read(NamedTable table)
    {
        var at = table.Positions();
        var (sexes, areas) = (new LabelColumn(), new LabelColumn());
        var read = new Dictionary<(string Sex, int Period), Dictionary<string, Row>>();
        while (table.Rows.Next())
        {
            var period = (sexes.Names[sexes.Of(table, at[1], MostSexes)], table.Rows.Year(at[0]).Year);
            var area = areas.Names[areas.Of(table, at[2], int.MaxValue)];
            if (!read.TryGetValue(period, out var byArea))
                read[period] = byArea = [];

            // An empty cell is a figure that is not there; whether that matters depends on the method.
            table.Rows.TryCount(at[3], out var births);
            table.Rows.TryCount(at[4], out var deaths);
            if (!byArea.TryAdd(area, new(births, deaths, table.Rows.Line)))
                throw table.Rows.Fault(at[0], Refusals.Repeated(byArea[area].Line));
        }

        return read;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Row(double Births, double Deaths, int Line);
}
