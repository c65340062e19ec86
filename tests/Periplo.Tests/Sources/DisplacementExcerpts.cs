namespace Periplo.Tests.Sources;

/// <summary>A few rows of every table of asylum and displacement, so that tests run where the whole files are absent.</summary>
internal static class DisplacementExcerpts
{
    public const string Applications = """
        year,orig_iso3,asylum_iso3,procedure_type,app_type,dec_level,app_pc,applied
        2000,AFG,ALB,G,V,FI,C,5
        2023,SYR,DEU,G,A,JR,P,12802
        2023,SYR,DEU,G,N,FI,P,102930
        2023,SYR,DEU,U,N,FI,P,7
        2023,XXA,DEU,J,NR,AR,P,

        """;

    public const string Decisions = """
        year,orig_iso3,asylum_iso3,procedure_type,dec_level,dec_pc,dec_recognized,dec_other,dec_rejected,dec_closed,dec_total
        2000,AFG,ALB,G,FI,C,0,0,0,5,5
        2023,SYR,DEU,G,FI,P,10410,66664,25,9719,86818
        2023,SYR,DEU,G,JR,P,485,88,3419,10226,14218

        """;

    public const string Flows = """
        year,orig_iso3,asylum_iso3,refugees,asylum_seekers,refugee_like,oip
        1962,AGO,COD,20000,,,
        2023,VEN,COL,,26,,5

        """;

    public const string Solutions = """
        year,orig_iso3,asylum_iso3,returned_refugees,resettlement,naturalisation,returned_idps
        1959,ALB,CAN,,17,,
        2024,SYR,TUR,230000,,0,
        2024,COD,COD,,,,1400000

        """;

    public const string NewInternal = """
        iso3,year,cause,internal_displacements
        AB9,2014,conflict,0
        COL,2023,conflict,293000
        COL,2023,flood,351000
        COL,2023,storm,

        """;

    public const string DisplacedByAgeAndSex = """
        iso3,year,cause,sex,age,internally_displaced
        AB9,2024,conflict,unknown,unknown,42000
        COL,2024,conflict,female,5-11,331540
        COL,2024,conflict,male,60+,489640
        COL,2024,disaster,male,60+,12

        """;

    public const string EurostatApplicants = """
        year,asylum_iso3,citizenship_iso3,sex,applicants
        2024,AUT,AFG,female,835
        2024,AUT,AFG,male,2795
        2024,AUT,OOO,unknown,5

        """;

    public const string EurostatImmigration = """
        year,dest_iso3,orig_iso3,immigrants
        2016,ESP,FRA,13341
        2016,ESP,XXO,255765

        """;
}
