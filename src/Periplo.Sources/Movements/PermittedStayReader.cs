using System.Globalization;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Sdmx.Csv;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Movements;

/// <summary>Reads the table of permitted stays and the areas it speaks of, two files of separated values in UTF-8 (data/movements/README.md).</summary>
public static class PermittedStayReader
{
    /// <summary>What stands in the column <c>days</c> where a stay is free of any limit.</summary>
    public const string Free = "free";

    private static readonly string[] AreaColumns = ["area", "name_es", "name_en", "name_fr", "member", "valid_from", "valid_to", "source"];
    private static readonly string[] RowColumns = ["area", "nationality", "permit", "days", "window", "valid_from", "valid_to", "source"];

    /// <summary>Reads both files.</summary>
    /// <param name="areas">The counted areas: name for messages and content.</param>
    /// <param name="rows">The rows: name for messages and content.</param>
    /// <param name="registry">The areas of the installation.</param>
    /// <exception cref="InputException">A file cannot be taken; names file, line and column.</exception>
    public static PermittedStayTable Read((string File, Stream Stream) areas, (string File, Stream Stream) rows, AreaRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var counted = Areas(new(areas.File, areas.Stream, AreaColumns), registry);
        return new(counted, Rows(new(rows.File, rows.Stream, RowColumns), counted, registry));
    }

    private static List<CountedArea> Areas(Table table, AreaRegistry registry)
    {
        var areas = new List<(string Id, Text Name, List<CountedMember> Members)>();
        while (table.Next())
        {
            var (id, name, validity) = (table.Required(0), new Text(table.Required(1), table.Required(2), table.Required(3)), table.Validity(5));
            if (registry.TryGet(id, out _))
                throw table.At(0, new($"«{Refusals.Shown(id)}» ya es el código de un área; dé otro a este conjunto de países.", $"\"{Refusals.Shown(id)}\" is the code of an area already; give this set of countries another.", $"« {Refusals.Shown(id)} » est déjà le code d’une zone ; donnez-en un autre à cet ensemble de pays."));
            var member = new CountedMember(Country(table, 4, registry), validity, table.Required(7));
            var at = areas.FindIndex(area => area.Id == id);
            if (at < 0)
                areas.Add((id, name, [member]));
            else if (areas[at].Name != name)
                throw table.At(1, new($"{id} se llama «{areas[at].Name.Es}» en una fila anterior.", $"{id} is named \"{areas[at].Name.En}\" in a row above.", $"{id} s’appelle « {areas[at].Name.Fr} » à une ligne précédente."));
            else if (areas[at].Members.Exists(known => known.Area == member.Area))
                throw table.At(4, new($"{member.Area} ya es miembro de {id} en una fila anterior.", $"{member.Area} is a member of {id} in a row above already.", $"{member.Area} est déjà membre de {id} à une ligne précédente."));
            else
                areas[at].Members.Add(member);
        }

        return [.. areas.Select(area => new CountedArea(area.Id, area.Name, area.Members))];
    }

    private static List<PermittedStayRow> Rows(Table table, List<CountedArea> areas, AreaRegistry registry)
    {
        var rows = new List<PermittedStayRow>();
        while (table.Next())
        {
            var id = table.Required(0);
            if (!areas.Exists(area => area.Id == id))
                id = Country(table, 0, registry);
            var row = new PermittedStayRow(
                id,
                table[1].Length == 0 ? null : Country(table, 1, registry),
                table[2].Length == 0 ? null : table[2],
                Rule(table),
                table.Validity(5),
                table.Required(7));
            if (rows.Exists(row.Contradicts))
                throw table.At(0, new("otra fila dice ya lo mismo de los mismos días; deje solo una o separe sus fechas.", "another row speaks of the same for the same days already; keep one of them or part their dates.", "une autre ligne dit déjà la même chose des mêmes jours ; n’en laissez qu’une ou séparez leurs dates."));
            rows.Add(row);
        }

        return rows;
    }

    private static PermittedStayRule? Rule(Table table)
    {
        if (table[3] == Free)
            return table[4].Length == 0 ? null : throw table.At(4, new("una estancia libre no tiene periodo; deje vacía la celda.", "a free stay has no window; leave the cell empty.", "un séjour libre n’a pas de période ; laissez la cellule vide."));
        try
        {
            return new(table.Number(3), table.Number(4));
        }
        catch (StatisticsException fault)
        {
            throw table.At(4, fault.Explanation);
        }
    }

    private static string Country(Table table, int column, AreaRegistry registry)
    {
        var code = table.Required(column);
        return registry.TryGet(code, out var area) && area.Kind == AreaKind.Country
            ? area.Id
            : throw table.At(column, new($"«{Refusals.Shown(code)}» no es el código ISO de tres letras de un país o territorio.", $"\"{Refusals.Shown(code)}\" is not the three-letter ISO code of a country or territory.", $"« {Refusals.Shown(code)} » n’est pas le code ISO à trois lettres d’un pays ou territoire."));
    }

    /// <summary>A file whose header is known to the letter.</summary>
    private sealed class Table
    {
        private readonly string file;
        private readonly CsvReader csv;
        private readonly string[] columns;
        private string[] row = [];

        public Table(string file, Stream stream, string[] columns)
        {
            (this.file, this.columns, csv) = (file, columns, new(stream));
            if (!Move())
                throw new InputException(file, null, Refusals.Empty);
            for (var i = 0; i < Math.Max(columns.Length, row.Length); i++)
            {
                if (i >= columns.Length || i >= row.Length || row[i] != columns[i])
                    throw At(i, new($"el encabezado debe ser {string.Join(',', columns)}.", $"the header must be {string.Join(',', columns)}.", $"l’en-tête doit être {string.Join(',', columns)}."));
            }
        }

        public string this[int column] => row[column];

        public bool Next()
        {
            if (!Move())
                return false;
            return row.Length == columns.Length ? true : throw At(Math.Min(row.Length, columns.Length), Refusals.FieldCount(row.Length, columns.Length));
        }

        public string Required(int column) => row[column].Length > 0
            ? row[column]
            : throw At(column, new($"falta un valor en «{columns[column]}».", $"a value is missing in \"{columns[column]}\".", $"une valeur manque dans « {columns[column]} »."));

        public int Number(int column) => int.TryParse(Required(column), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw At(column, Refusals.NotNumber(Refusals.Shown(row[column])));

        /// <summary>The days from a column to the one behind it; an empty end is open.</summary>
        public DaySpan Validity(int column)
        {
            var validity = new DaySpan(Day(column, DaySpan.Always.First), Day(column + 1, DaySpan.Always.Last));
            return validity.First <= validity.Last ? validity : throw At(column + 1, new("el fin de la vigencia es anterior a su comienzo.", "the validity ends before it begins.", "la fin de la validité est antérieure à son début."));
        }

        public InputException At(int column, Text reason) => InputException.At(file, csv.Line, column + 1, reason);

        private int Day(int column, int otherwise)
        {
            if (row[column].Length == 0)
                return otherwise;
            return DateOnly.TryParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? DaySpan.Number(date)
                : throw At(column, new($"«{Refusals.Shown(row[column])}» no es una fecha; escriba 2013-10-18.", $"\"{Refusals.Shown(row[column])}\" is not a date; write 2013-10-18.", $"« {Refusals.Shown(row[column])} » n’est pas une date ; écrivez 2013-10-18."));
        }

        private bool Move()
        {
            try
            {
                if (!csv.Read())
                    return false;
                row = csv.Texts();
                return true;
            }
            catch (CsvFormatException fault)
            {
                throw CsvRows.Fault(file, csv, fault);
            }
        }
    }
}
