using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sdmx;
using static Periplo.Statistics.Names;

namespace Periplo.Statistics;

/// <summary>The code lists of Periplo's structures: SDMX cross-domain lists (SDMX content-oriented guidelines) and our own for measures.</summary>
internal static class CodeLists
{
    public const string Agency = "PERIPLO";
    public const string Sdmx = "SDMX";

    public static readonly CodeList Frequency = new("CL_FREQ", Sdmx, "2.1", new Text("Frecuencia", "Frequency", "Fréquence").International(),
    [
        Code("A", "Anual", "Annual", "Annuelle"),
        Code("A5", "Quinquenal", "Every five years", "Quinquennale"),
        Code("S", "Semestral", "Half-yearly", "Semestrielle"),
        Code("Q", "Trimestral", "Quarterly", "Trimestrielle"),
        Code("M", "Mensual", "Monthly", "Mensuelle"),
        Code("W", "Semanal", "Weekly", "Hebdomadaire"),
        Code("D", "Diaria", "Daily", "Quotidienne"),
        Code("N", "Sin periodicidad fija", "Not regular", "Sans périodicité fixe"),
    ]);

    public static readonly CodeList Sex = new("CL_SEX", Sdmx, "2.1", new Text("Sexo", "Sex", "Sexe").International(),
    [
        Code("_T", "Ambos sexos", "Both sexes", "Les deux sexes"),
        Code("F", "Mujeres", "Women", "Femmes"),
        Code("M", "Hombres", "Men", "Hommes"),
        Code("_O", "Otro", "Other", "Autre"),
        Code("_N", "Sin respuesta", "Not stated", "Sans réponse"),
        Code("_U", "Desconocido", "Unknown", "Inconnu"),
        Code("_Z", "No se aplica", "Not applicable", "Sans objet"),
    ]);

    public static readonly CodeList Education = new("CL_EDUCATION_LEV", Sdmx, "1.0", new Text("Nivel de educación", "Education level", "Niveau d’éducation").International(),
    [
        Code("_T", "Todos los niveles", "All levels", "Tous les niveaux"),
        Code("_Z", "No se aplica", "Not applicable", "Sans objet"),
    ]);

    public static readonly CodeList Unit = new("CL_UNIT_MEASURE", Agency, "1.0", new Text("Unidad de medida", "Unit of measure", "Unité de mesure").International(),
    [
        Code("PS", "Personas", "Persons", "Personnes"),
        Code("CROSSING", "Cruces", "Crossings", "Passages"),
        Code("CASE", "Expedientes, de una o más personas", "Cases, of one or more persons", "Dossiers, d’une ou plusieurs personnes"),
        Code("DISPLACEMENT", "Desplazamientos", "Displacements", "Déplacements"),
        Code("PURE_NUMB", "Número puro", "Pure number", "Nombre pur"),
        Code("PT", "Por ciento", "Percent", "Pour cent"),
        Code("PT_POP", "Por ciento de la población", "Percent of population", "Pour cent de la population"),
        Code("PT_GDP", "Por ciento del PIB", "Percent of GDP", "Pour cent du PIB"),
        Code("PT_TRANSACT", "Por ciento del monto enviado", "Percent of the amount sent", "Pour cent du montant envoyé"),
        Code("USD", "Dólares de los Estados Unidos", "US dollars", "Dollars des États-Unis"),
        Code("EUR", "Euros", "Euros", "Euros"),
        Code("YR", "Años", "Years", "Années"),
        Code("BIRTHS_W", "Hijos por mujer", "Children per woman", "Enfants par femme"),
        Code("10P3HAB", "Por mil habitantes", "Per thousand people", "Pour mille habitants"),
        Code("10P5HAB", "Por cien mil habitantes", "Per hundred thousand people", "Pour cent mille habitants"),
        Code("USD_PS", "Dólares de los Estados Unidos por persona", "US dollars per person", "Dollars des États-Unis par personne"),
        Code("MO", "Meses", "Months", "Mois"),
    ]);

    public static readonly CodeList UnitMultiplier = new("CL_UNIT_MULT", Sdmx, "1.1", new Text("Multiplicador", "Unit multiplier", "Multiplicateur").International(),
    [
        Code("0", "Unidades", "Units", "Unités"),
        Code("3", "Miles", "Thousands", "Milliers"),
        Code("6", "Millones", "Millions", "Millions"),
        Code("9", "Miles de millones", "Billions", "Milliards"),
    ]);

