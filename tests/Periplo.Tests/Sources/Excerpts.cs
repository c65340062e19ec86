using Periplo.Sources;

namespace Periplo.Tests.Sources;

/// <summary>A few rows in every layout, so that tests run where the whole files are absent. Some values are published ones and some are made up for the test.</summary>
internal static class Excerpts
{
    public const string StockByOriginAndSex = """
        year,dest_iso3,orig_iso3,both,male,female,data_type
        1990,ABW,BES,53,28,25,BR
        1990,ABW,CHN,247,154,93,BR
        2020,USA,MEX,11177052,5942011,5235041,B
        2024,AGO,OOO,0,0,0,RI

        """;

    public const string StockByAgeAndSex = """
        m49_code,iso3,year,sex,age_group,migrant_stock
        4,AFG,1990,both,0-4,3693
        4,AFG,1990,both,75+,4505
        900,,2019,both,TOTAL,271642105

        """;

    public const string StockTotals = """
        m49_code,iso3,name,is_country,year,sex,migrant_stock,population_thousands,refugees_asylum_seekers,data_type
        900,,WORLD,0,2020,both,280598105,7794798.729,33807795,
        4,AFG,Afghanistan,1,1990,both,57686,12412.311,25,BR
        4,AFG,Afghanistan,1,1990,female,25128,6067.694,,BR

        """;

    public const string FlowTotals = """
        country_iso3,criteria,direction,coverage,year,persons
        ARM,Residence,emigrants,Both,2000,12030
        ARM,Residence,immigrants,Both,2000,1767
        USA,Place of birth,immigrants,Foreigners,1980,530639

        """;

    public const string WorldPopulation = """
        m49_code,iso3,name,year,pop_1jan_thousands,pop_mid_thousands,births_thousands,deaths_thousands,net_migration_thousands,tfr,life_expectancy,life_expectancy_male,life_expectancy_female
        4,AFG,Afghanistan,1950,7726.592,7776.182,383.985,290.97,6.161,7.24843,28.1563,27.5467,28.8345
        4,AFG,Afghanistan,2023,7829.113,7879.343,391.002,288.753,-4.903,7.259633,28.5836,27.9711,29.2748

        """;

    public const string PopulationByAgeAndSex = """
        m49_code,iso3,year,sex,age_group,population_thousands
        320,GTM,2020,female,0-4,1010.072
        320,GTM,2020,male,100+,0.145
        900,,2020,female,0-4,328509.234

        """;

    public const string PeriodDemography = """
        m49_code,iso3,name,period,births_thousands,deaths_thousands,deaths_male_thousands,deaths_female_thousands,net_migration_thousands,tfr,life_expectancy,cnmr_per_1000,sex_ratio_at_birth
        320,GTM,Guatemala,2015-2020,2115.201,405.995,228.338,177.657,-46.073,2.899,73.94,-0.539,1.05
        900,,World,2015-2020,701277.931,286276.223,153715.542,132560.681,0.004,2.468,72.28,0.0,1.07
        1106,,Denmark (and dependencies),2015-2020,313.488,283.746,144.612,139.134,74.964,1.769,80.59,2.565,1.06

        """;

    public const string WorldBankIndicator = "\uFEFF" + """
        "Data Source","World Development Indicators",

        "Last Updated Date","2021-09-15",

        "Country Name","Country Code","Indicator Name","Indicator Code","1990","1991","1992",
        "Aruba","ABW","Personal remittances, paid (current US$)","BM.TRF.PWKR.CD.DT","","16480446.9273743","4692737.4301676",
        "World","WLD","Personal remittances, paid (current US$)","BM.TRF.PWKR.CD.DT","","","",

        """;

