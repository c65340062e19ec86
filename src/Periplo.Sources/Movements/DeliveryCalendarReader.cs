using Periplo.Areas;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Sdmx;
using Periplo.Sources.Declarations;
using Periplo.Sources.Tables;
using Periplo.Statistics;
using YamlDotNet.RepresentationModel;

namespace Periplo.Sources.Movements;

/// <summary>Reads the delivery calendar of an installation. The form is described in docs/deliveries.md.</summary>
public static class DeliveryCalendarReader
{
    private static readonly Text What = new("el calendario de entregas", "the delivery calendar", "le calendrier des livraisons");
    private static readonly string[] Keys = ["area", "source", "publisher", "url", "licence", "tables", "due_day", "months_after", "since"];

    /// <summary>Reads a calendar.</summary>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <param name="areas">The areas.</param>
    /// <exception cref="InputException">It is not understood.</exception>
    public static DeliveryCalendar Read(string file, string text, AreaRegistry areas)
    {
        var nodes = new DeclarationNodes(file, text, What, "docs/deliveries.md");
        YamlNode? countries = null;
        foreach (var (key, value) in nodes.Top().Children)
        {
            if (nodes.Scalar(key) != "countries")
                throw nodes.Fault(key, Refusals.NotOneOf(Refusals.Shown(nodes.Scalar(key)), ["countries"]));
            countries = value;
        }

        if (countries is null)
            throw InputException.At(file, 1, null, Lacks("countries"));
        var duties = new List<DeliveryDuty>();
        foreach (var node in nodes.List(countries))
        {
            var duty = Duty(nodes, node, areas);
            if (duties.Exists(other => other.Area == duty.Area))
                throw nodes.Fault(node, new($"{duty.Area} está dos veces; junte sus tablas en una sola entrada.", $"{duty.Area} stands twice; put its tables together in one entry.", $"{duty.Area} figure deux fois ; réunissez ses tableaux en une seule entrée."));
            duties.Add(duty);
        }

        return new(duties);
    }

    private static DeliveryDuty Duty(DeclarationNodes nodes, YamlNode node, AreaRegistry areas)
    {
        var given = new Dictionary<string, YamlNode>();
        foreach (var (key, value) in nodes.Map(node).Children)
        {
            var name = nodes.Scalar(key);
            if (!Keys.Contains(name))
                throw nodes.Fault(key, Refusals.NotOneOf(Refusals.Shown(name), Keys));
            given.Add(name, value);
        }

        YamlNode Needed(string name) => given.TryGetValue(name, out var value) ? value : throw nodes.Fault(node, Lacks(name));
        var area = areas.Find(nodes.Scalar(Needed("area"))) is { IsLeaf: true } found
            ? found
            : throw nodes.Fault(Needed("area"), new($"«{Refusals.Shown(nodes.Scalar(Needed("area")))}» no es un país.", $"\"{Refusals.Shown(nodes.Scalar(Needed("area")))}\" is no country.", $"« {Refusals.Shown(nodes.Scalar(Needed("area")))} » n’est pas un pays."));
        var source = nodes.Scalar(Needed("source"));
        if (!RevisionNames.IsName(source))
            throw nodes.Fault(Needed("source"), new("la fuente se escribe con letras, cifras, guiones y guiones bajos, hasta 40.", "a source is written with letters, digits, hyphens and underscores, at most 40.", "la source s’écrit avec des lettres, des chiffres, des traits d’union et des tirets bas, jusqu’à 40."));
        var since = Needed("since");
        if (!TimePeriod.TryParse(nodes.Scalar(since), out var first) || first.Frequency != 'M')
            throw nodes.Fault(since, Refusals.NotMonth(Refusals.Shown(nodes.Scalar(since))));
        return new(
            area.Id, source, nodes.Text(Needed("publisher")), given.TryGetValue("url", out var url) ? nodes.Scalar(url) : "", nodes.Scalar(Needed("licence")),
            [.. nodes.List(Needed("tables")).Select(table => Table(nodes, table))],
            nodes.Whole(Needed("due_day"), 1, 28), given.TryGetValue("months_after", out var after) ? nodes.Whole(after, 1, 24) : 1, first);
    }

    private static string Table(DeclarationNodes nodes, YamlNode node)
    {
        var code = nodes.Scalar(node);
        return DeliveryWords.Tables.Any(table => table.Code == code) ? code : throw nodes.Fault(node, Refusals.NotOneOf(Refusals.Shown(code), DeliveryWords.Tables.Select(table => table.Code)));
    }

    private static Text Lacks(string key) => new($"falta «{key}»; vea docs/deliveries.md.", $"`{key}` is missing; see docs/deliveries.md.", $"« {key} » manque ; voyez docs/deliveries.md.");
}
