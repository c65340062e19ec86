using Periplo.Languages;
using Periplo.Sdmx.Messages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Messages;

/// <summary>Names of the rules that figures must follow beside those of the message's own structure, and the words for all rules. Reports carry the names, so they do not change.</summary>
public static class MessageRules
{
    /// <summary>A code that no code of ours stands for.</summary>
    public const string NotMapped = "not-mapped";

    /// <summary>A count or an amount below zero.</summary>
    public const string Negative = "negative-value";

    /// <summary>A value beyond every quantity of persons or money.</summary>
    public const string TooGreat = "too-great";

    /// <summary>The period is not of the frequency that the figure says, or not of our time.</summary>
    public const string WrongPeriod = "wrong-period";

    /// <summary>A value whose status says that it is missing.</summary>
    public const string ValueOfMissing = "value-of-missing";

    /// <summary>The figure to be added is held with another value.</summary>
    public const string HeldAlready = "held-already";

    /// <summary>Parts of a figure are to be changed that is not held.</summary>
    public const string NothingToMerge = "nothing-to-merge";

    /// <summary>A message gives figures of more than one dataset.</summary>
    public const string SeveralFlows = "several-flows";

    /// <summary>What is wrong where a rule of the library is broken, with the detail it gives.</summary>
    public static Text Words(string rule, string detail)
    {
        var words = rule switch
        {
            DataRules.UnknownCode => new("un código que su lista no tiene", "a code that its list does not have", "un code que sa liste n’a pas"),
            DataRules.BadPeriod => new("no es un periodo", "not a period", "n’est pas une période"),
            DataRules.BadValue => new("no es un número", "not a number", "n’est pas un nombre"),
            DataRules.MissingDimension => new("falta una dimensión", "a dimension is missing", "une dimension manque"),
            DataRules.MissingAttribute => new("falta un atributo obligatorio", "a mandatory attribute is missing", "un attribut obligatoire manque"),
            DataRules.UnknownComponent => new("un componente que la estructura no tiene", "a component the structure does not have", "un composant que la structure n’a pas"),
            DataRules.ContradictoryComponent => new("un componente dicho dos veces, distinto", "a component given twice, differently", "un composant donné deux fois, différemment"),
            DataRules.DuplicateKey => new("una clave dicha dos veces", "a key given twice", "une clé donnée deux fois"),
            DataRules.NotXml => new("no es XML bien formado", "not well-formed XML", "n’est pas du XML bien formé"),
            DataRules.NotJson => new("no es JSON bien formado", "not well-formed JSON", "n’est pas du JSON bien formé"),
            DataRules.NotCsv => new("no es CSV bien formado", "not well-formed CSV", "n’est pas du CSV bien formé"),
            DataRules.NotZip => new("no se puede descomprimir", "it cannot be unpacked", "ne peut pas être décompressé"),
            DataRules.UnknownFormat => new("no es un mensaje de datos SDMX", "not an SDMX data message", "n’est pas un message de données SDMX"),
            DataRules.OldVersion => new("es de SDMX 2.0 o anterior", "it is of SDMX 2.0 or older", "est de SDMX 2.0 ou plus ancien"),
            DataRules.UnknownStructure => new(
                "no se encontró la estructura; indíquela con --structure", "the structure was not found; name it with --structure", "la structure n’a pas été trouvée ; indiquez-la par --structure"),
            DataRules.NoStructure => new(
                "el mensaje no dice qué estructura tiene; indíquela con --structure", "the message does not say which structure it has; name it with --structure", "le message ne dit pas quelle structure il a ; indiquez-la par --structure"),
            DataRules.SeveralStructures => new("trae datos de más de una estructura", "it has data of more than one structure", "il a des données de plus d’une structure"),
            DataRules.BadForm => new("algo está donde no debe, o falta", "something stands where it does not belong, or is missing", "quelque chose est mal placé, ou manque"),
            DataRules.TooLarge => new("es más grande o más profundo de lo que se lee", "larger or deeper than is read", "plus grand ou plus profond que ce qui est lu"),
            DataRules.ErrorMessage => new("el servicio respondió con un error", "the service answered with an error", "le service a répondu par une erreur"),
            _ => (Text?)null,
        };
        // The detail is the library's, in English.
        return words is null
            ? Text.Same(detail)
            : new($"{words.Es} («{Shown(detail)}»).", $"{words.En} (\"{Shown(detail)}\").", $"{words.Fr} (« {Shown(detail)} »).");
    }

    /// <summary>A message that cannot be read, as a refusal with its place.</summary>
    /// <param name="file">The message as the user named it.</param>
    /// <param name="error">Why not.</param>
    public static InputException Refusal(string file, SdmxFormatException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        var words = Words(error.Rule, error.Detail);
        var reason = new Text($"[{error.Rule}] {words.Es}", $"[{error.Rule}] {words.En}", $"[{error.Rule}] {words.Fr}");
        return error.Line > 0
            ? InputException.At(file, error.Line, error.Column > 0 ? error.Column : null, reason, error)
            : new InputException(file, null, reason, error);
    }

    /// <summary>What is wrong where a change cannot be made.</summary>
    public static (string Rule, Text Words) Of(ChangeFault fault) => fault switch
    {
        ChangeFault.GivenTwice => (DataRules.DuplicateKey, new("la clave está dos veces, con cifras distintas.", "the key stands twice, with different figures.", "la clé figure deux fois, avec des chiffres différents.")),
        ChangeFault.HeldAlready => (HeldAlready, new(
            "se pide añadir una cifra que el almacén ya tiene con otro valor; para cambiarla la acción es Replace o Merge.",
            "a figure is to be appended that the store holds with another value; to change it the action is Replace or Merge.",
            "il est demandé d’ajouter un chiffre que l’entrepôt a déjà avec une autre valeur ; pour le changer, l’action est Replace ou Merge.")),
        ChangeFault.NothingToMerge => (NothingToMerge, new(
            "se piden cambios en una observación que el almacén no tiene.", "parts are to be changed of an observation that the store does not hold.", "des changements sont demandés pour une observation que l’entrepôt n’a pas.")),
        ChangeFault.ValueOfMissing => (ValueOfMissing, MissingStatus),
        _ => (DataRules.TooLarge, new(
            "hay demasiadas eliminaciones con dimensiones abiertas; divida el mensaje.", "there are too many deletions with open dimensions; split the message.", "il y a trop de suppressions à dimensions ouvertes ; divisez le message.")),
    };

    /// <summary>A value whose status says that it is missing.</summary>
    internal static Text MissingStatus { get; } = new(
        "hay un valor, pero su situación dice que falta.", "there is a value, but its status says that it is missing.", "il y a une valeur, mais son statut dit qu’elle manque.");

    private static string Shown(string detail)
    {
        var shown = new string([.. detail.Take(300).Select(letter => char.IsControl(letter) ? '·' : letter)]);
        return shown.Length < detail.Length ? $"{shown}…" : shown.TrimEnd('.');
    }
}
