using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Web.Cooperation;
using Periplo.Web.Movements;
using Periplo.Web.Registers;
using Xunit;

namespace Periplo.Web.Tests;

/// <summary>One page of every kind, under its address in each language.</summary>
public static class PageKinds
{
    /// <summary>A name for each, and how its address is made.</summary>
    public static IReadOnlyList<(string Name, Func<Language, string> Address)> All { get; } =
    [
        ("home", Addresses.Home),
        ("map", to => Addresses.Map(to) + to.Of("?anio=2024", "?year=2024", "?annee=2024")),
        ("map of shares", to => Addresses.Map(to) + to.Of("?anio=2020&medida=proporcion", "?year=2020&measure=share", "?annee=2020&mesure=part")),
        ("countries", Addresses.Countries),
        ("country", to => Addresses.Country(to, "GTM")),
        ("small country", to => Addresses.Country(to, "NRU")),
        ("country without figures", to => Addresses.Country(to, "PCN")),
        .. Enum.GetValues<CountryView>().Select(view => ($"view {Addresses.Word(view).En}", new Func<Language, string>(to => Addresses.Country(to, "COL", view)))),
        ("corridor", to => Addresses.Corridor(to, "MEX", "USA")),
        ("reported flows", to => Addresses.ReportedFlows(to, "FRA", "ESP")),
        ("empty corridor", to => Addresses.Corridor(to, "NRU", "PCN")),
        ("catalogue", Addresses.Catalogue),
        ("dataset", to => Addresses.Dataset(to, "STOCK", "UNDESA.2024")),
        ("displaced dataset", to => Addresses.Dataset(to, "DISPLACED", "UNHCR.2025")),
        ("lineage of a figure", to => Addresses.Observation(to, "STOCK", "UNDESA.2024", "A.USA.MEX._T.STOCK._T._T._T.PS", Year(2024))),
        ("lineage of a sum", to => Addresses.Observation(to, "STOCK", "UNDESA.2024", "A.GTM.*._T.STOCK._T._T._T.PS", Year(2024))),
        ("lineage of a mean", to => Addresses.Observation(to, "REMITTANCE_PRICES", "RPW.2020-Q3", "Q.~.PHL.COST_AVG._T._T.USD200.PT_TRANSACT", Year(2019))),
        ("search", to => Addresses.Search(to) + "?q=guinea"),
        ("search without results", to => Addresses.Search(to) + "?q=Guatemalla"),
        ("empty search", to => Addresses.Search(to) + "?q="),
        ("about", Addresses.About),
        .. FollowUpPages.All,
        .. IndicatorPages.All,
        .. RemittancePages.All,
        .. FlowPages.All,
        ("cooperation", ProcessAddresses.Hub),
        ("processes", ProcessAddresses.Processes),
        ("process", to => ProcessAddresses.Process(to, "gfmd") + $"?{ProcessAddresses.DateWord(to)}=2008-10"),
        ("profile of a process", to => Profiles.ProfileAddresses.Profile(to, "process-mercosur")),
        ("process without members", to => ProcessAddresses.Process(to, "budapest")),
        ("members of processes", to => ProcessAddresses.Members(to) + $"?{ProcessAddresses.DateWord(to)}=2008-07-01"),
        ("lives of processes", ProcessAddresses.Lives),
        ("instruments", ProcessAddresses.Instruments),
        ("instruments of a region", to => ProcessAddresses.Instruments(to) + "?region=013"),
        ("instrument", to => ProcessAddresses.Instrument(to, "ICRMW")),
        ("instrument without list", to => ProcessAddresses.Instrument(to, "ICERD")),
        ("map of parties", to => ProcessAddresses.InstrumentMap(to, "TIP2000")),
        ("consultations", ProcessAddresses.Consultations),
        ("consultation", to => ProcessAddresses.Consultation(to, "un-2003")),
        ("consultation of totals", to => ProcessAddresses.Consultation(to, "un-2008")),
        ("consultation without answers", to => ProcessAddresses.Consultation(to, "un-1995")),
        ("letters", to => ProcessAddresses.Letters(to, "un-2003")),
        ("documents", ProcessAddresses.Documents),
        ("documents found", to => ProcessAddresses.Documents(to) + "?q=foro"),
        ("document", to => ProcessAddresses.Document(to, "MC-2353")),
        ("mandates", ProcessAddresses.Mandates),
        ("activities", to => ProcessAddresses.Activities(to) + "?region=americas"),
        ("practices", ProcessAddresses.Practices),
        ("movements", MovementAddresses.Movements),
        ("movements within a region", to => MovementAddresses.Movements(to) + to.Of("?region=013&sentido=salidas&ambito=dentro", "?region=013&direction=exits&scope=within", "?region=013&sens=sorties&portee=interieur")),
        ("matrix of movements", to => MovementAddresses.Matrix(to) + to.Of("?region=005&anio=2023", "?region=005&year=2023", "?region=005&annee=2023")),
        ("map of movements", MovementAddresses.Map),
        ("movements by nationality", to => MovementAddresses.Country(to, "GTM", MovementView.Nationalities, "IOM")),
        ("movements of a country", to => MovementAddresses.Country(to, "GTM")),
        ("country without movements", to => MovementAddresses.Country(to, "NRU")),
        ("mirror", to => MovementAddresses.Mirror(to, "GTM", "MEX")),
        ("mirror without figures", to => MovementAddresses.Mirror(to, "NRU", "GTM")),
        ("method of movements", MovementAddresses.Method),
        ("collection", MovementAddresses.Collection),
        ("registers", RegisterAddresses.All),
        ("list of records", to => RegisterAddresses.Register(to, "commitments") + "?type=policy"),
        ("list without records", to => RegisterAddresses.Register(to, "commitments") + "?type=nothing"),
        ("record", to => RegisterAddresses.Record(to, "documents", "A-63-265")),
        ("history of a record", to => RegisterAddresses.History(to, "documents", "A-63-265")),
    ];

    /// <summary>Those that a browser visits: one of every layout.</summary>
    public static TheoryData<string> Layouts =>
    [
        "home", "map", "countries", "country", "country without figures", "view origins", "view origins-map", "view displaced", "corridor", "catalogue", "dataset",
        "lineage of a sum", "search", "empty search", "about",
        "cooperation", "processes", "process", "members of processes", "instruments", "instrument", "instrument without list", "consultations", "consultation", "letters",
        "documents found", "document", "mandates", "activities", "practices",
        .. FollowUpPages.Layouts, .. IndicatorPages.Layouts, .. RemittancePages.Layouts, .. FlowPages.Layouts, "registers", "list of records", "record", "history of a record",
        "movements", "movements of a country", "matrix of movements", "mirror", "method of movements",
    ];

    /// <summary>Names, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Select(kind => kind.Name)];

    /// <summary>Address of a kind.</summary>
    public static string Address(string name, Language language) => All.Single(kind => kind.Name == name).Address(language);

    /// <summary>A year as a period.</summary>
    public static TimePeriod Year(int year) => TimePeriod.TryParse($"{year}", out var period) ? period : throw new ArgumentOutOfRangeException(nameof(year));
}
