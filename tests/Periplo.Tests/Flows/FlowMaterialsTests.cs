using Periplo.Flows;
using Periplo.Sdmx;
using Periplo.Statistics;
using Periplo.Tests.Statistics;
using Xunit;

namespace Periplo.Tests.Flows;

/// <summary>How stocks and demography become what flows are made of.</summary>
public sealed class FlowMaterialsTests
{
    private static readonly FlowPeriod Nineties = new(1990, 1995);

    [Fact]
    public void Events_of_a_mid_year_period_are_half_of_both_ends_and_all_between()
    {
        Assert.Equal(50 + 200 + 300 + 400 + 500 + 300, Nineties.Events(year => (year - 1989) * 100));
        Assert.Null(Nineties.Events(year => year == 1993 ? null : 1));
        // Four years weigh 4, five weigh 5.
        Assert.Equal((4, 5), (new FlowPeriod(2020, 2024).Events(_ => 1), Nineties.Events(_ => 1)));
    }

    [Fact]
    public void Native_born_are_the_population_less_the_foreign_born_and_unknown_birthplaces_are_rows()
    {
        var material = Materials(
            [
                Sample.Stock("FRA", "ITA", 1990, 30, set: new(0, "B")), Sample.Stock("FRA", "ITA", 1995, 40, set: new(0, "C")),
                Sample.Stock("ITA", "FRA", 1990, 5), Sample.Stock("ITA", "FRA", 1995, 6), Sample.Stock("FRA", "OOO", 1990, 7), Sample.Stock("FRA", "OOO", 1995, 8),
                // Regions and totals are no places: they would count people twice.
                Sample.Stock("FRA", "_T", 1990, 37), Sample.Stock("150", "ITA", 1990, 99), Sample.Stock("FRA", "150", 1995, 40),
            ],
            [.. Demography("FRA", 1.0, 0.01, 0.02), .. Demography("ITA", 2.0, 0.03, 0.04)]).Accounts(Nineties, "_T")!;
        Assert.Equal(["FRA", "ITA"], material.Input.Start.Residences);
        Assert.Equal(["FRA", "ITA", "OOO"], material.Input.End.Birthplaces);
        Assert.Equal([963, 5, 30, 1995, 7, 0], material.Input.Start.Cells.ToArray());
        Assert.Equal([952, 6, 40, 1994, 8, 0], material.Input.End.Cells.ToArray());
        Assert.Equal([50, 150], material.Input.Births.Select(persons => Math.Round(persons, 9)));
        Assert.Equal([100, 200], material.Input.Deaths.Select(persons => Math.Round(persons, 9)));
        Assert.Equal(["C", null], material.DataTypes);
        Assert.Empty(material.Unions);
    }

    [Fact]
    public void Cell_the_source_says_is_missing_is_no_zero()
    {
        var material = Materials(
            [Sample.MissingStock("FRA", "ITA", 1990), Sample.Stock("FRA", "ITA", 1995, 40), Sample.Stock("ITA", "FRA", 1990, 5), Sample.Stock("ITA", "FRA", 1995, 6)],
            [.. Demography("FRA", 1.0, 0.01, 0.02), .. Demography("ITA", 2.0, 0.03, 0.04)]).Accounts(Nineties, "_T")!;
        Assert.Equal((double.NaN, 40), (material.Input.Start[1, 0], material.Input.End[1, 0]));
        Assert.Equal(1000, material.Input.Start[0, 0]);
    }

    [Fact]
    public void Part_of_a_former_state_without_figures_of_its_own_is_taken_together_with_the_rest()
    {
        var materials = Materials(
            [
                Sample.Stock("SDN", "EGY", 1990, 10), Sample.Stock("SSD", "EGY", 1990, 0), Sample.Stock("SDN", "EGY", 1995, 12), Sample.Stock("SSD", "EGY", 1995, 3),
                Sample.Stock("EGY", "SDN", 1990, 20), Sample.Stock("EGY", "SSD", 1990, 4), Sample.Stock("EGY", "SDN", 1995, 21), Sample.Stock("EGY", "SSD", 1995, 5),
                // Within the union nobody moved away from where they were born.
                Sample.Stock("SDN", "SSD", 1995, 100), Sample.Stock("SDN", "EGY", 2000, 13), Sample.Stock("SSD", "EGY", 2000, 4), Sample.Stock("EGY", "SDN", 2000, 22),
            ],
            [.. Demography("SDN", 1.0, 0.01, 0.02), .. Demography("SSD", 0.5, 0.01, 0.02), .. Demography("EGY", 2.0, 0.03, 0.04)]);
        var together = materials.Accounts(Nineties, "_T")!;
        Assert.Equal(["EGY", "SUD"], together.Input.Start.Residences);
        Assert.Equal(["SUD SDN SSD"], together.Unions.Select(union => $"{union.Area} {string.Join(' ', union.Members)}"));
        Assert.Equal([1976, 10, 24, 1490], together.Input.Start.Cells.ToArray());
        Assert.Equal([1974, 15, 26, 1485], together.Input.End.Cells.ToArray());
        Assert.Equal([150, 100], together.Input.Births);
        // Once both have figures at both dates they stand for themselves.
        var apart = materials.Accounts(new(1995, 2000), "_T")!;
        Assert.Equal(["EGY", "SDN", "SSD"], apart.Input.Start.Residences);
        Assert.Equal(["EGY", "SUD"], materials.Stocks(Nineties, "_T")!.Input.End.Residences);
    }

