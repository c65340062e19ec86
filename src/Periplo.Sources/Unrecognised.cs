using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources;

/// <summary>Says why no reader takes a file, naming the nearest layout and what it lacks.</summary>
internal static class Unrecognised
{
    private const double NearEnough = 0.5;

    public static InputException Because(SourceContent content, string file, IReadOnlyList<SourceReader> readers)
    {
        if (content.Head.Count == 0)
            return new(file, null, Understood(readers));
        var (line, header) = content.Head[0];
        if (header.Length == 1)
        {
            foreach (var (mark, name) in new[] { (';', new Text("punto y coma", "semicolons", "points-virgules")), ('\t', new Text("tabuladores", "tabs", "tabulations")), ('|', new Text("barras", "bars", "barres")) })
            {
                if (header[0].Contains(mark))
                    return InputException.At(file, line, header[0].IndexOf(mark) + 1, Delimiter(mark == '\t' ? "\\t" : mark.ToString(), name));
            }
        }

        var nearest = readers.Select(reader => new HeaderMatch(reader, header)).MaxBy(match => match.Nearness)!;
        return nearest.Nearness < NearEnough
            ? InputException.At(file, line, 1, Understood(readers))
            : Lacks(nearest, file, line, [.. header.Select(name => name.Trim())]);
    }

    private static InputException Lacks(HeaderMatch match, string file, int line, List<string> header)
    {
        var title = match.Reader.Title;
        if (match.Doubled.Count > 0)
        {
            var name = match.Doubled[0];
            var again = header.IndexOf(name, header.IndexOf(name) + 1);
            return InputException.At(file, line, again + 1, new Text(
                $"parece {title.Es}, pero la columna «{Refusals.Shown(name)}» está dos veces (columnas {header.IndexOf(name) + 1} y {again + 1}); quite una.",
                $"it looks like {title.En}, but column `{Refusals.Shown(name)}` stands twice (columns {header.IndexOf(name) + 1} and {again + 1}); remove one.",
                $"semble être {title.Fr}, mais la colonne « {Refusals.Shown(name)} » figure deux fois (colonnes {header.IndexOf(name) + 1} et {again + 1}) ; ôtez-en une."));
        }

        if (match.Missing.Count > 0)
        {
            var missing = string.Join(", ", match.Missing.Select(name => $"`{name}`"));
            var unknown = string.Join(", ", match.Unknown.Select(name => $"`{Refusals.Shown(name)}`"));
            var place = Math.Min(match.Reader.Columns.ToList().IndexOf(match.Missing[0]), header.Count - 1) + 1;
            return InputException.At(file, line, place, match.Unknown.Count == 0
                ? new Text(
                    $"parece {title.Es}, pero falta la columna {missing}; descargue el archivo de nuevo o complete el encabezado.",
                    $"it looks like {title.En}, but column {missing} is missing; download the file again or complete the header.",
                    $"semble être {title.Fr}, mais la colonne {missing} manque ; téléchargez le fichier de nouveau ou complétez l’en-tête.")
                : new Text(
                    $"parece {title.Es}, pero falta la columna {missing} y en su lugar hay {unknown}; corrija el encabezado o use un mapeo.",
                    $"it looks like {title.En}, but column {missing} is missing and there is {unknown} instead; correct the header or use a mapping.",
                    $"semble être {title.Fr}, mais la colonne {missing} manque et à sa place il y a {unknown} ; corrigez l’en-tête ou utilisez un mappage."));
        }

        return InputException.At(file, line, header.IndexOf(match.Unknown[0]) + 1, new Text(
            $"parece {title.Es}, pero la columna «{Refusals.Shown(match.Unknown[0])}» no es parte de esa tabla; quítela o use un mapeo.",
            $"it looks like {title.En}, but column `{Refusals.Shown(match.Unknown[0])}` is not part of that table; remove it or use a mapping.",
            $"semble être {title.Fr}, mais la colonne « {Refusals.Shown(match.Unknown[0])} » ne fait pas partie de ce tableau ; ôtez-la ou utilisez un mappage."));
    }

    private static Text Delimiter(string mark, Text name) => new(
        $"los campos están separados por {name.Es} y se esperaban comas; guárdelo con comas o use un mapeo con «delimiter: \"{mark}\"» (docs/mapping.md).",
        $"the fields are separated by {name.En} and commas were expected; save it with commas, or use a mapping with `delimiter: \"{mark}\"` (docs/mapping.md).",
        $"les champs sont séparés par des {name.Fr} et des virgules étaient attendues ; enregistrez-le avec des virgules ou utilisez un mappage avec « delimiter: \"{mark}\" » (docs/mapping.md).");

    private static Text Understood(IReadOnlyList<SourceReader> readers) => new(
        $"no es ninguna de las tablas que se reconocen ({string.Join("; ", readers.Select(reader => reader.Title.Es))}). Cualquier otra tabla se lee con un mapeo (docs/mapping.md).",
        $"it is none of the tables that are recognised ({string.Join("; ", readers.Select(reader => reader.Title.En))}). Any other table is read with a mapping (docs/mapping.md).",
        $"n’est aucun des tableaux reconnus ({string.Join(" ; ", readers.Select(reader => reader.Title.Fr))}). Tout autre tableau se lit avec un mappage (docs/mapping.md).");
}