    public const string PriceQuotes = """
        quote_id,period,sender_iso3,receiver_iso3,firm,firm_type,product,sending_location,speed,pickup_method,coverage,send_currency,amount_lcu_200,fee_lcu_200,fx_rate_200,fx_margin_pct_200,total_cost_pct_200,amount_lcu_500,fee_lcu_500,fx_rate_500,fx_margin_pct_500,total_cost_pct_500,interbank_fx,transparent,survey_date
        1,2011-Q1,ARE,EGY,One,Money Transfer Operator,USD service,Not available,Next day,Bank Account,Nationwide,AED,735,25,3.68,-0.22,3.18,1835,25,3.68,-0.22,1.14,3.672,yes,22/Jan/2011
        2,2011-Q1,ARE,EGY,"Two, three",Bank / Money Transfer Operator,"Account,Cash to cash",Not available,6 days or more,,Main city,AED,735,25,3.68,,4.18,1835,,,,,3.672,no,22/Jan/2011

        """;

    public const string CorridorAverages = """
        period,sender_iso3,receiver_iso3,cost_pct_of_200usd
        2014-Q3,ARE,EGY,3.886
        2020-Q3,USA,MEX,-0.5

        """;

    public const string HeadIncomes = """
        iso3,gdp_per_capita_2017_usd
        AFG,585.8501
        ARE,40698.8493

        """;

    public const string RemittanceMatrix = """
        Bilateral Remittance Estimates for 2016 using Migrant Stocks (millions of US$) (November 2017 Version),,,
        Remittance-receiving country (across) - Remittance-sending country (down) ,India,Mexico,World
        Pakistan,0*,0,0
        United States,"10,657","28,126","66,648"
        World,N/A,"28,668","573,138"
        ,,,
        Notes:,,,
        "*According to State Bank of Pakistan, in FY16 outward remittances from Pakistan to India were $116,000",,,
        Remittances from Israel to Lebanon and Lebanon to Israel are not available. ,,,

        """;

    public const string BilateralRemittances = """
        year,sender_iso3,receiver_iso3,usd_million
        2016,USA,MEX,28126.0
        2016,ARE,IND,12575.0

        """;

    public const string RemittancesByYear = """
        iso3,year,remittances_received_usd,remittances_paid_usd,gdp_usd,population,received_pct_gdp
        ABW,1991,2569832,16480447,872067039,66564,0.2947
        ABW,1992,2625698,4692737,958659218,68889,

        """;

    public const string BilateralStock = """
        year,orig_iso3,dest_iso3,migrant_stock
        2017,ALB,ABW,4
        2017,MEX,USA,11573680

        """;

    public const string Unhcr = """
        year,orig_iso3,asylum_iso3,refugees,asylum_seekers,returned_refugees,idps,returned_idps,stateless,ooc,oip,hst
        1951,UNK,AUS,180000,0,0,0,0,0,0,,0
        2025,UNK,BEL,55000,0,0,0,0,0,0,5,0

        """;

    public const string Exported = """"
        FREQ,REF_AREA,COUNTERPART_AREA,ORIGIN_BASIS,MEASURE,SEX,AGE,EDUCATION_LEV,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNIT_MULT,REVISION,SOURCE,METHOD,LICENCE,DATA_TYPE,COMMENT_OBS
        A,USA,MEX,_T,STOCK,_T,_T,_T,2020,11177052,E,PS,0,UNDESA.2024,"UN DESA, Population Division",Estimates,CC BY 3.0 IGO,B,
        A,USA,GTM,_T,STOCK,_T,_T,_T,2020,,O,PS,0,UNDESA.2024,"UN DESA, Population Division",Estimates,CC BY 3.0 IGO,,"Not available, see ""notes"""

        """";

    public const string Mapped = """
        Cuadro 1. Ejemplo
        País;Año;Hombres;Mujeres;Observación
        Honduras;2023;1.200;1.350,0;
        El Salvador;2023;n.d.;7;revisado

