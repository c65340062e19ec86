using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Periplo.Sources.Declarations;

/// <summary>A YAML file that declares something, a mapping or a register, as nodes; every fault names the file, line and column.</summary>
/// <param name="file">Its name.</param>
/// <param name="text">The YAML.</param>
/// <param name="what">What it is, with its article: «el mapeo».</param>
/// <param name="guide">The page of the documentation that shows how it is written.</param>
internal sealed class DeclarationNodes(string file, string text, Text what, string guide)
{
    private const int Longest = 1 << 20;
    private const int Deepest = 12;

    /// <summary>The top of the file.</summary>
    public YamlMappingNode Top()
    {
        if (text.Length > Longest)
        {
            throw new InputException(file, null, new Text(
                $"{what.Es} ocupa más de 1 MB; describa solo las columnas, no los datos.", $"{what.En} takes more than 1 MB; describe the columns only, not the data."));
        }

        try
        {
            CheckDepth();
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode top)
                return top;
        }
        catch (YamlException e)
        {
            throw InputException.At(file, Math.Max(1, (int)e.Start.Line), Math.Max(1, (int)e.Start.Column), new Text(
                $"{what.Es} no es YAML válido ({Refusals.Shown(e.Message)}); revise los dos puntos, las comillas y la sangría.",
                $"{what.En} is not valid YAML ({Refusals.Shown(e.Message)}); check colons, quotes and indentation."), e);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException or NullReferenceException or IndexOutOfRangeException)
        {
            // The library lets some of its own slips through on texts that are no YAML.
            throw Broken(e);
        }

        throw Broken(null);
    }

    public InputException Fault(YamlNode node, Text reason) =>
        InputException.At(file, Math.Max(1, (int)node.Start.Line), Math.Max(1, (int)node.Start.Column), reason);

    public string Scalar(YamlNode node) => node is YamlScalarNode { Value: { } value }
        ? value.Trim()
        : throw Fault(node, new Text("se esperaba un texto o un número.", "a text or a number was expected."));

    public YamlMappingNode Map(YamlNode node) => node as YamlMappingNode
        ?? throw Fault(node, new Text("se esperaban pares «nombre: valor».", "pairs `name: value` were expected."));

    public IEnumerable<YamlNode> List(YamlNode node) => node is YamlSequenceNode list
        ? list.Children
        : throw Fault(node, new Text("se esperaba una lista; ponga un guion delante de cada elemento.", "a list was expected; put a hyphen before each item."));

    /// <summary>A text in each language, or one for all. French may be absent: it is then empty.</summary>
    public Text Text(YamlNode node)
    {
        if (node is not YamlMappingNode map)
            return Languages.Text.Same(Scalar(node));
        string? es = null, en = null, fr = null;
        foreach (var (key, value) in map.Children)
        {
            switch (Scalar(key))
            {
                case "es":
                    es = Scalar(value);
                    break;
                case "en":
                    en = Scalar(value);
                    break;
                case "fr":
                    fr = Scalar(value);
                    break;
                default:
                    throw Fault(key, Refusals.NotOneOf(Refusals.Shown(Scalar(key)), ["es", "en", "fr"]));
            }
        }

        return es is null && en is null
            ? throw Fault(node, new Text("falta el texto: escriba es: y en:.", "the text is missing: write es: and en:."))
            : new(es ?? en!, en ?? es!, fr ?? "");
    }

    public int Whole(YamlNode node, int least, int most) =>
        int.TryParse(Scalar(node), out var number) && number >= least && number <= most
            ? number
            : throw Fault(node, new Text($"se esperaba un número entero de {least} a {most}.", $"a whole number from {least} to {most} was expected."));

    private InputException Broken(Exception? inner) => InputException.At(file, 1, 1, new Text(
        $"{what.Es} no es un documento YAML con pares «nombre: valor»; vea {guide}.",
        $"{what.En} is not a YAML document of pairs `name: value`; see {guide}."), inner);

    /// <summary>Walks the events without building anything: building goes as deep as the text nests, and may run out of stack.</summary>
    private void CheckDepth()
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current is MappingStart or SequenceStart ? 1 : parser.Current is MappingEnd or SequenceEnd ? -1 : 0;
            if (depth > Deepest || parser.Current is AnchorAlias)
            {
                throw InputException.At(file, (int)parser.Current!.Start.Line, (int)parser.Current.Start.Column, new Text(
                    $"{what.Es} no necesita alias (*) ni tantos niveles; escríbalo como en {guide}.",
                    $"{what.En} needs neither aliases (*) nor so many levels; write it as in {guide}."));
            }
        }
    }
}
