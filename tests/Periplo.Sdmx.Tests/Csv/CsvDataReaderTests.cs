using System.Text;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;
using Periplo.Tests.Sdmx.Xml;
using Xunit;

namespace Periplo.Tests.Sdmx.Csv;

public class CsvDataReaderTests
{
    private const string Head1 = "DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,COMMENT_OBS\n";
    private const string Head2 = "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,COMMENT_OBS\n";
    private const string Flow1 = "MDIS:DF_MIG_STOCK(1.0),";
    private const string Flow2 = "dataflow,MDIS:DF_MIG_STOCK(1.0),";

    [Fact]
    public void Version_1_is_read_for_information()
    {
        Assert.Equal(
            ["I A.DE.SO._T.Y25 2020 10890 A UNIT_MEASURE=PS OBS_STATUS=A", "I A.DE.SO._T.Y25 2024-Q1 11430 E UNIT_MEASURE=PS OBS_STATUS=E COMMENT_OBS=a, \"b\""],
            CsvMessages.Read(Head1 + Flow1 + "A,DE,SO,_T,Y25,2020,10890,PS,A,\n" + Flow1 + "A,DE,SO,_T,Y25,2024-Q1,11430,PS,E,\"a, \"\"b\"\"\"\n"));
    }

    [Theory]
    [InlineData("I", 'I')]
    [InlineData("", 'I')]
    [InlineData("A", 'A')]
    [InlineData("M", 'M')]
    [InlineData("R", 'R')]
    public void Action_of_every_row_counts(string letter, char action)
    {
        Assert.Equal(
            ["D A.DE.SO._T.Y25 2020 - O", $"{action} A.DE.SO._T.Y25 2021 5 A UNIT_MEASURE=PS OBS_STATUS=A"],
            CsvMessages.Read(Head2 + Flow2 + "D,A,DE,SO,_T,Y25,2020,,,,\n" + Flow2 + letter + ",A,DE,SO,_T,Y25,2021,5,PS,A,\n"));
    }

    [Fact]
    public void Deletion_may_leave_dimensions_and_the_period_open()
    {
        using var reader = CsvMessages.Open(Head2 + Flow2 + "D,A,DE,,,,,,,,\n" + Flow2 + "D,,,,,,,,,,\n" + Flow2 + "D,A,DE,SO,_T,Y25,2020,-,,,-\n");
        Assert.True(reader.Read());
        Assert.True(reader.IsPartialKey);
        Assert.False(reader.HasTime);
        Assert.Equal(("A", "DE", ""), (reader.Code(0), reader.Code(1), reader.Code(2)));
        Assert.True(reader.Read());
        Assert.True(reader.IsPartialKey);
        Assert.True(reader.Read());
        Assert.False(reader.IsPartialKey);
        Assert.True(reader.HasValue);
        Assert.Equal("-", reader.Attribute(5));
        Assert.Null(reader.Attribute(1));
        Assert.False(reader.Read());
    }

    [Fact]
    public void Deletion_may_leave_columns_out()
    {
        Assert.Equal(["D .DE... - - O"], CsvMessages.Read("STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA\n" + Flow2 + "D,DE\n"));
        Assert.Equal(["D .... - - O"], CsvMessages.Read("STRUCTURE,STRUCTURE_ID,ACTION\ndatastructure,MDIS:DSD_MIG_STOCK(1.0),D\n"));
    }

    [Fact]
    public void Columns_come_in_any_order_and_case_with_custom_ones_between()
    {
        using var reader = CsvMessages.Open("dataflow,LAST UPDATE,sex,age,obs_value,time_period,freq,counterpart_area,ref_area,OBS_FLAG\nMDIS:DF_MIG_STOCK(1.0),23/05/24,_T,Y25,7,2020,A,SO,DE,b\n");
        Assert.Equal(["I A.DE.SO._T.Y25 2020 7 A"], CsvMessages.Read(reader));
        Assert.Equal(["LAST UPDATE", "OBS_FLAG"], reader.PassedOver);
        Assert.Equal(CsvVersion.V1, reader.Version);
    }

