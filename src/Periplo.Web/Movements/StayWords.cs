using Periplo.Languages;

namespace Periplo.Web.Movements;

/// <summary>The sentences of the calculator of permitted stay.</summary>
public static class StayWords
{
#pragma warning disable CS1591 // Each text is its own description.
    public static readonly Text Title = new("Calculadora de estancia permitida", "Permitted stay calculator");
    public static readonly Text Lead = new("Muchos países no cuentan los días por viaje, sino dentro de un periodo que se mueve: en el espacio Schengen, 90 días en cualquier periodo de 180. Escriba sus propias fechas y vea cuántos días ha usado y hasta cuándo puede permanecer.", "Many countries do not count days by journey but within a period that moves: in the Schengen area, 90 days in any period of 180. Type your own dates and see how many days you have used and until when you may stay.");
    public static readonly Text Privacy = new("Sus fechas no se guardan: viajan dentro del formulario, no en la dirección; el servidor hace la cuenta, responde y las olvida. La única cookie protege el formulario y no contiene fechas.", "Your dates are not kept: they travel inside the form, not in the address; the server counts, answers and forgets them. The only cookie protects the form and holds no dates.");
    public static readonly Text NotAdvice = new("Es una cuenta, no una autorización: decide la autoridad de frontera, y un visado puede permitir menos días.", "This is a count, not an authorisation: the border authority decides, and a visa may permit fewer days.");
    public static readonly Text Rule = new("Regla", "Rule");
    public static readonly Text RuleOf = new("{0}: {1} días en {2}", "{0}: {1} days in {2}");
    public static readonly Text OtherRule = new("Otra: escríbala al lado", "Another: write it beside");
    public static readonly Text OtherDays = new("Días permitidos", "Days permitted");
    public static readonly Text OtherWindow = new("En un periodo de (días)", "In a period of (days)");
    public static readonly Text OtherHint = new("Solo para otra regla.", "Only for another rule.");
    public static readonly Text Day = new("Fecha de la consulta o de la próxima entrada", "Date of the check or of the next entry");
    public static readonly Text DayHint = new("El periodo que se mira termina ese día.", "The period looked at ends on that day.");
    public static readonly Text Stays = new("Estancias", "Stays");
    public static readonly Text StaysHint = new("El día de entrada y el de salida cuentan enteros. Si sigue allí, deje vacía la salida. Las estancias en todos los países de la misma área se escriben juntas.", "The day of entry and the day of exit count whole. If you are still there, leave the exit empty. Stays in all countries of the same area go together.");
    public static readonly Text Stay = new("Estancia {0}", "Stay {0}");
    public static readonly Text Entry = new("Entrada", "Entry");
    public static readonly Text Exit = new("Salida", "Exit");
    public static readonly Text Free = new("Con permiso de residencia o visado de larga duración: no cuenta", "Under a residence permit or long-stay visa: does not count");
    public static readonly Text Calculate = new("Calcular", "Calculate");
    public static readonly Text MoreRows = new("Añadir filas", "Add rows");
    public static readonly Text NotCalculated = new("No se pudo calcular", "It could not be calculated");
    public static readonly Text Answer = new("Resultado", "Result");
    public static readonly Text MayStay = new("Si el {0} está allí o entra, puede permanecer hasta el {1}: {2} contando ese día.", "If you are there or enter on {0}, you may stay until {1}: {2}, that day included.");
    public static readonly Text MayNot = new("El {0} no queda ningún día. El primer día en que puede volver a entrar es el {1}, para {2}; desde el {3} puede hacerlo para {4}.", "On {0} no day is left. The first day on which you may enter again is {1}, for {2}; from {3} on you may do so for {4}.");
    public static readonly Text MayNotWhole = new("El {0} no queda ningún día. El primer día en que puede volver a entrar es el {1}, para {2}.", "On {0} no day is left. The first day on which you may enter again is {1}, for {2}.");
    public static readonly Text OneDay = new("1 día", "1 day");
    public static readonly Text ManyDays = new("{0} días", "{0} days");
    public static readonly Text Used = new("Días usados", "Days used");
    public static readonly Text UsedOf = new("de {0} en el periodo", "of {0} in the period");
    public static readonly Text Left = new("Días que puede permanecer", "Days you may stay");
    public static readonly Text LeftFrom = new("sin interrupción desde el {0}", "without a break from {0}");
    public static readonly Text LastDay = new("Último día permitido", "Last permitted day");
    public static readonly Text NoDay = new("Ninguno", "None");
    public static readonly Text LastDayHint = new("si no sale antes", "if you do not leave before");
    public static readonly Text Overstay = new("Días fuera del límite", "Days over the limit");
    public static readonly Text OverstayFrom = new("desde el {0}", "from {0}");
    public static readonly Text NoOverstay = new("en las fechas escritas", "in the dates typed");
    public static readonly Text Overstays = new("Con las fechas escritas se pasa del límite:", "With the dates typed the limit is passed:");
    public static readonly Text OverstaySpan = new("del {0} al {1} ({2})", "from {0} to {1} ({2})");
    public static readonly Text Moving = new("Los días que quedan no son el límite menos los usados: mientras permanece, los días antiguos salen del periodo por el otro extremo.", "The days left are not the limit less the days used: while you stay, old days leave the period at its other end.");
    public static readonly Text FigureTitle = new("Sus estancias y los días usados", "Your stays and the days used");
    public static readonly Text FigureUnit = new("días de presencia; fechas escritas por usted", "days of presence; dates typed by you");
    public static readonly Text FigureSource = new("Fechas escritas en esta página, no guardadas. Regla: {0}.", "Dates typed on this page, not kept. Rule: {0}.");
    public static readonly Text TypedRule = new("{0} días en {1}, escrita en esta página", "{0} days in {1}, typed on this page");
    public static readonly Text ActOfRule = new("{0} días en {1} ({2})", "{0} days in {1} ({2})");
    public static readonly Text Method = new("Cómo se cuenta", "How it is counted");
    public static readonly Text MethodWindow = new("Para cada día se mira el periodo que termina en él: con 180 días, el del 1 de marzo de 2014 empieza el 3 de septiembre de 2013.", "For each day the period that ends on it is looked at: with 180 days, that of 1 March 2014 begins on 3 September 2013.");
    public static readonly Text MethodDays = new("Un día con presencia cuenta uno, aunque se entre y salga varias veces; los días con permiso de residencia o visado de larga duración no cuentan.", "A day of presence counts one, however often one enters and leaves; days under a residence permit or a long-stay visa do not count.");
    public static readonly Text MethodAbsence = new("Una ausencia continua de 90 días devuelve los 90 completos.", "An unbroken absence of 90 days gives the whole 90 anew.");
    public static readonly Text MethodLimits = new("Los nacionales del área y quienes circulan libremente por el derecho de la Unión no tienen este límite. Los acuerdos bilaterales que lo amplían no están incluidos.", "Nationals of the area and whoever moves freely under Union law have no such limit. Bilateral agreements that extend it are not included.");
    public static readonly Text Members = new("{0}: países cuyas estancias cuentan juntas", "{0}: countries whose stays count together");
    public static readonly Text MemberSince = new("{0} (desde el {1})", "{0} (since {1})");
    public static readonly Text NoDate = new("Falta la fecha.", "The date is missing.");
    public static readonly Text BadDate = new("«{0}» no es una fecha; escriba año, mes y día: 2026-05-10.", "\"{0}\" is not a date; write year, month and day: 2026-05-10.");
    public static readonly Text FarDate = new("Escriba una fecha entre 1990 y 2099.", "Write a date from 1990 to 2099.");
    public static readonly Text NoEntry = new("Falta el día de entrada.", "The day of entry is missing.");
    public static readonly Text ExitBefore = new("La salida es anterior a la entrada.", "The exit is before the entry.");
    public static readonly Text NoExit = new("Entra después del día de la consulta: escriba también la salida.", "It begins after the day of the check: write the exit too.");
    public static readonly Text NoRule = new("Elija una regla de la lista.", "Choose a rule of the list.");
    public static readonly Text RuleNotYet = new("La regla elegida no valía en esa fecha.", "The rule chosen did not hold on that date.");
    public static readonly Text BadNumber = new("Escriba un número entero de días.", "Write a whole number of days.");
#pragma warning restore CS1591
}
