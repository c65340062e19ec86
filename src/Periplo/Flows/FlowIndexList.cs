namespace Periplo.Flows;

/// <summary>All indices of a table of moves: of the whole, of each area and of each pair. Formulas in docs/methods/migration-indices.md.</summary>
public static class FlowIndexList
{
    /// <summary>Indices of all moves together.</summary>
    public static IReadOnlyList<FlowIndex<Func<FlowSystem, double?>>> OfSystem { get; } =
    [
        new("areas", new("áreas", "areas", "zones"), of => of.Flows.Size),
        new("moves", new("movimientos", "moves", "déplacements"), of => of.Flows.Total),
        new("crude_intensity", new("intensidad bruta, %", "crude intensity, %", "intensité brute, %"), of => FlowIndices.CrudeIntensity(of.Flows, of.Populations)),
        new("courgeau_k", new("k de Courgeau", "Courgeau’s k", "k de Courgeau"), of => FlowIndices.Courgeau(of.Flows, of.Populations)),
        new("effectiveness_index", new("índice de efectividad, %", "effectiveness index, %", "indice d’efficacité, %"), of => FlowIndices.EffectivenessIndex(of.Flows)),
        new("aggregate_net_rate", new("tasa neta agregada, %", "aggregate net rate, %", "taux net agrégé, %"), of => FlowIndices.AggregateNetRate(of.Flows, of.Populations)),
        new("connectivity", new("conectividad", "connectivity", "connectivité"), of => FlowIndices.Connectivity(of.Flows)),
        new("inequality", new("desigualdad entre pares", "inequality of pairs", "inégalité entre paires"), of => FlowIndices.Inequality(of.Flows)),
        new("inequality_of_pattern", new("desigualdad de la pauta", "inequality of pattern", "inégalité de la structure"), of => FlowIndices.InequalityOfPattern(of.Flows)),
        new("gini", new("Gini", "Gini", "Gini"), of => FlowIndices.Gini(of.Flows)),
        new("gini_corrected", new("Gini corregido", "Gini, corrected", "Gini corrigé"), of => FlowIndices.GiniCorrected(of.Flows)),
        new("gini_rows", new("Gini, parte de los orígenes", "Gini, part of origins", "Gini, part des origines"), of => FlowIndices.GiniOfRows(of.Flows)),
        new("gini_columns", new("Gini, parte de los destinos", "Gini, part of destinations", "Gini, part des destinations"), of => FlowIndices.GiniOfColumns(of.Flows)),
        new("gini_exchanges", new("Gini, parte de los intercambios", "Gini, part of exchanges", "Gini, part des échanges"), of => FlowIndices.GiniOfExchanges(of.Flows)),
        new("gini_others", new("Gini, resto", "Gini, the rest", "Gini, reste"), of => FlowIndices.GiniOfOthers(of.Flows)),
        new("gini_rows_percent", new("Gini, parte de los orígenes, %", "Gini, part of origins, %", "Gini, part des origines, %"), of => Percent(FlowIndices.GiniOfRows(of.Flows), FlowIndices.Gini(of.Flows))),
        new("gini_columns_percent", new("Gini, parte de los destinos, %", "Gini, part of destinations, %", "Gini, part des destinations, %"), of => Percent(FlowIndices.GiniOfColumns(of.Flows), FlowIndices.Gini(of.Flows))),
        new("gini_exchanges_percent", new("Gini, parte de los intercambios, %", "Gini, part of exchanges, %", "Gini, part des échanges, %"), of => Percent(FlowIndices.GiniOfExchanges(of.Flows), FlowIndices.Gini(of.Flows))),
        new("weighted_gini_out", new("Gini ponderado de salidas", "weighted Gini of out-moves", "Gini pondéré des départs"), of => FlowIndices.WeightedGiniOut(of.Flows)),
        new("weighted_gini_in", new("Gini ponderado de entradas", "weighted Gini of in-moves", "Gini pondéré des arrivées"), of => FlowIndices.WeightedGiniIn(of.Flows)),
        new("weighted_gini", new("Gini ponderado", "weighted Gini", "Gini pondéré"), of => FlowIndices.WeightedGini(of.Flows)),
        new("variation", new("coeficiente de variación", "coefficient of variation", "coefficient de variation"), of => FlowIndices.Variation(of.Flows)),
        new("aggregate_variation_out", new("variación agregada de salidas", "aggregate variation of out-moves", "variation agrégée des départs"), of => FlowIndices.AggregateVariationOut(of.Flows)),
        new("aggregate_variation_in", new("variación agregada de entradas", "aggregate variation of in-moves", "variation agrégée des arrivées"), of => FlowIndices.AggregateVariationIn(of.Flows)),
        new("aggregate_variation", new("variación agregada", "aggregate variation", "variation agrégée"), of => FlowIndices.AggregateVariation(of.Flows)),
        new("effective_origins", new("número efectivo de orígenes", "effective number of origins", "nombre effectif d’origines"), of => FlowIndices.EffectiveNumber(of.Flows.Outflows)),
        new("effective_destinations", new("número efectivo de destinos", "effective number of destinations", "nombre effectif de destinations"), of => FlowIndices.EffectiveNumber(of.Flows.Inflows)),
        new("mean_distance", new("distancia media", "mean distance", "distance moyenne"), of => of.Distances is { } far ? FlowIndices.MeanDistance(of.Flows, far) : null),
        new("median_distance", new("distancia mediana", "median distance", "distance médiane"), of => of.Distances is { } far ? FlowIndices.MedianDistance(of.Flows, far) : null),
        new("distance_decay", new("efecto de la distancia, β", "distance decay, β", "effet de la distance, β"), of => of.Distances is { } far ? FlowIndices.DistanceDecay(of.Flows, far) : null),
    ];

