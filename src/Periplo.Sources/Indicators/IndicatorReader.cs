using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Sources.Declarations;
using Periplo.Sources.Registers;
using Periplo.Sources.Tables;
using Periplo.Statistics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Periplo.Sources.Indicators;

/// <summary>Reads the files that declare indicators, one a block. The form is described in docs/indicators.md.</summary>
public sealed class IndicatorReader
{
    private static readonly Text What = new("la declaración de indicadores", "the declaration of indicators", "la déclaration des indicateurs");
    private const string Guide = "docs/indicators.md";
    private static readonly string[] Keys = ["name", "definition", "limits", "source", "unit", "formula", "method", "measures", "breakdowns", "rhythm", "applies", "sdg", "gcm", "same", "estimate", "counts"];

    private readonly DatasetDefinitions definitions;
    private readonly Dictionary<string, Text> sources = [];
    private readonly Dictionary<string, Text> applications = [];
    private readonly Dictionary<(string Code, string Measure), (DeclarationNodes Nodes, YamlNode Node)> places = [];
    private readonly Dictionary<string, IndicatorDefinition> all = [];

    private IndicatorReader(DeclarationFile shared, DatasetDefinitions definitions)
    {
        this.definitions = definitions;
        var nodes = new DeclarationNodes(shared.Name, shared.Text, What, Guide);
        foreach (var (key, value) in nodes.Top().Children)
        {
            var into = nodes.Scalar(key) switch
            {
                "sources" => sources,
                "applies" => applications,
                _ => throw NotOneOf(nodes, key, ["sources", "applies"]),
            };
            foreach (var (id, text) in nodes.Map(value).Children)
                into[nodes.Scalar(id)] = Said(nodes, text);
        }
    }

    /// <summary>Reads and checks the declarations of all indicators.</summary>
    /// <param name="shared">Sources and areas of application that several name.</param>
    /// <param name="blocks">One file a block, in the order of a profile.</param>
    /// <param name="definitions">The datasets there are.</param>
    /// <exception cref="InputException">A file is not understood, two indicators have the same code, or a formula cannot be worked out.</exception>
    public static IndicatorRegistry Read(DeclarationFile shared, IEnumerable<DeclarationFile> blocks, DatasetDefinitions definitions)
    {
        var reader = new IndicatorReader(shared, definitions);
        var read = blocks.Select(reader.ReadBlock).ToList();
        var check = new IndicatorCheck(reader.all.GetValueOrDefault);
        foreach (var indicator in reader.all.Values)
        {
            foreach (var measure in indicator.Measures)
                reader.Guard(indicator.Code, measure.Id, () => check.Check(indicator, measure));
            if (indicator.SameAs is { } same && (!reader.all.TryGetValue(same, out var other) || other.SameAs is not null))
                throw reader.Fault(indicator.Code, indicator.Measures[0].Id, new($"same: no hay ningún indicador propio «{same}».", $"same: there is no indicator \"{same}\" of its own.", $"same : il n’y a aucun indicateur propre « {same} »."));
        }

        return new(read, [.. reader.all.Values]);
    }

    private IndicatorBlock ReadBlock(DeclarationFile file)
    {
        var nodes = new DeclarationNodes(file.Name, file.Text, What, Guide);
        var top = Pairs(nodes, nodes.Top(), ["id", "name", "indicators"]);
        var block = new IndicatorBlock(nodes.Scalar(Needed(nodes, nodes.Top(), top, "id")), Said(nodes, Needed(nodes, nodes.Top(), top, "name")));
        foreach (var (key, value) in nodes.Map(Needed(nodes, nodes.Top(), top, "indicators")).Children)
        {
            var code = nodes.Scalar(key);
            if (!code.StartsWith(block.Id + ".", StringComparison.Ordinal) || code.Length != 5 || !char.IsAsciiDigit(code[3]) || !char.IsAsciiDigit(code[4]))
            {
                throw nodes.Fault(key, new(
                    $"«{Refusals.Shown(code)}» no es un código del bloque {block.Id}: escriba {block.Id}.01.", $"\"{Refusals.Shown(code)}\" is no code of block {block.Id}: write {block.Id}.01.",
                    $"« {Refusals.Shown(code)} » n’est pas un code du bloc {block.Id} : écrivez {block.Id}.01."));
            }

            if (!all.TryAdd(code, ReadIndicator(nodes, block, code, value)))
                throw nodes.Fault(key, new($"ya hay otro indicador {code}.", $"there is another indicator {code} already.", $"il y a déjà un autre indicateur {code}."));
        }

        return block;
    }

    private IndicatorDefinition ReadIndicator(DeclarationNodes nodes, IndicatorBlock block, string code, YamlNode node)
    {
        var pairs = Pairs(nodes, node, Keys);
        var name = Said(nodes, Needed(nodes, node, pairs, "name"));
        return new(
            code, block, name,
            Said(nodes, Needed(nodes, node, pairs, "definition")),
            Said(nodes, Needed(nodes, node, pairs, "limits")),
            Shared(nodes, Needed(nodes, node, pairs, "source"), sources),
            Measures(nodes, code, name, node, pairs),
            [.. Listed(nodes, pairs, "breakdowns").Select(one => OneOf(nodes, one, ("sex", IndicatorBreakdown.Sex), ("age", IndicatorBreakdown.Age), ("counterpart", IndicatorBreakdown.Counterpart)))],
            OneOf(nodes, Needed(nodes, node, pairs, "rhythm"), ("annual", IndicatorRhythm.Annual), ("edition", IndicatorRhythm.Edition), ("event", IndicatorRhythm.Event)),
            Shared(nodes, Needed(nodes, node, pairs, "applies"), applications),
            [.. Listed(nodes, pairs, "sdg").Select(nodes.Scalar)],
            [.. Listed(nodes, pairs, "gcm").Select(one => nodes.Whole(one, 1, 23))])
        {
            SameAs = pairs.TryGetValue("same", out var same) ? nodes.Scalar(same) : null,
            IsEstimate = pairs.TryGetValue("estimate", out var estimate) && OneOf(nodes, estimate, ("yes", true), ("no", false)),
            Counts = !pairs.ContainsKey("same") && !(pairs.TryGetValue("counts", out var counts) && !OneOf(nodes, counts, ("yes", true), ("no", false))),
        };
    }

