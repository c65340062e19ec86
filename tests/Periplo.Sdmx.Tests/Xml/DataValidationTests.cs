using System.Text;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Xunit;
using static Periplo.Tests.Sdmx.Xml.MigrantData;
using static Periplo.Tests.Sdmx.Xml.XmlSamples;
using static Periplo.Tests.Sdmx.Xml.XmlText;

namespace Periplo.Tests.Sdmx.Xml;

public class DataValidationTests
{
    [Fact]
    public void Report_counts_data_sets_series_and_observations_and_sums_values()
    {
        foreach (var format in new[] { DataFormat.GenericXml, DataFormat.StructureSpecificTimeSeriesXml, DataFormat.Json1, DataFormat.Json2, DataFormat.Csv1, DataFormat.Csv2 })
        {
            var report = Check(Written(Message([.. Few(), Row("A.DE.AF._T._T", "2020", double.NaN, "O")]), format));

            Assert.Equal((format, 1, 3L, 4L, 1252320.5, 1L), (report.Format, report.DataSets, report.Series, report.Observations, report.Sum, report.Missing));
            Assert.True(report.IsValid && report.IsComplete && report.KeysComplete);
            Assert.Empty(report.Faults);
        }
    }

    [Fact]
    public void Report_names_line_column_key_and_rule_of_every_fault_and_goes_on()
    {
        var report = Check(Specific($"<Series {Tag} UNIT_MEASURE=\"PS\">\n<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"7\" OBS_STATUS=\"A\"/>\n<Obs TIME_PERIOD=\"2021\" OBS_VALUE=\"x\" OBS_STATUS=\"A\"/>\n<Obs TIME_PERIOD=\"2022\" OBS_VALUE=\"8\"/>\n<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"9\" OBS_STATUS=\"A\"/></Series>"));

        Assert.Equal(
        [
            (DataRules.BadValue, 7, 2, "A.DE.SO._T._T.2021"),
            (DataRules.MissingAttribute, 8, 2, "A.DE.SO._T._T.2022"),
            (DataRules.DuplicateKey, 9, 0, "A.DE.SO._T._T.2020"),
        ], report.Faults.Select(one => (one.Rule, one.Line, one.Column, one.Key)));
        Assert.Equal((1L, 1L, 7.0, 3L, false, true), (report.Series, report.Observations, report.Sum, report.FaultCount, report.IsValid, report.IsComplete));
    }

    [Fact]
    public void Report_of_a_message_that_cannot_be_understood_says_so()
    {
        var cut = Specific($"<Series {Tag} UNIT_MEASURE=\"PS\"><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"7\" OBS_STATUS=\"A\"/><Obs");
        var report = Check(cut);
        var none = Check("nothing");

        Assert.Equal((1L, false, DataRules.NotXml), (report.Observations, report.IsComplete, report.Faults.Single().Rule));
        Assert.Equal((null, false, DataRules.UnknownFormat), (none.Format, none.IsComplete, none.Faults.Single().Rule));
    }

    [Fact]
    public void Same_key_in_another_data_set_is_no_duplicate()
    {
        var message = new DataMessage(Header, Flow, [new(new RowCursor(Structure, Few()), DataAction.Replace), new(new RowCursor(Structure, Few()), DataAction.Replace)]);
        var report = Check(Written(message, DataFormat.GenericXml));

        Assert.True(report.IsValid);
        Assert.Equal((2, 6L, 2L), (report.DataSets, report.Observations, report.Series));
    }

    [Fact]
    public void Keys_are_held_up_to_a_bound_and_the_report_says_when_it_was_reached()
    {
        DataRow[] rows = [.. Enumerable.Range(1900, 50).Select(year => Row("A.DE.SO._T._T", $"{year}", 1)), Row("A.DE.SO._T._T", "1900", 1), Row("A.DE.SO._T._T", "1949", 1)];
        using var stream = new MemoryStream(Written(Message(rows), DataFormat.StructureSpecificXml));
        var report = DataValidation.Check(stream, Find, mostKeys: 10);

        Assert.False(report.KeysComplete);
        Assert.Equal([(DataRules.DuplicateKey, "A.DE.SO._T._T.1900")], report.Faults.Select(one => (one.Rule, one.Key)));
        Assert.Equal(2, Check(Written(Message(rows), DataFormat.StructureSpecificXml)).FaultCount);
    }

    [Fact]
    public void Faults_beyond_the_list_are_counted()
    {
        var report = Check(Specific($"<Series {Tag} UNIT_MEASURE=\"PS\">{string.Concat(Enumerable.Repeat("<Obs TIME_PERIOD=\"x\"/>", DataValidation.MostFaults + 5))}</Series>"));

        Assert.Equal((DataValidation.MostFaults + 5, DataValidation.MostFaults), (report.FaultCount, report.Faults.Count));
    }

    [Fact]
    public void Messages_without_attributes_are_judged_without_them_when_asked()
    {
        using var stream = new MemoryStream(Written(Message(Few()) with { Detail = DataDetail.DataOnly }, DataFormat.GenericXml));

        Assert.True(DataValidation.Check(stream, Find, requiresAttributes: false).IsValid);
    }

    [Fact]
    public void Duplicates_are_found_exactly_among_random_keys()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var flow = RandomData.Flow(random);
            var rows = RandomData.Rows(random, flow.Structure);
            var keys = rows.Select(row => $"{string.Join('\u001F', row.Codes)}\u001F{row.Time}").ToList();
            using var stream = new MemoryStream(Written(new(Header, flow, [new(new RowCursor(flow.Structure, rows.Select(row => row with { Attributes = new string?[row.Attributes.Length] })))]), DataFormat.GenericXml));

            var report = DataValidation.Check(stream, _ => flow, requiresAttributes: false);

            Assert.Equal(keys.Count - keys.Distinct().Count(), report.FaultCount);
            Assert.Equal(keys.Distinct().Count(), report.Observations);
            Assert.Equal(rows.Select(row => string.Join('\u001F', row.Codes)).Distinct().Count(), report.Series);
        });
    }

    private static DataReport Check(string text) => Check(Encoding.UTF8.GetBytes(text));

    private static DataReport Check(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return DataValidation.Check(stream, Find);
    }
}
