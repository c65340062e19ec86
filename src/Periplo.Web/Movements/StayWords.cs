using Periplo.Languages;

namespace Periplo.Web.Movements;

/// <summary>The sentences of the calculator of permitted stay.</summary>
public static class StayWords
{
#pragma warning disable CS1591 // Each text is its own description.
    public static readonly Text Title = new("Calculadora de estancia permitida", "Permitted stay calculator", "Calculateur de séjour autorisé");
    public static readonly Text Lead = new("Muchos países no cuentan los días por viaje, sino dentro de un periodo que se mueve: en el espacio Schengen, 90 días en cualquier periodo de 180. Escriba sus propias fechas y vea cuántos días ha usado y hasta cuándo puede permanecer.", "Many countries do not count days by journey but within a period that moves: in the Schengen area, 90 days in any period of 180. Type your own dates and see how many days you have used and until when you may stay.", "De nombreux pays ne comptent pas les jours par voyage mais dans une période qui se déplace : dans l’espace Schengen, 90 jours sur toute période de 180. Saisissez vos dates et voyez combien de jours vous avez utilisés et jusqu’à quand vous pouvez rester.");
    public static readonly Text Privacy = new("Sus fechas no se guardan: viajan dentro del formulario, no en la dirección; el servidor hace la cuenta, responde y las olvida. La única cookie protege el formulario y no contiene fechas.", "Your dates are not kept: they travel inside the form, not in the address; the server counts, answers and forgets them. The only cookie protects the form and holds no dates.", "Vos dates ne sont pas conservées : elles voyagent dans le formulaire, non dans l’adresse ; le serveur compte, répond et les oublie. Le seul témoin de connexion protège le formulaire et ne contient pas de dates.");
    public static readonly Text NotAdvice = new("Es una cuenta, no una autorización: decide la autoridad de frontera, y un visado puede permitir menos días.", "This is a count, not an authorisation: the border authority decides, and a visa may permit fewer days.", "Ceci est un calcul, non une autorisation : c’est l’autorité frontalière qui décide, et un visa peut autoriser moins de jours.");
    public static readonly Text Rule = new("Regla", "Rule", "Règle");
    public static readonly Text RuleOf = new("{0}: {1} días en {2}", "{0}: {1} days in {2}", "{0} : {1} jours sur {2}");
    public static readonly Text OtherRule = new("Otra: escríbala al lado", "Another: write it beside", "Autre : écrivez-la à côté");
    public static readonly Text OtherDays = new("Días permitidos", "Days permitted", "Jours autorisés");
    public static readonly Text OtherWindow = new("En un periodo de (días)", "In a period of (days)", "Sur une période de (jours)");
    public static readonly Text OtherHint = new("Solo para otra regla.", "Only for another rule.", "Seulement pour une autre règle.");
    public static readonly Text Day = new("Fecha de la consulta o de la próxima entrada", "Date of the check or of the next entry", "Date de la vérification ou de la prochaine entrée");
    public static readonly Text DayHint = new("El periodo que se mira termina ese día.", "The period looked at ends on that day.", "La période examinée se termine ce jour-là.");
    public static readonly Text Stays = new("Estancias", "Stays", "Séjours");
    public static readonly Text StaysHint = new("El día de entrada y el de salida cuentan enteros. Si sigue allí, deje vacía la salida. Las estancias en todos los países de la misma área se escriben juntas.", "The day of entry and the day of exit count whole. If you are still there, leave the exit empty. Stays in all countries of the same area go together.", "Le jour d’entrée et le jour de sortie comptent en entier. Si vous y êtes encore, laissez la sortie vide. Les séjours dans tous les pays d’un même espace vont ensemble.");
    public static readonly Text Stay = new("Estancia {0}", "Stay {0}", "Séjour {0}");
    public static readonly Text Entry = new("Entrada", "Entry", "Entrée");
    public static readonly Text Exit = new("Salida", "Exit", "Sortie");
    public static readonly Text Free = new("Con permiso de residencia o visado de larga duración: no cuenta", "Under a residence permit or long-stay visa: does not count", "Avec un titre de séjour ou un visa de long séjour : ne compte pas");
    public static readonly Text Calculate = new("Calcular", "Calculate", "Calculer");
    public static readonly Text MoreRows = new("Añadir filas", "Add rows", "Ajouter des lignes");
    public static readonly Text NotCalculated = new("No se pudo calcular", "It could not be calculated", "Le calcul n’a pas pu se faire");
    public static readonly Text Answer = new("Resultado", "Result", "Résultat");
    public static readonly Text MayStay = new("Si el {0} está allí o entra, puede permanecer hasta el {1}: {2} contando ese día.", "If you are there or enter on {0}, you may stay until {1}: {2}, that day included.", "Si vous y êtes ou si vous entrez le {0}, vous pouvez rester jusqu’au {1} : {2}, ce jour compris.");
    public static readonly Text MayNot = new("El {0} no queda ningún día. El primer día en que puede volver a entrar es el {1}, para {2}; desde el {3} puede hacerlo para {4}.", "On {0} no day is left. The first day on which you may enter again is {1}, for {2}; from {3} on you may do so for {4}.", "Le {0}, il ne reste aucun jour. Le premier jour où vous pourrez entrer de nouveau est le {1}, pour {2} ; à partir du {3}, pour {4}.");
    public static readonly Text MayNotWhole = new("El {0} no queda ningún día. El primer día en que puede volver a entrar es el {1}, para {2}.", "On {0} no day is left. The first day on which you may enter again is {1}, for {2}.", "Le {0}, il ne reste aucun jour. Le premier jour où vous pourrez entrer de nouveau est le {1}, pour {2}.");
    public static readonly Text OneDay = new("1 día", "1 day", "1 jour");
    public static readonly Text ManyDays = new("{0} días", "{0} days", "{0} jours");
    public static readonly Text Used = new("Días usados", "Days used", "Jours utilisés");
    public static readonly Text UsedOf = new("de {0} en el periodo", "of {0} in the period", "sur {0} dans la période");
    public static readonly Text Left = new("Días que puede permanecer", "Days you may stay", "Jours où vous pouvez rester");
    public static readonly Text LeftFrom = new("sin interrupción desde el {0}", "without a break from {0}", "sans interruption à partir du {0}");
    public static readonly Text LastDay = new("Último día permitido", "Last permitted day", "Dernier jour autorisé");
    public static readonly Text NoDay = new("Ninguno", "None", "Aucun");
    public static readonly Text LastDayHint = new("si no sale antes", "if you do not leave before", "si vous ne sortez pas avant");
    public static readonly Text Overstay = new("Días fuera del límite", "Days over the limit", "Jours au-delà de la limite");
    public static readonly Text OverstayFrom = new("desde el {0}", "from {0}", "à partir du {0}");
    public static readonly Text NoOverstay = new("en las fechas escritas", "in the dates typed", "dans les dates saisies");
    public static readonly Text Overstays = new("Con las fechas escritas se pasa del límite:", "With the dates typed the limit is passed:", "Avec les dates saisies, la limite est dépassée :");
    public static readonly Text OverstaySpan = new("del {0} al {1} ({2})", "from {0} to {1} ({2})", "du {0} au {1} ({2})");
    public static readonly Text Moving = new("Los días que quedan no son el límite menos los usados: mientras permanece, los días antiguos salen del periodo por el otro extremo.", "The days left are not the limit less the days used: while you stay, old days leave the period at its other end.", "Les jours restants ne sont pas la limite moins les jours utilisés : pendant votre séjour, des jours anciens sortent de la période à l’autre bout.");
    public static readonly Text FigureTitle = new("Sus estancias y los días usados", "Your stays and the days used", "Vos séjours et les jours utilisés");
    public static readonly Text FigureUnit = new("días de presencia; fechas escritas por usted", "days of presence; dates typed by you", "jours de présence ; dates saisies par vous");
    public static readonly Text FigureSource = new("Fechas escritas en esta página, no guardadas. Regla: {0}.", "Dates typed on this page, not kept. Rule: {0}.", "Dates saisies sur cette page, non conservées. Règle : {0}.");
    public static readonly Text TypedRule = new("{0} días en {1}, escrita en esta página", "{0} days in {1}, typed on this page", "{0} jours sur {1}, saisie sur cette page");
    public static readonly Text ActOfRule = new("{0} días en {1} ({2})", "{0} days in {1} ({2})", "{0} jours sur {1} ({2})");
    public static readonly Text Method = new("Cómo se cuenta", "How it is counted", "Comment on compte");
    public static readonly Text MethodWindow = new("Para cada día se mira el periodo que termina en él: con 180 días, el del 1 de marzo de 2014 empieza el 3 de septiembre de 2013.", "For each day the period that ends on it is looked at: with 180 days, that of 1 March 2014 begins on 3 September 2013.", "Pour chaque jour, on examine la période qui se termine ce jour-là : avec 180 jours, celle du 1er mars 2014 commence le 3 septembre 2013.");
    public static readonly Text MethodDays = new("Un día con presencia cuenta uno, aunque se entre y salga varias veces; los días con permiso de residencia o visado de larga duración no cuentan.", "A day of presence counts one, however often one enters and leaves; days under a residence permit or a long-stay visa do not count.", "Un jour de présence compte pour un, quel que soit le nombre d’entrées et de sorties ; les jours couverts par un titre de séjour ou un visa de long séjour ne comptent pas.");
    public static readonly Text MethodAbsence = new("Una ausencia continua de 90 días devuelve los 90 completos.", "An unbroken absence of 90 days gives the whole 90 anew.", "Une absence ininterrompue de 90 jours rend de nouveau les 90 jours entiers.");
    public static readonly Text MethodLimits = new("Los nacionales del área y quienes circulan libremente por el derecho de la Unión no tienen este límite. Los acuerdos bilaterales que lo amplían no están incluidos.", "Nationals of the area and whoever moves freely under Union law have no such limit. Bilateral agreements that extend it are not included.", "Les ressortissants de l’espace et les personnes qui circulent librement en vertu du droit de l’Union n’ont pas cette limite. Les accords bilatéraux qui l’étendent ne sont pas pris en compte.");
    public static readonly Text Members = new("{0}: países cuyas estancias cuentan juntas", "{0}: countries whose stays count together", "{0} : pays dont les séjours comptent ensemble");
    public static readonly Text MemberSince = new("{0} (desde el {1})", "{0} (since {1})", "{0} (depuis le {1})");
    public static readonly Text NoDate = new("Falta la fecha.", "The date is missing.", "La date manque.");
    public static readonly Text BadDate = new("«{0}» no es una fecha; escriba año, mes y día: 2026-05-10.", "\"{0}\" is not a date; write year, month and day: 2026-05-10.", "« {0} » n’est pas une date ; écrivez année, mois et jour : 2026-05-10.");
    public static readonly Text FarDate = new("Escriba una fecha entre 1990 y 2099.", "Write a date from 1990 to 2099.", "Écrivez une date de 1990 à 2099.");
    public static readonly Text NoEntry = new("Falta el día de entrada.", "The day of entry is missing.", "Le jour d’entrée manque.");
    public static readonly Text ExitBefore = new("La salida es anterior a la entrada.", "The exit is before the entry.", "La sortie est antérieure à l’entrée.");
    public static readonly Text NoExit = new("Entra después del día de la consulta: escriba también la salida.", "It begins after the day of the check: write the exit too.", "Il commence après le jour de la vérification : écrivez aussi la sortie.");
    public static readonly Text NoRule = new("Elija una regla de la lista.", "Choose a rule of the list.", "Choisissez une règle de la liste.");
    public static readonly Text RuleNotYet = new("La regla elegida no valía en esa fecha.", "The rule chosen did not hold on that date.", "La règle choisie ne valait pas à cette date.");
    public static readonly Text BadNumber = new("Escriba un número entero de días.", "Write a whole number of days.", "Écrivez un nombre entier de jours.");
#pragma warning restore CS1591
}
