using System.Diagnostics;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;
using Periplo.Tests.Sdmx.Xml;
using Xunit;

namespace Periplo.Tests.Sdmx.Csv;

public class CsvDataWriterTests
{
    private const string Head1 = "DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE,PUBLISHER,UNIT_MEASURE,UNIT_MULT,SOURCE_DETAIL,OBS_STATUS,COMMENT_OBS\n";
    private const string Head2 = "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,COUNTERPART_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE,PUBLISHER,UNIT_MEASURE,UNIT_MULT,SOURCE_DETAIL,OBS_STATUS,COMMENT_OBS\n";

    [Fact]
    public void Version_1_names_the_dataflow_first()
    {
        Assert.Equal(
            Head1
            + "MDIS:DF_MIG_STOCK(1.0),A,DE,SO,_T,_T,2020,10890,,PS,0,,A,\n"
            + "MDIS:DF_MIG_STOCK(1.0),A,DE,SO,_T,_T,2024,11430,,PS,0,,E,\"Nowcast, \"\"preliminary\"\"\"\n"
            + "MDIS:DF_MIG_STOCK(1.0),A,DE,TR,_T,_T,2020,1230000.5,,PS,0,,A,\n",
            CsvMessages.Written(MigrantData.Message(MigrantData.Few()), new(CsvVersion.V1)));
    }

    [Fact]
    public void Version_2_names_the_structure_and_what_is_to_be_done()
    {
        Assert.Equal(
            Head2
            + "dataflow,MDIS:DF_MIG_STOCK(1.0),I,A,DE,SO,_T,_T,2020,10890,,PS,0,,A,\n"
            + "dataflow,MDIS:DF_MIG_STOCK(1.0),I,A,DE,SO,_T,_T,2024,11430,,PS,0,,E,\"Nowcast, \"\"preliminary\"\"\"\n"
            + "dataflow,MDIS:DF_MIG_STOCK(1.0),I,A,DE,TR,_T,_T,2020,1230000.5,,PS,0,,A,\n",
            CsvMessages.Written(MigrantData.Message(DataAction.Information, MigrantData.Few()), new(CsvVersion.V2)));
    }

    [Theory]
    [InlineData(DataAction.Append, 'A')]
    [InlineData(DataAction.Merge, 'M')]
    [InlineData(DataAction.Replace, 'R')]
    [InlineData(DataAction.Information, 'I')]
    public void Action_is_a_letter(DataAction action, char letter)
    {
        Assert.Contains($"(1.0),{letter},A,DE", CsvMessages.Written(MigrantData.Message(action, MigrantData.Few()), new(CsvVersion.V2)), StringComparison.Ordinal);
    }

    [Fact]
    public void Deletion_gives_the_key_alone_and_version_1_has_no_word_for_it()
    {
        var message = MigrantData.Message(DataAction.Delete, MigrantData.Few()[0]);
        Assert.Equal(Head2 + "dataflow,MDIS:DF_MIG_STOCK(1.0),D,A,DE,SO,_T,_T,2020,,,,,,,\n", CsvMessages.Written(message, new(CsvVersion.V2)));
        Assert.Equal(Head1, CsvMessages.Written(message, new(CsvVersion.V1)));
    }

    [Fact]
    public void Agreement_stands_in_place_of_the_flow_where_there_is_one()
    {
        Assert.Contains("\ndataprovision,MDIS:PA_MIG_STOCK(1.0),R,A,", CsvMessages.Written(Provided(), new(CsvVersion.V2)), StringComparison.Ordinal);
        Assert.Contains("\nMDIS:DF_MIG_STOCK(1.0),A,", CsvMessages.Written(Provided(), new(CsvVersion.V1)), StringComparison.Ordinal);

        static DataMessage Provided() => MigrantData.Message(MigrantData.Few()) with { Provision = new(StructureType.ProvisionAgreement, "MDIS", "PA_MIG_STOCK", "1.0") };
    }