    /// <summary>Indices of an area.</summary>
    public static IReadOnlyList<FlowIndex<Func<FlowSystem, int, double?>>> OfArea { get; } =
    [
        new("population", new("población", "population", "population"), (of, area) => of.Populations[area]),
        new("inflow", new("entradas", "in-moves", "arrivées"), (of, area) => of.Flows.Inflows[area]),
        new("outflow", new("salidas", "out-moves", "départs"), (of, area) => of.Flows.Outflows[area]),
        new("net", new("saldo", "net moves", "solde"), (of, area) => of.Flows.Inflows[area] - of.Flows.Outflows[area]),
        new("in_rate", new("tasa de entrada, ‰", "in-rate, ‰", "taux d’entrée, ‰"), (of, area) => FlowIndices.NetRate(of.Flows.Inflows[area], 0, of.Populations[area])),
        new("out_rate", new("tasa de salida, ‰", "out-rate, ‰", "taux de sortie, ‰"), (of, area) => FlowIndices.Turnover(0, of.Flows.Outflows[area], of.Populations[area])),
        new("net_rate", new("tasa neta, ‰", "net rate, ‰", "taux net, ‰"), (of, area) => FlowIndices.NetRate(of.Flows.Inflows[area], of.Flows.Outflows[area], of.Populations[area])),
        new("turnover", new("rotación, ‰", "turnover, ‰", "rotation, ‰"), (of, area) => FlowIndices.Turnover(of.Flows.Inflows[area], of.Flows.Outflows[area], of.Populations[area])),
        new("effectiveness", new("efectividad, %", "effectiveness, %", "efficacité, %"), (of, area) => FlowIndices.Effectiveness(of.Flows.Inflows[area], of.Flows.Outflows[area])),
        new("connectivity_out", new("conectividad de salida", "connectivity out", "connectivité de départ"), (of, area) => FlowIndices.ConnectivityOut(of.Flows, area)),
        new("connectivity_in", new("conectividad de entrada", "connectivity in", "connectivité d’arrivée"), (of, area) => FlowIndices.ConnectivityIn(of.Flows, area)),
        new("field_gini_out", new("Gini del campo de salidas", "field Gini of out-moves", "Gini du champ des départs"), (of, area) => FlowIndices.FieldGiniOut(of.Flows, area)),
        new("field_gini_in", new("Gini del campo de entradas", "field Gini of in-moves", "Gini du champ des arrivées"), (of, area) => FlowIndices.FieldGiniIn(of.Flows, area)),
        new("variation_out", new("variación de salidas", "variation of out-moves", "variation des départs"), (of, area) => FlowIndices.VariationOut(of.Flows, area)),
        new("variation_in", new("variación de entradas", "variation of in-moves", "variation des arrivées"), (of, area) => FlowIndices.VariationIn(of.Flows, area)),
        new("concentration_destinations", new("concentración de destinos", "concentration of destinations", "concentration des destinations"), (of, area) => FlowIndices.Concentration(of.From(area))),
        new("effective_destinations", new("número efectivo de destinos", "effective number of destinations", "nombre effectif de destinations"), (of, area) => FlowIndices.EffectiveNumber(of.From(area))),
        new("concentration_origins", new("concentración de orígenes", "concentration of origins", "concentration des origines"), (of, area) => FlowIndices.Concentration(of.To(area))),
        new("effective_origins", new("número efectivo de orígenes", "effective number of origins", "nombre effectif d’origines"), (of, area) => FlowIndices.EffectiveNumber(of.To(area))),
        new("dissimilarity", new("disimilitud de orígenes y destinos", "dissimilarity of origins and destinations", "dissimilarité des origines et des destinations"), (of, area) => FlowIndices.Dissimilarity(of.From(area), of.To(area))),
    ];

    /// <summary>Indices of a pair: an origin and a destination.</summary>
    public static IReadOnlyList<FlowIndex<Func<FlowSystem, int, int, double?>>> OfPair { get; } =
    [
        new("flow", new("flujo", "flow", "flux"), (of, from, to) => of.Flows[from, to]),
        new("counterflow", new("flujo contrario", "counterflow", "flux inverse"), (of, from, to) => of.Flows[to, from]),
        new("stream_net", new("flujo menos contrario", "flow less counterflow", "flux moins flux inverse"), (of, from, to) => of.Flows[from, to] - of.Flows[to, from]),
        new("interchange", new("intercambio", "interchange", "échange"), (of, from, to) => of.Flows[from, to] + of.Flows[to, from]),
        new("stream_effectiveness", new("efectividad de la corriente, %", "effectiveness of the stream, %", "efficacité du courant, %"), (of, from, to) => FlowIndices.Effectiveness(of.Flows[from, to], of.Flows[to, from])),
        new("expected", new("flujo esperado", "expected flow", "flux attendu"), (of, from, to) => of.Expected[from, to]),
        new("interaction", new("interacción", "interaction", "interaction"), (of, from, to) => FlowIndices.Interaction(of.Flows, from, to)),
        new("preference", new("preferencia", "preference", "préférence"), (of, from, to) => FlowIndices.Preference(of.Flows, of.Populations, from, to)),
        new("even_preference", new("preferencia frente al reparto igual", "preference against even flows", "préférence face à l’égalité"), (of, from, to) => FlowIndices.EvenPreference(of.Flows, from, to)),
        new("velocity", new("velocidad", "velocity", "vélocité"), (of, from, to) => FlowIndices.Velocity(of.Flows, of.Populations, from, to)),
    ];

    private static double? Percent(double? part, double? whole) => whole > 0 ? 100 * part / whole : null;
}
