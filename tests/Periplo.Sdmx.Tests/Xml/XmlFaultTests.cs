using System.Text;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Xunit;
using static Periplo.Tests.Sdmx.Xml.MigrantData;
using static Periplo.Tests.Sdmx.Xml.XmlSamples;
using static Periplo.Tests.Sdmx.Xml.XmlText;

namespace Periplo.Tests.Sdmx.Xml;

/// <summary>What is wrong with observations and series: thrown, or told while reading goes on.</summary>
public class XmlFaultTests
{
    [Theory]
    [InlineData("<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"7\" OBS_STATUS=\"?\"/>", DataRules.UnknownCode, 39)]
    [InlineData("<Obs TIME_PERIOD=\"MMXX\" OBS_VALUE=\"7\"/>", DataRules.BadPeriod, 2)]
    [InlineData("<Obs OBS_VALUE=\"7\"/>", DataRules.MissingDimension, 2)]
    [InlineData("<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"many\"/>", DataRules.BadValue, 2)]
    [InlineData("<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"INF\"/>", DataRules.BadValue, 2)]
    [InlineData("<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"7\" OTHER=\"1\"/>", DataRules.UnknownComponent, 39)]
    [InlineData("<Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"7\" SEX=\"F\"/>", DataRules.ContradictoryComponent, 2)]
    public void Wrong_observation_is_thrown_with_its_place_or_told_and_passed_over(string wrong, string rule, int column)
    {
        var text = Specific($"<Series {Tag}>\n{wrong}\n<Obs TIME_PERIOD=\"2021\" OBS_VALUE=\"8\"/></Series>");

        var error = Assert.Throws<SdmxFormatException>(() => Lines(Reader(text)));
        Assert.Equal((rule, 6, column), (error.Rule, error.Line, error.Column));

        var (lines, faults) = Told(text);
        Assert.Equal(["Replace A.DE.SO._T._T 2021 8"], lines);
        var fault = Assert.Single(faults);
        Assert.Equal((rule, 6, column), (fault.Rule, fault.Line, fault.Column));
        Assert.StartsWith("A.DE.SO.", fault.Key, StringComparison.Ordinal);
    }

    [Fact]
    public void Fault_of_an_observation_names_its_key_with_the_period_as_it_was_written()
    {
        var (_, faults) = Told(Specific($"<Series {Tag}><Obs TIME_PERIOD=\"20x\" OBS_VALUE=\"y\"/></Series>"));

        Assert.Equal([(DataRules.BadPeriod, "A.DE.SO._T._T.20x"), (DataRules.BadValue, "A.DE.SO._T._T.20x")], faults.Select(one => (one.Rule, one.Key)));
    }

    [Theory]
    [InlineData("REF_AREA=\"DE\"", "REF_AREA=\"XX\"", DataRules.UnknownCode, "A..SO._T._T")]
    [InlineData("REF_AREA=\"DE\"", "", DataRules.MissingDimension, "A..SO._T._T")]
    [InlineData("REF_AREA=\"DE\"", "REF_AREA=\"\"", DataRules.MissingDimension, "A..SO._T._T")]
    [InlineData("SEX=\"_T\"", "SEX=\"_T\" UNIT_MULT=\"9\"", DataRules.UnknownCode, "A.DE.SO._T._T")]
    [InlineData("SEX=\"_T\"", "SEX=\"_T\" NONE=\"9\"", DataRules.UnknownComponent, "A.DE.SO._T._T")]
    public void Wrong_series_is_told_once_and_passed_over_whole(string right, string wrong, string rule, string key)
    {
        var series = $"<Series {Tag}><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"7\"/><Obs TIME_PERIOD=\"2021\" OBS_VALUE=\"?\"/></Series>";

        var (lines, faults) = Told(Specific($"{series.Replace(right, wrong, StringComparison.Ordinal)}<Series {Tag}><Obs TIME_PERIOD=\"2022\" OBS_VALUE=\"9\"/></Series>"));

        Assert.Equal(["Replace A.DE.SO._T._T 2022 9"], lines);
        var fault = Assert.Single(faults);
        Assert.Equal((rule, 5, key), (fault.Rule, fault.Line, fault.Key));
    }

    [Fact]
    public void Wrong_generic_series_is_told_once_and_passed_over_whole()
    {
        var wrong = GenericSeries(GenericObs("2020", "7") + GenericObs("2021", "?")).Replace("\"DE\"", "\"XX\"", StringComparison.Ordinal);

        var (lines, faults) = Told(Generic(wrong + GenericSeries(GenericObs("2022", "9"))));

        Assert.Equal(["Replace A.DE.SO._T._T 2022 9"], lines);
        Assert.Equal([DataRules.UnknownCode], faults.Select(one => one.Rule));
    }

