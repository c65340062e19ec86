using Periplo.Areas;
using Periplo.Movements;
using Periplo.Sdmx.Csv;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Crossings;

/// <summary>
/// Reads which countries report and by what clock: separated values <c>country,clock</c> and, for posts that keep another
/// clock than their country, <c>post</c>. A clock is a zone of the tz database or an offset: <c>America/Guatemala</c>, <c>-06:00</c>.
/// </summary>
public static class ClockFile
{
    private static readonly string[] Columns = ["country", "clock", "post"];

    /// <summary>Reads the file; countries keep its order.</summary>
    /// <exception cref="InputException">It cannot be taken; names line and column.</exception>
    public static ReportingCountries Read(string file, Stream stream, AreaRegistry areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        var countries = new List<(string Area, PostClock Clock)>();
        var posts = new Dictionary<ushort, PostClock>();
        var rows = new CsvReader(stream);
        try
        {
            if (!rows.Read() || rows.Texts() is var header && !header.SequenceEqual(Columns.Take(Math.Max(2, header.Length))))
                throw InputException.At(file, 1, null, new("se esperan las columnas country,clock y, si hace falta, post.", "the columns country,clock and, where needed, post are expected.", "sont attendues les colonnes country,clock et, s’il le faut, post."));
            while (rows.Read())
            {
                var (line, cells) = (rows.Line, rows.Texts());
                if (cells.Length < 2 || cells.Length > header.Length)
                    throw InputException.At(file, line, null, Refusals.FieldCount(cells.Length, header.Length));
                if (areas.Find(cells[0]) is not { Kind: AreaKind.Country } area)
                    throw InputException.At(file, line, 1, new($"«{Refusals.Shown(cells[0])}» no es un país.", $"\"{Refusals.Shown(cells[0])}\" is no country.", $"« {Refusals.Shown(cells[0])} » n’est pas un pays."));
                var clock = PostClock.Find(cells[1].Trim()) ?? throw InputException.At(file, line, 2, new(
                    "se espera una zona horaria de la base tz, como America/Guatemala, o un desfase como -06:00.",
                    "a time zone of the tz database is expected, such as America/Guatemala, or an offset such as -06:00.",
                    "est attendu un fuseau horaire de la base tz, comme America/Guatemala, ou un décalage comme -06:00."));
                if (cells.Length > 2 && cells[2].Length > 0)
                {
                    if (!ushort.TryParse(cells[2], out var number) || !posts.TryAdd(number, clock))
                        throw InputException.At(file, line, 3, new("se espera el número de un puesto, de 0 a 65535, una sola vez.", "the number of a post is expected, 0 to 65535, once.", "est attendu le numéro d’un poste, de 0 à 65535, une seule fois."));
                }
                else if (countries.Exists(known => known.Area == area.Id))
                {
                    throw InputException.At(file, line, 1, new($"{area.Id} ya está en una línea anterior.", $"{area.Id} stands in a line above already.", $"{area.Id} figure déjà à une ligne précédente."));
                }
                else
                {
                    countries.Add((area.Id, clock));
                }
            }

            return new(countries, posts);
        }
        catch (CsvFormatException e)
        {
            throw CsvRows.Fault(file, rows, e);
        }
        catch (StatisticsException e)
        {
            throw new InputException(file, null, e.Explanation, e);
        }
    }
}
