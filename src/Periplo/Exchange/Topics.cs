using Periplo.Languages;
using Periplo.Sdmx.Structures;
using Periplo.Statistics;

namespace Periplo.Exchange;

/// <summary>The subjects flows are found under.</summary>
internal static class Topics
{
    private static readonly StructureReference Reference = new(StructureType.CategoryScheme, PublishedFlow.Agency, "TOPICS", "1.0");

    private static readonly (string Id, Text Name)[] All =
    [
        ("MIGRATION", new("Migración", "Migration", "Migration")),
        ("POPULATION", new("Población", "Population", "Population")),
        ("REMITTANCES", new("Remesas", "Remittances", "Envois de fonds")),
        ("DISPLACEMENT", new("Refugio, asilo y desplazamiento", "Refuge, asylum and displacement", "Refuge, asile et déplacement")),
        ("MOVEMENTS", new("Movimientos en las fronteras", "Movements at borders", "Mouvements aux frontières")),
        ("INDICATORS", new("Indicadores", "Indicators", "Indicateurs")),
        ("SDG", new("Objetivos de Desarrollo Sostenible", "Sustainable Development Goals", "Objectifs de développement durable")),
        ("COOPERATION", new("Cooperación y registros", "Cooperation and registers", "Coopération et registres")),
    ];

    /// <summary>The scheme, and the place of every flow in it.</summary>
    public static IEnumerable<Artefact> Of(IReadOnlyList<PublishedFlow> flows)
    {
        yield return new ItemScheme(
            StructureType.CategoryScheme, Reference.Agency, Reference.Id, Reference.Version, new Text("Temas", "Topics", "Thèmes").International(),
            [.. All.Select(topic => new Item(topic.Id, topic.Name.International()))]);
        foreach (var flow in flows)
        {
            var topic = All.First(one => one.Id == TopicOf(flow.Dataset));
            yield return new Categorisation(
                PublishedFlow.Agency, $"CAT_{flow.ShortId}", "1.0",
                new(flow.Flow.Name.Texts.Select(one => (one.Language, $"{one.Text}: {topic.Name.International().In(one.Language)}")).ToArray()), flow.Reference, new(Reference, topic.Id));
        }
    }

    private static string TopicOf(string dataset) => dataset switch
    {
        "STOCK" or "FLOWS" => "MIGRATION",
        "DEMOGRAPHY" or "POPULATION_SCENARIOS" => "POPULATION",
        "REMITTANCES" or "REMITTANCE_PRICES" => "REMITTANCES",
        "DISPLACED" or "ASYLUM" or "DISPLACEMENT_FLOWS" or "INTERNAL_DISPLACEMENT" => "DISPLACEMENT",
        "MOVEMENTS_MONTHLY" or "MIGRATION" or "VISITS" or "RESIDENTS" or "MOVEMENT_QUALITY" => "MOVEMENTS",
        "INDICATORS" => "INDICATORS",
        SdgFlow.Dataset => "SDG",
        _ => "COOPERATION",
    };
}
