using Periplo.Languages;

namespace Periplo.Web.Remittances;

/// <summary>Words of the calculators.</summary>
internal static class CalculatorWords
{
    public static readonly Text Title = new("Calculadoras de envíos y contratación", "Calculators of transfers and recruitment", "Calculatrices de transferts et de recrutement");
    public static readonly Text Lead = new(
        "Dos cuentas sobre el caso propio. Lo que escriba va en la dirección de la página y no se guarda.",
        "Two sums on one's own case. What you type goes into the address of the page and is not stored.",
        "Deux calculs sur son propre cas. Ce que vous écrivez figure dans l’adresse de la page et n’est pas conservé.");

    public static readonly Text NotCalculated = new("Algo está mal escrito", "Something is not right", "Il y a une erreur de saisie");
    public static readonly Text Calculate = new("Calcular", "Calculate", "Calculer");
    public static readonly Text NumbersHint = new("Los decimales se separan con coma o con punto; no separe los miles.", "Decimals are set off by a comma or a point; do not separate thousands.", "Les décimales se séparent par une virgule ou un point ; ne séparez pas les milliers.");
    public static readonly Text NoNumber = new("Falta el número.", "The number is not there.", "Il manque le nombre.");
    public static readonly Text NotANumber = new("«{0}» no es un número.", "\"{0}\" is no number.", "« {0} » n’est pas un nombre.");
    public static readonly Text Above = new("Debe ser mayor que {0} y no pasar de {1}.", "It must be above {0} and no more than {1}.", "Il doit être supérieur à {0} et ne pas dépasser {1}.");
    public static readonly Text Between = new("Debe estar entre {0} y {1}.", "It must be between {0} and {1}.", "Il doit être compris entre {0} et {1}.");
    public static readonly Text NotWhole = new("Debe ser un número entero.", "It must be a whole number.", "Il doit être un nombre entier.");

    public static readonly Text TransferHead = new("Enviar juntos", "Sending together", "Envoyer ensemble");
    public static readonly Text TransferLead = new(
        "Varios trabajadores pueden enviar una sola transferencia y repartirla al llegar. ¿A partir de cuántos conviene?",
        "Several workers can send one transfer and hand it out on arrival. From how many on does it pay?",
        "Plusieurs travailleurs peuvent faire un seul envoi et le répartir à l’arrivée. À partir de combien cela vaut-il la peine ?");

    public static readonly Text Amount = new("Lo que envía cada uno", "What each one sends", "Ce que chacun envoie");
    public static readonly Text Fee = new("Comisión de un envío propio", "Fee of a transfer of one's own", "Commission d’un envoi individuel");
    public static readonly Text Margin = new("Margen cambiario del envío propio, %", "Exchange-rate margin of one's own, %", "Marge de change de l’envoi individuel, %");
    public static readonly Text CommonFee = new("Comisión del envío común", "Fee of the common transfer", "Commission de l’envoi commun");
    public static readonly Text CommonMargin = new("Margen cambiario del envío común, %", "Exchange-rate margin of the common transfer, %", "Marge de change de l’envoi commun, %");
    public static readonly Text HandingOut = new("Costo de repartir, por persona", "Cost of handing out, a person", "Coût de la répartition, par personne");
    public static readonly Text Workers = new("Cuántos son", "How many you are", "Combien vous êtes");
    public static readonly Text Same = new("misma moneda que el monto", "same currency as the amount", "même monnaie que le montant");
    public static readonly Text BreakEven = new("Conviene a partir de", "It pays from", "Avantageux à partir de");
    public static readonly Text WorkersUnit = new("trabajadores", "workers", "travailleurs");
    public static readonly Text Never = new("Nunca conviene", "It never pays", "Jamais avantageux");
    public static readonly Text NeverUnit = new("repartido entre todos, el envío común cuesta más", "shared by all, the common transfer costs more", "réparti entre tous, l’envoi commun coûte plus cher");
    public static readonly Text Alone = new("Cada uno por su cuenta", "Each alone", "Chacun de son côté");
    public static readonly Text Together = new("Todos juntos", "All together", "Tous ensemble");
    public static readonly Text ForAll = new("cuestan los envíos de {0}", "is what the transfers of {0} cost", "coûtent les envois de {0}");
    public static readonly Text Saving = new("Ahorro de cada uno", "Saving of each", "Économie de chacun");
    public static readonly Text SavingUnit = new("menos de cero: juntos cuesta más", "below zero: together costs more", "sous zéro : ensemble coûte plus cher");

    public static readonly Text RecruitmentHead = new("Lo que costó conseguir el trabajo", "What getting the job cost", "Ce qu’a coûté l’obtention de l’emploi");
    public static readonly Text RecruitmentLead = new(
        "El indicador 10.7.1 de los Objetivos de Desarrollo Sostenible: todo lo que pagaron la persona y su familia, en meses de lo que ganó en su primer empleo en el extranjero. Escriba un caso o hasta cinco.",
        "Indicator 10.7.1 of the Sustainable Development Goals: all that a worker and family paid, in months of the earnings of the first job abroad. Type one case, or up to five.",
        "L’indicateur 10.7.1 des Objectifs de développement durable : tout ce qu’ont payé le travailleur et sa famille, en mois de gains du premier emploi à l’étranger. Saisissez un cas, ou jusqu’à cinq.");

    public static readonly Text Case = new("Caso {0}", "Case {0}", "Cas {0}");
    public static readonly Text Cost = new("Costo total", "Whole cost", "Coût total");
    public static readonly Text Earnings = new("Ganancia del primer mes", "Earnings of the first month", "Gains du premier mois");
    public static readonly Text EarningsHint = new(
        "En la misma moneda. Primer mes completo, con primas, y con lo que se descontó para recuperar el costo sumado de nuevo.",
        "In the same currency. First full month, bonuses included, with what was held back to recover the cost added again.",
        "Dans la même monnaie. Premier mois complet, primes comprises, en rajoutant ce qui a été retenu pour récupérer le coût.");

    public static readonly Text Months = new("meses de ganancia", "months of earnings", "mois de gains");
    public static readonly Text Median = new("Mediana, el indicador", "Median, the indicator", "Médiane, l’indicateur");
    public static readonly Text Mean = new("Media", "Mean", "Moyenne");
    public static readonly Text Quartiles = new("Primer y tercer cuartil", "First and third quartile", "Premier et troisième quartile");
    public static readonly Text NotSurvey = new(
        "Son las cuentas de los casos escritos, no una estimación de ningún país: para eso hace falta una encuesta con muestra.",
        "These are the sums of the cases typed, no estimate of any country: that takes a sample survey.",
        "Ce sont les calculs des cas saisis, non l’estimation d’un pays : il faut pour cela une enquête par sondage.");
}
