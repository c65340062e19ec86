using Periplo.Languages;

namespace Periplo.Web.Flows;

/// <summary>Words of the page that says how flows are estimated.</summary>
internal static class FlowMethodWords
{
    public static readonly Text Lead = new(
        "Casi ningún país registra quién sale. En cambio, casi todos cuentan cada cierto tiempo quiénes viven en ellos y dónde nacieron. Si en dos fechas se sabe cuántas personas nacidas en cada país viven en cada otro, las diferencias dicen algo de quienes se mudaron entre una y otra.",
        "Hardly any country records who leaves. But nearly all count from time to time who lives in them and where they were born. If it is known at two dates how many persons born in each country live in each other one, the differences tell something of those who moved in between.",
        "Presque aucun pays n’enregistre qui part. En revanche, presque tous comptent de temps en temps qui y vit et où ces personnes sont nées. Si l’on sait à deux dates combien de personnes nées dans chaque pays vivent dans chaque autre, les différences disent quelque chose de celles qui se sont déplacées entre-temps.");

    public static readonly Text KnownHead = new("Lo que se sabe", "What is known", "Ce que l’on sait");
    public static readonly Text Known = new(
        "Un ejemplo con cuatro países, sin nacimientos ni muertes. Cada fila son las personas nacidas en un país y cada columna, el país donde viven.",
        "An example with four countries, without births and deaths. Each row is the persons born in a country, each column the country they live in.",
        "Un exemple avec quatre pays, sans naissances ni décès. Chaque ligne représente les personnes nées dans un pays, chaque colonne le pays où elles vivent.");

    public static readonly Text Start = new("Al principio", "At the start", "Au début");
    public static readonly Text End = new("Al final", "At the end", "À la fin");
    public static readonly Text StepsHead = new("Las menos mudanzas que lo explican", "The fewest moves that explain it", "Le minimum de déplacements qui l’explique");
    public static readonly Text Steps = new(
        "Se mira a los nacidos en cada país por separado. Se supone que quien sigue donde estaba no se movió: es el mínimo de mudanzas.",
        "Those born in each country are looked at apart. It is supposed that who is still where he or she was did not move: these are the fewest moves.",
        "On regarde séparément les personnes nées dans chaque pays. On suppose que qui est toujours là où il était n’a pas bougé : c’est le minimum de déplacements.");

    public static readonly Text SumHead = new("Todas juntas", "All together", "Tous ensemble");
    public static readonly Text Sum = new(
        "Sumadas por origen y destino, son {0} mudanzas. En cada país, las llegadas menos las salidas dan justo lo que cambió su población.",
        "Added up by origin and destination they are {0} moves. In every country, arrivals less departures are just the change of its population.",
        "Additionnés par origine et destination, cela fait {0} déplacements. Dans chaque pays, les arrivées moins les départs donnent exactement la variation de sa population.");

    public static readonly Text MoreHead = new("Por qué no basta el mínimo", "Why the fewest are not enough", "Pourquoi le minimum ne suffit pas");
    public static readonly Text More = new(
        "En la vida real también se mudan personas que se compensan: una sale y otra igual llega. Si el lugar donde se vive al final no dependiera de dónde se vivía al principio, serían {0} mudanzas, demasiadas. El método que se muestra si no se elige otro toma {1} partes de cien del mínimo y el resto de esa independencia: {2}. Ese peso se halló con los flujos entre países de Europa, donde se conocen (Azose y Raftery 2019).",
        "In real life people also move who make up for each other: one leaves and one alike arrives. If the place of living at the end did not depend on that at the start, there would be {0} moves, which is too many. The method shown unasked takes {1} parts of a hundred of the fewest and the rest of that independence: {2}. The weight was found with flows between countries of Europe, where they are known (Azose and Raftery 2019).",
        "Dans la réalité, des personnes qui se compensent se déplacent aussi : l’une part et une autre semblable arrive. Si le lieu de vie à la fin ne dépendait pas de celui du début, il y aurait {0} déplacements, ce qui est trop. La méthode affichée par défaut prend {1} parts sur cent du minimum et le reste de cette indépendance : {2}. Ce poids a été trouvé avec les flux entre pays d’Europe, où ils sont connus (Azose et Raftery 2019).");

    public static readonly Text AccountsHead = new("Con nacimientos y muertes", "With births and deaths", "Avec naissances et décès");

