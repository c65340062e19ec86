using Periplo.Languages;
using Periplo.Sdmx.Structures;
using Periplo.Statistics;

namespace Periplo.Exchange;

/// <summary>
/// What a quality report of a flow consists of, with the ids of the headings that statistical offices use (ESMS, SIMS 2.0) where they
/// have one for it.
/// </summary>
internal static class QualityStructures
{
    public const string Content = "DATA_DESCR";
    public const string Units = "STAT_UNIT";
    public const string Areas = "REF_AREA";
    public const string Time = "COVERAGE_TIME";
    public const string Presentation = "STAT_PRES";
    public const string Sources = "SOURCE_TYPE";
    public const string Methods = "DATA_COMP";
    public const string Processing = "STAT_PROCESS";
    public const string Accuracy = "ACCURACY";
    public const string Timeliness = "TIMELINESS";
    public const string Comparability = "COHER_COMPAR";
    public const string Notes = "COMMENT_DSET";
    public const string Quality = "QUALITY_MGMNT";
    public const string Licence = "CONF_DATA_TR";
    public const string Revisions = "DATA_REV";
    public const string RevisionPolicy = "REV_POLICY";
    public const string RevisionList = "REV_STUDY";
    public const string Lineage = "DOC_METHOD";
    public const string Access = "ACCESSIBILITY_CLARITY";

    private static readonly StructureReference Concepts = new(StructureType.ConceptScheme, PublishedFlow.Agency, "CS_QUALITY", "1.0");

    /// <summary>The headings, each with those under it.</summary>
    public static readonly IReadOnlyList<(string Id, Text Name, IReadOnlyList<(string Id, Text Name)> Children)> Headings =
    [
        (Presentation, new("Presentación estadística", "Statistical presentation", "Présentation statistique"),
        [
            (Content, new("Descripción de los datos", "Data description", "Description des données")),
            (Units, new("Unidades", "Units", "Unités")),
            (Areas, new("Áreas de referencia", "Reference areas", "Zones de référence")),
            (Time, new("Cobertura temporal", "Time coverage", "Couverture temporelle")),
        ]),
        (Processing, new("Procesamiento estadístico", "Statistical processing", "Traitement statistique"),
        [
            (Sources, new("Fuentes", "Sources", "Sources")),
            (Methods, new("Métodos", "Methods", "Méthodes")),
        ]),
        (Quality, new("Calidad", "Quality", "Qualité"),
        [
            (Accuracy, new("Exactitud: cómo llegaron a ser las cifras", "Accuracy: how the figures came to be", "Exactitude : comment les chiffres ont été établis")),
            (Timeliness, new("Actualidad", "Timeliness", "Actualité")),
            (Comparability, new("Coherencia y comparabilidad", "Coherence and comparability", "Cohérence et comparabilité")),
            (Notes, new("Notas y límites", "Notes and limits", "Notes et limites")),
        ]),
        (Revisions, new("Revisiones", "Revisions", "Révisions"),
        [
            (RevisionPolicy, new("Política de revisión", "Revision policy", "Politique de révision")),
            (RevisionList, new("Revisiones que se conservan", "Revisions held", "Révisions conservées")),
        ]),
        (Access, new("Acceso", "Access", "Accès"),
        [
            (Licence, new("Licencias", "Licences", "Licences")),
            (Lineage, new("Trazabilidad: archivos, lectores y huellas", "Lineage: files, readers and hashes", "Traçabilité : fichiers, lecteurs et empreintes")),
        ]),
    ];

    /// <summary>The structure of the reports.</summary>
    public static readonly StructureReference Structure = new(StructureType.MetadataStructure, PublishedFlow.Agency, "MSD_QUALITY", "1.0");

    /// <summary>The flow of the reports.</summary>
    public static readonly StructureReference Flow = new(StructureType.Metadataflow, PublishedFlow.Agency, "MDF_QUALITY", "1.0");

    /// <summary>Concepts, structure and flow.</summary>
    public static IEnumerable<Artefact> All()
    {
        yield return new ItemScheme(
            StructureType.ConceptScheme, Concepts.Agency, Concepts.Id, Concepts.Version, new Text("Conceptos de calidad", "Concepts of quality", "Concepts de qualité").International(),
            [.. Headings.SelectMany(heading => heading.Children.Prepend((heading.Id, heading.Name))).Select(one => new Item(one.Id, one.Name.International()))]);
        yield return new MetadataStructureDefinition(
            Structure.Agency, Structure.Id, Structure.Version, new Text("Informe de calidad", "Quality report", "Rapport de qualité").International(),
            [.. Headings.Select(heading => new MetadataAttribute(
                heading.Id, new(Concepts, heading.Id), [.. heading.Children.Select(child => new MetadataAttribute(child.Id, new(Concepts, child.Id), []))]))]);
        yield return new MetadataflowDefinition(
            Flow.Agency, Flow.Id, Flow.Version, new Text("Informes de calidad de los flujos", "Quality reports of the flows", "Rapports de qualité des flux").International(), Structure);
    }
}
