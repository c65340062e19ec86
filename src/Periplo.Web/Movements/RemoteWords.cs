using Periplo.Languages;
using Periplo.Storage;

namespace Periplo.Web.Movements;

/// <summary>The sentences on what is collected from others.</summary>
public static class RemoteWords
{
#pragma warning disable CS1591 // Each text is its own description.
    public static readonly Text Collection = new("Lo que se recoge de otros", "What is collected from others", "Ce qui est recueilli auprès d’autres");
    public static readonly Text Lead = new(
        "Esta instalación pregunta por SDMX a las oficinas y organismos de la lista, a cada uno por separado. Cuando uno no está, llega tarde o se equivoca, aquí se dice y se sigue mostrando lo último que dio.",
        "This installation asks the offices and organisations of the list by SDMX, each by itself. Where one is down, late or wrong it is said here, and what it gave last goes on being shown.",
        "Cette installation interroge par SDMX les offices et organismes de la liste, chacun à part. Si l’un est absent, en retard ou fautif, c’est dit ici, et ce qu’il a donné en dernier reste affiché.");
    public static readonly Text None = new(
        "Esta instalación no recoge cifras de nadie. Haga una lista y «periplo sdmx harvest».", "This installation collects figures from nobody. Make a list, and run \"periplo sdmx harvest\".", "Cette installation ne recueille les chiffres de personne. Faites une liste, puis « periplo sdmx harvest ».");
    public static readonly Text Remote = new("De quién", "From whom", "De qui");
    public static readonly Text Asked = new("Última pregunta", "Last asked", "Dernière question");
    public static readonly Text Answered = new("Última respuesta", "Last answer", "Dernière réponse");
    public static readonly Text Until = new("Cifras hasta", "Figures until", "Chiffres jusqu’à");
    public static readonly Text State = new("Cómo fue", "How it went", "Résultat");
    public static readonly Text Never = new("nunca", "never", "jamais");
    public static readonly Text Trouble = new("{0}: {1}. Se muestra lo último que dio.", "{0}: {1}. What it gave last is shown.", "{0} : {1}. Ce qu’il a donné en dernier est affiché.");
    public static readonly Text Definitions = new("Qué cuenta cada lado", "What each side counts", "Ce que compte chaque côté");
    public static readonly Text Side = new("Lado", "Side", "Côté");
    public static readonly Text Counts = new("Definición", "Definition", "Définition");
    public static readonly Text Exits = new("Salidas", "Exits", "Sorties");
    public static readonly Text Entries = new("Entradas", "Entries", "Entrées");
    public static readonly Text StockMirror = new("Espejo de la población migrante", "Mirror of the migrant stock", "Miroir de la population migrante");
    public static readonly Text StockLead = new(
        "A las mismas personas las cuenta el país donde viven, y a veces también el país de donde vienen.", "The same persons are counted by the country they live in, and at times by the country they come from too.", "Les mêmes personnes sont comptées par le pays où elles vivent, et parfois aussi par celui d’où elles viennent.");
    public static readonly Text StockSum = new(
        "En {0}: {1} personas según el destino y {2} según el origen.", "In {0}: {1} persons by the destination and {2} by the origin.", "En {0} : {1} personnes selon la destination et {2} selon l’origine.");
#pragma warning restore CS1591

    /// <summary>How a try ended, in a word or two.</summary>
    public static Text Of(RemoteOutcome outcome) => outcome switch
    {
        RemoteOutcome.Taken => new("cifras nuevas", "new figures", "nouveaux chiffres"),
        RemoteOutcome.Unchanged => new("sin cambios", "no changes", "aucun changement"),
        RemoteOutcome.Late => new("llega tarde", "late", "en retard"),
        RemoteOutcome.Down => new("no está", "down", "absent"),
        _ => new("se equivoca", "wrong", "fautif"),
    };

    /// <summary>True where it did not end well.</summary>
    public static bool IsTrouble(RemoteState state) => state.Outcome is RemoteOutcome.Late or RemoteOutcome.Down or RemoteOutcome.Wrong;

    /// <summary>What went wrong, in a sentence without its end; a list of faults is cut after the first line.</summary>
    public static Text Reason(RemoteState state)
    {
        var word = Of(state.Outcome);
        return state.Reason is { } reason
            ? new($"{word.Es}, {Short(reason.Es)}", $"{word.En}, {Short(reason.En)}", $"{word.Fr}, {Short(reason.Fr)}")
            : word;
    }

    private static string Short(string reason)
    {
        const int Most = 240;
        var line = reason.Split('\n')[0].TrimEnd('.', ' ');
        return line.Length <= Most ? line : $"{line[..Most]}…";
    }
}
