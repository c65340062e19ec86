namespace Periplo.Tests.Sources;

/// <summary>A few rows of the tables of reported flows. The emigration table is made by hand in the layout of its twin.</summary>
internal static class ReportedFlowExcerpts
{
    public const string Emigration = """
        year,orig_iso3,dest_iso3,emigrants
        2007,FRA,ESP,9000
        2016,FRA,ESP,11200
        2016,FRA,XXO,90000
        2016,ESP,FRA,

        """;

    public const string ByCitizenship = """
        year,dest_iso3,citizenship_iso3,immigrants
        1998,AUT,AFG,198
        2016,ESP,COL,22938
        2016,ESP,OOO,0

        """;
}
