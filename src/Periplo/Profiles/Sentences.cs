using Periplo.Indicators;
using Periplo.Languages;

namespace Periplo.Profiles;

/// <summary>
/// Every sentence a profile can make. Wordings name "the number of" or "the share of" so that they agree with any
/// number, and never decline the name of an area.
/// </summary>
internal static class Sentences
{
    private static readonly Guard[] Level = [Guard.HasValue, Guard.Recent, Guard.NotImputed];
    private static readonly Guard[] Change = [Guard.Comparable, Guard.Recent, Guard.NotImputed, Guard.SameRevision, Guard.SameDefinition, Guard.NoBreak, Guard.BeyondNoise];
    private static readonly Guard[] Together = [Guard.HasValue, Guard.Recent, Guard.SameTime, Guard.NotImputed];

    /// <summary>The templates in the order of the profile; those of the summary first.</summary>
    public static IReadOnlyList<SentenceTemplate> All { get; } =
    [
        Two("immigrants", SectionKind.Summary, new("Inmigrantes", "Immigrants", "Immigrés"), "M1.01", "M1.02",
            (a, year) => new($"El número de inmigrantes era de {a.Es} en {year}", $"The number of immigrants was {a.En} in {year}", $"Le nombre d’immigrés était de {a.Fr} en {year}"),
            new("el {0} de la población", "{0} of the population", "{0} de la population")),
        Two("emigrants", SectionKind.Summary, new("Emigrantes", "Emigrants", "Émigrés"), "M2.01", "M2.02",
            (a, year) => new($"El número de emigrantes era de {a.Es} en {year}", $"The number of emigrants was {a.En} in {year}", $"Le nombre d’émigrés était de {a.Fr} en {year}"),
            new("el {0} de la suma de emigrantes y habitantes", "{0} of emigrants and inhabitants together", "{0} de l’ensemble des émigrés et des habitants")),
        NetMigration(SectionKind.Summary),
        One("refugees", SectionKind.Summary, new("Refugiados acogidos", "Refugees hosted", "Réfugiés accueillis"), "F1.01", (a, year) => new(
            $"El número de refugiados que acoge era de {a.Es} a fines de {year.Es}.",
            $"The number of refugees hosted was {a.En} at the end of {year.En}.",
            $"Le nombre de réfugiés accueillis était de {a.Fr} à la fin de {year.Fr}.")),
        Two("remittances", SectionKind.Summary, new("Remesas recibidas", "Remittances received", "Envois de fonds reçus"), "R1.01", "R1.02",
            (a, year) => new(
                $"El monto de las remesas recibidas en {year}, en dólares de EE. UU., fue de {a.Es}", $"The amount of remittances received in {year}, in US dollars, was {a.En}",
                $"Le montant des envois de fonds reçus en {year}, en dollars des États-Unis, a été de {a.Fr}"),
            new("el {0} del PIB", "{0} of GDP", "{0} du PIB")),

        One("population", SectionKind.Population, new("Población", "Population", "Population"), "P1.01", (a, year) => new(
            $"El número de habitantes era de {a.Es} en {year.Es}.",
            $"The number of inhabitants was {a.En} in {year.En}.",
            $"Le nombre d’habitants était de {a.Fr} en {year.Fr}.")),
        Changed("immigrants-change", SectionKind.Population, new("Cambio del número de inmigrantes", "Change in the number of immigrants", "Évolution du nombre d’immigrés"), "M1.01",
            new("el número de inmigrantes", "the number of immigrants", "le nombre d’immigrés")),
        Changed("emigrants-change", SectionKind.Emigrants, new("Cambio del número de emigrantes", "Change in the number of emigrants", "Évolution du nombre d’émigrés"), "M2.01",
            new("el número de emigrantes", "the number of emigrants", "le nombre d’émigrés")),

        Top("origins", SectionKind.Migrants, new("Orígenes de los inmigrantes", "Origins of immigrants", "Origines des immigrés"), "M1.06", (names, year) => new(
            $"Entre los orígenes con más inmigrantes estaban, en {year.Es}: {names.Es}.",
            $"Among the origins with most immigrants were, in {year.En}: {names.En}.",
            $"Parmi les origines comptant le plus d’immigrés figuraient, en {year.Fr} : {names.Fr}.")),
        One("women", SectionKind.Migrants, new("Mujeres entre los inmigrantes", "Women among immigrants", "Femmes parmi les immigrés"), "M1.03", (a, year) => new(
            $"Las mujeres eran el {a.Es} de los inmigrantes en {year.Es}.",
            $"Women made up {a.En} of immigrants in {year.En}.",
            $"Les femmes représentaient {a.Fr} des immigrés en {year.Fr}.")),
        Top("destinations", SectionKind.Emigrants, new("Destinos de los emigrantes", "Destinations of emigrants", "Destinations des émigrés"), "M2.03", (names, year) => new(
            $"Entre los destinos con más emigrantes estaban, en {year.Es}: {names.Es}.",
            $"Among the destinations with most emigrants were, in {year.En}: {names.En}.",
            $"Parmi les destinations comptant le plus d’émigrés figuraient, en {year.Fr} : {names.Fr}.")),
        One("refugees-abroad", SectionKind.Displacement, new("Refugiados originarios de esta área", "Refugees from this area", "Réfugiés originaires de cette zone"), "F1.02", (a, year) => new(
            $"El número de refugiados originarios de esta área era de {a.Es} a fines de {year.Es}.",
            $"The number of refugees from this area was {a.En} at the end of {year.En}.",
            $"Le nombre de réfugiés originaires de cette zone était de {a.Fr} à la fin de {year.Fr}.")),
        Displaced(),
        Flows(),
        One("labour-share", SectionKind.Labour, new("Inmigrantes en la fuerza de trabajo", "Immigrants in the labour force", "Immigrés dans la population active"), "L1.01", (a, year) => new(
            $"Los inmigrantes eran el {a.Es} de la fuerza de trabajo en {year.Es}.",
            $"Immigrants made up {a.En} of the labour force in {year.En}.",
            $"Les immigrés représentaient {a.Fr} de la population active en {year.Fr}.")),
        Changed("remittances-change", SectionKind.Remittances, new("Cambio de las remesas recibidas", "Change in remittances received", "Évolution des envois de fonds reçus"), "R1.01",
            new("el monto anual de remesas recibidas, en dólares corrientes,", "the yearly amount of remittances received, in current dollars,", "le montant annuel des envois de fonds reçus, en dollars courants,"), lastYears: 10),
        One("income", SectionKind.Development, new("PIB por habitante", "GDP per head", "PIB par habitant"), "D1.01", (a, year) => new(
            $"El PIB por habitante, en dólares de EE. UU., era de {a.Es} en {year.Es}.",
            $"GDP per head, in US dollars, was {a.En} in {year.En}.",
            $"Le PIB par habitant, en dollars des États-Unis, était de {a.Fr} en {year.Fr}.")),
        Scenario(),
        Status("treaties", SectionKind.Governance, new("Instrumentos internacionales", "International instruments", "Instruments internationaux"), "G1.01",
            new("Instrumentos internacionales: {1}.", "International instruments: {1}.", "Instruments internationaux : {1}.")),
        Status("commitments", SectionKind.Commitments, new("Compromisos que nombran a esta área", "Commitments that name this area", "Engagements qui nomment cette zone"), "C1.01",
            new("Situación de los compromisos registrados que nombran a esta área (fecha: {0}): {1}.", "Standing of the registered commitments that name this area (date: {0}): {1}.", "Situation des engagements enregistrés qui nomment cette zone (date : {0}) : {1}.")),
    ];

