using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sources.Declarations;
using Periplo.Sources.Tables;
using Periplo.Statistics;
using YamlDotNet.RepresentationModel;

namespace Periplo.Sources.Messages;

/// <summary>Reads the list of remotes that figures are collected from; docs/sdmx-import.md describes it.</summary>
public static class RemoteListReader
{
    private const int MostRemotes = 1000;

    private static readonly Text What = new("la lista de remotos", "the list of remotes", "la liste des sources distantes");

    private static readonly string[] Keys = ["id", "name", "data", "area", "every", "accept", "within", "answers", "mapping"];

    /// <summary>Reads a list.</summary>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="text">The YAML.</param>
    /// <param name="mapping">Gives the text of a mapping by the name the list gives it.</param>
    /// <param name="definitions">The datasets.</param>
    /// <param name="areas">The areas.</param>
    /// <exception cref="InputException">It is wrong at a line and column.</exception>
    public static IReadOnlyList<Remote> Read(string file, string text, Func<string, string> mapping, DatasetDefinitions definitions, AreaRegistry areas)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mapping);
        var nodes = new DeclarationNodes(file, text, What, "docs/sdmx-import.md");
        var top = nodes.Top();
        var remotes = new List<Remote>();
        foreach (var (key, value) in top.Children)
        {
            if (nodes.Scalar(key) != "remotes")
                throw nodes.Fault(key, Refusals.NotOneOf(Refusals.Shown(nodes.Scalar(key)), ["remotes"]));
            var list = nodes.List(value).ToList();
            for (var i = 0; i < list.Count; i++)
            {
                var node = list[i];
                var remote = One(nodes, nodes.Map(node), Between(text, node, i + 1 < list.Count ? list[i + 1] : null), mapping, definitions, areas);
                if (remotes.Exists(other => other.Id == remote.Id))
                    throw nodes.Fault(node, new Text($"«{remote.Id}» está dos veces.", $"`{remote.Id}` stands twice.", $"« {remote.Id} » figure deux fois."));
                if (remotes.Count == MostRemotes)
                    throw nodes.Fault(node, new Text($"más de {MostRemotes} remotos; haga otra lista.", $"more than {MostRemotes} remotes; make another list.", $"plus de {MostRemotes} sources distantes ; faites une autre liste."));
                remotes.Add(remote);
            }
        }

        return remotes;
    }

    /// <summary>The text of an entry of the list: up to the next one, without what stands between them.</summary>
    private static string Between(string text, YamlNode node, YamlNode? next)
    {
        var (from, to) = (Math.Clamp((int)node.Start.Index, 0, text.Length), next is null ? text.Length : Math.Clamp((int)next.Start.Index, 0, text.Length));
        return text[from..Math.Max(from, to)].TrimEnd('-', ',', ']', ' ', '\t', '\r', '\n');
    }

    private static Remote One(DeclarationNodes nodes, YamlMappingNode node, string declared, Func<string, string> mapping, DatasetDefinitions definitions, AreaRegistry areas)
    {
        var entries = new Dictionary<string, YamlNode>();
        foreach (var (key, value) in node.Children)
            entries[nodes.Scalar(key)] = value;
        var id = nodes.Scalar(Needed("id"));
        if (!RevisionNames.IsName(id))
            throw nodes.Fault(entries["id"], MessageMappingReader.NotName(id));
        var own = MessageMappingReader.Read(nodes, node, Keys, definitions, areas);
        var read = own;
        if (entries.TryGetValue("mapping", out var named))
        {
            var name = nodes.Scalar(named);
            var words = mapping(name);
            read = MessageMappingReader.Read(name, words, definitions, areas);
            // What the list says of source and papers goes before what the mapping says, which may serve several remotes.
            read = read with
            {
                Source = own.Source ?? read.Source, Release = own.Release ?? read.Release, Publisher = own.Publisher ?? read.Publisher, Url = own.Url ?? read.Url,
                Licence = own.Licence ?? read.Licence, Method = own.Method ?? read.Method, Notes = [.. own.Notes, .. read.Notes], Structure = own.Structure ?? read.Structure,
            };
            declared += $"\n---\n{words}";
        }

        if (read.Source is null)
            throw nodes.Fault(node, new Text("falta «source:», la fuente bajo la que se guardan las cifras.", "`source:` is missing, the source under which the figures are kept.", "« source: » manque, la source sous laquelle les chiffres sont gardés."));
        return new(
            id, entries.TryGetValue("name", out var title) ? nodes.Text(title) : Text.Same(id), nodes.Scalar(Needed("data")),
            Choice("every", RemoteInterval.Day, Enum.GetValues<RemoteInterval>().Select(one => (one.ToString().ToLowerInvariant(), one))),
            new MessageOptions { Prepared = read with { Text = declared }, IsWhole = Choice("answers", true, [("whole", true), ("changes", false)]), MayBeOwn = false },
            declared)
        {
            Area = entries.TryGetValue("area", out var area) ? Area(area) : null,
            Structure = read.Structure,
            Accept = entries.TryGetValue("accept", out var accept) ? nodes.Scalar(accept) : null,
            Within = entries.TryGetValue("within", out var within) ? nodes.Whole(within, 1, 3660) : null,
        };

        YamlNode Needed(string key) => entries.GetValueOrDefault(key)
            ?? throw nodes.Fault(node, new Text($"falta «{key}:»; vea docs/sdmx-import.md.", $"`{key}:` is missing; see docs/sdmx-import.md.", $"« {key}: » manque ; voyez docs/sdmx-import.md."));

        T Choice<T>(string key, T usual, IEnumerable<(string Word, T Value)> choices)
        {
            if (!entries.TryGetValue(key, out var given))
                return usual;
            foreach (var (word, value) in choices)
            {
                if (word == nodes.Scalar(given))
                    return value;
            }

            throw nodes.Fault(given, Refusals.NotOneOf(Refusals.Shown(nodes.Scalar(given)), choices.Select(one => one.Word)));
        }

        string Area(YamlNode given)
        {
            try
            {
                return areas.Resolve(nodes.Scalar(given)).Id;
            }
            catch (UnknownAreaException e)
            {
                throw nodes.Fault(given, e.Explanation);
            }
        }
    }
}
