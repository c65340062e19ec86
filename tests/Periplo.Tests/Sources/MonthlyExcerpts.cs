namespace Periplo.Tests.Sources;

/// <summary>A few rows of every monthly table of movements, so that tests run where the whole files are absent.</summary>
internal static class MonthlyExcerpts
{
    public const string EntriesAndExits = """
        month,reporting_iso3,direction,nationality_iso3,persons
        2022-01,BRA,entry,ARG,76
        2022-01,BRA,exit,ARG,841
        2022-01,BRA,exit,,48
        2025-04,HND,entry,GTM,0

        """;

    public const string IrregularEntries = """
        month,reporting_iso3,nationality_iso3,persons
        2021-01,PAN,AGO,6
        2021-02,HND,STL,1

        """;

    public const string Darien = """
        month,nationality_iso3,persons
        2010-01,AFG,17
        2019-01,CHN,268
        2020-01,CHN,10
        2025-04,VEN,73

        """;

    public const string MexicoByNationality = """
        month,nationality_iso3,persons
        2018-01,AGO,9
        2018-02,ALB,6

        """;

    public const string MexicoBySexAndAge = """
        month,sex,age_group,persons
        2018-01,male,18+,5449
        2018-01,male,12-17,810
        2018-01,male,"under 12, accompanied",300
        2018-01,male,"under 12, unaccompanied",7
        2018-01,female,18+,1397

        """;

    public const string MexicoReturns = """
        month,nationality_iso3,return_type,persons
        2015-01,BLZ,assisted return,1
        2015-01,BLZ,deportation,2
        2015-01,BLZ,assisted return of children,3

        """;

    public const string GuatemalaReturnees = """
        month,sex,age_category,returned_from_iso3,persons
        2020-01,male,adult,MEX,2243
        2020-01,male,accompanied child,MEX,205
        2020-01,male,unaccompanied child,MEX,100
        2020-02,female,adult,,3

        """;

    public const string Cbp = """
        month,component,area,authority,encounter_type,demographic,nationality_iso3,encounters
        2019-09,U.S. Border Patrol,,Title 8,Apprehensions,FMUA,,4836
        2019-09,U.S. Border Patrol,,Title 8,Apprehensions,Single Adults,,17497
        2019-10,U.S. Border Patrol,Yuma Sector,Title 8,Apprehensions,Single Adults,GTM,5
        2019-10,U.S. Border Patrol,Tucson Sector,Title 8,Apprehensions,Single Adults,GTM,7
        2019-10,Office of Field Operations,Tucson Field Office,Title 8,Inadmissibles,FMUA,OOO,2

        """;

    public const string Frontex = """
        month,route,border_type,nationality_iso3,detections
        2009-01,Central Mediterranean Route,Sea,BFA,1
        2009-01,Western Balkan Route,Land,BFA,4
        2009-02,Other,Land,OOS,3

        """;

    public const string MissingMigrants = """
        date,incident_type,route,country_iso3,dead_or_missing,survivors,cause,origin_iso3_list,location,lon,lat
        2014-01-06,Incident,Central American Route,USA,1,,Mixed or unknown,GTM,"A place, Arizona",-110.366453,31.650259
        2014-01-12,Incident,Central American Route,USA,2,,Mixed or unknown,UNK,A place,-111.73756,31.59713
        2014-02-01,Incident,Undefined,MEX,1,3,Drowning,"HND,MEX",A river,,

        """;
}