    [Fact]
    public void Oecd_file_with_labels_is_read()
    {
        const string Head = "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference area,FREQ,Frequency of observation,COUNTERPART_AREA,Counterpart area,SEX,Sex,AGE,Age,TIME_PERIOD,Time period,OBS_VALUE,Observation value,OBS_STATUS,Observation status\n";
        Assert.Equal(
            ["I A.DE.SO._T.Y25 2020 7 A OBS_STATUS=A"],
            CsvMessages.Read(Head + "DATAFLOW,MDIS:DF_MIG_STOCK(1.0),\"Stock, all\",I,DE,Germany,A,Annual,SO,Somalia,_T,Total,Y25,25,2020,,7,,A,Normal value\n"));
    }

    [Theory]
    [InlineData(": ")]
    [InlineData(":")]
    public void Labels_in_the_fields_are_cut_off(string colon)
    {
        var text = $"STRUCTURE,STRUCTURE_ID,ACTION,FREQ{colon}Frequency,REF_AREA{colon}Area,COUNTERPART_AREA{colon}Area,SEX{colon}Sex,AGE{colon}Age,TIME_PERIOD{colon}Time,OBS_VALUE{colon}Value,UNIT_MEASURE{colon}Unit,OBS_STATUS{colon}Status,COMMENT_OBS{colon}Comment\n"
            + $"dataflow,MDIS:DF_MIG_STOCK(1.0): Stock,I,A{colon}Annual,DE{colon}Germany,SO{colon}Somalia,_T{colon}Total,Y25:30,2020,7,PS{colon}Persons,A{colon}Normal,a: b\n";
        Assert.Equal(["I A.DE.SO._T.Y25:30 2020 7 A UNIT_MEASURE=PS OBS_STATUS=A COMMENT_OBS=a: b"], CsvMessages.Read(text));
    }

    [Fact]
    public void Keys_of_version_2_are_passed_over()
    {
        var message = MigrantData.Message(MigrantData.Few());
        using var reader = CsvMessages.Open(CsvMessages.Written(message, new(CsvVersion.V2, Keys: CsvKeys.Both)));
        Assert.Equal(3, CsvMessages.Read(reader).Count);
        Assert.Empty(reader.PassedOver);
    }

    [Fact]
    public void Several_values_and_languages_in_a_field_are_taken_apart()
    {
        const string Head = "STRUCTURE[;],STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS[],COMMENT_OBS[es;en]\n";
        Assert.Equal(
            ["I A.DE.SO._T.Y25 2020 7 A UNIT_MEASURE=PS OBS_STATUS=A;E COMMENT_OBS=Value X", "I A.DE.SO._T.Y25 2021 7 B UNIT_MEASURE=PS OBS_STATUS=B COMMENT_OBS=uno"],
            CsvMessages.Read(Head + Flow2 + "I,A,DE,SO,_T,Y25,2020,7,PS,A;E,es:Valor X;en:Value X\n" + Flow2 + "I,A,DE,SO,_T,Y25,2021,7,PS,B,es:uno\n"));
    }

    [Theory]
    [InlineData("datastructure,MDIS:DSD_MIG_STOCK(1.0)")]
    [InlineData("DataProvision,MDIS:PA_MIG_STOCK")]
    [InlineData("Dataflow,MDIS:DF_MIG_STOCK")]
    public void Every_kind_of_structure_is_found(string structure)
    {
        Assert.Equal(["I A.DE.SO._T.Y25 2020 7 A UNIT_MEASURE=PS OBS_STATUS=A"], CsvMessages.Read(Head2 + structure + ",I,A,DE,SO,_T,Y25,2020,7,PS,A,\n"));
    }

    [Theory]
    [InlineData("", "O")]
    [InlineData("NaN", "O")]
    [InlineData("nan", "M")]
    public void Missing_values_are_none(string value, string status)
    {
        using var reader = CsvMessages.Open(Head1 + Flow1 + $"A,DE,SO,_T,Y25,2020,{value},PS,{status},#N/A\n");
        Assert.True(reader.Read());
        Assert.True(double.IsNaN(reader.Value));
        Assert.Equal(value.Length > 0, reader.HasValue);
        Assert.Equal(status[0], reader.Status.Letter());
        Assert.Null(reader.Attribute(5));
    }

