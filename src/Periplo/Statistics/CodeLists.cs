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

    public static readonly CodeList Frequency = new("CL_FREQ", Sdmx, "2.1", new Text("Frecuencia", "Frequency").International(),
    [
        Code("A", "Anual", "Annual"),
        Code("S", "Semestral", "Half-yearly"),
        Code("Q", "Trimestral", "Quarterly"),
        Code("M", "Mensual", "Monthly"),
        Code("W", "Semanal", "Weekly"),
        Code("D", "Diaria", "Daily"),
        Code("N", "Sin periodicidad fija", "Not regular"),
    ]);

    public static readonly CodeList Sex = new("CL_SEX", Sdmx, "2.1", new Text("Sexo", "Sex").International(),
    [
        Code("_T", "Ambos sexos", "Both sexes"),
        Code("F", "Mujeres", "Women"),
        Code("M", "Hombres", "Men"),
        Code("_O", "Otro", "Other"),
        Code("_N", "Sin respuesta", "Not stated"),
        Code("_U", "Desconocido", "Unknown"),
        Code("_Z", "No se aplica", "Not applicable"),
    ]);

    public static readonly CodeList Education = new("CL_EDUCATION_LEV", Sdmx, "1.0", new Text("Nivel de educación", "Education level").International(),
    [
        Code("_T", "Todos los niveles", "All levels"),
        Code("_Z", "No se aplica", "Not applicable"),
    ]);

    public static readonly CodeList Unit = new("CL_UNIT_MEASURE", Agency, "1.0", new Text("Unidad de medida", "Unit of measure").International(),
    [
        Code("PS", "Personas", "Persons"),
        Code("CROSSING", "Cruces", "Crossings"),
        Code("CASE", "Expedientes, de una o más personas", "Cases, of one or more persons", "Dossiers, d’une ou plusieurs personnes"),
        Code("DISPLACEMENT", "Desplazamientos", "Displacements", "Déplacements"),
        Code("PURE_NUMB", "Número puro", "Pure number"),
        Code("PT", "Por ciento", "Percent"),
        Code("PT_POP", "Por ciento de la población", "Percent of population"),
        Code("PT_GDP", "Por ciento del PIB", "Percent of GDP"),
        Code("PT_TRANSACT", "Por ciento del monto enviado", "Percent of the amount sent"),
        Code("USD", "Dólares de los Estados Unidos", "US dollars"),
        Code("EUR", "Euros", "Euros"),
        Code("YR", "Años", "Years"),
        Code("BIRTHS_W", "Hijos por mujer", "Children per woman"),
        Code("10P3HAB", "Por mil habitantes", "Per thousand people"),
    ]);

    public static readonly CodeList UnitMultiplier = new("CL_UNIT_MULT", Sdmx, "1.1", new Text("Multiplicador", "Unit multiplier").International(),
    [
        Code("0", "Unidades", "Units"),
        Code("3", "Miles", "Thousands"),
        Code("6", "Millones", "Millions"),
        Code("9", "Miles de millones", "Billions"),
    ]);

    public static readonly CodeList Status = new("CL_OBS_STATUS", Sdmx, "2.2", new Text("Situación de la observación", "Observation status").International(),
    [
        Code("A", "Valor observado", "Observed value"),
        Code("B", "Ruptura de la serie", "Time series break"),
        Code("D", "Definición diferente", "Definition differs"),
        Code("E", "Estimado", "Estimated"),
        Code("F", "Pronosticado", "Forecast"),
        Code("G", "Experimental", "Experimental"),
        Code("I", "Imputado", "Imputed"),
        Code("J", "Excepción", "Derogation"),
        Code("K", "Incluido en otra categoría", "Included in another category"),
        Code("L", "Falta: no se recolectó", "Missing: not collected"),
        Code("M", "Falta: no puede existir", "Missing: cannot exist"),
        Code("N", "No significativo", "Not significant"),
        Code("O", "Falta", "Missing"),
        Code("P", "Provisional", "Provisional"),
        Code("Q", "Falta: suprimido", "Missing: suppressed"),
        Code("S", "Hecho extraordinario", "Special event"),
        Code("U", "Poco fiable", "Low reliability"),
        Code("V", "Sin validar", "Unvalidated"),
        Code("W", "Incluye otra categoría", "Includes another category"),
    ]);

    public static readonly CodeList OriginBasis = new("CL_ORIGIN_BASIS", Agency, "1.0", new Text("Definición de origen", "Definition of origin").International(),
    [
        Code("_T", "La mejor disponible en cada destino", "Best available in each destination"),
        Code("B", "Lugar de nacimiento", "Place of birth"),
        Code("C", "Nacionalidad", "Citizenship"),
        Code("P", "Residencia anterior", "Previous residence"),
    ]);

    /// <summary>How the destination counts migrants, in the letters of the UN DESA migrant stock tables.</summary>
    public static readonly CodeList DataType = new("CL_DATA_TYPE", Agency, "1.0", new Text("Tipo de dato", "Type of data").International(),
    [
        Code("B", "Nacidos en el extranjero", "Foreign-born"),
        Code("BR", "Nacidos en el extranjero, más refugiados", "Foreign-born, refugees added"),
        Code("C", "Ciudadanos extranjeros", "Foreign citizens"),
        Code("CR", "Ciudadanos extranjeros, más refugiados", "Foreign citizens, refugees added"),
        Code("BC", "Nacidos en el extranjero y ciudadanos extranjeros", "Foreign-born and foreign citizens"),
        Code("BCR", "Nacidos en el extranjero y ciudadanos extranjeros, más refugiados", "Foreign-born and foreign citizens, refugees added"),
        Code("I", "Imputado", "Imputed"),
        Code("IR", "Imputado, más refugiados", "Imputed, refugees added"),
    ]);

    public static readonly CodeList Age = AgeList();

    /// <summary>Areas as a code list: every area of the registry, in its order.</summary>
    public static CodeList Area(AreaRegistry areas) => new("CL_AREA", Agency, "1.0", new Text("Áreas", "Areas").International(),
        [.. areas.All.Select(area => new Code(area.Id, area.ShortName.International()))]);

    /// <summary>CL_AGE by the pattern of the SDMX guideline: Y25, Y0T4, Y_LT15, Y_GE65, _T, _U.</summary>
    private static CodeList AgeList()
    {
        List<Code> codes =
        [
            Code("_T", "Todas las edades", "All ages"),
            Code("_U", "Edad desconocida", "Age unknown"),
            Code("_Z", "No se aplica", "Not applicable"),
        ];
        for (var age = 0; age <= 110; age++)
            codes.Add(Code($"Y{age}", $"{age} años", $"{age} years"));
        for (var from = 0; from <= 100; from++)
        {
            for (var to = from + 1; to <= 109; to++)
            {
                if (from % 5 == 0 ? (to - from + 1) % 5 == 0 || (from == 0 && to == 17) || (from == 5 && to == 11) : to - from <= 4 || from is 1 or 18 || (from == 12 && to == 17))
                    codes.Add(Code($"Y{from}T{to}", $"{from} a {to} años", $"{from} to {to} years"));
            }
        }

        for (var age = 1; age <= 110; age++)
        {
            codes.Add(Code($"Y_LT{age}", $"Menores de {age} años", $"Under {age} years"));
            codes.Add(Code($"Y_GE{age}", $"{age} años y más", $"{age} years and over"));
        }

        return new("CL_AGE", Sdmx, "1.0", new Text("Edad", "Age").International(), codes);
    }
}
