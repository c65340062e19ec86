using System.Text;
using Periplo.Sdmx.Csv;
using Xunit;

namespace Periplo.Tests.Sdmx;

public class CsvReaderTests
{
    [Fact]
    public void Read_plain_lines_gives_fields_and_line_numbers()
    {
        Assert.Equal(["1: a|b", "2: 1|2"], Records("a,b\n1,2\n"));
    }

    [Fact]
    public void Read_last_line_without_end_gives_it_too()
    {
        Assert.Equal(["1: a|b", "2: 1|"], Records("a,b\n1,"));
    }

    [Theory]
    [InlineData("a,b\r\n1,2\r\n")]
    [InlineData("a,b\r1,2\r")]
    [InlineData("a,b\r\n1,2")]
    public void Read_other_line_ends_gives_the_same(string text)
    {
        Assert.Equal(["1: a|b", "2: 1|2"], Records(text));
    }

    [Fact]
    public void Read_quoted_fields_takes_quotes_off()
    {
        Assert.Equal(["1: a,b|say \"no\"|"], Records("\"a,b\",\"say \"\"no\"\"\",\"\"\n"));
    }

    [Fact]
    public void Read_quote_within_an_unquoted_field_is_text()
    {
        Assert.Equal(["1: 5\" pipe|b"], Records("5\" pipe,b\n"));
    }

    [Fact]
    public void Read_line_ends_within_quotes_belong_to_the_field_and_are_counted()
    {
        Assert.Equal(["1: one\ntwo\r\nthree|x", "4: y|z"], Records("\"one\ntwo\r\nthree\",x\ny,z\n"));
    }

    [Fact]
    public void Read_empty_lines_are_passed_over_and_counted()
    {
        Assert.Equal(["1: a", "4: b"], Records("a\n\n\r\nb\n\n"));
    }

    [Fact]
    public void Read_line_of_delimiters_is_a_record()
    {
        Assert.Equal(["1: ||"], Records(",,\n"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("\uFEFF")]
    public void Read_text_without_records_ends_at_once(string text)
    {
        var reader = new CsvReader(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        Assert.False(reader.Read());
        Assert.False(reader.Read());
    }

    [Fact]
    public void Read_byte_order_mark_is_skipped()
    {
        Assert.Equal(["1: año|b"], Records("\uFEFFaño,b\n"));
    }

    [Fact]
    public void Read_other_delimiter_leaves_commas_alone()
    {
        var reader = new CsvReader(new MemoryStream("1,5;2\n"u8.ToArray()), ';');

        Assert.True(reader.Read());
        Assert.Equal(["1,5", "2"], reader.Texts());
    }

    [Fact]
    public void Read_more_fields_than_first_held_keeps_all()
    {
        var line = string.Join(',', Enumerable.Range(0, 1000));

        Assert.Equal([$"1: {line.Replace(',', '|')}"], Records(line));
    }

    [Theory]
    [InlineData("a,b\nc,\"d\ne", CsvFault.UnclosedQuote, 2, 2)]
    [InlineData("a,b\n\"c\"d,e\n", CsvFault.TextAfterQuote, 2, 1)]
    [InlineData("a,\"x\ny\"z\n", CsvFault.TextAfterQuote, 2, 2)]
    [InlineData("a,b\nc\0,d\n", CsvFault.ZeroByte, 2, 1)]
    [InlineData("a,b\nc,\"d\0\"\n", CsvFault.ZeroByte, 2, 2)]
    [InlineData("a,b\nc,\"d\"\0\n", CsvFault.ZeroByte, 2, 2)]
    public void Read_wrong_form_names_line_and_field(string text, CsvFault fault, int line, int field)
    {
        var error = Assert.Throws<CsvFormatException>(() => Records(text));

        Assert.Equal((fault, line, field), (error.Fault, error.Line, error.Field));
    }

    [Fact]
    public void Read_utf16_with_byte_order_mark_is_refused()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes("a,b\n")];

            Assert.Equal(CsvFault.NotUtf8ByteOrderMark, Assert.Throws<CsvFormatException>(() => Records(bytes)).Fault);
        }
    }

    [Fact]
    public void Read_utf16_without_byte_order_mark_is_refused()
    {
        Assert.Equal(CsvFault.ZeroByte, Assert.Throws<CsvFormatException>(() => Records(Encoding.Unicode.GetBytes("a,b\n"))).Fault);
    }

    [Fact]
    public void Text_of_bytes_that_are_not_utf8_names_line_and_field()
    {
        var error = Assert.Throws<CsvFormatException>(() => Records(Encoding.Latin1.GetBytes("a,b\nc,niño\n")));

        Assert.Equal((CsvFault.NotUtf8, 2, 2), (error.Fault, error.Line, error.Field));
    }

