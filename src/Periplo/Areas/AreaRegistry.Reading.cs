using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Areas;

/// <content>Reading the files of <c>data/areas</c> and an installation's own names.</content>
public sealed partial class AreaRegistry
{
    private static readonly string[] NameColumns = ["name_es", "name_en", "name_fr", "short_es", "short_en", "short_fr"];

    /// <summary>Reads areas, members and aliases in the form described in <c>data/areas</c>.</summary>
    /// <exception cref="InputException">A file is malformed, or a name leads to two areas.</exception>
    public static AreaRegistry Read(Stream areas, Stream members, Stream aliases)
    {
        var table = new AreaTable("areas.csv", areas,
            ["id", "kind", "alpha2", "m49", .. NameColumns, "valid_from", "valid_to", "longitude", "latitude"]);
        var read = new List<Area>();
        var positions = new Dictionary<string, int>();
        var known = new AreaNames();
        while (table.Read())
        {
            var area = ReadArea(table);
            var position = read.Count;
            if (!AreaCodes.IsId(area.Id) || !positions.TryAdd(area.Id, position))
            {
                throw table.At("id", new Text(
                    $"El id «{area.Id}» se repite o no son de una a ocho mayúsculas, cifras o «_».",
                    $"The id \"{area.Id}\" is repeated or is not one to eight capitals, digits or \"_\".",
                    $"L’id « {area.Id} » est répété ou n’a pas de une à huit majuscules, chiffres ou « _ »."));
            }

            read.Add(area);
            Name(table, "id", area.Id[0] == '_' ? "" : area.Id, position, read, known);
            Name(table, "alpha2", area.Alpha2 ?? "", position, read, known);
            Name(table, "m49", area.M49?.ToString() ?? "", position, read, known);
            foreach (var column in NameColumns)
                Name(table, column, table[column], position, read, known);
        }

        var groups = ReadMembers(members, positions);
        for (var i = 0; i < read.Count; i++)
        {
            if (groups.TryGetValue(read[i].Id, out var list))
                read[i] = read[i] with { Parts = [.. list.Where(member => member.Holds(null)).Select(member => read[member.Position].Id)] };
        }

        table = new("aliases.csv", aliases, ["alias", "id"]);
        while (table.Read())
            Name(table, "alias", table["alias"], Known(table, "id", positions), read, known);
        Area[] everything = [.. read];
        return new(everything, new(everything), known, groups, []);
    }

    /// <summary>
    /// The same areas under an installation's own names. <paramref name="overrides"/> has the column <c>id</c> and any of
    /// name_es, name_en, name_fr, short_es, short_en, short_fr; an empty field leaves the name as it is. The names
    /// replaced still find the area.
    /// </summary>
    /// <param name="overrides">CSV in UTF-8.</param>
    /// <param name="file">Its name, for error messages.</param>
    /// <exception cref="InputException">The file is malformed, an id is unknown or a name belongs to another area.</exception>
    public AreaRegistry With(Stream overrides, string file = "areas.csv")
    {
        var table = new AreaTable(file, overrides, ["id"], NameColumns);
        var positions = all.Select((area, i) => (area.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        Area[] renamed = [.. all];
        var more = names.Copy();
        while (table.Read())
        {
            var position = Known(table, "id", positions);
            foreach (var column in NameColumns)
                Name(table, column, table[column], position, renamed, more);
            var area = renamed[position];
            renamed[position] = area with
            {
                Name = new(Or("name_es", area.Name.Es), Or("name_en", area.Name.En), Or("name_fr", area.Name.Fr)),
                ShortName = new(Or("short_es", area.ShortName.Es), Or("short_en", area.ShortName.En), Or("short_fr", area.ShortName.Fr)),
            };
        }

        return new(renamed, codes, more, members, added);

        string Or(string column, string otherwise) => table[column] is { Length: > 0 } text ? text : otherwise;
    }

    private static Area ReadArea(AreaTable table)
    {
        // Names of the kinds only: Enum.TryParse alone would also take numbers.
        if (!Enum.TryParse(table["kind"], out AreaKind kind) || kind.ToString() != table["kind"])
        {
            throw table.At("kind", new Text(
                $"No hay ninguna clase de área «{table["kind"]}»; hay {string.Join(", ", Enum.GetNames<AreaKind>())}.",
                $"There is no kind of area \"{table["kind"]}\"; there are {string.Join(", ", Enum.GetNames<AreaKind>())}.",
                $"Il n’y a pas de sorte de zone « {table["kind"]} » ; il y a {string.Join(", ", Enum.GetNames<AreaKind>())}."));
        }

        foreach (var column in NameColumns)
        {
            if (table[column].Length == 0)
                throw table.At(column, new Text("Falta el nombre.", "The name is missing.", "Le nom manque."));
        }

        (double, double)? location = (table.Degrees("longitude", 180), table.Degrees("latitude", 90)) switch
        {
            (null, null) => null,
            ({ } longitude, { } latitude) => (longitude, latitude),
            _ => throw table.At("longitude", new Text("Falta una de las dos coordenadas.", "One of the two coordinates is missing.", "L’une des deux coordonnées manque.")),
        };
        return new(
            table["id"],
            kind,
            new(table["name_es"], table["name_en"], table["name_fr"]),
            new(table["short_es"], table["short_en"], table["short_fr"]),
            table["alpha2"] is { Length: > 0 } alpha2 ? alpha2 : null,
            table.Number("m49"),
            table.Number("valid_from"),
            table.Number("valid_to"),
            [],
            location);
    }

    private static Dictionary<string, IReadOnlyList<Membership>> ReadMembers(Stream members, Dictionary<string, int> positions)
    {
        var table = new AreaTable("members.csv", members, ["group", "member", "from", "to"]);
        var lists = new Dictionary<string, List<Membership>>();
        while (table.Read())
        {
            _ = Known(table, "group", positions);
            var group = table["group"];
            if (!lists.TryGetValue(group, out var list))
                lists.Add(group, list = []);
            list.Add(new(Known(table, "member", positions), table.Number("from"), table.Number("to")));
        }

        return lists.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<Membership>)pair.Value);
    }

    private static int Known(AreaTable table, string column, Dictionary<string, int> positions) =>
        positions.TryGetValue(table[column], out var position)
            ? position
            : throw table.At(column, new Text($"No hay ningún área con el id «{table[column]}».", $"There is no area with the id \"{table[column]}\".", $"Il n’y a pas de zone dont l’id soit « {table[column]} »."));

    private static void Name(AreaTable table, string column, string text, int position, IReadOnlyList<Area> areas, AreaNames known)
    {
        if (text.Length > 0 && !known.TryAdd(text, position, out var other))
        {
            throw table.At(column, new Text(
                $"«{text}» ya es un nombre de {areas[other].ShortName.Es} ({areas[other].Id}).",
                $"\"{text}\" is a name of {areas[other].ShortName.En} ({areas[other].Id}) already.",
                $"« {text} » est déjà un nom de {areas[other].ShortName.Fr} ({areas[other].Id})."));
        }
    }
}
