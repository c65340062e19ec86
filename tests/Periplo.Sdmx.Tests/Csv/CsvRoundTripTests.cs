using System.Text;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Tests.Sdmx.Xml;
using Xunit;

namespace Periplo.Tests.Sdmx.Csv;

public class CsvRoundTripTests
{
    private static readonly string[] Texts = ["", "plain", "a, b", "say \"no\"", "two\nlines", "carriage\r\nreturn", "ñ€😀", " blanks ", ": colon", "#", "en:x"];
    private static readonly string[] Periods = ["2020", "2020-S2", "2020-Q3", "2020-07", "2020-W31", "2020-07-01"];

    [Fact]
    public void What_is_written_reads_back_the_same_with_every_option()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var rows = Rows(random);
            var actions = new[] { DataAction.Information, DataAction.Append, DataAction.Replace, DataAction.Merge };
            var action = actions[random.Next(actions.Length)];
            var message = MigrantData.Message(action, [.. rows]) with { Languages = random.Next(2) == 0 ? ["es"] : ["en"] };
            var options = new CsvOptions(
                random.Next(2) == 0 ? CsvVersion.V1 : CsvVersion.V2, (CsvLabels)random.Next(3), NormalizedTime: false, (CsvKeys)random.Next(4));
            var expected = rows.Select(row => Line(row, options.Version == CsvVersion.V1 ? DataAction.Information : action));
            Assert.Equal(expected, Read(CsvMessages.Written(message, options)));
        });
    }

    [Fact]
    public void Damaged_file_is_read_or_refused_with_rule_and_line()
    {
        Property.HoldsOnAllCores(TestCounts.SdmxMessages / 4, random =>
        {
            var options = new CsvOptions(random.Next(2) == 0 ? CsvVersion.V1 : CsvVersion.V2, (CsvLabels)random.Next(3), NormalizedTime: random.Next(4) == 0, (CsvKeys)random.Next(4));
            var whole = Encoding.UTF8.GetBytes(CsvMessages.Written(MigrantData.Message([.. Rows(random)]), options));
            var damaged = Mutation.Of(whole, random);
            try
            {
                using var reader = new CsvDataReader(new MemoryStream(damaged), MigrantData.Find);
                if (random.Next(2) == 0)
                    reader.Rejected = fault => Check(fault.Rule, fault.Detail, fault.Line, fault.Column, damaged.Length);
                var read = 0;
                while (reader.Read())
                    read++;
                Assert.InRange(read, 0, damaged.Length);
                Assert.False(reader.Read());
            }
            catch (SdmxFormatException error)
            {
                Check(error.Rule, error.Detail, error.Line, error.Column, damaged.Length);
            }
        });
    }

    private static void Check(string rule, string detail, int line, int column, int length)
    {
        Assert.Matches("^[a-z0-9-]+$", rule);
        Assert.EndsWith(".", detail, StringComparison.Ordinal);
        Assert.InRange(line, 1, length + 1);
        Assert.InRange(column, 0, length + 1);
    }

    private static List<DataRow> Rows(Random random)
    {
        var rows = new List<DataRow>();
        for (var series = random.Next(4); series >= 0; series--)
        {
            string[] codes = [Of(random, "A", "M", "Q"), Of(random, "DE", "W0"), Of(random, "SO", "TR"), Of(random, "_T", "F"), Of(random, "Y25", "_T", "25, \"x\"")];
            for (var count = random.Next(4); count >= 0; count--)
            {
                var value = random.Next(5) switch { 0 => double.NaN, 1 => random.NextDouble() * 1e9, 2 => Math.Round(random.NextDouble() * 100, 2), _ => random.Next() };
                rows.Add(MigrantData.Row(
                    "A.DE.SO._T._T", Of(random, Periods), value, double.IsNaN(value) ? "O" : Of(random, "A", "E"),
                    $"COMMENT_OBS={Of(random, Texts)}", $"PUBLISHER={Of(random, Texts)}", $"SOURCE_DETAIL={Of(random, Texts)}") with { Codes = codes });
            }
        }

        return rows;
    }

    private static string Of(Random random, params string[] texts) => texts[random.Next(texts.Length)];

    private static string Line(DataRow row, DataAction action) => Line(
        action, i => row.Codes[i], row.Time, row.Value, i => row.Attributes[i]);

    private static string Line(DataAction action, Func<int, string> code, TimePeriod time, double value, Func<int, string?> attribute)
    {
        var structure = MigrantData.Structure;
        var codes = string.Join('.', Enumerable.Range(0, structure.Dimensions.Count).Select(code));
        return $"{action} {codes} {time} {BitConverter.DoubleToInt64Bits(value)} {string.Join('|', Enumerable.Range(0, structure.Attributes.Count).Select(i => attribute(i) ?? "-"))}";
    }

    private static List<string> Read(string text)
    {
        var lines = new List<string>();
        using var reader = CsvMessages.Open(text);
        while (reader.Read())
            lines.Add(Line(reader.Action, reader.Code, reader.Time, reader.Value, reader.Attribute));
        return lines;
    }
}