    [Theory]
    [InlineData("A,XX,SO,_T,Y25,2020,1,PS,A,", DataRules.UnknownCode, 3, "A.XX...")]
    [InlineData("A,DE,SO,_T,Y25,1/2020,1,PS,A,", DataRules.BadPeriod, 7, "A.DE.SO._T.Y25.1/2020")]
    [InlineData("A,DE,SO,_T,Y25,,1,PS,A,", DataRules.MissingDimension, 7, "A.DE.SO._T.Y25")]
    [InlineData("A,,SO,_T,Y25,2020,1,PS,A,", DataRules.MissingDimension, 3, "A....")]
    [InlineData("A,DE,SO,_T,Y25,2020,\"1,5\",PS,A,", DataRules.BadValue, 8, "A.DE.SO._T.Y25.2020")]
    [InlineData("A,DE,SO,_T,Y25,2020,1 000,PS,A,", DataRules.BadValue, 8, "A.DE.SO._T.Y25.2020")]
    [InlineData("A,DE,SO,_T,Y25,2020,Infinity,PS,A,", DataRules.BadValue, 8, "A.DE.SO._T.Y25.2020")]
    [InlineData("A,DE,SO,_T,Y25,2020,1e999,PS,A,", DataRules.BadValue, 8, "A.DE.SO._T.Y25.2020")]
    [InlineData("A,DE,SO,_T,Y25,2020,1,XX,A,", DataRules.UnknownCode, 9, "A.DE.SO._T.Y25.2020")]
    [InlineData("A,DE,SO,_T,Y25,2020,1,,A,", DataRules.MissingAttribute, 9, "A.DE.SO._T.Y25.2020")]
    [InlineData("A,DE,SO,_T,Y25,2020,1,PS,Z,", DataRules.UnknownCode, 10, "A.DE.SO._T.Y25.2020")]
    public void Wrong_row_is_told_with_rule_line_column_and_key_and_passed_over(string row, string rule, int column, string key)
    {
        var text = Head1 + Flow1 + "A,DE,SO,_T,Y25,2019,1,PS,A,\n" + Flow1 + row + "\n" + Flow1 + "A,DE,SO,_T,Y25,2021,1,PS,A,\n";
        using var reader = CsvMessages.Open(text);
        var faults = new List<DataFault>();
        reader.Rejected = faults.Add;
        Assert.Equal(2, CsvMessages.Read(reader).Count);
        var fault = Assert.Single(faults);
        Assert.Equal((rule, 3, column, key), (fault.Rule, fault.Line, fault.Column, fault.Key));

        // Where nobody listens it is thrown, and reading goes on behind it for who wants.
        using var strict = CsvMessages.Open(text);
        Assert.True(strict.Read());
        var error = Assert.Throws<SdmxFormatException>(() => strict.Read());
        Assert.Equal((rule, 3, column), (error.Rule, error.Line, error.Column));
        Assert.True(strict.Read());
        Assert.False(strict.Read());
    }

