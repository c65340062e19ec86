using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Mapped;

/// <summary>Where the columns of a mapping stand in the header of a table.</summary>
internal sealed class MappedColumns
{
    private readonly Dictionary<string, int> byTarget = [];

    public MappedColumns(Mapping mapping, IReadOnlyList<string> header, Func<int, Text, InputException> fault)
    {
        var names = header.Select(HeaderNames.Plain).ToList();
        for (var i = 0; i < names.Count; i++)
        {
            var known = mapping.Columns.ContainsKey(names[i]) || mapping.Values.Any(column => column.Name == names[i]);
            if (known && names.IndexOf(names[i]) != i)
            {
                throw fault(i, new Text(
                    $"la columna «{Refusals.Shown(names[i])}» está dos veces (columnas {names.IndexOf(names[i]) + 1} y {i + 1}); quite una.",
                    $"column `{Refusals.Shown(names[i])}` stands twice (columns {names.IndexOf(names[i]) + 1} and {i + 1}); remove one.",
                    $"la colonne « {Refusals.Shown(names[i])} » figure deux fois (colonnes {names.IndexOf(names[i]) + 1} et {i + 1}) ; ôtez-en une."));
            }

            if (!known && names[i].Length > 0)
            {
                throw fault(i, new Text(
                    $"el mapeo no dice qué es la columna «{Refusals.Shown(names[i])}»; añádala en columns, aunque sea como «ignored».",
                    $"the mapping does not say what column `{Refusals.Shown(names[i])}` is; add it under columns, if only as `ignored`.",
                    $"le mappage ne dit pas ce qu’est la colonne « {Refusals.Shown(names[i])} » ; ajoutez-la dans columns, ne serait-ce que comme « ignored »."));
            }
        }

        Width = names.Count;
        foreach (var (name, target) in mapping.Columns)
        {
            var position = Position(name);
            if (target != Mapping.Ignored)
                byTarget.Add(target, position);
        }

        Values = [.. mapping.Values.Select(column => (Position(column.Name), column))];

        int Position(string name)
        {
            var position = names.IndexOf(name);
            return position >= 0 ? position : throw fault(Math.Max(0, names.Count - 1), new Text(
                $"falta la columna «{Refusals.Shown(name)}» que nombra el mapeo; el encabezado tiene: {Listed()}.",
                $"column `{Refusals.Shown(name)}`, named by the mapping, is missing; the header has: {Listed()}.",
                $"la colonne « {Refusals.Shown(name)} » que nomme le mappage manque ; l’en-tête a : {Listed()}."));
        }

        string Listed() => string.Join(", ", names.Take(12).Select(Refusals.Shown));
    }

    /// <summary>Columns of the header.</summary>
    public int Width { get; }

    /// <summary>Columns with values.</summary>
    public IReadOnlyList<(int Position, ValueColumn Column)> Values { get; }

    /// <summary>Position of the column for a dimension, time, attribute or paper; -1 when there is none.</summary>
    public int Of(string target) => byTarget.GetValueOrDefault(target, -1);
}