    [Fact]
    public void Labels_both_put_id_and_name_in_one_field()
    {
        var message = MigrantData.Message(MigrantData.Few()[0]) with { Languages = ["fr", "es"] };
        var lines = CsvMessages.Written(message, new(CsvVersion.V1, CsvLabels.Both)).Split('\n');
        Assert.StartsWith("DATAFLOW,FREQ: FREQ (es),REF_AREA: REF_AREA (es),", lines[0], StringComparison.Ordinal);
        Assert.Contains(",TIME_PERIOD: Período,OBS_VALUE: Valor de la observación,", CsvMessages.Written(message with { Languages = ["es"] }, new(CsvVersion.V1, CsvLabels.Both)), StringComparison.Ordinal);
        Assert.StartsWith("MDIS:DF_MIG_STOCK(1.0): Migrant stock (es),A: A (es),DE: DE (es),SO: SO (es),_T: _T (es),_T,2020,10890,,PS: PS (es),0: 0 (es),,A: A (es),", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_name_put_names_in_columns_of_their_own_behind_the_ids()
    {
        var lines = CsvMessages.Written(MigrantData.Message(DataAction.Information, MigrantData.Few()), new(CsvVersion.V2, CsvLabels.Name)).Split('\n');
        Assert.StartsWith("STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,FREQ,FREQ,REF_AREA,REF_AREA,", lines[0], StringComparison.Ordinal);
        Assert.Contains(",AGE,AGE,TIME_PERIOD,Time period,OBS_VALUE,Observation value,PUBLISHER,PUBLISHER,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("dataflow,MDIS:DF_MIG_STOCK(1.0),Migrant stock,I,A,A,DE,DE,SO,SO,_T,_T,_T,,2020,,10890,,,,PS,PS,0,0,,,A,A,,", lines[1], StringComparison.Ordinal);
        Assert.All(lines[..^1], line => Assert.Equal(lines[0].Count(c => c == ','), Unquoted(line).Count(c => c == ',')));
    }

    [Theory]
    [InlineData(CsvKeys.Series, ",R,A.DE.SO._T._T,A,DE,")]
    [InlineData(CsvKeys.Obs, ",R,A.DE.SO._T._T.2020,A,DE,")]
    [InlineData(CsvKeys.Both, ",R,A.DE.SO._T._T,A.DE.SO._T._T.2020,A,DE,")]
    [InlineData(CsvKeys.None, ",R,A,DE,")]
    public void Keys_stand_behind_the_action(CsvKeys keys, string expected)
    {
        var text = CsvMessages.Written(MigrantData.Message(MigrantData.Few()), new(CsvVersion.V2, Keys: keys));
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Equal(keys.HasFlag(CsvKeys.Series), text.Contains(",SERIES_KEY,", StringComparison.Ordinal));
        Assert.Equal(keys.HasFlag(CsvKeys.Obs), text.Contains(",OBS_KEY,", StringComparison.Ordinal));
    }

    [Fact]
    public void Key_with_a_comma_is_quoted_whole()
    {
        var row = MigrantData.Few()[0] with { Codes = ["A", "DE", "SO", "_T", "25, \"older\""] };
        Assert.Contains(",R,\"A.DE.SO._T.25, \"\"older\"\"\",\"A.DE.SO._T.25, \"\"older\"\".2020\",A,DE,SO,_T,\"25, \"\"older\"\"\",2020,10890,",
            CsvMessages.Written(MigrantData.Message(row), new(CsvVersion.V2, Keys: CsvKeys.Both)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2014", "2014-01-01")]
    [InlineData("2014-S2", "2014-07-01")]
    [InlineData("2014-Q2", "2014-04-01")]
    [InlineData("2014-02", "2014-02-01")]
    [InlineData("2014-W01", "2013-12-30")]
    [InlineData("2014-02-03", "2014-02-03")]
    public void Normalized_period_is_its_first_day(string period, string day)
    {
        var row = MigrantData.Row("A.DE.SO._T._T", period, 1);
        Assert.Contains($",_T,{day},1,", CsvMessages.Written(MigrantData.Message(row), new(CsvVersion.V1, NormalizedTime: true)), StringComparison.Ordinal);
        Assert.Contains($",_T,{period},1,", CsvMessages.Written(MigrantData.Message(row), new(CsvVersion.V1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DataDetail.DataOnly, "DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE", 3, "MDIS:DF_MIG_STOCK(1.0),A,DE,TR,_T,_T,2020,1230000.5")]
    [InlineData(DataDetail.SeriesKeysOnly, "DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,SEX,AGE", 2, "MDIS:DF_MIG_STOCK(1.0),A,DE,TR,_T,_T")]
    [InlineData(DataDetail.NoData, "DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,SEX,AGE,PUBLISHER,UNIT_MEASURE,UNIT_MULT,SOURCE_DETAIL", 2, "MDIS:DF_MIG_STOCK(1.0),A,DE,TR,_T,_T,,PS,0,")]
    public void Detail_leaves_columns_and_rows_out(DataDetail detail, string head, int rows, string last)
    {
        var lines = CsvMessages.Written(MigrantData.Message(MigrantData.Few()) with { Detail = detail }, new(CsvVersion.V1)).TrimEnd('\n').Split('\n');
        Assert.Equal(head, lines[0]);
        Assert.Equal(rows, lines.Length - 1);
        Assert.Equal(last, lines[^1]);
    }

    [Fact]
    public void Missing_value_is_an_empty_field()
    {
        Assert.Contains(",2020,,,PS,0,,O,\n", CsvMessages.Written(MigrantData.Message(MigrantData.Row("A.DE.SO._T._T", "2020", double.NaN, "O")), new(CsvVersion.V1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "-0")]
    [InlineData(5, "5")]
    [InlineData(-1234567890123, "-1234567890123")]
    [InlineData(0.1, "0.1")]
    [InlineData(-0.05, "-0.05")]
    [InlineData(12.3456, "12.3456")]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    [InlineData(1e22, "1E+22")]
    [InlineData(1.5e-7, "1.5E-07")]
    [InlineData(99999.9999, "99999.9999")]
    public void Number_is_written_in_its_shortest_form(double value, string text)
    {
        Assert.Contains($",2020,{text},,PS", CsvMessages.Written(MigrantData.Message(MigrantData.Row("A.DE.SO._T._T", "2020", value)), new(CsvVersion.V1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Number_reads_back_as_the_same()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var values = Enumerable.Range(0, 100).Select(_ => random.Next(4) switch
            {
                0 => BitConverter.Int64BitsToDouble(random.NextInt64()),
                1 => Math.Round(random.NextDouble() * 1e6, random.Next(6)),
                2 => random.NextInt64(-1L << 55, 1L << 55),
                _ => random.NextInt64(1 << 30) / 10_000.0,
            }).Where(double.IsFinite).ToArray();
            var message = MigrantData.Message([.. values.Select(value => MigrantData.Row("A.DE.SO._T._T", "2020", value))]);
            var texts = CsvMessages.Written(message with { Detail = DataDetail.DataOnly }, new(CsvVersion.V1)).TrimEnd('\n').Split('\n')[1..].Select(line => line.Split(',')[^1]);
            foreach (var (value, text) in values.Zip(texts))
            {
                Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(double.Parse(text)));
                Assert.True(text.Length <= value.ToString("R").Length, $"{text} is longer than {value:R}");
            }
        });
    }

    [Fact]
    public void Text_longer_than_every_buffer_is_written_whole()
    {
        var comment = string.Concat(Enumerable.Repeat("ñ€😀\",\n", 30_000));
        var text = CsvMessages.Written(MigrantData.Message(MigrantData.Row("A.DE.SO._T._T", "2020", 1, "A", $"COMMENT_OBS={comment}")), new(CsvVersion.V2));
        Assert.EndsWith($",A,\"{comment.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_stays_flat_and_first_bytes_come_before_the_last_row_is_read()
    {
        const int Rows = 200_000;
        var read = 0;
        var stream = new WatchedStream(() => read);
        CsvDataWriter.Write(MigrantData.Message(DataAction.Replace) with { DataSets = [new(new RowCursor(MigrantData.Structure, Many()))] }, stream, new(CsvVersion.V1));
        Assert.InRange(stream.ReadAtFirstByte, 1, 2_000);
        Assert.InRange(stream.Longest, 1, 64 << 10);

        IEnumerable<DataRow> Many()
        {
            var row = MigrantData.Few()[0];
            for (var i = 0; i < Rows; i++)
            {
                read++;
                yield return row with { Value = i };
            }
        }
    }

    [Fact]
    public void Million_rows_are_written_at_the_speed_of_copying()
    {
        // Far below what is measured, so that a loaded machine does not fail it: a string a row would.
        var row = MigrantData.Few()[0];
        var message = MigrantData.Message(DataAction.Replace) with { DataSets = [new(new RowCursor(MigrantData.Structure, Enumerable.Repeat(row, 200_000)))] };
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        CsvDataWriter.Write(message, Stream.Null, new(CsvVersion.V1));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20, "something is allocated for every row");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"200,000 rows took {watch.Elapsed}");
    }

    private static string Unquoted(string line) => System.Text.RegularExpressions.Regex.Replace(line, "\"([^\"]|\"\")*\"", "q");

    private sealed class WatchedStream(Func<int> read) : MemoryStream
    {
        public int ReadAtFirstByte { get; private set; }

        public int Longest { get; private set; }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (ReadAtFirstByte == 0)
                ReadAtFirstByte = read();
            Longest = Math.Max(Longest, buffer.Length);
        }
    }
}
