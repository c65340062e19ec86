using Periplo.Languages;
using Periplo.Sdmx;
using static Periplo.Statistics.Names;

namespace Periplo.Statistics;

/// <summary>Measures of population by five-year periods, and the dataset of populations under scenarios of migration.</summary>
public static class PopulationDefinitions
{
    /// <summary>Measures of a period of five years, kept under its first year: 2015 is mid-2015 to mid-2020. Codes of their own, so that five years are never taken for one.</summary>
    internal static IReadOnlyList<Code> FiveYearMeasures { get; } =
    [
        Code("BIRTHS_5Y", "Nacimientos en cinco años", "Births in five years", "Naissances en cinq ans"),
        Code("DEATHS_5Y", "Defunciones en cinco años", "Deaths in five years", "Décès en cinq ans"),
        Code("NET_MIG_5Y", "Migración neta en cinco años", "Net migration in five years", "Solde migratoire en cinq ans"),
        Code("NET_MIG_RATE_5Y", "Tasa anual de migración neta en cinco años", "Annual net migration rate over five years", "Taux annuel de solde migratoire sur cinq ans"),
        Code("TFR_5Y", "Fecundidad total en cinco años", "Total fertility over five years", "Fécondité totale sur cinq ans"),
        Code("LIFE_EXP_5Y", "Esperanza de vida al nacer en cinco años", "Life expectancy at birth over five years", "Espérance de vie à la naissance sur cinq ans"),
        Code("SRB_5Y", "Niños por niña al nacer en cinco años", "Boys to a girl at birth over five years", "Garçons pour une fille à la naissance sur cinq ans"),
    ];

    internal static DatasetDefinition Scenarios(CodeList area) => DatasetDefinitions.Define(
        "POPULATION_SCENARIOS", "DF_POPULATION_SCENARIOS",
        new Text("Población con y sin migración", "Population with and without migration", "Population avec et sans migration"),
        new Text(
            "Población de cada área bajo supuestos de migración, cada cinco años desde 2020. Son escenarios: dicen qué se seguiría de sus supuestos, no lo que va a pasar.",
            "Population of every area under suppositions about migration, every five years from 2020. They are scenarios: they say what would follow from their suppositions, not what will happen.",
            "Population de chaque zone selon des hypothèses de migration, tous les cinq ans à partir de 2020. Ce sont des scénarios : ils disent ce qui découlerait de leurs hypothèses, non ce qui va se passer."),
        "MEASURE",
        ["POP", "POP_BROAD", "BIRTHS_5Y", "DEATHS_5Y", "NET_MIG_5Y"],
        [
            DatasetDefinitions.FrequencyDimension,
            new(Concept("REF_AREA", "Área", "Area", "Zone"), area),
            new(Concept("SCENARIO", "Escenario", "Scenario", "Scénario"), DatasetDefinitions.Measures("CL_POPULATION_SCENARIO",
                Code("PUBLISHED", "Estimaciones publicadas, hasta 2020", "Published estimates, to 2020", "Estimations publiées, jusqu’en 2020"),
                Code("CONSTANT", "Migración neta constante de 2015–2020", "Constant net migration of 2015–2020", "Solde migratoire constant de 2015–2020"),
                Code("ZERO", "Sin migración", "Zero migration", "Sans migration"),
                Code("ZERO_RETURN", "Sin migración, y con el retorno de quienes viven fuera", "Zero migration, and return of those who live abroad", "Sans migration, et avec le retour de ceux qui vivent à l’étranger"),
                Code("REPL_TOTAL", "Reemplazo: población total", "Replacement: total population", "Remplacement : population totale"),
                Code("REPL_WORKING_AGE", "Reemplazo: población de 15 a 64 años", "Replacement: population from 15 to 64", "Remplacement : population de 15 à 64 ans"),
                Code("REPL_SUPPORT", "Reemplazo: relación de apoyo potencial", "Replacement: potential support ratio", "Remplacement : rapport de soutien potentiel"),
                Code("EFFECT", "Efecto de la migración: constante menos sin migración", "Effect of migration: constant less zero", "Effet de la migration : constant moins sans migration"))),
            new(Concept("MEASURE", "Medida", "Measure", "Mesure"), DatasetDefinitions.Measures("CL_POPULATION_SCENARIO_MEASURE",
                Code("POP", "Población a mitad de año", "Population at mid-year", "Population au milieu de l’année"),
                Code("POP_BROAD", "Población a mitad de año por grandes grupos de edad", "Population at mid-year by broad age groups", "Population au milieu de l’année par grands groupes d’âge"),
                Code("OADR", "Dependencia de mayores: 65 y más por cada cien de 15 a 64", "Old-age dependency: 65 and over per hundred from 15 to 64", "Dépendance des personnes âgées : 65 ans et plus pour cent de 15 à 64 ans"),
                Code("CDR", "Dependencia de menores: menores de 15 por cada cien de 15 a 64", "Child dependency: under 15 per hundred from 15 to 64", "Dépendance des enfants : moins de 15 ans pour cent de 15 à 64 ans"),
                Code("PSR", "Relación de apoyo potencial: personas de 15 a 64 por cada una de 65 y más", "Potential support ratio: persons from 15 to 64 to one of 65 and over", "Rapport de soutien potentiel : personnes de 15 à 64 ans pour une de 65 ans et plus"),
                Code("MEDIAN_AGE", "Edad mediana", "Median age", "Âge médian"),
                Code("POADR", "Dependencia prospectiva: con 15 años o menos de vida restante por cada cien desde los 20", "Prospective old-age dependency: with 15 years of life left or fewer per hundred from age 20", "Dépendance prospective : avec 15 ans de vie restante ou moins, pour cent à partir de 20 ans"),
                Code("BIRTHS_5Y", "Nacimientos en los cinco años que empiezan", "Births in the five years that begin", "Naissances dans les cinq ans qui commencent"),
                Code("DEATHS_5Y", "Defunciones en los cinco años que empiezan", "Deaths in the five years that begin", "Décès dans les cinq ans qui commencent"),
                Code("NET_MIG_5Y", "Migración neta en los cinco años que empiezan", "Net migration in the five years that begin", "Solde migratoire dans les cinq ans qui commencent"),
                Code("EFFECT_DIRECT", "Efecto directo: migrantes netos desde el inicio", "Direct effect: net migrants since the start", "Effet direct : migrants nets depuis le début"),
                Code("EFFECT_INDIRECT", "Efecto indirecto: sus nacimientos menos sus defunciones", "Indirect effect: their births less their deaths", "Effet indirect : leurs naissances moins leurs décès"),
                Code("EFFECT_PT", "Efecto por cada cien personas sin migración", "Effect per hundred persons without migration", "Effet pour cent personnes sans migration"))),
            DatasetDefinitions.SexDimension,
            DatasetDefinitions.AgeDimension,
            DatasetDefinitions.UnitDimension,
        ]);
}
