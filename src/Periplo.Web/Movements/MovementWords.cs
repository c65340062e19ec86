using Periplo.Languages;

namespace Periplo.Web.Movements;

/// <summary>The sentences of the pages of movements.</summary>
public static class MovementWords
{
#pragma warning disable CS1591 // Each text is its own description.
    public static readonly Text Movements = new("Movimientos", "Movements");
    public static readonly Text MonthByMonth = new("Movimientos, mes por mes", "Movements, month by month");
    public static readonly Text Lead = new("Quién entra, quién sale y quién se queda, mes por mes: lo que cada autoridad notifica y lo que se sabe de los cruces registrados en los puestos fronterizos.", "Who comes in, who goes out and who stays, month by month: what each authority reports, and what is known from crossings recorded at border posts.");
    public static readonly Text WhatTheyAre = new("Qué son estos datos y qué no son", "What these data are and are not");
    public static readonly IReadOnlyList<Text> Limits =
    [
        new("Un movimiento no es una persona: quien cruza diez veces cuenta diez.", "A movement is not a person: who crosses ten times counts ten."),
        new("Quien nunca cruza por un puesto no se ve: ni quien entra por otro lado ni quien vive en el país sin salir.", "Who never crosses at a post is not seen: neither who enters elsewhere nor who lives in the country without leaving it."),
        new("La nacionalidad no dice de dónde viene ni a dónde va una persona.", "Nationality does not say where a person comes from or goes to."),
        new("Cada autoridad cuenta los movimientos irregulares a su manera: aquí quedan lado a lado, fuente por fuente, y no se suman.", "Each authority counts irregular movements in its own way: here they stand side by side, source by source, and are not added up."),
        new("Las cifras de pocas personas se protegen y dicen «protegido»; una cifra que falta dice «s. d.». Ninguna de las dos es cero.", "Figures of few persons are protected and say \"protected\"; a figure that is missing says \"n/a\". Neither is zero."),
    ];
    public static readonly Text Method = new("Cómo se decide quién migró", "How it is decided who migrated");
    public static readonly Text StayCalculator = new("Calcular la estancia permitida", "Work out a permitted stay");
    public static readonly Text Within = new("Dentro de la región", "Within the region");
    public static readonly Text WithinLead = new("nacionales de otros países de la región", "citizens of other countries of the region");
    public static readonly Text Into = new("Hacia la región", "Into the region");
    public static readonly Text OutOf = new("Desde la región", "Out of the region");
    public static readonly Text AcrossLead = new("nacionales de fuera de ella", "citizens from beyond it");
    public static readonly Text Own = new("Nacionales propios", "Own citizens");
    public static readonly Text OwnLead = new("de cada país que notifica", "of each reporting country");
    public static readonly Text UnknownOrigin = new("Nacionalidad desconocida", "Unknown nationality");
    public static readonly Text UnknownLead = new("o sin nacionalidad", "or none");
    public static readonly Text Matrix = new("Matriz regional", "Regional matrix");
    public static readonly Text Region = new("Región", "Region");
    public static readonly Text Direction = new("Sentido", "Direction");
    public static readonly Text Entries = new("Entradas", "Entries");
    public static readonly Text Exits = new("Salidas", "Exits");
    public static readonly Text Part = new("Nacionalidades", "Nationalities");
    public static readonly Text AllParts = new("Todas", "All");
    public static readonly Text AcrossPart = new("De fuera de la región", "From beyond the region");
    public static readonly Text WithinPart = new("De otros países de la región", "Of other countries of the region");
    public static readonly Text OwnPart = new("Propias", "Own");
    public static readonly Text SilentHead = new("Países de la región de los que esta fuente no tiene cifras de {0}: {1}", "Countries of the region of which this source has no figures of {0}: {1}");
    public static readonly Text NothingInPart = new("Nadie publicó cifras de esta parte. Que falten no significa que sean cero.", "Nobody published figures of this part. Missing does not mean zero.");
    public static readonly Text NoMonthly = new("El almacén no tiene movimientos mensuales. Importe la tabla de una autoridad con «periplo import», o una entrega con «periplo movements deliver import».", "The store holds no monthly movements. Import a table of an authority with \"periplo import\", or a delivery with \"periplo movements deliver import\".");
    public static readonly Text Reporting = new("Países con datos", "Countries with data");
    public static readonly Text Country = new("País", "Country");
    public static readonly Text Movement = new("Movimiento", "Movement");
    public static readonly Text FirstMonth = new("Primer mes", "First month");
    public static readonly Text LastMonth = new("Último mes", "Last month");
    public static readonly Text MonthsHeld = new("Meses", "Months");
    public static readonly Text ByCrossings = new("cruces clasificados", "classified crossings");
    public static readonly Text Deliveries = new("Entregas", "Deliveries");
    public static readonly Text DeliveriesLead = new("Las tablas recibidas y hasta qué mes llegan.", "The tables received and the month they reach.");
    public static readonly Text Late = new("Entregas atrasadas", "Late deliveries");
    public static readonly Text NoneLate = new("Ninguna entrega acordada está atrasada.", "No agreed delivery is late.");
    public static readonly Text NoCalendar = new("Esta instalación no tiene calendario de entregas: no se puede decir quién está atrasado.", "This installation has no calendar of deliveries: who is late cannot be told.");
    public static readonly Text Never = new("ninguno", "none");
    public static readonly Text MonthsMissing = new("Meses que faltan", "Months missing");
    public static readonly Text DaysLate = new("Días de atraso", "Days late");
    public static readonly Text Mirror = new("Espejo de un corredor", "Mirror of a corridor");
    public static readonly Text MirrorLead = new("Las salidas que cuenta un país frente a las entradas que cuenta el otro.", "The exits one country counts against the entries the other counts.");
    public static readonly Text From = new("De", "From");
    public static readonly Text To = new("A", "To");
    public static readonly Text NoMirror = new("No hay meses en que uno de los dos notifique salidas y el otro entradas. Importe las tablas de ambos con «periplo import».", "There is no month in which one of the two reports exits and the other entries. Import the tables of both with \"periplo import\".");
    public static readonly Text MirrorSum = new("En los {0} meses en que ambos notifican: {1} salidas y {2} entradas; la diferencia es el {3} de la media de ambas.", "Over the {0} months in which both report: {1} exits and {2} entries; the difference is {3} of the mean of both.");
    public static readonly Text MayExplain = new("Qué puede explicar la diferencia", "What may explain the difference");
    public static readonly Text NothingOf = new("El almacén no tiene esta vista de los movimientos de {0}. Que falte no significa que sea cero.", "The store does not hold this view of the movements of {0}. Missing does not mean zero.");
    public static readonly Text Migration = new("Llegadas, salidas y migración neta", "Arrivals, departures and net migration");
    public static readonly Text Revisions = new("Cómo se revisan las cifras", "How figures are revised");
    public static readonly Text Residents = new("Residentes", "Residents");
    public static readonly Text Lengths = new("Duración de las estancias", "Lengths of stay");
    public static readonly Text Crossings = new("Entradas y salidas", "Entries and exits");
    public static readonly Text Irregular = new("Movimientos irregulares y retornos", "Irregular movements and returns");
    public static readonly Text Quality = new("Calidad por puesto", "Quality by post");
    public static readonly Text NoDataset = new("Falta el conjunto {0} de este país. Se hace con cruces individuales de los puestos: «periplo movements tables».", "Dataset {0} of this country is missing. It is made of single crossings at posts: \"periplo movements tables\".");
    public static readonly Text NoDelivered = new("Ninguna fuente del almacén trae estas cifras de este país (MOVEMENTS_MONTHLY). Importe la tabla de la autoridad con «periplo import», o su entrega con «periplo movements deliver import».", "No source in the store has these figures of this country (MOVEMENTS_MONTHLY). Import the authority's table with \"periplo import\", or its delivery with \"periplo movements deliver import\".");
    public static readonly Text CountryProfile = new("Perfil migratorio del país", "Migration profile of the country");
    public static readonly Text MethodTitle = new("Movimientos: de cruces a migrantes", "Movements: from crossings to migrants");
    public static readonly Text MethodLead = new("La regla M1 mira lo que ocurrió, no lo que la persona declaró. Es la de doce de dieciséis meses que usan Nueva Zelanda y Australia.", "Rule M1 looks at what happened, not at what the person declared. It is the twelve-of-sixteen-months rule that New Zealand and Australia use.");
    public static readonly Text MethodRule = new("La regla en cinco pasos", "The rule in five steps");
    public static readonly IReadOnlyList<Text> Rule =
    [
        new("Los cruces de una persona en un país se ponen en orden. Una lectura en el mismo sentido antes de seis horas es un repetido y se deja fuera.", "The crossings of a person in a country are put in order. A reading in the same direction within six hours is a duplicate and is left out."),
        new("Entre una entrada y la salida siguiente la persona está presente. Si falta un cruce, el hueco se parte por la mitad.", "Between an entry and the next exit the person is present. Where a crossing is missing, the gap is split in the middle."),
        new("A cada cruce se le abre una ventana de 487 días (16 meses) y se cuentan los días dentro y fuera del país.", "A window of 487 days (16 months) opens with each crossing, and the days inside and outside the country are counted."),
        new("Quien no residía y entra es migrante que llega si pasa dentro al menos 365 días de la ventana, es decir, fuera 122 a lo sumo. Quien residía y sale es migrante que se va si pasa fuera al menos 365.", "A non-resident who enters is a migrant arrival when at least 365 days of the window are spent inside, that is, at most 122 outside. A resident who leaves is a migrant departure when at least 365 are spent outside."),
        new("Los cruces se juzgan en orden, cada uno con la residencia que dejó el anterior. Si la ventana no ha terminado y no alcanza para saberlo, el cruce queda sin decidir y el mes es provisional.", "Crossings are judged in order, each with the residence the one before left. While the window is not over and there is not enough to know, the crossing is undecided and the month provisional."),
    ];
    public static readonly Text WorkedTitle = new("Los seis cruces, uno por uno", "The six crossings, one by one");
    public static readonly Text WorkedNet = new("Del ejemplo salen una llegada de migrante en marzo de 2017 y una salida de migrante en octubre de 2018: migración neta cero.", "The example yields one migrant arrival in March 2017 and one migrant departure in October 2018: net migration zero.");
    public static readonly Text CannotTell = new("Lo que no puede decir: nada de quien nunca cruza por un puesto, ni de por qué se movió alguien.", "What it cannot tell: anything of who never crosses at a post, or why anyone moved.");
#pragma warning restore CS1591
}
