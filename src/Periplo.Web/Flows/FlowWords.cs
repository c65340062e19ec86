using Periplo.Flows;
using Periplo.Languages;

namespace Periplo.Web.Flows;

/// <summary>Words of the pages of flows.</summary>
internal static class FlowWords
{
    public static readonly Text Flows = new("Flujos", "Flows", "Flux");
    public static readonly Text Lead = new(
        "Los países publican cuántos migrantes viven en ellos; casi nadie sabe cuántos se mudaron de dónde a dónde. Aquí se estima: cuántas personas tuvieron que cambiar de país para que los censos de una fecha se convirtieran en los de la siguiente, una vez contados nacimientos y muertes.",
        "Countries publish how many migrants live in them; almost nobody knows how many moved from where to where. Here it is estimated: how many persons must have changed country for the stocks of one date to become those of the next, once births and deaths are counted.",
        "Les pays publient combien de migrants y vivent ; presque personne ne sait combien se sont déplacés, d’où et vers où. On l’estime ici : combien de personnes ont dû changer de pays pour que les effectifs d’une date deviennent ceux de la suivante, une fois comptés les naissances et les décès.");

    public static readonly Text Caveat = new(
        "Son transiciones entre dos fechas, no viajes: quien va y vuelve dentro del periodo no se ve, y quien cambia dos veces de país se ve una.",
        "They are transitions between two dates, not journeys: who goes and comes back within the period is not seen, and who changes country twice is seen once.",
        "Ce sont des transitions entre deux dates, non des voyages : qui part et revient pendant la période n’est pas vu, et qui change deux fois de pays n’est vu qu’une fois.");

    public static readonly Text WhatTheyAre = new("Qué son estas cifras y qué no", "What these figures are and are not", "Ce que sont ces chiffres et ce qu’ils ne sont pas");
    public static readonly Text FourYears = new(
        "Este periodo es de cuatro años: sus totales no se comparan con los de cinco.",
        "This period has four years: its totals do not compare with those of five.",
        "Cette période compte quatre ans : ses totaux ne se comparent pas à ceux de cinq ans.");

    public static readonly Text Empty = new(
        "El almacén no tiene flujos estimados. Hacen falta población migrante por origen de dos fechas (STOCK) y nacimientos y muertes (DEMOGRAPHY): impórtelos con «periplo import» y estímelos con «periplo flows estimate --from-store».",
        "The store has no estimated flows. They take migrant stocks by origin at two dates (STOCK) and births and deaths (DEMOGRAPHY): import them with \"periplo import\" and estimate with \"periplo flows estimate --from-store\".",
        "L’entrepôt n’a pas de flux estimés. Il faut l’effectif des migrants par origine à deux dates (STOCK) et les naissances et décès (DEMOGRAPHY) : importez-les avec « periplo import » et estimez avec « periplo flows estimate --from-store ».");

    public static readonly Text NoSuchArea = new("No es un país, un territorio ni una de las regiones del círculo.", "It is no country, no territory and none of the regions of the circle.", "Ce n’est ni un pays, ni un territoire, ni l’une des régions du cercle.");
    public static readonly Text NoSuchTable = new(
        "No hay flujos de {0} con el método «{1}», {2}. De ese periodo hay: {3}.",
        "There are no flows of {0} by the method \"{1}\", {2}. Of that period there are: {3}.",
        "Il n’y a pas de flux de {0} par la méthode « {1} », {2}. Pour cette période il y a : {3}.");

    public static readonly Text CannotBeChosen = new("No se puede elegir «{0}».", "\"{0}\" cannot be chosen.", "« {0} » ne peut être choisi.");
    public static readonly Text AreaChoice = new("Área", "Area", "Zone");
    public static readonly Text WholeWorld = new("El mundo por regiones", "The world by region", "Le monde par région");
    public static readonly Text RegionsHead = new("Regiones", "Regions", "Régions");
    public static readonly Text CountriesHead = new("Países y territorios", "Countries and territories", "Pays et territoires");
    public static readonly Text PeriodChoice = new("Periodo", "Period", "Période");
    public static readonly Text MethodChoice = new("Método", "Method", "Méthode");
    public static readonly Text SexChoice = new("Sexo", "Sex", "Sexe");
    public static readonly Text ThresholdChoice = new("Umbral de las cintas", "Threshold of ribbons", "Seuil des rubans");
    public static readonly Text ThresholdUnasked = new("el que convenga", "what suits", "selon l’image");
    public static readonly Text ThresholdNone = new("ninguno", "none", "aucun");
    public static readonly Text RevisionChoice = new("Revisión", "Revision", "Révision");
    public static readonly Text OpenRegion = new("Abrir una región a sus países", "Open a region to its countries", "Ouvrir une région à ses pays");
    public static readonly Text Elsewhere = new("Otras áreas", "Other areas", "Autres zones");
    public static readonly Text OtherCountries = new("Otros países", "Other countries", "Autres pays");
    public static readonly Text MethodTitle = new("Cómo se estiman los flujos", "How flows are estimated", "Comment les flux sont estimés");