    /// <summary>The sentences of a section.</summary>
    public static IEnumerable<SentenceTemplate> Of(SectionKind section) => All.Where(template => template.Section == section);

    private static Text Short(IndicatorValue value) => Numbers.In(value.Value, ValueWords.Short(value.Unit, value.Value));

    private static Text Year(IndicatorValue value) => Text.Same($"{value.Period.Year}");

    private static SentenceTerms Signed(AreaFacts facts, string code, double noise)
    {
        var value = facts.Latest(code);
        return new(facts.Cutoff, [value]) { Sign = value?.Value, SignNoise = noise };
    }

    private static SentenceTemplate One(string id, SectionKind section, Text subject, string code, Func<Text, Text, Text> words) => new(id, section, subject, code, Level)
    {
        Terms = facts => new(facts.Cutoff, [facts.Latest(code)]),
        Words = (_, terms) => words(Short(terms.Values[0]!), Year(terms.Values[0]!)),
    };

    /// <summary>A level and a share. A share of another year is told with its year, and not at all where it is too old.</summary>
    private static SentenceTemplate Two(string id, SectionKind section, Text subject, string code, string share, Func<Text, string, Text> words, Text shareWords) => new(id, section, subject, code, Together)
    {
        Terms = facts =>
        {
            var level = facts.Latest(code);
            var part = facts.Course(share).LastOrDefault(value => value.Period.Year == level?.Period.Year) ?? facts.Latest(share);
            return new(facts.Cutoff, part is null || facts.Cutoff.Year - part.Period.Year > Guard.LongestGap ? [level] : [level, part]);
        },
        Words = (_, terms) =>
        {
            var level = terms.Values[0]!;
            var begin = words(Short(level), Year(level).Es);
            if (terms.Values is not [_, { } part])
                return new($"{begin.Es}.", $"{begin.En}.", $"{begin.Fr}.");
            var (end, year) = (shareWords.With(Short(part)), Year(part).Es);
            return level.Period.Year == part.Period.Year
                ? new($"{begin.Es}: {end.Es}.", $"{begin.En}: {end.En}.", $"{begin.Fr}, soit {end.Fr}.")
                : new($"{begin.Es}; en {year} era {end.Es}.", $"{begin.En}; in {year} it was {end.En}.", $"{begin.Fr} ; en {year}, c’était {end.Fr}.");
        },
    };

