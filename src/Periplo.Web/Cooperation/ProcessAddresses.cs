using Periplo.Languages;

namespace Periplo.Web.Cooperation;

/// <summary>Addresses of processes, instruments, consultations and documents. Stable.</summary>
public static class ProcessAddresses
{
    /// <summary>The room of cooperation.</summary>
    public static string Hub(Language language) => language == Language.Es ? "/cooperacion" : "/en/cooperation";

    /// <summary>All processes.</summary>
    public static string Processes(Language language) => language == Language.Es ? "/procesos" : "/en/processes";

    /// <summary>A process.</summary>
    public static string Process(Language language, string id) => $"{Processes(language)}/{id}";

    /// <summary>Areas by process on a day.</summary>
    public static string Members(Language language) => language == Language.Es ? "/procesos/miembros" : "/en/processes/members";

    /// <summary>The lives of the processes.</summary>
    public static string Lives(Language language) => language == Language.Es ? "/procesos/vigencia" : "/en/processes/lives";

    /// <summary>Areas by instrument.</summary>
    public static string Instruments(Language language) => language == Language.Es ? "/instrumentos" : "/en/instruments";

    /// <summary>An instrument.</summary>
    public static string Instrument(Language language, string id) => $"{Instruments(language)}/{id}";

    /// <summary>Map of the parties of an instrument.</summary>
    public static string InstrumentMap(Language language, string id) => $"{Instrument(language, id)}/{(language == Language.Es ? "mapa" : "map")}";

    /// <summary>Parties of an instrument over time.</summary>
    public static string InstrumentCourse(Language language, string id) => $"{Instrument(language, id)}/{(language == Language.Es ? "evolucion" : "trend")}";

    /// <summary>All consultations.</summary>
    public static string Consultations(Language language) => language == Language.Es ? "/consultas" : "/en/consultations";

    /// <summary>A consultation.</summary>
    public static string Consultation(Language language, string id) => $"{Consultations(language)}/{id}";

    /// <summary>Letters of a consultation, one an addressee.</summary>
    public static string Letters(Language language, string id) => $"{Consultation(language, id)}/{(language == Language.Es ? "cartas" : "letters")}";

    /// <summary>Map of who answered a consultation.</summary>
    public static string ConsultationMap(Language language, string id) => $"{Consultation(language, id)}/{(language == Language.Es ? "mapa" : "map")}";

    /// <summary>Positions of those who answered a consultation.</summary>
    public static string Positions(Language language, string id) => $"{Consultation(language, id)}/{(language == Language.Es ? "posturas" : "positions")}";

    /// <summary>Library of documents.</summary>
    public static string Documents(Language language) => language == Language.Es ? "/documentos" : "/en/documents";

    /// <summary>A document and what rests on it.</summary>
    public static string Document(Language language, string id) => $"{Documents(language)}/{id}";

    /// <summary>Mandates and resolutions in time.</summary>
    public static string Mandates(Language language) => language == Language.Es ? "/mandatos" : "/en/mandates";

    /// <summary>Activities by agency and theme.</summary>
    public static string Activities(Language language) => language == Language.Es ? "/quien-hace-que" : "/en/who-does-what";

    /// <summary>Good practices.</summary>
    public static string Practices(Language language) => language == Language.Es ? "/practicas" : "/en/practices";

    /// <summary>A register's list of records.</summary>
    public static string Register(Language language, string register) => $"{(language == Language.Es ? "/registros" : "/en/registers")}/{register}";

    /// <summary>A record with its history.</summary>
    public static string Record(Language language, string register, string id) => $"{Register(language, register)}/{id}";

    /// <summary>The form for a new record.</summary>
    public static string NewRecord(Language language, string register) => $"{Register(language, register)}/{(language == Language.Es ? "nueva" : "new")}";

    /// <summary>Commitments, which other pages follow.</summary>
    public static string Commitments(Language language) => language == Language.Es ? "/compromisos" : "/en/commitments";

    /// <summary>A commitment.</summary>
    public static string Commitment(Language language, string id) => $"{Commitments(language)}/{id}";

    /// <summary>Projects and money.</summary>
    public static string Portfolio(Language language) => language == Language.Es ? "/cartera" : "/en/portfolio";

    /// <summary>What the founding documents assert.</summary>
    public static string Facts(Language language) => language == Language.Es ? "/hechos" : "/en/facts";

    /// <summary>The word a query string has for a day.</summary>
    public static string DateWord(Language language) => language == Language.Es ? "fecha" : "date";
}
