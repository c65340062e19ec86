using Periplo.Languages;

namespace Periplo.Web.Cooperation;

/// <summary>Addresses of commitments, recommendations, portfolio and facts. Stable.</summary>
public static class FollowUpAddresses
{
    /// <summary>All commitments.</summary>
    public static string Commitments(Language language) => language.Of("/compromisos", "/en/commitments", "/fr/engagements");

    /// <summary>A commitment and its chain.</summary>
    public static string Commitment(Language language, string id) => $"{Commitments(language)}/{id}";

    /// <summary>The figure that follows a commitment.</summary>
    public static string Trend(Language language, string id) => $"{Commitment(language, id)}/{language.Of("evolucion", "trend", "evolution")}";

    /// <summary>Commitments by status.</summary>
    public static string Statuses(Language language) => $"{Commitments(language)}/{language.Of("situacion", "status", "situation")}";

    /// <summary>The report of a plan.</summary>
    public static string Plan(Language language, string id) => $"{Commitments(language)}/plan/{id}";

    /// <summary>Recommendations and their fate.</summary>
    public static string Recommendations(Language language) => $"{Commitments(language)}/{language.Of("recomendaciones", "recommendations", "recommandations")}";

    /// <summary>Recommendations by fate.</summary>
    public static string Fates(Language language) => $"{Recommendations(language)}/{language.Of("suerte", "fate", "suite")}";

    /// <summary>Projects and funds.</summary>
    public static string Portfolio(Language language) => language.Of("/cartera", "/en/portfolio", "/fr/portefeuille");

    /// <summary>Projects by region.</summary>
    public static string Regions(Language language) => $"{Portfolio(language)}/{language.Of("regiones", "regions", "regions")}";

    /// <summary>Projects by theme.</summary>
    public static string Themes(Language language) => $"{Portfolio(language)}/{language.Of("temas", "themes", "themes")}";

    /// <summary>Funds by amount.</summary>
    public static string Funds(Language language) => $"{Portfolio(language)}/{language.Of("fondos", "funds", "fonds")}";

    /// <summary>The facts of the founding documents.</summary>
    public static string Facts(Language language) => language.Of("/hechos", "/en/facts", "/fr/faits");

    /// <summary>A row of facts.</summary>
    public static string Fact(Language language, string row) => $"{Facts(language)}/{row}";

    /// <summary>A document of the library.</summary>
    public static string Document(Language language, string id) => $"{language.Of("/documentos", "/en/documents", "/fr/documents")}/{id}";

    /// <summary>A record with its history.</summary>
    public static string Record(Language language, string register, string id) => $"{language.Of("/registros", "/en/registers", "/fr/registres")}/{register}/{id}";
}