    /// <summary>What is done before, in words.</summary>
    public static readonly Text[] Accounts =
    [
        new(
            "Los nacidos durante el periodo se quitan de la población del final, y quienes murieron, de la del principio: ni unos ni otros se mudaron.",
            "Those born in the period are taken out of the stock at the end, and those who died out of that at the start: neither of them moved.",
            "Les personnes nées pendant la période sont retirées de l’effectif de la fin, et les décédées de celui du début : ni les unes ni les autres ne se sont déplacées."),
        new(
            "El mundo no pierde a nadie: si tras esa cuenta faltan o sobran personas, la diferencia se reparte entre los nacidos en cada país, la mitad en cada fecha.",
            "The world loses nobody: where persons are missing or left over after that sum, the difference is shared out over the native born of all countries, half at each date.",
            "Le monde ne perd personne : s’il manque ou s’il reste des personnes après ce calcul, la différence est répartie entre les natifs de tous les pays, la moitié à chaque date."),
        new(
            "También los nacidos en cada país deben ser los mismos en ambas fechas; las dos tablas se ajustan a la media, sin cambiar la población de ningún país.",
            "Those born in each country must be as many at both dates as well; both tables are fitted to the mean, without changing the population of any country.",
            "Les personnes nées dans chaque pays doivent aussi être aussi nombreuses aux deux dates ; les deux tableaux sont ajustés à la moyenne, sans changer la population d’aucun pays."),
    ];

    public static readonly Text SureHead = new("Cómo se mide la incertidumbre", "How uncertainty is measured", "Comment l’incertitude est mesurée");
    public static readonly Text Sure = new(
        "Se perturban muchas veces la población migrante, los nacimientos y las muertes, más donde el dato es imputado o cuenta ciudadanos, y se estima de nuevo cada vez. El intervalo del 80 % contiene ocho de cada diez resultados. Aparte se muestra lo que va de un método a otro, que suele ser más.",
        "Stocks, births and deaths are disturbed many times, more where the figure is imputed or counts citizens, and each time the flows are estimated anew. The 80% interval holds eight of ten results. Apart from it the distance from one method to another is shown, which is usually more.",
        "Les effectifs, les naissances et les décès sont perturbés de nombreuses fois, davantage là où le chiffre est imputé ou compte des citoyens, et l’on estime à nouveau chaque fois. L’intervalle à 80 % contient huit résultats sur dix. À part, on montre l’écart d’une méthode à l’autre, qui est en général plus grand.");

    public static readonly Text CannotHead = new("Lo que estas cifras no pueden decir", "What these figures cannot tell", "Ce que ces chiffres ne peuvent pas dire");

    /// <summary>What the estimates cannot tell.</summary>
    public static readonly Text[] Cannot =
    [
        new("Cuándo se mudó nadie dentro del periodo, ni cuántas veces: solo dónde vivía en dos fechas.", "When anybody moved within the period, or how often: only where they lived at two dates.", "Quand quelqu’un s’est déplacé pendant la période, ni combien de fois : seulement où il vivait à deux dates."),
        new("Quién llegó con papeles y quién sin ellos, por qué se mudó, ni con qué edad.", "Who came with papers and who without, why they moved, or at what age.", "Qui est arrivé avec ou sans papiers, pourquoi il s’est déplacé, ni à quel âge."),
        new("Más de lo que dicen los censos: si un país deja de contar a una parte de sus migrantes, aquí parece que se fueron.", "More than censuses tell: where a country no longer counts a part of its migrants, they seem to have left.", "Plus que ne disent les recensements : si un pays cesse de compter une partie de ses migrants, ils semblent être partis."),
        new("Lo mismo en todos los destinos: unos cuentan a los nacidos en el extranjero y otros a los ciudadanos extranjeros.", "The same for all destinations: some count the foreign-born, others foreign citizens.", "La même chose pour toutes les destinations : les unes comptent les personnes nées à l’étranger, d’autres les citoyens étrangers."),
        new("Lo que notifica un país: una entrada registrada es otra cosa que un cambio de residencia entre dos fechas.", "What a country reports: a recorded entry is another thing than a change of residence between two dates.", "Ce que déclare un pays : une entrée enregistrée est autre chose qu’un changement de résidence entre deux dates."),
    ];
}
