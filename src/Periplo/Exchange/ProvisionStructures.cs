using Periplo.Languages;
using Periplo.Sdmx.Structures;
using Periplo.Statistics;

namespace Periplo.Exchange;

/// <summary>Agencies, providers, and that each flow is provided by both: own estimates and official sources.</summary>
internal static class ProvisionStructures
{
    private static readonly StructureReference Scheme = new(StructureType.DataProviderScheme, PublishedFlow.Agency, "DATA_PROVIDERS", "1.0");

    private static readonly (string Id, Text Name, Text Description)[] Known =
    [
        (Providers.Own, new("Estimaciones y recuentos propios", "Own estimates and counts", "Estimations et décomptes propres"), new(
            "Lo que esta instalación de Periplo estima o cuenta ella misma.",
            "What this installation of Periplo estimates or counts itself.",
            "Ce que cette installation de Periplo estime ou compte elle-même.")),
        (Providers.Official, new("Fuentes oficiales", "Official sources", "Sources officielles"), new(
            "Autoridades nacionales y organismos internacionales; SOURCE_DETAIL nombra cada publicación.",
            "National authorities and international organisations; SOURCE_DETAIL names each publication.",
            "Autorités nationales et organisations internationales ; SOURCE_DETAIL nomme chaque publication.")),
    ];

    /// <summary>The schemes and the agreements.</summary>
    public static IEnumerable<Artefact> Of(IReadOnlyList<PublishedFlow> flows)
    {
        yield return new ItemScheme(StructureType.AgencyScheme, CodeLists.Sdmx, "AGENCIES", "1.0", new Text("Organismos", "Agencies", "Organismes").International(),
        [
            new(CodeLists.Sdmx, Text.Same("SDMX").International()) { Description = Text.Same("Statistical Data and Metadata eXchange").International() },
            new(PublishedFlow.Agency, Text.Same("Periplo").International()),
            new(SdgFlow.Agency, new Text("Grupo interinstitucional y de expertos sobre los indicadores de los ODS", "Inter-agency and Expert Group on SDG Indicators", "Groupe d’experts sur les indicateurs des ODD").International()),
        ]);
        yield return new ItemScheme(
            StructureType.DataProviderScheme, Scheme.Agency, Scheme.Id, Scheme.Version, new Text("Proveedores de datos", "Data providers", "Fournisseurs de données").International(),
            [.. Known.Select(one => new Item(one.Id, one.Name.International()) { Description = one.Description.International() })]);
        foreach (var flow in flows)
        {
            foreach (var (id, name, _) in Known)
            {
                var agreement = flow.Agreement(id);
                yield return new ProvisionAgreement(
                    agreement.Agency, agreement.Id, agreement.Version,
                    new(flow.Flow.Name.Texts.Select(one => (one.Language, $"{one.Text}: {name.International().In(one.Language)}")).ToArray()), flow.Reference, new(Scheme, id));
            }
        }
    }
}
