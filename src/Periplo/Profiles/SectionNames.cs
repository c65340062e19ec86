using Periplo.Languages;

namespace Periplo.Profiles;

/// <summary>What the sections of a profile are called.</summary>
public static class SectionNames
{
    private static readonly (string Code, Text Title)[] Names =
    [
        ("cover", new("Portada", "Cover", "Couverture")),
        ("summary", new("Resumen", "Summary", "Résumé")),
        ("population", new("Población y tendencias migratorias", "Population and migration trends", "Population et tendances migratoires")),
        ("migrants", new("Quiénes son los inmigrantes", "Who the migrants are", "Qui sont les immigrés")),
        ("emigrants", new("Emigrantes y diáspora", "Emigrants and diaspora", "Émigrés et diaspora")),
        ("displacement", new("Desplazamiento forzado, protección y muertes", "Forced displacement, protection and deaths", "Déplacements forcés, protection et décès")),
        ("labour", new("Trabajo y competencias", "Labour and skills", "Travail et compétences")),
        ("remittances", new("Remesas y finanzas", "Remittances and finance", "Envois de fonds et finances")),
        ("development", new("Desarrollo y efecto de la migración", "Development and the effect of migration", "Développement et effet de la migration")),
        ("governance", new("Derecho, políticas y gobernanza", "Law, policy and governance", "Droit, politiques et gouvernance")),
        ("commitments", new("Compromisos, proyectos y dinero", "Commitments, projects and money", "Engagements, projets et argent")),
        ("corridors", new("Corredores", "Corridors", "Corridors")),
        ("quality", new("Calidad de los datos y vacíos", "Data quality and gaps", "Qualité des données et lacunes")),
        ("methods", new("Métodos y fuentes", "Methods and sources", "Méthodes et sources")),
    ];

    /// <summary>Every section, in order.</summary>
    public static IReadOnlyList<SectionKind> All { get; } = Enum.GetValues<SectionKind>();

    /// <summary>Code of a section: the anchor of a page, the value in records.</summary>
    public static string Code(SectionKind kind) => Names[(int)kind].Code;

    /// <summary>Heading of a section.</summary>
    public static Text Title(SectionKind kind) => Names[(int)kind].Title;

    /// <summary>The section of a code, or null.</summary>
    public static SectionKind? Find(string code) => Array.FindIndex(Names, name => name.Code == code) is >= 0 and var at ? (SectionKind)at : null;
}