    public static readonly Text Birthplace = new("Nacidos en", "Born in", "Nés en");
    public static readonly Text Origin = new("Origen", "Origin", "Origine");
    public static readonly Text Destination = new("Destino", "Destination", "Destination");
    public static readonly Text Persons = new("personas", "persons", "personnes");
    public static readonly Text PersonsHead = new("Personas", "Persons", "Personnes");
    public static readonly Text Low80 = new("80 %, desde", "80%, from", "80 %, de");
    public static readonly Text High80 = new("80 %, hasta", "80%, to", "80 %, à");
    public static readonly Text Low95 = new("95 %, desde", "95%, from", "95 %, de");
    public static readonly Text High95 = new("95 %, hasta", "95%, to", "95 %, à");
    public static readonly Text LeastMethod = new("Método que da menos", "Method that gives least", "Méthode qui donne le moins");
    public static readonly Text MostMethod = new("Método que da más", "Method that gives most", "Méthode qui donne le plus");
    public static readonly Text DataType = new("Tipo de dato del destino", "Type of data at destination", "Type de donnée à destination");
    public static readonly Text NotSaid = new("no se dice", "not said", "non précisé");

    public static readonly Text InFive = new("personas que cambiaron de país de residencia en cinco años", "persons who changed country of residence in five years", "personnes ayant changé de pays de résidence en cinq ans");
    public static readonly Text InFour = new("personas que cambiaron de país de residencia en cuatro años", "persons who changed country of residence in four years", "personnes ayant changé de pays de résidence en quatre ans");

    public static readonly Text InputUncertainty = new(
        "El intervalo es la incertidumbre de los datos de entrada: lo que varía la estimación cuando se perturban la población migrante, los nacimientos y las muertes. No incluye la elección del método.",
        "The interval is input uncertainty: how the estimate varies when stocks, births and deaths are disturbed. It does not include the choice of method.",
        "L’intervalle est l’incertitude des données d’entrée : ce que l’estimation varie quand on perturbe les effectifs, les naissances et les décès. Il n’inclut pas le choix de la méthode.");

    public static readonly Text MethodSpread = new(
        "La diferencia entre métodos es la distancia entre el que da menos y el que da más, de los {0} que tiene esta revisión para el periodo. No es un intervalo de confianza.",
        "The spread between methods is the distance from the one that gives least to the one that gives most, of the {0} this revision has for the period. It is no confidence interval.",
        "L’écart entre méthodes est la distance entre celle qui donne le moins et celle qui donne le plus, parmi les {0} que cette révision a pour la période. Ce n’est pas un intervalle de confiance.");

    public static readonly Text NoInterval = new(
        "Esta tabla no tiene intervalos: no se hicieron réplicas con ella.",
        "This table has no intervals: no replicates were made of it.",
        "Ce tableau n’a pas d’intervalles : aucune réplique n’en a été faite.");

    public static readonly Text RegionsHaveNone = new(
        "Una suma de corredores no tiene intervalo propio: los límites no se suman. Los de cada corredor están más abajo.",
        "A sum of corridors has no interval of its own: bounds do not add up. Those of each corridor are further down.",
        "Une somme de corridors n’a pas d’intervalle propre : les limites ne s’additionnent pas. Celles de chaque corridor figurent plus bas.");

    public static readonly Text OpenedNote = new(
        "Solo están los flujos que salen de los países de la región, llegan a ellos o van de uno a otro.",
        "Only flows out of the countries of the region, into them or between them are shown.",
        "Seuls figurent les flux au départ des pays de la région, vers eux ou entre eux.");

    public static readonly Text CountryNote = new(
        "Solo están los flujos de este país; los de los países con menos intercambio van juntos.",
        "Only flows of this country are shown; those of the countries it exchanges fewest with go together.",
        "Seuls figurent les flux de ce pays ; ceux des pays avec lesquels il échange le moins sont réunis.");

    public static readonly Text CitizensNote = new(
        "En algunos destinos se cuenta a los ciudadanos extranjeros en lugar de a los nacidos en el extranjero; la columna del tipo de dato lo dice.",
        "Some destinations count foreign citizens in place of the foreign-born; the column of the type of data says so.",
        "Certaines destinations comptent les citoyens étrangers au lieu des personnes nées à l’étranger ; la colonne du type de donnée le précise.");

    public static readonly Text Listed = new(
        "La tabla de esta página lista los {0} flujos mayores de {1}; el archivo CSV los tiene todos.",
        "The table of this page lists the {0} largest of {1} flows; the CSV file has them all.",
        "Le tableau de cette page énumère les {0} flux les plus importants sur {1} ; le fichier CSV les contient tous.");

    public static readonly Text MatrixNote = new(
        "En miles de personas. Una casilla vacía es menos de mil; las cifras exactas están en la tabla del círculo.",
        "In thousands of persons. An empty cell is less than a thousand; exact figures are in the table of the circle.",
        "En milliers de personnes. Une case vide vaut moins de mille ; les chiffres exacts sont dans le tableau du cercle.");