    private List<IndicatorMeasure> Measures(DeclarationNodes nodes, string code, Text name, YamlNode node, Dictionary<string, YamlNode> pairs)
    {
        if (!pairs.TryGetValue("measures", out var several))
            return [Measure(nodes, code, IndicatorKey.All, name, node, pairs)];
        var measures = nodes.Map(several).Children.Select(pair => Measure(
            nodes, code, nodes.Scalar(pair.Key), null, pair.Value, Pairs(nodes, pair.Value, ["name", "unit", "formula", "method"]))).ToList();
        return measures.Count > 0 ? measures : throw nodes.Fault(several, Lacks("measures"));
    }

    private IndicatorMeasure Measure(DeclarationNodes nodes, string code, string id, Text? name, YamlNode node, Dictionary<string, YamlNode> pairs)
    {
        var formula = pairs.GetValueOrDefault("formula");
        places[(code, id)] = (nodes, formula ?? node);
        var unit = nodes.Scalar(Needed(nodes, node, pairs, "unit"));
        IndicatorFormula? read = null;
        if (formula is not null)
            Guard(code, id, () => read = IndicatorFormula.Read(nodes.Scalar(formula), definitions));
        return new(id, name ?? Said(nodes, Needed(nodes, node, pairs, "name")), unit, read, pairs.TryGetValue("method", out var method) ? nodes.Scalar(method) : null);
    }

    /// <summary>Gives a fault of a formula its place in the file.</summary>
    private void Guard(string code, string measure, Action action)
    {
        try
        {
            action();
        }
        catch (FormulaException error)
        {
            throw Fault(code, measure, error.Explanation, error.Place);
        }
    }

    private InputException Fault(string code, string measure, Text reason, int? place = null)
    {
        var (nodes, node) = places[(code, measure)];
        // A formula over several lines is one text to its reader, so its place is told in words only.
        var shift = place is { } character && node is YamlScalarNode && node.Start.Line == node.End.Line
            ? character - 1 + (((YamlScalarNode)node).Style == ScalarStyle.Plain ? 0 : 1)
            : 0;
        return nodes.Fault(node, new($"{code}: {reason.Es}", $"{code}: {reason.En}", $"{code} : {reason.Fr}"), shift);
    }

    /// <summary>A text that must be there in every language of the site.</summary>
    private static Text Said(DeclarationNodes nodes, YamlNode node)
    {
        var text = nodes.Text(node);
        return node is YamlMappingNode { Children.Count: 3 } && text.Es.Length > 0 && text.En.Length > 0 && text.Fr.Length > 0
            ? text
            : throw nodes.Fault(node, new("el texto se escribe en los tres idiomas, es:, en: y fr:.", "the text is written in all three languages, es:, en: and fr:.", "le texte s’écrit dans les trois langues, es:, en: et fr:."));
    }

    private static Text Shared(DeclarationNodes nodes, YamlNode node, Dictionary<string, Text> known) =>
        node is YamlScalarNode ? known.GetValueOrDefault(nodes.Scalar(node)) ?? throw NotOneOf(nodes, node, known.Keys) : Said(nodes, node);

    private static IEnumerable<YamlNode> Listed(DeclarationNodes nodes, Dictionary<string, YamlNode> pairs, string key) => pairs.TryGetValue(key, out var node) ? nodes.List(node) : [];

    private static T OneOf<T>(DeclarationNodes nodes, YamlNode node, params (string Word, T Value)[] words)
    {
        var word = nodes.Scalar(node);
        var found = Array.FindIndex(words, one => one.Word == word);
        return found >= 0 ? words[found].Value : throw NotOneOf(nodes, node, words.Select(one => one.Word));
    }

    private static Dictionary<string, YamlNode> Pairs(DeclarationNodes nodes, YamlNode node, string[] known)
    {
        var pairs = new Dictionary<string, YamlNode>();
        foreach (var (key, value) in nodes.Map(node).Children)
        {
            if (!known.Contains(nodes.Scalar(key)))
                throw NotOneOf(nodes, key, known);
            pairs[nodes.Scalar(key)] = value;
        }

        return pairs;
    }

    private static YamlNode Needed(DeclarationNodes nodes, YamlNode node, Dictionary<string, YamlNode> pairs, string key) =>
        pairs.GetValueOrDefault(key) ?? throw nodes.Fault(node, Lacks(key));

    private static Text Lacks(string key) => new($"falta «{key}».", $"\"{key}\" is missing.", $"« {key} » manque.");

    private static InputException NotOneOf(DeclarationNodes nodes, YamlNode node, IEnumerable<string> known) =>
        nodes.Fault(node, Refusals.NotOneOf(Refusals.Shown(nodes.Scalar(node)), [.. known]));
}