    [Fact]
    public void Row_of_another_length_is_passed_over()
    {
        using var reader = CsvMessages.Open(Head1 + Flow1 + "A,DE,SO,_T,Y25,2019,1,PS,A\n" + Flow1 + "A,DE,SO,_T,Y25,2021,1,PS,A,\n");
        var faults = new List<DataFault>();
        reader.Rejected = faults.Add;
        Assert.Single(CsvMessages.Read(reader));
        Assert.Equal((DataRules.BadForm, 2), (faults[0].Rule, faults[0].Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("REF_AREA,OBS_VALUE\nDE,1\n")]
    [InlineData("STRUCTURE,ACTION,FREQ\ndataflow,I,A\n")]
    public void File_of_another_kind_is_refused(string text)
    {
        Assert.Equal(DataRules.UnknownFormat, Assert.Throws<SdmxFormatException>(() => CsvMessages.Open(text)).Rule);
    }

    [Theory]
    [InlineData("STRUCTURE;STRUCTURE_ID;ACTION;FREQ\ndataflow;MDIS:DF_MIG_STOCK(1.0);I;A\n", "\";\"")]
    [InlineData("STRUCTURE[|];STRUCTURE_ID;ACTION;FREQ: a, b\ndataflow;MDIS:DF_MIG_STOCK(1.0);I;A\n", "\";\"")]
    [InlineData("DATAFLOW\tFREQ\nMDIS:DF_MIG_STOCK(1.0)\tA\n", "tabulators")]
    public void Separators_of_some_countries_are_refused_in_clear_words(string text, string shown)
    {
        var error = Assert.Throws<SdmxFormatException>(() => CsvMessages.Open(text));
        Assert.Equal(DataRules.BadForm, error.Rule);
        Assert.Contains(shown, error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dataflow,MDIS:DF_MIG_FLOW(1.0)")]
    [InlineData("datastructure,MDIS:DSD_MIG_STOCK(1.0)")]
    public void Second_structure_in_a_file_is_refused(string second)
    {
        using var reader = CsvMessages.Open(Head2 + Flow2 + "I,A,DE,SO,_T,Y25,2020,7,PS,A,\n" + second + ",I,A,DE,SO,_T,Y25,2021,7,PS,A,\n");
        Assert.True(reader.Read());
        var error = Assert.Throws<SdmxFormatException>(() => reader.Read());
        Assert.Equal((DataRules.SeveralStructures, 3), (error.Rule, error.Line));
        Assert.False(reader.Read());
    }

    [Theory]
    [InlineData("MDIS:DF_OTHER(1.0)", DataRules.UnknownStructure)]
    [InlineData("DF_MIG_STOCK", DataRules.NoStructure)]
    [InlineData("MDIS:DF MIG(1.0)", DataRules.NoStructure)]
    [InlineData("MDIS:DF_MIG_STOCK(1.0", DataRules.NoStructure)]
    [InlineData("", DataRules.NoStructure)]
    public void Structure_that_is_not_known_is_refused(string structure, string rule)
    {
        Assert.Equal(rule, Assert.Throws<SdmxFormatException>(() => CsvMessages.Open(Head1 + structure + ",A,DE,SO,_T,Y25,2020,1,PS,A,\n")).Rule);
    }

    [Fact]
    public void File_without_rows_has_no_structure_and_no_observations()
    {
        using var reader = CsvMessages.Open(Head1);
        Assert.False(reader.Read());
        Assert.Equal(0, reader.DataSets);
        Assert.Equal(DataRules.NoStructure, Assert.Throws<SdmxFormatException>(() => reader.Dataflow).Rule);
    }

    [Theory]
    [InlineData("DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,SEX,AGE,OBS_VALUE\n" + Flow1 + "A,DE,SO,_T,Y25,1\n", DataRules.MissingDimension)]
    [InlineData("DATAFLOW,FREQ,FREQ,REF_AREA,COUNTERPART_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE\n" + Flow1 + "A,A,DE,SO,_T,Y25,2020,1\n", DataRules.BadForm)]
    public void First_row_that_lacks_a_dimension_or_has_it_twice_is_refused(string text, string rule)
    {
        Assert.Equal(rule, Assert.Throws<SdmxFormatException>(() => CsvMessages.Open(text)).Rule);
    }

    [Theory]
    [InlineData("DATAFLOW,\"FREQ\nx", DataRules.NotCsv)]
    [InlineData("DATAFLOW,FREQ\0\nx", DataRules.NotCsv)]
    public void Broken_text_is_refused(string text, string rule)
    {
        Assert.Equal(rule, Assert.Throws<SdmxFormatException>(() => CsvMessages.Open(text)).Rule);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_told_where_they_stand()
    {
        var bytes = Encoding.Latin1.GetBytes(Head1 + Flow1 + "A,DE,SO,_T,Y25,2020,1,PS,A,niño\n");
        using var reader = new CsvDataReader(new MemoryStream(bytes), MigrantData.Find);
        var error = Assert.Throws<SdmxFormatException>(() => reader.Read());
        Assert.Equal((DataRules.NotCsv, 2, 11), (error.Rule, error.Line, error.Column));
        Assert.False(reader.Read());
    }

    [Fact]
    public void Attributes_are_required_only_where_the_caller_wants_and_the_file_has_them()
    {
        using var lenient = CsvMessages.Open(Head1 + Flow1 + "A,DE,SO,_T,Y25,2020,1,,A,\n");
        lenient.RequiresAttributes = false;
        Assert.True(lenient.Read());
        using var without = CsvMessages.Open("DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE\n" + Flow1 + "A,DE,SO,_T,Y25,2020,1\n");
        Assert.True(without.Read());
        using var merging = CsvMessages.Open(Head2 + Flow2 + "M,A,DE,SO,_T,Y25,2020,,,,better\n");
        Assert.True(merging.Read());
        Assert.False(merging.HasValue);
        Assert.Equal(StructureType.Dataflow, new StructureReference(StructureType.Dataflow, merging.Dataflow.Agency, merging.Dataflow.Id, "").Type);
    }
}
