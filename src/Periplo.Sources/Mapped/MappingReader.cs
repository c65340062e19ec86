using System.Text;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Declarations;
using Periplo.Sources.Tables;
using Periplo.Statistics;
using YamlDotNet.RepresentationModel;

namespace Periplo.Sources.Mapped;

/// <summary>Turns the YAML of a mapping into a <see cref="Mapping"/>, checking every name and code against the dataset's structure.</summary>
internal sealed class MappingReader(string file, string text, DatasetDefinitions definitions, AreaRegistry areas)
{
    private static readonly string[] Keys =
    [
        "dataset", "revision", "publisher", "url", "licence", "method", "notes", "sha256", "compiled_from", "delimiter", "encoding", "decimal",
        "thousands", "sheet", "header_row", "end", "columns", "values", "constants", "codes", "missing", "status", "unit_mult", "data_type",
    ];

    private readonly DeclarationNodes nodes = new(file, text, new("el mapeo", "the mapping", "le mappage"), "docs/mapping.md");
    private readonly Dictionary<string, YamlNode> top = [];
    private DatasetDefinition definition = null!;

    public Mapping Read()
    {
        var root = nodes.Top();
        foreach (var (key, value) in root.Children)
        {
            var name = nodes.Scalar(key);
            if (!Keys.Contains(name))
                throw nodes.Fault(key, Refusals.NotOneOf(Refusals.Shown(name), Keys.OrderBy(known => Distance(known, name))));
            top.Add(name, value);
        }

        var dataset = Needed(root, "dataset");
        definition = definitions.Find(nodes.Scalar(dataset))
            ?? throw nodes.Fault(dataset, Refusals.NotOneOf(Refusals.Shown(nodes.Scalar(dataset)), definitions.All.Select(one => one.Id)));
        var columns = Columns();
        var mapping = new Mapping
        {
            Definition = definition,
            Revision = Revision(Needed(root, "revision")),
            Papers = new(
                nodes.Text(Needed(root, "publisher")),
                top.TryGetValue("url", out var url) ? nodes.Scalar(url) : "",
                nodes.Scalar(Needed(root, "licence")),
                nodes.Text(Needed(root, "method"))),
            Notes = top.TryGetValue("notes", out var notes) ? [.. nodes.List(notes).Select(nodes.Text)] : [],
            Sha256 = top.TryGetValue("sha256", out var sha) ? nodes.Scalar(sha) : null,
            CompiledFrom = top.TryGetValue("compiled_from", out var compiled) ? [.. nodes.List(compiled).Select(File)] : [],
            Delimiter = Choice("delimiter", ",", [(",", ','), (";", ';'), ("\t", '\t'), ("\\t", '\t'), ("tab", '\t'), ("|", '|')]),
            Encoding = Choice<Encoding?>("encoding", "utf-8",
                [("utf-8", null), ("latin-1", Encoding.Latin1), ("windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252))]),
            DecimalComma = Choice("decimal", "point", [("point", false), ("comma", true)]),
            Thousands = Choice<char?>("thousands", "none", [("none", null), ("point", '.'), ("comma", ','), ("space", ' ')]),
            Sheet = top.TryGetValue("sheet", out var sheet) ? nodes.Scalar(sheet) : null,
            HeaderRow = top.TryGetValue("header_row", out var row) ? nodes.Whole(row, 1, 1 << 20) : null,
            End = top.TryGetValue("end", out var end) ? nodes.Scalar(end) : null,
            Columns = columns.Where(column => column.Value != Mapping.Value).ToDictionary(),
            Values = [.. columns.Where(column => column.Value == Mapping.Value).Select(column => new ValueColumn(column.Key, new Dictionary<string, string>())), .. Values()],
            Constants = top.TryGetValue("constants", out var constants) ? Fixed(constants) : new(),
            Codes = Codes(),
            Missing = Missing(),
            Status = top.TryGetValue("status", out var status) ? Status(status) : ObservationStatus.A,
            Attributes = new(
                top.TryGetValue("unit_mult", out var unit) ? UnitMultiplier(unit) : 0,
                top.TryGetValue("data_type", out var type) ? DataType(type) : null),
            Text = text,
            File = file,
        };
        if (mapping.Thousands == (mapping.DecimalComma ? ',' : '.'))
            throw nodes.Fault(top["thousands"], new Text("el separador de miles no puede ser el decimal.", "the thousands separator cannot be the decimal one.", "le séparateur de milliers ne peut pas être le séparateur décimal."));
        Complete(root, mapping);
        return mapping;
    }

    /// <summary>Every dimension must come from exactly one place.</summary>
    private void Complete(YamlNode root, Mapping mapping)
    {
        if (mapping.Values.Count == 0)
            throw nodes.Fault(top.GetValueOrDefault("columns", root), new Text("ninguna columna es OBS_VALUE ni está en values: no hay de dónde tomar las cifras.", "no column is OBS_VALUE or stands under values: there is nowhere to take the figures from.", "aucune colonne n’est OBS_VALUE ni ne figure dans values : les chiffres n’ont pas d’où venir."));
        foreach (var dimension in definition.Structure.Dimensions.Select(one => one.Id).Append(Mapping.Time))
        {
            var inColumns = mapping.Columns.Values.Count(target => target == dimension);
            var inValues = mapping.Values.Count(column => column.Codes.ContainsKey(dimension));
            var places = inColumns + (inValues > 0 ? 1 : 0) + (mapping.Constants.ContainsKey(dimension) ? 1 : 0);
            if (places > 1)
            {
                throw nodes.Fault(root, new Text(
                    $"{dimension} está en más de un lugar (columns, values, constants); déjela en uno.",
                    $"{dimension} stands in more than one place (columns, values, constants); leave it in one.",
                    $"{dimension} figure à plus d’un endroit (columns, values, constants) ; laissez-la à un seul."));
            }

            if (places == 0 || (inValues > 0 && inValues < mapping.Values.Count))
            {
                var example = dimension == Mapping.Time ? "2020" : definition.Structure.Dimensions[definition.Dimension(dimension)].CodeList.Position("_T") >= 0 ? "_T" : "A";
                throw nodes.Fault(root, new Text(
                    $"falta {dimension}: asígnele una columna o escriba en constants, por ejemplo, «{dimension}: {example}».",
                    $"{dimension} is missing: give it a column, or write under constants, for example, `{dimension}: {example}`.",
                    $"{dimension} manque : donnez-lui une colonne ou écrivez dans constants, par exemple, « {dimension}: {example} »."));
            }
        }
    }

    private Dictionary<string, string> Columns()
    {
        var columns = new Dictionary<string, string>();
        if (!top.TryGetValue("columns", out var node))
            return columns;
        string[] known = [.. definition.Structure.Dimensions.Select(one => one.Id), Mapping.Time, Mapping.Value, .. Mapping.AttributeColumns, Mapping.Ignored];
        foreach (var (key, value) in nodes.Map(node).Children)
        {
            var target = nodes.Scalar(value);
            if (!known.Contains(target))
                throw nodes.Fault(value, Refusals.NotOneOf(Refusals.Shown(target), known));
            if (target != Mapping.Ignored && columns.ContainsValue(target))
                throw nodes.Fault(value, new Text($"{target} ya tiene una columna.", $"{target} has a column already.", $"{target} a déjà une colonne."));
            if (!columns.TryAdd(HeaderNames.Plain(nodes.Scalar(key)), target))
                throw nodes.Fault(key, new Text("la columna está dos veces.", "the column stands twice.", "la colonne figure deux fois."));
        }

        return columns;
    }

    private IEnumerable<ValueColumn> Values()
    {
        if (!top.TryGetValue("values", out var node))
            yield break;
        foreach (var (key, value) in nodes.Map(node).Children)
        {
            var (codes, column) = (new Dictionary<string, string>(), new ValueColumn(HeaderNames.Plain(nodes.Scalar(key)), new Dictionary<string, string>()));
            foreach (var (name, setting) in nodes.Map(value).Children)
            {
                switch (nodes.Scalar(name))
                {
                    case "status":
                        column = column with { Status = Status(setting) };
                        break;
                    case "unit_mult":
                        column = column with { UnitMultiplier = UnitMultiplier(setting) };
                        break;
                    case "data_type":
                        column = column with { DataType = DataType(setting) };
                        break;
                    case "comment":
                        column = column with { Comment = nodes.Scalar(setting) };
                        break;
                    default:
                        var (dimension, code) = FixedCode(name, setting);
                        codes[dimension] = code;
                        break;
                }
            }

            yield return column with { Codes = codes };
        }
    }

    private Dictionary<string, string> Fixed(YamlNode node) =>
        nodes.Map(node).Children.Select(pair => FixedCode(pair.Key, pair.Value)).ToDictionary();

    private (string Dimension, string Code) FixedCode(YamlNode key, YamlNode value)
    {
        var (dimension, given) = (nodes.Scalar(key), nodes.Scalar(value));
        if (dimension == Mapping.Time)
        {
            return TimePeriod.TryParse(given, out var period) && TableRows.IsYear(period.Year)
                ? (dimension, given)
                : throw nodes.Fault(value, Refusals.NotPeriod(Refusals.Shown(given)));
        }

        return (Dimension(key), Code(dimension, given, value));
    }

    private string Dimension(YamlNode key)
    {
        var dimension = nodes.Scalar(key);
        return definition.Structure.Position(dimension) >= 0
            ? dimension
            : throw nodes.Fault(key, Refusals.NotOneOf(Refusals.Shown(dimension), definition.Structure.Dimensions.Select(one => one.Id)));
    }

    private string Code(string dimension, string given, YamlNode node)
    {
        var list = definition.Structure.Dimensions[definition.Dimension(dimension)].CodeList;
        if (!Mapping.IsArea(dimension))
            return list.Position(given) >= 0 ? given : throw nodes.Fault(node, Refusals.NotOneOf(Refusals.Shown(given), list.Codes.Select(code => code.Id)));
        try
        {
            return areas.Resolve(given).Id;
        }
        catch (UnknownAreaException e)
        {
            throw nodes.Fault(node, e.Explanation);
        }
    }

    private Dictionary<string, IReadOnlyDictionary<string, string?>> Codes()
    {
        var codes = new Dictionary<string, IReadOnlyDictionary<string, string?>>();
        if (!top.TryGetValue("codes", out var node))
            return codes;
        foreach (var (key, value) in nodes.Map(node).Children)
        {
            var dimension = Dimension(key);
            var map = new Dictionary<string, string?>();
            foreach (var (from, to) in nodes.Map(value).Children)
                map[nodes.Scalar(from)] = nodes.Scalar(to) == Mapping.Ignored ? null : Code(dimension, nodes.Scalar(to), to);
            codes.Add(dimension, map);
        }

        return codes;
    }

    private Dictionary<string, ObservationStatus?> Missing()
    {
        var marks = new Dictionary<string, ObservationStatus?>();
        if (!top.TryGetValue("missing", out var node))
            return marks;
        if (node is YamlSequenceNode)
        {
            foreach (var mark in nodes.List(node))
                marks[nodes.Scalar(mark)] = ObservationStatus.O;
            return marks;
        }

        foreach (var (mark, reason) in nodes.Map(node).Children)
        {
            var status = nodes.Scalar(reason) == "absent" ? (ObservationStatus?)null : Status(reason);
            if (status?.IsMissing() == false)
                throw nodes.Fault(reason, Refusals.NotOneOf(Refusals.Shown(nodes.Scalar(reason)), ["O", "L", "M", "Q", "absent"]));
            marks[nodes.Scalar(mark)] = status;
        }

        return marks;
    }

    private Revision Revision(YamlNode node)
    {
        var revision = Statistics.Revision.TryParse(definition.Id, nodes.Scalar(node));
        return revision is not null && RevisionNames.AreValid(revision)
            ? revision
            : throw nodes.Fault(node, new Text(
                "la revisión se escribe FUENTE.EDICIÓN con letras, cifras y guiones: INE.2024.",
                "a revision is written SOURCE.RELEASE in letters, digits and hyphens: INE.2024.",
                "la révision s’écrit SOURCE.ÉDITION avec des lettres, des chiffres et des traits d’union : INE.2024."));
    }

    private SourceFile File(YamlNode node)
    {
        var (name, sha, bytes) = ("", "", 0L);
        foreach (var (key, value) in nodes.Map(node).Children)
        {
            switch (nodes.Scalar(key))
            {
                case "file":
                    name = nodes.Scalar(value);
                    break;
                case "sha256":
                    sha = nodes.Scalar(value);
                    break;
                case "bytes" when long.TryParse(nodes.Scalar(value), out bytes):
                    break;
                default:
                    throw nodes.Fault(key, Refusals.NotOneOf(Refusals.Shown(nodes.Scalar(key)), ["file", "sha256", "bytes"]));
            }
        }

        return new(name, sha, bytes);
    }

    private ObservationStatus Status(YamlNode node) => ObservationStatuses.TryParse(Encoding.UTF8.GetBytes(nodes.Scalar(node)), out var status)
        ? status
        : throw nodes.Fault(node, Refusals.NotOneOf(Refusals.Shown(nodes.Scalar(node)), Enum.GetNames<ObservationStatus>()));

    private int UnitMultiplier(YamlNode node) => UnitMultipliers.Code(nodes.Scalar(node))
        ?? throw nodes.Fault(node, Refusals.NotOneOf(Refusals.Shown(nodes.Scalar(node)), UnitMultipliers.Known));

    private string DataType(YamlNode node) => UnDesa.DataTypes.Code(nodes.Scalar(node)) ?? throw nodes.Fault(node, UnDesa.DataTypes.Refusal(Refusals.Shown(nodes.Scalar(node))));

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

    private YamlNode Needed(YamlNode root, string key) => top.GetValueOrDefault(key)
        ?? throw nodes.Fault(root, new Text($"falta «{key}:»; vea docs/mapping.md.", $"`{key}:` is missing; see docs/mapping.md.", $"« {key}: » manque ; voyez docs/mapping.md."));

    /// <summary>Letters by which two names differ, place by place: enough to put the likely one first.</summary>
    private static int Distance(string known, string name) =>
        Math.Abs(known.Length - name.Length) + known.Zip(name).Count(pair => pair.First != pair.Second);
}
