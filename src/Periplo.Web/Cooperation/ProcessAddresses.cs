using Periplo.Languages;

namespace Periplo.Web.Cooperation;

/// <summary>Addresses of processes, instruments, consultations and documents. Stable.</summary>
public static class ProcessAddresses
{
    /// <summary>The room of cooperation.</summary>
    public static string Hub(Language language) => language.Of("/cooperacion", "/en/cooperation", "/fr/cooperation");

    /// <summary>All processes.</summary>
    public static string Processes(Language language) => language.Of("/procesos", "/en/processes", "/fr/processus");

    /// <summary>A process.</summary>
    public static string Process(Language language, string id) => $"{Processes(language)}/{id}";

    /// <summary>Areas by process on a day.</summary>
    public static string Members(Language language) => language.Of("/procesos/miembros", "/en/processes/members", "/fr/processus/membres");

    /// <summary>The lives of the processes.</summary>
    public static string Lives(Language language) => language.Of("/procesos/vigencia", "/en/processes/lives", "/fr/processus/durees");

    /// <summary>Areas by instrument.</summary>
    public static string Instruments(Language language) => language.Of("/instrumentos", "/en/instruments", "/fr/instruments");

    /// <summary>An instrument.</summary>
    public static string Instrument(Language language, string id) => $"{Instruments(language)}/{id}";

    /// <summary>Map of the parties of an instrument.</summary>
    public static string InstrumentMap(Language language, string id) => $"{Instrument(language, id)}/{language.Of("mapa", "map", "carte")}";

    /// <summary>Parties of an instrument over time.</summary>
    public static string InstrumentCourse(Language language, string id) => $"{Instrument(language, id)}/{language.Of("evolucion", "trend", "evolution")}";

    /// <summary>All consultations.</summary>
    public static string Consultations(Language language) => language.Of("/consultas", "/en/consultations", "/fr/consultations");

    /// <summary>A consultation.</summary>
    public static string Consultation(Language language, string id) => $"{Consultations(language)}/{id}";

    /// <summary>Letters of a consultation, one an addressee.</summary>
    public static string Letters(Language language, string id) => $"{Consultation(language, id)}/{language.Of("cartas", "letters", "lettres")}";

    /// <summary>Map of who answered a consultation.</summary>
    public static string ConsultationMap(Language language, string id) => $"{Consultation(language, id)}/{language.Of("mapa", "map", "carte")}";

    /// <summary>Positions of those who answered a consultation.</summary>
    public static string Positions(Language language, string id) => $"{Consultation(language, id)}/{language.Of("posturas", "positions", "positions")}";

    /// <summary>Library of documents.</summary>
    public static string Documents(Language language) => language.Of("/documentos", "/en/documents", "/fr/documents");

    /// <summary>A document and what rests on it.</summary>
    public static string Document(Language language, string id) => $"{Documents(language)}/{id}";

    /// <summary>Mandates and resolutions in time.</summary>
    public static string Mandates(Language language) => language.Of("/mandatos", "/en/mandates", "/fr/mandats");

    /// <summary>Activities by agency and theme.</summary>
    public static string Activities(Language language) => language.Of("/quien-hace-que", "/en/who-does-what", "/fr/qui-fait-quoi");

    /// <summary>Good practices.</summary>
    public static string Practices(Language language) => language.Of("/practicas", "/en/practices", "/fr/pratiques");

    /// <summary>A register's list of records.</summary>
    public static string Register(Language language, string register) => $"{language.Of("/registros", "/en/registers", "/fr/registres")}/{register}";

    /// <summary>A record with its history.</summary>
    public static string Record(Language language, string register, string id) => $"{Register(language, register)}/{id}";

    /// <summary>The form for a new record.</summary>
    public static string NewRecord(Language language, string register) => $"{Register(language, register)}/{language.Of("nueva", "new", "nouvelle")}";

    /// <summary>Commitments, which other pages follow.</summary>
    public static string Commitments(Language language) => language.Of("/compromisos", "/en/commitments", "/fr/engagements");

    /// <summary>A commitment.</summary>
    public static string Commitment(Language language, string id) => $"{Commitments(language)}/{id}";

    /// <summary>Projects and money.</summary>
    public static string Portfolio(Language language) => language.Of("/cartera", "/en/portfolio", "/fr/portefeuille");

    /// <summary>What the founding documents assert.</summary>
    public static string Facts(Language language) => language.Of("/hechos", "/en/facts", "/fr/faits");

    /// <summary>The word a query string has for a day.</summary>
    public static string DateWord(Language language) => language.Of("fecha", "date", "date");
}