    [Fact]
    public void Populations_follow_the_stocks_where_both_draw_other_borders()
    {
        var material = Materials(
            [.. new[] { 1990, 1995 }.SelectMany(year => new[] { Sample.Stock("SRB", "XCX", year, 1), Sample.Stock("XCX", "SRB", year, 2), Sample.Stock("VAT", "SRB", year, 9), Sample.Stock("SRB", "VAT", year, 3) })],
            [.. Demography("SRB", 8.0, 0.1, 0.1), .. Demography("XKX", 2.0, 0.2, 0.1), .. Demography("GGY", 0.06, 0.001, 0.001), .. Demography("JEY", 0.09, 0.002, 0.001)]).Accounts(Nineties, "_T")!;
        // Kosovo is counted with Serbia, the Channel Islands are Guernsey and Jersey, and the Holy See has no demography.
        Assert.Equal(["SRB", "XCX"], material.Input.Start.Residences);
        Assert.Equal(["SRB", "XCX", "VAT"], material.Input.Start.Birthplaces);
        Assert.Equal([10_000 - 4, 2, 1, 150 - 2, 3, 0], material.Input.Start.Cells.ToArray());
        Assert.Equal([1500, 15], material.Input.Births);
        Assert.Equal(["VAT"], material.LeftOut);
    }

    [Fact]
    public void Four_years_count_only_where_the_demography_reaches_their_end()
    {
        SampleRow[] stock = [.. new[] { 2015, 2020, 2024 }.SelectMany(year => new[] { Sample.Stock("FRA", "ITA", year, 30), Sample.Stock("ITA", "FRA", year, 5) })];
        IEnumerable<SampleRow> To(int last) => Demography("FRA", 1, 0.01, 0.02, 2015, last).Concat(Demography("ITA", 1, 0.01, 0.02, 2015, last));
        Assert.Equal([new FlowPeriod(2015, 2020)], Materials(stock, [.. To(2023)]).Periods);
        Assert.Equal(["2015–2020", "2020–2024"], Materials(stock, [.. To(2024)]).Periods.Select(period => period.ToString()));
        Assert.Equal(("4Y", "5Y"), (FlowDefinitions.Duration(4), FlowDefinitions.Duration(5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => FlowDefinitions.Duration(1));
    }

    [Fact]
    public void Accounts_by_sex_ask_for_populations_by_sex()
    {
        SampleRow[] stock = [.. new[] { 1990, 1995 }.SelectMany(year => new[] { "F", "M" }.SelectMany(sex => new[] { Sample.Stock("FRA", "ITA", year, 30, sex), Sample.Stock("ITA", "FRA", year, 5, sex) }))];
        var both = Materials(stock, [.. Demography("FRA", 1, 0.01, 0.02), .. Demography("ITA", 1, 0.01, 0.02)]);
        Assert.Null(both.Accounts(Nineties, "F"));
        Assert.Equal([1000 - 60, 10, 60, 1000 - 10], both.Accounts(Nineties, "_T")!.Input.Start.Cells.ToArray());
        Assert.Equal([0, 5, 30, 0], both.Stocks(Nineties, "F")!.Input.Start.Cells.ToArray());
        // Measures of five years, as in World Population Prospects 2019; 105 boys to 100 girls.
        var sexes = Materials(stock, [.. FiveYears("FRA"), .. FiveYears("ITA")]);
        var women = sexes.Accounts(Nineties, "F")!;
        Assert.Equal([570, 5, 30, 595], women.Input.Start.Cells.ToArray());
        Assert.Equal([100, 100], women.Input.Births.Select(persons => Math.Round(persons, 9)));
        Assert.Equal([70, 70], women.Input.Deaths.Select(persons => Math.Round(persons, 9)));
        Assert.Equal(105, sexes.Accounts(Nineties, "M")!.Input.Births[0], 9);
        Assert.Equal([150, 150], sexes.Accounts(Nineties, "_T")!.Input.Deaths.Select(persons => Math.Round(persons, 9)));
    }

    private static FlowMaterials Materials(IEnumerable<SampleRow> stock, IEnumerable<SampleRow> demography) =>
        new(Sample.Dataset(Sample.Definitions.Stock, stock), Sample.Dataset(Sample.Definitions.Demography, demography), BundledData.Areas);

    /// <summary>The same figures every year, in thousands.</summary>
    private static IEnumerable<SampleRow> Demography(string area, double population, double births, double deaths, int first = 1990, int last = 2000) =>
        Enumerable.Range(first, last - first + 1).SelectMany(year => new[] { ("POP_MID", population), ("BIRTHS", births), ("DEATHS", deaths) }.Select(one => Figure("A", area, one.Item1, "_T", year, one.Item2, 3)));

    private static IEnumerable<SampleRow> FiveYears(string area) =>
    [
        .. new[] { 1990, 1995 }.SelectMany(year => Periplo.Populations.AgeStructure.Codes.SelectMany((age, group) => new[] { "F", "M" }.Select(sex => Figure("A", area, "POP_MID", sex, year, group == 0 ? 600 : 0, 0, age)))),
        Figure("A5", area, "BIRTHS_5Y", "_T", 1990, 205, 0), Figure("A5", area, "SRB_5Y", "_T", 1990, 1.05, 0, unit: "PURE_NUMB"),
        Figure("A5", area, "DEATHS_5Y", "F", 1990, 70, 0), Figure("A5", area, "DEATHS_5Y", "M", 1990, 80, 0),
    ];

    private static SampleRow Figure(string frequency, string area, string measure, string sex, int year, double value, int thousands, string age = "_T", string unit = "PS") =>
        new([frequency, area, measure, sex, age, unit], TimePeriod.OfYear(year), value, ObservationStatus.E, new(thousands), SourceRow.Line(2));
}