    public static readonly CodeList Status = new("CL_OBS_STATUS", Sdmx, "2.2", new Text("Situación de la observación", "Observation status", "Statut de l’observation").International(),
    [
        Code("A", "Valor observado", "Observed value", "Valeur observée"),
        Code("B", "Ruptura de la serie", "Time series break", "Rupture de la série"),
        Code("D", "Definición diferente", "Definition differs", "Définition différente"),
        Code("E", "Estimado", "Estimated", "Estimé"),
        Code("F", "Pronosticado", "Forecast", "Prévu"),
        Code("G", "Experimental", "Experimental", "Expérimental"),
        Code("I", "Imputado", "Imputed", "Imputé"),
        Code("J", "Excepción", "Derogation", "Exception"),
        Code("K", "Incluido en otra categoría", "Included in another category", "Inclus dans une autre catégorie"),
        Code("L", "Falta: no se recolectó", "Missing: not collected", "Manque : non collecté"),
        Code("M", "Falta: no puede existir", "Missing: cannot exist", "Manque : ne peut exister"),
        Code("N", "No significativo", "Not significant", "Non significatif"),
        Code("O", "Falta", "Missing", "Manque"),
        Code("P", "Provisional", "Provisional", "Provisoire"),
        Code("Q", "Falta: suprimido", "Missing: suppressed", "Manque : supprimé"),
        Code("S", "Hecho extraordinario", "Special event", "Fait extraordinaire"),
        Code("U", "Poco fiable", "Low reliability", "Peu fiable"),
        Code("V", "Sin validar", "Unvalidated", "Non validé"),
        Code("W", "Incluye otra categoría", "Includes another category", "Inclut une autre catégorie"),
    ]);

    public static readonly CodeList OriginBasis = new("CL_ORIGIN_BASIS", Agency, "1.0", new Text("Definición de origen", "Definition of origin", "Définition de l’origine").International(),
    [
        Code("_T", "La mejor disponible en cada destino", "Best available in each destination", "La meilleure disponible dans chaque destination"),
        Code("B", "Lugar de nacimiento", "Place of birth", "Lieu de naissance"),
        Code("C", "Nacionalidad", "Citizenship", "Nationalité"),
        Code("P", "Residencia anterior, o siguiente de quien sale", "Previous residence, or next one of those who leave", "Résidence antérieure, ou suivante de qui part"),
    ]);

    /// <summary>How the destination counts migrants, in the letters of the UN DESA migrant stock tables.</summary>
    public static readonly CodeList DataType = new("CL_DATA_TYPE", Agency, "1.0", new Text("Tipo de dato", "Type of data", "Type de donnée").International(),
    [
        Code("B", "Nacidos en el extranjero", "Foreign-born", "Nés à l’étranger"),
        Code("BR", "Nacidos en el extranjero, más refugiados", "Foreign-born, refugees added", "Nés à l’étranger, plus réfugiés"),
        Code("C", "Ciudadanos extranjeros", "Foreign citizens", "Citoyens étrangers"),
        Code("CR", "Ciudadanos extranjeros, más refugiados", "Foreign citizens, refugees added", "Citoyens étrangers, plus réfugiés"),
        Code("BC", "Nacidos en el extranjero y ciudadanos extranjeros", "Foreign-born and foreign citizens", "Nés à l’étranger et citoyens étrangers"),
        Code("BCR", "Nacidos en el extranjero y ciudadanos extranjeros, más refugiados", "Foreign-born and foreign citizens, refugees added", "Nés à l’étranger et citoyens étrangers, plus réfugiés"),
        Code("I", "Imputado", "Imputed", "Imputé"),
        Code("IR", "Imputado, más refugiados", "Imputed, refugees added", "Imputé, plus réfugiés"),
    ]);

    public static readonly CodeList Age = AgeList();

    /// <summary>Areas as a code list: every area of the registry, in its order.</summary>
    public static CodeList Area(AreaRegistry areas) => new("CL_AREA", Agency, "1.0", new Text("Áreas", "Areas", "Zones").International(),
        [.. areas.All.Select(area => new Code(area.Id, area.ShortName.International()))]);

    /// <summary>CL_AGE by the pattern of the SDMX guideline: Y25, Y0T4, Y_LT15, Y_GE65, _T, _U.</summary>
    private static CodeList AgeList()
    {
        List<Code> codes =
        [
            Code("_T", "Todas las edades", "All ages", "Tous les âges"),
            Code("_U", "Edad desconocida", "Age unknown", "Âge inconnu"),
            Code("_Z", "No se aplica", "Not applicable", "Sans objet"),
        ];
        for (var age = 0; age <= 110; age++)
            codes.Add(Code($"Y{age}", $"{age} años", $"{age} years", $"{age} ans"));
        for (var from = 0; from <= 100; from++)
        {
            for (var to = from + 1; to <= 109; to++)
            {
                if (from % 5 == 0 ? (to - from + 1) % 5 == 0 || (from == 0 && to == 17) || (from == 5 && to == 11) : to - from <= 4 || from is 1 or 18 || (from == 12 && to == 17))
                    codes.Add(Code($"Y{from}T{to}", $"{from} a {to} años", $"{from} to {to} years", $"{from} à {to} ans"));
            }
        }

        for (var age = 1; age <= 110; age++)
        {
            codes.Add(Code($"Y_LT{age}", $"Menores de {age} años", $"Under {age} years", $"Moins de {age} ans"));
            codes.Add(Code($"Y_GE{age}", $"{age} años y más", $"{age} years and over", $"{age} ans et plus"));
        }

        return new("CL_AGE", Sdmx, "1.0", new Text("Edad", "Age", "Âge").International(), codes);
    }
}