    /// <summary>
    /// Two sources count the internally displaced and do not agree: the sentence names the one it is of. That of all whom
    /// IDMC has word of comes first; UNHCR counts those it protects.
    /// </summary>
    private static SentenceTemplate Displaced() => new("displaced", SectionKind.Displacement, new("Desplazados internos por conflicto", "Internally displaced by conflict", "Déplacés internes en raison de conflits"), "F1.06", Level)
    {
        Terms = facts =>
        {
            var all = facts.Latest("F1.06", new("IDMC"));
            return new(facts.Cutoff, [all is { IsFilled: true } && facts.Cutoff.Year - all.Period.Year <= Guard.LongestGap ? all : facts.Latest("F1.06", new("UNHCR"))]);
        },
        Words = (_, terms) =>
        {
            var value = terms.Values[0]!;
            var (a, year) = (Short(value), Year(value).Es);
            return value.Key.Measure == "IDMC"
                ? new(
                    $"El número de desplazados internos por conflicto o violencia era de {a.Es} a fines de {year}, según el IDMC.",
                    $"The number of people internally displaced by conflict or violence was {a.En} at the end of {year}, as IDMC counts.",
                    $"Le nombre de déplacés internes en raison de conflits ou de violences était de {a.Fr} à la fin de {year}, selon l’IDMC.")
                : new(
                    $"El número de desplazados internos protegidos o asistidos por el ACNUR era de {a.Es} a fines de {year}.",
                    $"The number of internally displaced people protected or assisted by UNHCR was {a.En} at the end of {year}.",
                    $"Le nombre de déplacés internes protégés ou assistés par le HCR était de {a.Fr} à la fin de {year}.");
        },
    };

    private static SentenceTemplate Top(string id, SectionKind section, Text subject, string code, Func<Text, Text, Text> words) => new(id, section, subject, code, Level)
    {
        Terms = facts => new(facts.Cutoff, [.. facts.Ranked(code).Take(3)]),
        Words = (facts, terms) => words(
            ValueWords.List([.. terms.Values.Select(value => facts.Counterpart(value!).ShortName is var name && Short(value!) is var number
                ? new Text($"{name.Es} ({number.Es})", $"{name.En} ({number.En})", $"{name.Fr} ({number.Fr})") : name)]),
            Year(terms.Values[0]!)),
    };

    private static SentenceTemplate Changed(string id, SectionKind section, Text subject, string code, Text what, int? lastYears = null) => new(id, section, subject, code, Change)
    {
        Terms = facts =>
        {
            var course = facts.Course(code);
            if (lastYears is { } years && course.Count > 0)
                course = [.. course.Where(value => value.Period.Year >= course[^1].Period.Year - years)];
            return new(facts.Cutoff, [course.Count > 0 ? course[^1] : null]) { Course = course };
        },
        Words = (_, terms) =>
        {
            var (first, last) = (terms.Course[0], terms.Course[^1]);
            var (a, b, from, to) = (Short(first), Short(last), Year(first).Es, Year(last).Es);
            var percent = Numbers.In(Math.Abs(last.Value - first.Value) / Math.Abs(first.Value) * 100, new(NumberForm.Percent));
            var rose = last.Value > first.Value;
            return new(
                $"Entre {from} y {to}, {what.Es} pasó de {a.Es} a {b.Es}: {(rose ? "un aumento" : "un descenso")} del {percent.Es}.",
                $"Between {from} and {to}, {what.En} went from {a.En} to {b.En}: {(rose ? "a rise" : "a fall")} of {percent.En}.",
                $"Entre {from} et {to}, {what.Fr} est passé de {a.Fr} à {b.Fr} : {(rose ? "une hausse" : "une baisse")} de {percent.Fr}.");
        },
    };