    [Fact]
    public void Read_record_of_the_greatest_length_is_read()
    {
        var bytes = new byte[CsvReader.LongestRecord];
        bytes.AsSpan().Fill((byte)'x');
        bytes[^1] = (byte)'\n';

        Assert.Single(Records(bytes));
    }

    [Fact]
    public void Read_longer_record_is_refused_with_its_line()
    {
        var bytes = new byte[CsvReader.LongestRecord + 2];
        bytes.AsSpan().Fill((byte)'x');
        bytes[1] = (byte)'\n';

        var error = Assert.Throws<CsvFormatException>(() => Records(bytes));

        Assert.Equal((CsvFault.RecordTooLong, 2), (error.Fault, error.Line));
    }

    [Fact]
    public void Read_records_on_the_edge_of_the_buffer_are_whole()
    {
        // The first record ends at, before and behind the end of the first buffer.
        for (var length = (64 << 10) - 4; length <= (64 << 10) + 4; length++)
        {
            var first = new string('x', length);
            Assert.Equal([$"1: {first}", "2: \"|y\r\nz", "4: end"], Records($"{first}\r\n\"\"\"\",\"y\r\nz\"\r\nend"));
        }
    }

    [Fact]
    public void Item_beyond_the_last_field_throws()
    {
        var reader = new CsvReader(new MemoryStream("a,b,c\nd\n"u8.ToArray()));
        reader.Read();
        reader.Read();

        Assert.Throws<ArgumentOutOfRangeException>(() => reader[1].Length);
    }

    [Fact]
    public void Read_any_records_gives_what_was_written_however_the_stream_delivers()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var records = Enumerable.Range(0, random.Next(1, 12)).Select(_ => RandomRecord(random)).ToList();
            var (bytes, expected) = Written(records, random);

            Assert.Equal(expected, Records(bytes));
            Assert.Equal(expected, Records(new DrippingStream(bytes, _ => 1)));
            Assert.Equal(expected, Records(new DrippingStream(bytes, most => random.Next(1, Math.Min(most, 20) + 1))));
        });
    }

    [Fact]
    public void Read_damaged_text_gives_records_or_says_where_it_is_wrong()
    {
        Property.Holds(TestCounts.Mutations, random =>
        {
            var (bytes, _) = Written(Enumerable.Range(0, 6).Select(_ => RandomRecord(random)).ToList(), random);
            var damaged = Mutation.Of(bytes, random);
            string Outcome(Stream stream)
            {
                try
                {
                    return string.Join('\n', Records(stream));
                }
                catch (CsvFormatException error)
                {
                    Assert.InRange(error.Line, 1, damaged.Length + 1);
                    Assert.True(error.Field >= 1);
                    return error.Message;
                }
            }

            Assert.Equal(Outcome(new MemoryStream(damaged)), Outcome(new DrippingStream(damaged, _ => 1)));
        });
    }

    private static string[] RandomRecord(Random random)
    {
        const string Alphabet = "ab1 ,;\"\n\rñ€😀";
        var runes = Alphabet.EnumerateRunes().ToArray();
        var fields = new string[random.Next(1, 6)];
        for (var f = 0; f < fields.Length; f++)
            fields[f] = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => runes[random.Next(runes.Length)].ToString()));

        // A record of one empty field cannot be told from an empty line.
        return fields is [""] ? ["x"] : fields;
    }

    private static (byte[] Bytes, List<string> Expected) Written(List<string[]> records, Random random)
    {
        var text = new StringBuilder();
        var expected = new List<string>();
        var line = 1;
        foreach (var fields in records)
        {
            expected.Add($"{line}: {string.Join('|', fields)}");
            text.AppendJoin(',', fields.Select(field => field.AsSpan().ContainsAny(",\"\r\n") || random.Next(4) == 0
                ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                : field));
            text.Append(random.Next(2) == 0 ? "\n" : "\r\n");
            line += 1 + fields.Sum(field => field.Count(c => c == '\n'));
        }

        return (Encoding.UTF8.GetBytes(text.ToString()), expected);
    }

    private static List<string> Records(string text) => Records(Encoding.UTF8.GetBytes(text));

    private static List<string> Records(byte[] bytes) => Records(new MemoryStream(bytes));

    private static List<string> Records(Stream stream)
    {
        var reader = new CsvReader(stream);
        var records = new List<string>();
        while (reader.Read())
            records.Add($"{reader.Line}: {string.Join('|', reader.Texts())}");
        return records;
    }

    /// <summary>Delivers few bytes at a time, as a network or a decompressor may.</summary>
    private sealed class DrippingStream(byte[] bytes, Func<int, int> howMany) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, count == 0 ? 0 : howMany(count));
    }
}
