using System.Text;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Sources.Declarations;
using Periplo.Sources.Mapped;
using Periplo.Sources.Tables;
using YamlDotNet.RepresentationModel;

namespace Periplo.Sources.Crossings;

/// <summary>Turns the YAML of a mapping into a <see cref="CrossingMapping"/>, checking every name and code.</summary>
internal sealed class CrossingMappingReader(string file, string text, AreaRegistry areas)
{
    private const string Guide = "docs/crossings.md";
    private static readonly string[] Keys = ["delimiter", "encoding", "header_row", "columns", "constants", "codes", "formats", "zone"];
    private static readonly string[] Dated = [CrossingColumns.Time, CrossingColumns.Date, CrossingColumns.Hour, CrossingColumns.Birth];

    private readonly DeclarationNodes nodes = new(file, text, new("el mapeo", "the mapping", "le mappage"), Guide);
    private readonly Dictionary<string, YamlNode> top = [];

    // Which countries report is not known here: any area will do, and the reading looks again.
    private readonly AreaNumbers numbers = new(areas, ReportingCountries.Specimen);

    public CrossingMapping Read()
    {
        var root = nodes.Top();
        foreach (var (key, value) in Pairs(root, key => nodes.Scalar(key) is var name && Keys.Contains(name)
            ? name
            : throw nodes.Fault(key, Refusals.NotOneOf(Refusals.Shown(nodes.Scalar(key)), Keys))))
        {
            top.Add(key, value);
        }

        if (!top.TryGetValue("columns", out var columns))
            throw nodes.Fault(root, new Text($"falta «columns:»; vea {Guide}.", $"`columns:` is missing; see {Guide}.", $"« columns: » manque ; voyez {Guide}."));
        var zone = top.TryGetValue("zone", out var zoneNode) ? nodes.Scalar(zoneNode) : null;
        var mapping = new CrossingMapping
        {
            File = file,
            Text = text,
            Delimiter = (byte)Choice("delimiter", ",", [(",", ','), (";", ';'), ("\t", '\t'), ("\\t", '\t'), ("tab", '\t'), ("|", '|')]),
            Encoding = Choice("encoding", "utf-8",
                [("utf-8", Encoding.UTF8), ("latin-1", Encoding.Latin1), ("windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!)]),
            HeaderRow = top.TryGetValue("header_row", out var row) ? nodes.Whole(row, 1, 100) : 1,
            Columns = Columns(columns),
            Constants = top.TryGetValue("constants", out var constants) ? Pairs(constants, Coded).ToDictionary(pair => pair.Key, pair => Code(pair.Key, pair.Value)) : [],
            Codes = top.TryGetValue("codes", out var codes) ? Codes(codes) : [],
            Formats = top.TryGetValue("formats", out var formats) ? Pairs(formats, FormatColumn).ToDictionary(pair => pair.Key, pair => Format(pair.Key, pair.Value)) : [],
            Zone = zone is null or "post" ? null : Clock(zone)
                ?? throw nodes.Fault(zoneNode!, new Text(
                    $"«{Refusals.Shown(zone)}» no es una zona; escriba post, un nombre de la base tz (America/Guatemala) o ±hh:mm.",
                    $"\"{Refusals.Shown(zone)}\" is no zone; write post, a name of the tz database (America/Guatemala) or ±hh:mm.",
                    $"« {Refusals.Shown(zone)} » n’est pas un fuseau ; écrivez post, un nom de la base tz (America/Guatemala) ou ±hh:mm.")),
            ZoneOfPost = zone == "post",
        };
        Complete(columns, mapping);
        return mapping;
    }

    // The tz database is a folder of files: what is no name in it should not get as far as the disk.
    private static PostClock? Clock(string zone) =>
        zone.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '_' or '-' or '+' or ':') && zone.Length is > 0 and < 64 ? PostClock.Find(zone) : null;

    private void Complete(YamlNode node, CrossingMapping mapping)
    {
        bool Has(string column) => mapping.Columns.Values.Contains(column) || mapping.Constants.ContainsKey(column);
        foreach (var twice in mapping.Constants.Keys.Where(mapping.Columns.Values.Contains))
            throw nodes.Fault(top["constants"], new Text($"{twice} está en columns y en constants; déjelo en uno.", $"{twice} stands in columns and in constants; leave it in one.", $"{twice} figure dans columns et dans constants ; laissez-le dans un seul."));
        foreach (var needed in CrossingColumns.Needed)
        {
            if (!Has(needed) && !(needed == CrossingColumns.Time && Has(CrossingColumns.Date)))
            {
                var time = needed == CrossingColumns.Time ? new Text(" (o date, y hour si la hora está aparte)", " (or date, and hour if the time stands apart)", " (ou date, et hour si l’heure est à part)") : new Text("", "", "");
                throw nodes.Fault(node, new Text($"falta {needed}{time.Es}: asígnele una columna.", $"{needed}{time.En} is missing: give it a column.", $"il manque {needed}{time.Fr} : donnez-lui une colonne."));
            }
        }

        if ((Has(CrossingColumns.Time) && Has(CrossingColumns.Date)) || (Has(CrossingColumns.Hour) && !Has(CrossingColumns.Date)))
            throw nodes.Fault(node, new Text("la hora viene de ts, o de date y hour; no de otra combinación.", "the time comes from ts, or from date and hour; from no other combination.", "l’heure vient de ts, ou de date et hour ; non d’une autre combinaison."));
        var local = Has(CrossingColumns.Date) || mapping.Formats.ContainsKey(CrossingColumns.Time);
        if (local && mapping.Zone is null && !mapping.ZoneOfPost)
        {
            throw nodes.Fault(node, new Text(
                "estas horas no dicen su zona: añada «zone:» (post, America/Guatemala, -06:00).", "these times do not tell their zone: add `zone:` (post, America/Guatemala, -06:00).", "ces heures ne disent pas leur fuseau : ajoutez « zone: » (post, America/Guatemala, -06:00)."));
        }
    }

    private Dictionary<string, string> Columns(YamlNode node)
    {
        string[] known = [.. CrossingColumns.All, CrossingColumns.Date, CrossingColumns.Hour, CrossingColumns.Ignored];
        var columns = new Dictionary<string, string>();
        foreach (var (key, value) in nodes.Map(node).Children)
        {
            var target = nodes.Scalar(value);
            if (!known.Contains(target))
                throw nodes.Fault(value, Refusals.NotOneOf(Refusals.Shown(target), known));
            if (target != CrossingColumns.Ignored && columns.ContainsValue(target))
                throw nodes.Fault(value, new Text($"{target} ya tiene una columna.", $"{target} has a column already.", $"{target} a déjà une colonne."));
            if (!columns.TryAdd(HeaderNames.Plain(nodes.Scalar(key)), target))
                throw nodes.Fault(key, new Text("la columna está dos veces.", "the column stands twice.", "la colonne figure deux fois."));
        }

        return columns;
    }

    private Dictionary<string, IReadOnlyDictionary<string, string?>> Codes(YamlNode node)
    {
        var codes = new Dictionary<string, IReadOnlyDictionary<string, string?>>();
        foreach (var (column, value) in Pairs(node, Coded))
        {
            var map = new Dictionary<string, string?>();
            foreach (var (from, to) in nodes.Map(value).Children)
                map[nodes.Scalar(from)] = nodes.Scalar(to) == CrossingColumns.Ignored ? LeftOut(column, to) : Code(column, to);
            codes.Add(column, map);
        }

        return codes;
    }

    private string? LeftOut(string column, YamlNode node) => column == CrossingColumns.Direction
        ? null
        : throw nodes.Fault(node, new Text("«ignored» solo deja fuera líneas por su sentido (dir).", "`ignored` leaves out lines by their direction (dir) only.", "« ignored » n’écarte des lignes que d’après leur sens (dir)."));

    private string Coded(YamlNode node) => nodes.Scalar(node) is var column && CrossingColumns.Coded.Contains(column)
        ? column
        : throw nodes.Fault(node, Refusals.NotOneOf(Refusals.Shown(nodes.Scalar(node)), CrossingColumns.Coded));

    private string Code(string column, YamlNode node)
    {
        var code = nodes.Scalar(node);
        if (column == CrossingColumns.Country)
            return areas.Find(code)?.Id ?? throw nodes.Fault(node, new Text($"«{Refusals.Shown(code)}» no es un área conocida.", $"\"{Refusals.Shown(code)}\" is no area that is known.", $"« {Refusals.Shown(code)} » n’est pas une zone connue."));
        return CrossingColumns.Number(column, code, numbers) != CellCodes.None
            ? code
            : throw nodes.Fault(node, new Text(
                $"«{Refusals.Shown(code)}» no es un código de {column}; vea {Guide}.", $"\"{Refusals.Shown(code)}\" is no code of {column}; see {Guide}.", $"« {Refusals.Shown(code)} » n’est pas un code de {column} ; voyez {Guide}."));
    }

    private string FormatColumn(YamlNode node) => nodes.Scalar(node) is var column && Dated.Contains(column)
        ? column
        : throw nodes.Fault(node, Refusals.NotOneOf(Refusals.Shown(nodes.Scalar(node)), Dated));

    private DateFormat Format(string column, YamlNode node)
    {
        if (DateFormat.Parse(nodes.Scalar(node)) is { } format && column switch
        {
            CrossingColumns.Time => format.HasDate && format.HasTime,
            CrossingColumns.Date => format.HasDate && format.HasDateOrTimeOnly(date: true),
            CrossingColumns.Hour => format.HasTime && format.HasDateOrTimeOnly(date: false),
            _ => (format.HasDate || format.HasYearOnly) && format.HasDateOrTimeOnly(date: true),
        })
        {
            return format;
        }

        throw nodes.Fault(node, new Text(
            $"no es un formato de {column}; se escribe con yyyy, MM, dd, HH, mm, ss y signos: dd/MM/yyyy HH:mm.",
            $"it is no format of {column}; it is written in yyyy, MM, dd, HH, mm, ss and signs: dd/MM/yyyy HH:mm.",
            $"n’est pas un format de {column} ; il s’écrit avec yyyy, MM, dd, HH, mm, ss et des signes : dd/MM/yyyy HH:mm."));
    }

    /// <summary>The pairs of a node by checked name. YAML sees to it that no name stands twice, but for blanks around it.</summary>
    private Dictionary<string, YamlNode> Pairs(YamlNode node, Func<YamlNode, string> name)
    {
        var pairs = new Dictionary<string, YamlNode>();
        foreach (var (key, value) in nodes.Map(node).Children)
        {
            if (!pairs.TryAdd(name(key), value))
                throw nodes.Fault(key, new Text("este nombre está dos veces.", "this name stands twice.", "ce nom figure deux fois."));
        }

        return pairs;
    }

    private T Choice<T>(string key, string byDefault, (string Name, T Value)[] choices)
    {
        var name = top.TryGetValue(key, out var node) ? node is YamlScalarNode { Value: "\t" } ? "\t" : nodes.Scalar(node).ToLowerInvariant() : byDefault;
        foreach (var choice in choices)
        {
            if (choice.Name == name)
                return choice.Value;
        }

        throw nodes.Fault(node!, Refusals.NotOneOf(Refusals.Shown(name), choices.Select(choice => choice.Name.Replace("\t", "\\t", StringComparison.Ordinal))));
    }
}