    /// <summary>The sign of net migration is told only when the rate is clear of nothing: a tenth of a person per thousand.</summary>
    private static SentenceTemplate NetMigration(SectionKind section) => new("net-migration", section, new("Migración neta", "Net migration", "Migration nette"), "P1.04", [.. Level, Guard.BeyondNoise])
    {
        Terms = facts => Signed(facts, "P1.04", 0.1),
        Words = (_, terms) =>
        {
            var value = terms.Values[0]!;
            var (size, year) = (Numbers.In(Math.Abs(value.Value), new(NumberForm.Plain, 1)), Year(value).Es);
            return value.Value > 0
                ? new(
                    $"En {year} llegaron más personas de las que salieron: la migración neta sumó {size.Es} por cada mil habitantes.",
                    $"In {year} more people came than left: net migration added {size.En} per thousand inhabitants.",
                    $"En {year}, les arrivées ont dépassé les départs : la migration nette a ajouté {size.Fr} pour mille habitants.")
                : new(
                    $"En {year} salieron más personas de las que llegaron: la migración neta restó {size.Es} por cada mil habitantes.",
                    $"In {year} more people left than came: net migration took away {size.En} per thousand inhabitants.",
                    $"En {year}, les départs ont dépassé les arrivées : la migration nette a retranché {size.Fr} pour mille habitants.");
        },
    };

    /// <summary>What migration does to the population of a scenario; a scenario is no forecast, so it has no guard of age.</summary>
    private static SentenceTemplate Scenario() => new("scenario", SectionKind.Development, new("Efecto de la migración en la población", "Effect of migration on population", "Effet de la migration sur la population"), "P2.04", [Guard.HasValue, Guard.NotImputed, Guard.BeyondNoise])
    {
        Terms = facts => Signed(facts, "P2.04", 0.5),
        Words = (_, terms) =>
        {
            var value = terms.Values[0]!;
            var (size, year, more) = (Numbers.In(Math.Abs(value.Value), NumberStyle.Percent), Year(value).Es, value.Value > 0);
            return new(
                $"En el escenario con migración, la población de {year} sería {(more ? "mayor" : "menor")} que sin ella en un {size.Es}. Es un escenario, no un pronóstico.",
                $"In the scenario with migration, the population of {year} would be {(more ? "larger" : "smaller")} than without it by {size.En}. It is a scenario, not a forecast.",
                $"Dans le scénario avec migration, la population de {year} serait {(more ? "supérieure" : "inférieure")} de {size.Fr} à celle sans migration. C’est un scénario, non une prévision.");
        },
    };

    /// <summary>What arrived and left in a period of five years. The sentence names both its ends, so it has no guard of age.</summary>
    private static SentenceTemplate Flows() => new("flows", SectionKind.Corridors, new("Flujos en cinco años", "Flows over five years", "Flux sur cinq ans"), "M3.03", [Guard.HasValue, Guard.SameTime, Guard.NotImputed])
    {
        Terms = facts => new(facts.Cutoff, [facts.Latest("M3.03", new("IN")), facts.Latest("M3.03", new("OUT"))]),
        Words = (_, terms) =>
        {
            var (a, b, first) = (Short(terms.Values[0]!), Short(terms.Values[1]!), terms.Values[0]!.Period.Year);
            return new(
                $"Según la estimación pseudobayesiana de Periplo, entre mediados de {first} y de {first + 5} el número de personas que llegaron de otros países fue de {a.Es}, y el de las que salieron hacia otros, de {b.Es}.",
                $"By Periplo's pseudo-Bayesian estimate, between the middle of {first} and of {first + 5} the number of persons who came from other countries was {a.En}, and that of those who left for others {b.En}.",
                $"Selon l’estimation pseudo-bayésienne de Periplo, entre le milieu de {first} et celui de {first + 5}, le nombre de personnes venues d’autres pays a été de {a.Fr}, et celui des personnes parties vers d’autres, de {b.Fr}.");
        },
    };

    /// <summary>A status in words with its date. A dated list is no state of today, so its age is told, not guarded.</summary>
    private static SentenceTemplate Status(string id, SectionKind section, Text subject, string code, Text words) => new(id, section, subject, code, [Guard.HasValue])
    {
        Terms = facts => new(facts.Cutoff, [facts.Latest(code)]),
        Words = (_, terms) => words.With(ValueWords.Period(terms.Values[0]!.Period), terms.Values[0]!.Words ?? ValueWords.Of(terms.Values[0])),
    };
}
