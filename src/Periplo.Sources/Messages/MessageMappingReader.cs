using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sources.Declarations;
using Periplo.Sources.Mapped;
using Periplo.Sources.Tables;
using Periplo.Statistics;
using YamlDotNet.RepresentationModel;

namespace Periplo.Sources.Messages;

/// <summary>Turns the YAML of a mapping of messages into a <see cref="MessageMapping"/>, checking every name and code of ours.</summary>
internal sealed class MessageMappingReader
{
    /// <summary>Entries of a mapping; those of a list of remotes stand beside them.</summary>
    public static readonly IReadOnlyList<string> Keys =
    [
        "dataset", "source", "revision", "publisher", "url", "licence", "method", "notes", "structure", "convention", "components", "constants", "only", "codes",
    ];

    private static readonly Text What = new("el mapeo", "the mapping", "le mappage");

    private readonly DeclarationNodes nodes;
    private readonly DatasetDefinitions definitions;
    private readonly AreaRegistry areas;
    private readonly Dictionary<string, YamlNode> top = [];
    private DatasetDefinition? definition;

    private MessageMappingReader(DeclarationNodes nodes, DatasetDefinitions definitions, AreaRegistry areas) => (this.nodes, this.definitions, this.areas) = (nodes, definitions, areas);

    /// <summary>Reads a mapping of its own.</summary>
    public static MessageMapping Read(string file, string text, DatasetDefinitions definitions, AreaRegistry areas)
    {
        var nodes = new DeclarationNodes(file, text, What, "docs/sdmx-import.md");
        return Read(nodes, nodes.Top(), [], definitions, areas) with { Text = text };
    }

    /// <summary>Reads a mapping that stands within a list of remotes, beside other entries.</summary>
    public static MessageMapping Read(DeclarationNodes nodes, YamlMappingNode root, IReadOnlyCollection<string> beside, DatasetDefinitions definitions, AreaRegistry areas)
    {
        var reader = new MessageMappingReader(nodes, definitions, areas);
        foreach (var (key, value) in root.Children)
        {
            var name = nodes.Scalar(key);
            if (beside.Contains(name))
                continue;
            if (!Keys.Contains(name))
                throw nodes.Fault(key, Refusals.NotOneOf(Refusals.Shown(name), [.. Keys, .. beside]));
            reader.top.Add(name, value);
        }

        return reader.Read();
    }

    private MessageMapping Read()
    {
        if (top.TryGetValue("dataset", out var dataset))
        {
            definition = definitions.Find(nodes.Scalar(dataset))
                ?? throw nodes.Fault(dataset, Refusals.NotOneOf(Refusals.Shown(nodes.Scalar(dataset)), definitions.All.Select(one => one.Id)));
        }

        var (source, release) = Revision();
        return new()
        {
            Definition = definition,
            Source = source,
            Release = release,
            Publisher = top.TryGetValue("publisher", out var publisher) ? nodes.Text(publisher) : null,
            Url = Scalar("url"),
            Licence = Scalar("licence"),
            Method = top.TryGetValue("method", out var method) ? nodes.Text(method) : null,
            Notes = top.TryGetValue("notes", out var notes) ? [.. nodes.List(notes).Select(nodes.Text)] : [],
            Structure = Scalar("structure"),
            Convention = Convention(),
            Components = Components(),
            Constants = Constants(),
            Only = Only(),
            Codes = Codes(),
        };
    }

    private string? Scalar(string key) => top.TryGetValue(key, out var node) ? nodes.Scalar(node) : null;

    private (string? Source, string? Release) Revision()
    {
        var source = Scalar("source");
        if (source is not null && !RevisionNames.IsName(source))
            throw nodes.Fault(top["source"], NotName(source));
        if (Scalar("revision") is not { } text)
            return (source, null);
        var revision = Statistics.Revision.TryParse("", text);
        if (revision is null || !RevisionNames.AreValid(revision) || (source is not null && source != revision.Source))
        {
            throw nodes.Fault(top["revision"], new Text(
                "la revisión se escribe FUENTE.EDICIÓN con letras, cifras y guiones: INE.2024.",
                "a revision is written SOURCE.RELEASE in letters, digits and hyphens: INE.2024.",
                "la révision s’écrit SOURCE.ÉDITION avec des lettres, des chiffres et des traits d’union : INE.2024."));
        }

        return (revision.Source, revision.Release);
    }

    /// <summary>Why a text cannot name a source.</summary>
    public static Text NotName(string text) => new(
        $"«{Refusals.Shown(text)}» no puede ser una fuente; use de 1 a 40 letras, cifras y guiones: INE.",
        $"\"{Refusals.Shown(text)}\" cannot be a source; use 1 to 40 letters, digits and hyphens: INE.",
        $"« {Refusals.Shown(text)} » ne peut être une source ; employez de 1 à 40 lettres, chiffres et traits d’union : INE.");

    private CodeConvention Convention()
    {
        if (Scalar("convention") is not { } word)
            return CodeConvention.Sdmx;
        foreach (var convention in Enum.GetValues<CodeConvention>())
        {
            if (convention.ToString().ToLowerInvariant() == word)
                return convention;
        }

        throw nodes.Fault(top["convention"], Refusals.NotOneOf(Refusals.Shown(word), Enum.GetNames<CodeConvention>().Select(name => name.ToLowerInvariant())));
    }

    private Dictionary<string, string> Components()
    {
        var components = new Dictionary<string, string>();
        if (!top.TryGetValue("components", out var node))
            return components;
        foreach (var (key, value) in nodes.Map(node).Children)
        {
            var target = nodes.Scalar(value);
            if (target != MessageMapping.Ignored)
                Known(value, target);
            if (target != MessageMapping.Ignored && components.ContainsValue(target))
                throw nodes.Fault(value, new Text($"{target} ya viene de otro componente.", $"{target} comes from another component already.", $"{target} vient déjà d’un autre composant."));
            if (!components.TryAdd(nodes.Scalar(key), target))
                throw nodes.Fault(key, new Text("el componente está dos veces.", "the component stands twice.", "le composant figure deux fois."));
        }

        return components;
    }

