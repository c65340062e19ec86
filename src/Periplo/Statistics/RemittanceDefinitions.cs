using Periplo.Languages;
using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <summary>What <c>REMITTANCES</c> holds of Periplo's own, and the dataset of prices; see docs/datasets.md.</summary>
internal static class RemittanceDefinitions
{
    /// <summary>Codes of INDICATOR beside those of publishers.</summary>
    public static IReadOnlyList<Code> Indicators { get; } =
    [
        Named("GDP_HEAD", "PIB por habitante", "GDP per head", "PIB par habitant"),
        Named("FLOW_BILAT_R1", "Remesas bilaterales estimadas, regla 1 (migrantes)", "Bilateral remittances, estimated, rule 1 (migrants)", "Envois de fonds bilatéraux estimés, règle 1 (migrants)"),
        Named("FLOW_BILAT_R2", "Remesas bilaterales estimadas, regla 2 (ingreso del destino)", "Bilateral remittances, estimated, rule 2 (income at destination)", "Envois de fonds bilatéraux estimés, règle 2 (revenu à destination)"),
        Named("FLOW_BILAT_R3", "Remesas bilaterales estimadas, regla 3 (diferencia de ingresos)", "Bilateral remittances, estimated, rule 3 (income gap)", "Envois de fonds bilatéraux estimés, règle 3 (écart de revenus)"),
        Named("FLOW_BILAT_IPF", "Remesas bilaterales estimadas, regla 3 ajustada a lo que se notifica enviado", "Bilateral remittances, estimated, rule 3 balanced to reported outflows", "Envois de fonds bilatéraux estimés, règle 3 ajustée aux envois déclarés"),
        Named("FLOW_UNSHARED", "Remesas recibidas que no se reparten, por no conocerse emigrantes", "Remittances received and not shared out, since no emigrants are known", "Envois de fonds reçus et non répartis, faute d’émigrés connus"),
        Named("MIG_FALLBACK", "Emigrantes en países sin ingreso del año", "Emigrants in countries without an income of the year", "Émigrés dans des pays sans revenu de l’année"),
    ];

    /// <summary>Those of them whose values may be summed.</summary>
    public static IReadOnlyList<string> Additive { get; } = ["FLOW_BILAT_R1", "FLOW_BILAT_R2", "FLOW_BILAT_R3", "FLOW_BILAT_IPF", "FLOW_UNSHARED", "MIG_FALLBACK"];

    /// <summary>The dataset <c>REMITTANCE_PRICES</c>.</summary>
    /// <param name="area">The code list of areas.</param>
    public static DatasetDefinition Prices(CodeList area) => DatasetDefinitions.Define(
        "REMITTANCE_PRICES", "DF_REMITTANCE_PRICES", new Text("Precios de las remesas", "Remittance prices", "Prix des envois de fonds"),
        new Text(
            "Costo de enviar 200 o 500 dólares por corredor y trimestre: media de los servicios que informan de su costo completo, SmaRT y número de servicios. Es una serie; no nombra empresas.",
            "Cost of sending 200 or 500 dollars by corridor and quarter: mean of the services that tell their whole cost, SmaRT and number of services. It is a series; it names no firms.",
            "Coût d’un envoi de 200 ou 500 dollars par corridor et trimestre : moyenne des services qui indiquent leur coût complet, SmaRT et nombre de services. C’est une série ; elle ne nomme aucune entreprise."),
        "MEASURE",
        ["SERVICES", "QUOTES", "QUALIFYING"],
        [
            new(Concept("FREQ", "Frecuencia", "Frequency", "Fréquence"), CodeLists.Frequency),
            new(Concept("REF_AREA", "País que envía", "Sending country", "Pays d’envoi"), area),
            new(Concept("COUNTERPART_AREA", "País que recibe", "Receiving country", "Pays de réception"), area),
            new(Concept("MEASURE", "Medida", "Measure", "Mesure"), DatasetDefinitions.Measures("CL_PRICE_MEASURE",
                Named("COST_AVG", "Costo total medio de los servicios transparentes", "Mean total cost of transparent services", "Coût total moyen des services transparents"),
                Named("COST_SMART", "SmaRT: media de los tres servicios más baratos que cumplen", "SmaRT: mean of the three cheapest qualifying services", "SmaRT : moyenne des trois services admissibles les moins chers"),
                Named("SERVICES", "Servicios transparentes", "Transparent services", "Services transparents"),
                Named("QUALIFYING", "Servicios que cumplen las condiciones de SmaRT", "Services that qualify for SmaRT", "Services admissibles au titre de SmaRT"),
                Named("QUOTES", "Servicios consultados", "Services asked", "Services interrogés"))),
            new(Concept("SERVICE_TYPE", "Tipo de proveedor", "Type of provider", "Type de prestataire"), DatasetDefinitions.Measures("CL_PROVIDER_TYPE",
                Named("_T", "Todos", "All", "Tous"),
                Named("MTO", "Empresas de transferencia de dinero", "Money transfer operators", "Sociétés de transfert de fonds"),
                Named("BANK", "Bancos", "Banks", "Banques"),
                Named("POST", "Correos", "Post offices", "Bureaux de poste"),
                Named("MIXED", "Varios tipos juntos", "Several types together", "Plusieurs types ensemble"),
                Named("OTHER", "Otros", "Other", "Autres"))),
            new(Concept("INSTRUMENT", "Forma de pago y de cobro", "How it is paid in and out", "Mode de paiement et de retrait"), DatasetDefinitions.Measures("CL_PAYMENT_INSTRUMENT",
                Named("_T", "Todas", "All", "Tous"),
                Named("CASH_CASH", "De efectivo a efectivo", "Cash to cash", "Espèces à espèces"),
                Named("CASH_ACC", "De efectivo a cuenta", "Cash to account", "Espèces à compte"),
                Named("ACC_CASH", "De cuenta a efectivo", "Account to cash", "Compte à espèces"),
                Named("ACC_ACC", "De cuenta a cuenta", "Account to account", "Compte à compte"),
                Named("ONLINE", "En línea", "Online", "En ligne"),
                Named("CARD", "Tarjeta", "Card", "Carte"),
                Named("MOBILE", "Teléfono móvil", "Mobile telephone", "Téléphone mobile"),
                Named("DOOR", "Entrega a domicilio", "Delivery to the door", "Livraison à domicile"),
                Named("MIXED", "Varias juntas", "Several together", "Plusieurs ensemble"),
                Named("OTHER", "Otra o sin decir", "Other or not stated", "Autre ou non indiqué"))),
            new(Concept("AMOUNT", "Monto enviado", "Amount sent", "Montant envoyé"), DatasetDefinitions.Measures("CL_SENT_AMOUNT",
                Named("USD200", "200 dólares", "200 dollars", "200 dollars"),
                Named("USD500", "500 dólares", "500 dollars", "500 dollars"))),
            new(Concept("UNIT_MEASURE", "Unidad", "Unit", "Unité"), CodeLists.Unit),
        ]);

    private static Code Named(string id, string es, string en, string fr) => new(id, new Text(es, en, fr).International());

    private static Concept Concept(string id, string es, string en, string fr) => new(id, new Text(es, en, fr).International());
}