    [Fact]
    public void Component_given_twice_with_other_values_is_told()
    {
        var (lines, faults) = Told(Generic(GenericSeries(GenericObs("2020", "7", "<g:Value id=\"OBS_STATUS\" value=\"A\"/><g:Value id=\"OBS_STATUS\" value=\"E\"/>") + GenericObs("2021", "8", "<g:Value id=\"OBS_STATUS\" value=\"A\"/><g:Value id=\"OBS_STATUS\" value=\"A\"/>"))));

        Assert.Equal(["Replace A.DE.SO._T._T 2021 8 OBS_STATUS=A"], lines);
        Assert.Equal([DataRules.ContradictoryComponent], faults.Select(one => one.Rule));
    }

    [Fact]
    public void Wrong_group_is_told_and_gives_nothing()
    {
        var (lines, faults) = Told(Specific($"<Group REF_AREA=\"DE\" SOURCE_DETAIL=\"x\" UNIT_MULT=\"9\"/><Series {Tag}><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"7\"/></Series>"));

        Assert.Equal(["Replace A.DE.SO._T._T 2020 7"], lines);
        Assert.Equal([(DataRules.UnknownCode, ".DE...")], faults.Select(one => (one.Rule, one.Key)));
    }

    [Fact]
    public void Wrong_attribute_of_a_data_set_is_told_and_its_observations_are_read()
    {
        var (lines, faults) = Told(Specific($"<Series {Tag}><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"7\"/></Series>", attributes: "NONE=\"1\""));

        Assert.Equal(["Replace A.DE.SO._T._T 2020 7"], lines);
        Assert.Equal([(DataRules.UnknownComponent, "")], faults.Select(one => (one.Rule, one.Key)));
    }

    [Fact]
    public void Mandatory_attributes_are_required_of_each_level_once()
    {
        var text = Specific(
            $"<Series {Tag}><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"7\" OBS_STATUS=\"A\"/><Obs TIME_PERIOD=\"2021\" OBS_VALUE=\"7\" OBS_STATUS=\"A\"/></Series>"
            + $"<Series {Tag} UNIT_MEASURE=\"PS\"><Obs TIME_PERIOD=\"2022\" OBS_VALUE=\"7\"/><Obs TIME_PERIOD=\"2023\" OBS_VALUE=\"8\" OBS_STATUS=\"A\"/></Series>");

        var (lines, faults) = Told(text, requiresAttributes: true);

        Assert.Equal(["Replace A.DE.SO._T._T 2023 8 UNIT_MEASURE=PS OBS_STATUS=A"], lines);
        Assert.Equal([(DataRules.MissingAttribute, "A.DE.SO._T._T"), (DataRules.MissingAttribute, "A.DE.SO._T._T.2022")], faults.Select(one => (one.Rule, one.Key)));
        Assert.Equal(4, Told(text).Lines.Count);
        Assert.Equal(4, Told(text.Replace("\"Replace\"", "\"Merge\"", StringComparison.Ordinal), requiresAttributes: true).Lines.Count);
    }

    [Fact]
    public void Mandatory_attribute_of_the_data_set_is_missed_once_and_its_observations_are_read()
    {
        var structure = Structure with { Attributes = [new(Concept("PUBLISHER"), null, Attachment.DataSet, Mandatory: true)] };
        var text = Specific($"<Series {Tag}><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"7\"/><Obs TIME_PERIOD=\"2021\" OBS_VALUE=\"7\"/></Series>");
        var faults = new List<DataFault>();
        using var reader = new XmlDataReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), _ => Flow with { Structure = structure }) { Rejected = faults.Add };

        Assert.Equal(2, Lines(reader).Count);
        Assert.Equal([DataRules.MissingAttribute], faults.Select(one => one.Rule));
    }

    [Fact]
    public void Faults_of_one_observation_that_are_told_are_not_without_end()
    {
        var (_, faults) = Told(Specific($"<Series {Tag}><Obs TIME_PERIOD=\"2020\" {string.Join(' ', Enumerable.Range(0, 500).Select(i => $"X{i}=\"1\""))}/></Series>"));

        Assert.InRange(faults.Count, 1, 50);
    }

    private static (List<string> Lines, List<DataFault> Faults) Told(string text, bool requiresAttributes = false)
    {
        var faults = new List<DataFault>();
        using var reader = Reader(text, requiresAttributes);
        reader.Rejected = faults.Add;
        return (Lines(reader), faults);
    }
}