    /// <summary>Checks that a component is one of ours.</summary>
    private void Known(YamlNode node, string component)
    {
        string[] known = [.. Defined(node).Structure.Dimensions.Select(one => one.Id), .. MessageMapping.Attributes];
        if (!known.Contains(component))
            throw nodes.Fault(node, Refusals.NotOneOf(Refusals.Shown(component), [.. known, MessageMapping.Ignored]));
    }

    private DatasetDefinition Defined(YamlNode node) => definition ?? throw nodes.Fault(node, new Text(
        "falta «dataset:», que dice de qué conjunto de datos son los componentes y códigos; vea docs/sdmx-import.md.",
        "`dataset:` is missing, which says of which dataset the components and codes are; see docs/sdmx-import.md.",
        "« dataset: » manque, qui dit de quel jeu de données sont les composants et les codes ; voyez docs/sdmx-import.md."));

    private Dictionary<string, string> Constants()
    {
        var constants = new Dictionary<string, string>();
        if (!top.TryGetValue("constants", out var node))
            return constants;
        foreach (var (key, value) in nodes.Map(node).Children)
        {
            var component = nodes.Scalar(key);
            Known(key, component);
            if (!constants.TryAdd(component, Code(component, value)))
                throw nodes.Fault(key, new Text("el componente está dos veces.", "the component stands twice.", "le composant figure deux fois."));
        }

        return constants;
    }

    private Dictionary<string, IReadOnlySet<string>> Only()
    {
        var only = new Dictionary<string, IReadOnlySet<string>>();
        if (!top.TryGetValue("only", out var node))
            return only;
        foreach (var (key, value) in nodes.Map(node).Children)
            only[nodes.Scalar(key)] = value is YamlSequenceNode ? nodes.List(value).Select(nodes.Scalar).ToHashSet() : new HashSet<string> { nodes.Scalar(value) };
        return only;
    }

    private Dictionary<string, CodeMap> Codes()
    {
        var codes = new Dictionary<string, CodeMap>();
        if (!top.TryGetValue("codes", out var node))
            return codes;
        foreach (var (key, value) in nodes.Map(node).Children)
        {
            var component = nodes.Scalar(key);
            Known(key, component);
            var map = new CodeMap();
            foreach (var (from, to) in nodes.Map(value).Children)
            {
                var code = nodes.Scalar(from);
                if (code == CodeMap.Others && (to is not YamlScalarNode || nodes.Scalar(to) != MessageMapping.Ignored))
                    throw nodes.Fault(to, Refusals.NotOneOf(CodeMap.Others, [$"{CodeMap.Others}: {MessageMapping.Ignored}"]));
                if (to is YamlSequenceNode)
                {
                    foreach (var one in nodes.List(to))
                        map.Add(code, Dated(component, nodes.Map(one)));
                }
                else
                {
                    map.Add(code, to is YamlMappingNode dated ? Dated(component, dated) : new(Target(component, to)));
                }
            }

            codes[component] = map;
        }

        return codes;
    }

    private MappedCode Dated(string component, YamlMappingNode node)
    {
        var mapped = default(MappedCode);
        var isGiven = false;
        foreach (var (key, value) in node.Children)
        {
            switch (nodes.Scalar(key))
            {
                case "to":
                    (mapped, isGiven) = (mapped with { Target = Target(component, value) }, true);
                    break;
                case "from":
                    mapped = mapped with { From = Day(value, first: true) };
                    break;
                case "until":
                    mapped = mapped with { Until = Day(value, first: false) };
                    break;
                default:
                    throw nodes.Fault(key, Refusals.NotOneOf(Refusals.Shown(nodes.Scalar(key)), ["to", "from", "until"]));
            }
        }

        return isGiven ? mapped : throw nodes.Fault(node, new Text("falta «to:», el código nuestro.", "`to:`, the code of ours, is missing.", "« to: », le code de chez nous, manque."));
    }

    private DateOnly Day(YamlNode node, bool first) => Sdmx.TimePeriod.TryParse(nodes.Scalar(node), out var period)
        ? first ? period.FirstDay : period.LastDay
        : throw nodes.Fault(node, Refusals.NotPeriod(Refusals.Shown(nodes.Scalar(node))));

    private string? Target(string component, YamlNode node) => nodes.Scalar(node) == MessageMapping.Ignored ? null : Code(component, node);

    private string Code(string component, YamlNode node)
    {
        var given = nodes.Scalar(node);
        if (component == "COMMENT_OBS")
            return given;
        if (MessageMapping.Attributes.Contains(component))
        {
            var list = Defined(node).Structure.Attributes.First(one => one.Id == component).CodeList!;
            return list.Position(given) >= 0 ? given : throw nodes.Fault(node, Refusals.NotOneOf(Refusals.Shown(given), list.Codes.Select(code => code.Id)));
        }

        var dimension = Defined(node).Structure.Dimensions[Defined(node).Dimension(component)];
        if (dimension.CodeList.Position(given) >= 0)
            return given;
        if (!MessageMapping.IsArea(dimension))
            throw nodes.Fault(node, Refusals.NotOneOf(Refusals.Shown(given), dimension.CodeList.Codes.Select(code => code.Id)));
        try
        {
            return areas.Resolve(given).Id;
        }
        catch (UnknownAreaException e)
        {
            throw nodes.Fault(node, e.Explanation);
        }
    }
}
