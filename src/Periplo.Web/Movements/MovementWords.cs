using Periplo.Languages;

namespace Periplo.Web.Movements;

/// <summary>The sentences of the pages of movements.</summary>
public static class MovementWords
{
#pragma warning disable CS1591 // Each text is its own description.
    public static readonly Text Movements = new("Movimientos", "Movements", "Mouvements");
    public static readonly Text MonthByMonth = new("Movimientos, mes por mes", "Movements, month by month", "Mouvements, mois par mois");
    public static readonly Text Lead = new("Quién entra, quién sale y quién se queda, mes por mes: lo que cada autoridad notifica y lo que se sabe de los cruces registrados en los puestos fronterizos.", "Who comes in, who goes out and who stays, month by month: what each authority reports, and what is known from crossings recorded at border posts.", "Qui entre, qui sort et qui reste, mois par mois : ce que chaque autorité déclare, et ce que l’on sait des passages enregistrés aux postes frontière.");
    public static readonly Text WhatTheyAre = new("Qué son estos datos y qué no son", "What these data are and are not", "Ce que sont ces données et ce qu’elles ne sont pas");
    public static readonly IReadOnlyList<Text> Limits =
    [
        new("Un movimiento no es una persona: quien cruza diez veces cuenta diez.", "A movement is not a person: who crosses ten times counts ten.", "Un mouvement n’est pas une personne : qui passe dix fois compte dix."),
        new("Quien nunca cruza por un puesto no se ve: ni quien entra por otro lado ni quien vive en el país sin salir.", "Who never crosses at a post is not seen: neither who enters elsewhere nor who lives in the country without leaving it.", "Qui ne passe jamais par un poste n’est pas vu : ni celui qui entre ailleurs, ni celui qui vit dans le pays sans en sortir."),
        new("La nacionalidad no dice de dónde viene ni a dónde va una persona.", "Nationality does not say where a person comes from or goes to.", "La nationalité ne dit pas d’où vient une personne ni où elle va."),
        new("Cada autoridad cuenta los movimientos irregulares a su manera: aquí quedan lado a lado, fuente por fuente, y no se suman.", "Each authority counts irregular movements in its own way: here they stand side by side, source by source, and are not added up.", "Chaque autorité compte les mouvements irréguliers à sa manière : ils figurent ici côte à côte, source par source, et ne s’additionnent pas."),
        new("Las cifras de pocas personas se protegen y dicen «protegido»; una cifra que falta dice «s. d.». Ninguna de las dos es cero.", "Figures of few persons are protected and say \"protected\"; a figure that is missing says \"n/a\". Neither is zero.", "Les chiffres qui portent sur peu de personnes sont protégés et indiquent « protégé » ; un chiffre qui manque indique « n. d. ». Ni l’un ni l’autre n’est zéro."),
    ];
    public static readonly Text Method = new("Cómo se decide quién migró", "How it is decided who migrated", "Comment on établit qui a migré");
    public static readonly Text StayCalculator = new("Calcular la estancia permitida", "Work out a permitted stay", "Calculer le séjour autorisé");
    public static readonly Text Within = new("Dentro de la región", "Within the region", "À l’intérieur de la région");
    public static readonly Text WithinLead = new("nacionales de otros países de la región", "citizens of other countries of the region", "ressortissants d’autres pays de la région");
    public static readonly Text Into = new("Hacia la región", "Into the region", "Vers la région");
    public static readonly Text OutOf = new("Desde la región", "Out of the region", "Depuis la région");
    public static readonly Text AcrossLead = new("nacionales de fuera de ella", "citizens from beyond it", "ressortissants de pays hors de la région");
    public static readonly Text Own = new("Nacionales propios", "Own citizens", "Propres ressortissants");
    public static readonly Text OwnLead = new("de cada país que notifica", "of each reporting country", "de chaque pays déclarant");
    public static readonly Text UnknownOrigin = new("Nacionalidad desconocida", "Unknown nationality", "Nationalité inconnue");
    public static readonly Text UnknownLead = new("o sin nacionalidad", "or none", "ou sans nationalité");
    public static readonly Text Matrix = new("Matriz regional", "Regional matrix", "Matrice régionale");
    public static readonly Text Region = new("Región", "Region", "Région");
    public static readonly Text Direction = new("Sentido", "Direction", "Sens");
    public static readonly Text Entries = new("Entradas", "Entries", "Entrées");
    public static readonly Text Exits = new("Salidas", "Exits", "Sorties");
    public static readonly Text Part = new("Nacionalidades", "Nationalities", "Nationalités");
    public static readonly Text AllParts = new("Todas", "All", "Toutes");
    public static readonly Text AcrossPart = new("De fuera de la región", "From beyond the region", "Hors de la région");
    public static readonly Text WithinPart = new("De otros países de la región", "Of other countries of the region", "D’autres pays de la région");
    public static readonly Text OwnPart = new("Propias", "Own", "Propres");
    public static readonly Text SilentHead = new("Países de la región de los que esta fuente no tiene cifras de {0}: {1}", "Countries of the region of which this source has no figures of {0}: {1}", "Pays de la région pour lesquels cette source n’a pas de chiffres de {0} : {1}");
    public static readonly Text NothingInPart = new("Nadie publicó cifras de esta parte. Que falten no significa que sean cero.", "Nobody published figures of this part. Missing does not mean zero.", "Personne n’a publié de chiffres de cette partie. L’absence de chiffre ne signifie pas zéro.");
    public static readonly Text NoMonthly = new("El almacén no tiene movimientos mensuales. Importe la tabla de una autoridad con «periplo import», o una entrega con «periplo movements deliver import».", "The store holds no monthly movements. Import a table of an authority with \"periplo import\", or a delivery with \"periplo movements deliver import\".", "L’entrepôt ne contient pas de mouvements mensuels. Importez le tableau d’une autorité avec « periplo import », ou une livraison avec « periplo movements deliver import ».");
    public static readonly Text Reporting = new("Países con datos", "Countries with data", "Pays disposant de données");
    public static readonly Text Country = new("País", "Country", "Pays");
    public static readonly Text Movement = new("Movimiento", "Movement", "Mouvement");
    public static readonly Text FirstMonth = new("Primer mes", "First month", "Premier mois");
    public static readonly Text LastMonth = new("Último mes", "Last month", "Dernier mois");
    public static readonly Text MonthsHeld = new("Meses", "Months", "Mois");
    public static readonly Text ByCrossings = new("cruces clasificados", "classified crossings", "passages classés");
    public static readonly Text Deliveries = new("Entregas", "Deliveries", "Livraisons");
    public static readonly Text DeliveriesLead = new("Las tablas recibidas y hasta qué mes llegan.", "The tables received and the month they reach.", "Les tableaux reçus et le mois jusqu’auquel ils vont.");
    public static readonly Text Late = new("Entregas atrasadas", "Late deliveries", "Livraisons en retard");
    public static readonly Text NoneLate = new("Ninguna entrega acordada está atrasada.", "No agreed delivery is late.", "Aucune livraison convenue n’est en retard.");
    public static readonly Text NoCalendar = new("Esta instalación no tiene calendario de entregas: no se puede decir quién está atrasado.", "This installation has no calendar of deliveries: who is late cannot be told.", "Cette installation n’a pas de calendrier de livraisons : on ne peut dire qui est en retard.");
    public static readonly Text Never = new("ninguno", "none", "aucun");
    public static readonly Text MonthsMissing = new("Meses que faltan", "Months missing", "Mois manquants");
    public static readonly Text DaysLate = new("Días de atraso", "Days late", "Jours de retard");
    public static readonly Text Mirror = new("Espejo de un corredor", "Mirror of a corridor", "Miroir d’un corridor");
    public static readonly Text MirrorLead = new("Las salidas que cuenta un país frente a las entradas que cuenta el otro.", "The exits one country counts against the entries the other counts.", "Les sorties que compte un pays face aux entrées que compte l’autre.");
    public static readonly Text From = new("De", "From", "De");
    public static readonly Text To = new("A", "To", "À");
    public static readonly Text NoMirror = new("No hay meses en que uno de los dos notifique salidas y el otro entradas. Importe las tablas de ambos con «periplo import».", "There is no month in which one of the two reports exits and the other entries. Import the tables of both with \"periplo import\".", "Il n’y a pas de mois où l’un des deux déclare des sorties et l’autre des entrées. Importez les tableaux des deux avec « periplo import ».");
    public static readonly Text MirrorSum = new("En los {0} meses en que ambos notifican: {1} salidas y {2} entradas; la diferencia es el {3} de la media de ambas.", "Over the {0} months in which both report: {1} exits and {2} entries; the difference is {3} of the mean of both.", "Sur les {0} mois que les deux déclarent : {1} sorties et {2} entrées ; l’écart est de {3} de la moyenne des deux.");
    public static readonly Text MayExplain = new("Qué puede explicar la diferencia", "What may explain the difference", "Ce qui peut expliquer l’écart");
    public static readonly Text NothingOf = new("El almacén no tiene esta vista de los movimientos de {0}. Que falte no significa que sea cero.", "The store does not hold this view of the movements of {0}. Missing does not mean zero.", "L’entrepôt ne contient pas cette vue des mouvements ({0}). L’absence de chiffre ne signifie pas zéro.");
    public static readonly Text Migration = new("Llegadas, salidas y migración neta", "Arrivals, departures and net migration", "Arrivées, départs et solde migratoire");
    public static readonly Text Revisions = new("Cómo se revisan las cifras", "How figures are revised", "Comment les chiffres sont révisés");
    public static readonly Text Residents = new("Residentes", "Residents", "Résidents");
    public static readonly Text Lengths = new("Duración de las estancias", "Lengths of stay", "Durée des séjours");
    public static readonly Text Crossings = new("Entradas y salidas", "Entries and exits", "Entrées et sorties");
    public static readonly Text Irregular = new("Movimientos irregulares y retornos", "Irregular movements and returns", "Mouvements irréguliers et retours");
    public static readonly Text Quality = new("Calidad por puesto", "Quality by post", "Qualité par poste");
    public static readonly Text NoDataset = new("Falta el conjunto {0} de este país. Se hace con cruces individuales de los puestos: «periplo movements tables».", "Dataset {0} of this country is missing. It is made of single crossings at posts: \"periplo movements tables\".", "Le jeu de données {0} de ce pays manque. Il se fait à partir des passages aux postes, un par un : « periplo movements tables ».");
    public static readonly Text NoDelivered = new("Ninguna fuente del almacén trae estas cifras de este país (MOVEMENTS_MONTHLY). Importe la tabla de la autoridad con «periplo import», o su entrega con «periplo movements deliver import».", "No source in the store has these figures of this country (MOVEMENTS_MONTHLY). Import the authority's table with \"periplo import\", or its delivery with \"periplo movements deliver import\".", "Aucune source de l’entrepôt n’a ces chiffres pour ce pays (MOVEMENTS_MONTHLY). Importez le tableau de l’autorité avec « periplo import », ou sa livraison avec « periplo movements deliver import ».");
    public static readonly Text CountryProfile = new("Perfil migratorio del país", "Migration profile of the country", "Profil migratoire du pays");
    public static readonly Text MethodTitle = new("Movimientos: de cruces a migrantes", "Movements: from crossings to migrants", "Mouvements : des passages aux migrants");
    public static readonly Text MethodLead = new("La regla M1 mira lo que ocurrió, no lo que la persona declaró. Es la de doce de dieciséis meses que usan Nueva Zelanda y Australia.", "Rule M1 looks at what happened, not at what the person declared. It is the twelve-of-sixteen-months rule that New Zealand and Australia use.", "La règle M1 regarde ce qui s’est passé, non ce que la personne a déclaré. C’est la règle des douze mois sur seize qu’emploient la Nouvelle-Zélande et l’Australie.");
    public static readonly Text MethodRule = new("La regla en cinco pasos", "The rule in five steps", "La règle en cinq étapes");
    public static readonly IReadOnlyList<Text> Rule =
    [
        new("Los cruces de una persona en un país se ponen en orden. Una lectura en el mismo sentido antes de seis horas es un repetido y se deja fuera.", "The crossings of a person in a country are put in order. A reading in the same direction within six hours is a duplicate and is left out.", "Les passages d’une personne dans un pays sont mis en ordre. Une lecture dans le même sens en moins de six heures est un doublon et s’écarte."),
        new("Entre una entrada y la salida siguiente la persona está presente. Si falta un cruce, el hueco se parte por la mitad.", "Between an entry and the next exit the person is present. Where a crossing is missing, the gap is split in the middle.", "Entre une entrée et la sortie suivante, la personne est présente. Là où il manque un passage, l’intervalle se partage en son milieu."),
        new("A cada cruce se le abre una ventana de 487 días (16 meses) y se cuentan los días dentro y fuera del país.", "A window of 487 days (16 months) opens with each crossing, and the days inside and outside the country are counted.", "À chaque passage s’ouvre une fenêtre de 487 jours (16 mois), et l’on compte les jours passés dans le pays et hors du pays."),
        new("Quien no residía y entra es migrante que llega si pasa dentro al menos 365 días de la ventana, es decir, fuera 122 a lo sumo. Quien residía y sale es migrante que se va si pasa fuera al menos 365.", "A non-resident who enters is a migrant arrival when at least 365 days of the window are spent inside, that is, at most 122 outside. A resident who leaves is a migrant departure when at least 365 are spent outside.", "Un non-résident qui entre est une arrivée migratoire s’il passe au moins 365 jours de la fenêtre dans le pays, c’est-à-dire au plus 122 au-dehors. Un résident qui sort est un départ migratoire s’il en passe au moins 365 au-dehors."),
        new("Los cruces se juzgan en orden, cada uno con la residencia que dejó el anterior. Si la ventana no ha terminado y no alcanza para saberlo, el cruce queda sin decidir y el mes es provisional.", "Crossings are judged in order, each with the residence the one before left. While the window is not over and there is not enough to know, the crossing is undecided and the month provisional.", "Les passages se jugent dans l’ordre, chacun avec la résidence que laisse le précédent. Tant que la fenêtre n’est pas close et que l’on n’en sait pas assez, le passage reste à décider et le mois est provisoire."),
    ];
    public static readonly Text WorkedTitle = new("Los seis cruces, uno por uno", "The six crossings, one by one", "Les six passages, un par un");
    public static readonly Text WorkedNet = new("Del ejemplo salen una llegada de migrante en marzo de 2017 y una salida de migrante en octubre de 2018: migración neta cero.", "The example yields one migrant arrival in March 2017 and one migrant departure in October 2018: net migration zero.", "L’exemple donne une arrivée migratoire en mars 2017 et un départ migratoire en octobre 2018 : solde migratoire nul.");
    public static readonly Text CannotTell = new("Lo que no puede decir: nada de quien nunca cruza por un puesto, ni de por qué se movió alguien.", "What it cannot tell: anything of who never crosses at a post, or why anyone moved.", "Ce qu’elle ne peut pas dire : rien de qui ne passe jamais par un poste, ni pourquoi quelqu’un s’est déplacé.");
#pragma warning restore CS1591
}
