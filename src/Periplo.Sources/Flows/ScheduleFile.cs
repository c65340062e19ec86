using Periplo.Languages;
using Periplo.Populations;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Flows;

/// <summary>Model migration schedules a user gives by their parameters: <c>parameter,value</c>, with <c>sex</c> where they differ by it. As the fit writes them.</summary>
public static class ScheduleFile
{
    /// <summary>Reads a file, plain or gzipped.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>Schedules by sex: F, M or null for both.</returns>
    /// <exception cref="InputException">It cannot be taken; names file, line and column.</exception>
    public static IReadOnlyList<(string? Sex, RogersCastro Schedule)> Read(string path, CancellationToken cancellation)
    {
        using var stream = SourceReaders.OpenFile(path);
        using var table = NamedTable.OpenWithOthers(path, stream, ["parameter", "value"], cancellation);
        var (at, sex) = (table.Positions(), table.Rows.Find("sex"));
        var known = RogersCastro.Names(RogersCastroFamily.Thirteen);
        var bySex = new SortedDictionary<string, Dictionary<string, double>>(StringComparer.Ordinal);
        while (table.Rows.Next())
        {
            var (code, name) = (sex < 0 ? null : AgeCells.Sex(table.Rows, sex), table.Label(at[0]));
            if (!known.Contains(name))
                throw table.Rows.Fault(at[0], Refusals.NotOneOf(Refusals.Shown(name), known));
            table.Once($"{code} {name}", at[0]);
            if (!table.Rows.TryCount(at[1], out var value))
                throw table.Rows.Fault(at[1], new Text("falta el valor del parámetro.", "the value of the parameter is missing.", "la valeur du paramètre manque."));
            if (!bySex.TryGetValue(code ?? "T", out var values))
                bySex.Add(code ?? "T", values = []);
            values.Add(name, value);
        }

        table.NeedsRows();
        return [.. bySex.Select(one => (one.Key == "T" ? null : one.Key, Of(path, one.Key, one.Value)))];
    }

    private static RogersCastro Of(string path, string sex, Dictionary<string, double> values)
    {
        // The family is the least that has every parameter given; what it then still lacks is missing.
        var family = RogersCastro.Families.First(one => values.Keys.All(RogersCastro.Names(one).Contains));
        var missing = RogersCastro.Names(family).Where(name => !values.ContainsKey(name)).ToList();
        if (missing.Count > 0)
        {
            var names = string.Join(", ", missing);
            throw new InputException(path, Text.Same(sex), new Text(
                $"faltan parámetros de la familia de {(int)family}: {names}.", $"parameters of the family of {(int)family} are missing: {names}.", $"il manque des paramètres de la famille à {(int)family} : {names}."));
        }

        var schedule = RogersCastro.Of(family, [.. RogersCastro.Names(family).Select(name => values[name])]);
        return Enumerable.Range(0, 101).All(age => double.IsFinite(schedule.Rate(age))) && Enumerable.Range(0, 101).Any(age => schedule.Rate(age) > 0)
            ? schedule
            : throw new InputException(path, Text.Same(sex), new Text(
                "con estos parámetros las tasas no son números o son todas cero.", "with these parameters the rates are no numbers or all zero.", "avec ces paramètres, les taux ne sont pas des nombres ou sont tous nuls."));
    }
}