    public static readonly Text Thousands = new("miles de personas", "thousands of persons", "milliers de personnes");
    public static readonly Text MoreShade = new("más personas, en escala logarítmica", "more persons, on a logarithmic scale", "davantage de personnes, sur une échelle logarithmique");
    public static readonly Text CircleHead = new("Quién va a dónde", "Who goes where", "Qui va où");
    public static readonly Text MapHead = new("Los corredores en el mapa", "The corridors on the map", "Les corridors sur la carte");
    public static readonly Text SureHead = new("Qué tan seguro es", "How sure it is", "Quel degré de certitude");
    public static readonly Text SureLead = new(
        "Dos cosas distintas, y ninguna contiene a la otra: lo que cambia una estimación cuando los datos de entrada tienen error, y lo que cambia cuando se elige otro método.",
        "Two different things, neither of which contains the other: how an estimate changes when its inputs are in error, and how it changes when another method is chosen.",
        "Deux choses distinctes, dont aucune ne contient l’autre : ce que change une estimation quand ses données d’entrée sont erronées, et ce qu’elle change quand on choisit une autre méthode.");

    public static readonly Text NothingOf = new("Esta tabla no tiene flujos de {0}.", "This table has no flows of {0}.", "Ce tableau n’a pas de flux : {0}.");
    public static readonly Text Range = new("intervalo del 80 %", "80% interval", "intervalle à 80 %");
    public static readonly Text Estimate = new("estimación", "estimate", "estimation");
    public static readonly Text Spread = new("de un método a otro", "from one method to another", "d’une méthode à l’autre");
    public static readonly Text ChosenMethod = new("método elegido", "method chosen", "méthode choisie");

    public static readonly Text Total = new("Se mudaron en el mundo", "Moved in the world", "Ont migré dans le monde");
    public static readonly Text OfWorld = new("De cada cien habitantes del mundo", "Of every hundred people of the world", "Sur cent habitants du monde");
    public static readonly Text InYears = new("en {0} años", "in {0} years", "en {0} ans");
    public static readonly Text OfMinimum = new("Respecto del mínimo posible", "Against the fewest possible", "Par rapport au minimum possible");
    public static readonly Text OfMinimumUnit = new("veces lo que explica las poblaciones con menos mudanzas", "times the fewest moves that explain the stocks", "fois le minimum de déplacements qui explique les effectifs");
    public static readonly Text Left = new("Salieron", "Left", "Partis");
    public static readonly Text Arrived = new("Llegaron", "Arrived", "Arrivés");
    public static readonly Text Net = new("Diferencia", "Difference", "Différence");
    public static readonly Text NotAccounted = new("este método no cuadra nacimientos y muertes", "this method does not balance births and deaths", "cette méthode n’équilibre pas naissances et décès");
    public static readonly Text NoPopulation = new("falta la población del mundo", "the population of the world is missing", "la population mondiale manque");
    public static readonly Text NoMinimum = new("la revisión no tiene el mínimo de este periodo y sexo", "the revision lacks the minimum of this period and sex", "la révision n’a pas le minimum de cette période et de ce sexe");
    public static readonly Text Interval80 = new("de {0} a {1} (intervalo del 80 %)", "{0} to {1} (80% interval)", "de {0} à {1} (intervalle à 80 %)");

    public static readonly Text CorridorHead = new("Un corredor, con lo que notifican sus dos lados", "One corridor, with what its two sides report", "Un corridor, avec ce que déclarent ses deux côtés");
    public static readonly Text CorridorLead = new(
        "Quien sale lo cuenta el origen como emigración y el destino como inmigración. Casi siempre falta uno de los dos lados; la página del corredor dice cuál.",
        "Who leaves is counted by the origin as emigration and by the destination as immigration. One of the sides is nearly always missing; the corridor's page says which.",
        "Qui part est compté par l’origine comme émigration et par la destination comme immigration. Il manque presque toujours l’un des deux côtés ; la page du corridor dit lequel.");

    public static readonly Text NoCorridor = new("No se estima que nadie haya cambiado de residencia por este corredor, o uno de sus extremos no está en las tablas.", "Nobody is estimated to have moved along this corridor, or one of its ends is not in the tables.", "Personne n’est estimé avoir migré par ce corridor, ou l’une de ses extrémités n’est pas dans les tableaux.");
    public static readonly Text OfCountry = new("Flujos estimados", "Estimated flows", "Flux estimés");
    public static readonly Text AllOfCountry = new("Todos los flujos de {0}", "All flows of {0}", "Tous les flux : {0}");

    /// <summary>A sex in a sentence.</summary>
    public static Text Sex(string sex) => sex switch
    {
        "F" => new("mujeres", "women", "femmes"),
        "M" => new("hombres", "men", "hommes"),
        _ => new("ambos sexos", "both sexes", "les deux sexes"),
    };

    /// <summary>A period with its length where it is not the usual five years.</summary>
    public static Text Period(FlowPeriod period) => period.Years == 5
        ? Text.Same($"{period}")
        : new Text("{0} ({1} años)", "{0} ({1} years)", "{0} ({1} ans)").With($"{period}", period.Years);
}