        """;

    public const string Mapping = """
        dataset: STOCK
        revision: EJEMPLO.2023
        publisher: { es: Oficina de ejemplo, en: Example office }
        licence: CC BY 4.0
        method: { es: Registro, en: Register }
        delimiter: ";"
        decimal: comma
        thousands: point
        header_row: 2
        columns: { País: COUNTERPART_AREA, Año: TIME_PERIOD, Observación: COMMENT_OBS }
        values:
          Hombres: { SEX: M }
          Mujeres: { SEX: F }
        constants: { FREQ: A, REF_AREA: MEX, ORIGIN_BASIS: B, MEASURE: STOCK, AGE: _T, EDUCATION_LEV: _T, UNIT_MEASURE: PS }
        missing: { n.d.: L }
        """;

    /// <summary>An excerpt for every reader of text, by the reader's name.</summary>
    public static readonly IReadOnlyDictionary<string, (string Text, ReadingOptions Options)> All = new Dictionary<string, (string, ReadingOptions)>
    {
        ["undesa-stock-origin-sex 1"] = (StockByOriginAndSex, new()),
        ["undesa-stock-age-sex 1"] = (StockByAgeAndSex, new()),
        ["undesa-stock-totals 1"] = (StockTotals, new()),
        ["undesa-flow-totals 1"] = (FlowTotals, new()),
        ["undesa-wpp-annual 1"] = (WorldPopulation, new()),
        ["undesa-wpp-age-sex 1"] = (PopulationByAgeAndSex, new()),
        ["undesa-wpp-period 1"] = (PeriodDemography, new()),
        ["worldbank-indicator 1"] = (WorldBankIndicator, new()),
        ["worldbank-remittance-matrix 1"] = (RemittanceMatrix, new()),
        ["worldbank-bilateral-remittances 1"] = (BilateralRemittances, new()),
        ["worldbank-remittances-annual 1"] = (RemittancesByYear, new()),
        ["worldbank-bilateral-stock 1"] = (BilateralStock, new()),
        ["worldbank-price-quotes 1"] = (PriceQuotes, new()),
        ["worldbank-corridor-averages 1"] = (CorridorAverages, new()),
        ["worldbank-gdp-head 1"] = (HeadIncomes, new()),
        ["unhcr-population 1"] = (Unhcr, new()),
        ["unhcr-asylum-applications 1"] = (DisplacementExcerpts.Applications, new()),
        ["unhcr-asylum-decisions 1"] = (DisplacementExcerpts.Decisions, new()),
        ["unhcr-displacement-flows 1"] = (DisplacementExcerpts.Flows, new()),
        ["unhcr-solutions 1"] = (DisplacementExcerpts.Solutions, new()),
        ["idmc-new-displacements 1"] = (DisplacementExcerpts.NewInternal, new()),
        ["idmc-displaced-age-sex 1"] = (DisplacementExcerpts.DisplacedByAgeAndSex, new()),
        ["eurostat-asylum-applicants 1"] = (DisplacementExcerpts.EurostatApplicants, new()),
        ["eurostat-immigration-previous-residence 2"] = (DisplacementExcerpts.EurostatImmigration, new()),
        ["eurostat-emigration-next-residence 1"] = (ReportedFlowExcerpts.Emigration, new()),
        ["eurostat-immigration-citizenship 1"] = (ReportedFlowExcerpts.ByCitizenship, new()),
        ["iom-americas-entries-exits 1"] = (MonthlyExcerpts.EntriesAndExits, new()),
        ["iom-americas-irregular-entries 1"] = (MonthlyExcerpts.IrregularEntries, new()),
        ["movements-nationality 1"] = (MonthlyExcerpts.Darien, new()),
        ["mexico-encounters-sex-age 1"] = (MonthlyExcerpts.MexicoBySexAndAge, new()),
        ["mexico-returns 1"] = (MonthlyExcerpts.MexicoReturns, new()),
        ["guatemala-returnees 1"] = (MonthlyExcerpts.GuatemalaReturnees, new()),
        ["cbp-southwest-encounters 1"] = (MonthlyExcerpts.Cbp, new()),
        ["frontex-detections 1"] = (MonthlyExcerpts.Frontex, new()),
        ["iom-missing-migrants 2"] = (MonthlyExcerpts.MissingMigrants, new()),
        ["periplo-table 1"] = (Exported, new()),
        ["mapped 1"] = (Mapped, new(MappingFile: "m.yaml", MappingText: Mapping)),
    };
}
