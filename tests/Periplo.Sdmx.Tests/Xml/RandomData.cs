using Periplo.Sdmx;
using Periplo.Sdmx.Messages;

namespace Periplo.Tests.Sdmx.Xml;

/// <summary>Random structures and messages: any count of dimensions, coded or not, attributes hanging on anything, values and texts of every kind.</summary>
internal static class RandomData
{
    private static readonly string[] Texts = ["plain", " blanks around ", "a<b>&\"c\"'d'", "line\nend\r\ttab", "ñandú €", "😀", "1", "NaN", "]]>"];
    private static readonly double[] Values = [0, 1, -1, 10890, 1230000.5, 0.1, -0.0, 1e15, 1e300, 5e-324, 123456789012345.6];

    public static Dataflow Flow(Random random)
    {
        var dimensions = Enumerable.Range(0, random.Next(1, 7)).Select(d => MigrantData.Dimension($"D{d}-x", RandomList(random, $"CL_{d}") ?? CodeList.Uncoded)).ToList();
        var attributes = Enumerable.Range(0, random.Next(0, 6)).Select(a =>
        {
            var attachment = (Attachment)random.Next(3);
            return new DataAttribute(MigrantData.Concept($"AT_{a}"), RandomList(random, $"CL_A{a}"), attachment, random.Next(2) == 0)
            {
                Dimensions = attachment == Attachment.Series && random.Next(2) == 0 ? [dimensions[random.Next(dimensions.Count)].Id] : [],
            };
        }).ToList();
        if (random.Next(2) == 0)
            attributes.Insert(random.Next(attributes.Count + 1), new(MigrantData.Concept("OBS_STATUS"), MigrantData.Statuses, Attachment.Observation, Mandatory: true));
        var structure = new DataStructure("DSD", "AG.SUB", "1.1", MigrantData.Name("Structure"), dimensions, attributes);
        return new("DF", "AG.SUB", "2.0", MigrantData.Name("Flow"), structure);
    }

    public static List<DataRow> Rows(Random random, DataStructure structure)
    {
        var rows = new List<DataRow>();
        var publisher = Enumerable.Range(0, 3).Select(_ => structure.Attributes.Select(one => Text(random, one)).ToArray()).ToArray();
        for (var series = random.Next(6); series > 0; series--)
        {
            var codes = structure.Dimensions.Select(one => one.CodeList == CodeList.Uncoded ? Texts[random.Next(Texts.Length)] : Code(random, one.CodeList)).ToArray();
            var ofSeries = structure.Attributes.Select(one => Text(random, one)).ToArray();
            var ofSet = publisher[random.Next(3)];
            var year = random.Next(1, 9000);
            for (var observation = random.Next(5); observation > 0; observation--)
            {
                var attributes = structure.Attributes.Select((one, a) => one.Attachment switch
                {
                    Attachment.DataSet => ofSet[a],
                    Attachment.Series => ofSeries[a],
                    _ => Text(random, one),
                }).ToArray();
                rows.Add(new(codes, Period(random, year + observation), Value(random), attributes));
            }
        }

        return rows;
    }

    public static DataMessage Message(Random random, Dataflow flow)
    {
        var sets = Enumerable.Range(0, random.Next(4)).Select(_ =>
        {
            DateTimeOffset? Moment() => random.Next(3) == 0 ? new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(random.Next(-14 * 60, 14 * 60))).AddTicks(random.NextInt64(1L << 52)) : null;
            var action = new[] { DataAction.Replace, DataAction.Append, DataAction.Delete, DataAction.Information }[random.Next(4)];
            return new DataSet(new RowCursor(flow.Structure, Rows(random, flow.Structure)), action, Moment(), Moment());
        }).ToList();
        string[] dimensions = [DataStructure.TimeDimension, DataMessage.AllDimensions, .. flow.Structure.Dimensions.Select(one => one.Id)];
        return new(MigrantData.Header, flow, sets)
        {
            DimensionAtObservation = dimensions[random.Next(dimensions.Length)],
            Detail = random.Next(4) == 0 ? DataDetail.DataOnly : DataDetail.Full,
        };
    }

    private static TimePeriod Period(Random random, int year)
    {
        string[] forms = [$"{year:0000}", $"{year:0000}-S2", $"{year:0000}-Q3", $"{year:0000}-11", $"{year:0000}-W09", $"{year:0000}-02-28"];
        return TimePeriod.TryParse(forms[random.Next(forms.Length)], out var period) ? period : throw new InvalidOperationException();
    }

    private static double Value(Random random) => random.Next(6) switch
    {
        0 => double.NaN,
        1 => Values[random.Next(Values.Length)],
        2 => random.NextInt64(-1L << 50, 1L << 50),
        3 => BitConverter.Int64BitsToDouble(random.NextInt64()) is var any && double.IsFinite(any) ? any : 7,
        _ => random.Next(1_000_000),
    };

    private static string? Text(Random random, DataAttribute attribute) =>
        random.Next(4) == 0 ? null : attribute.CodeList is { } list ? Code(random, list) : Texts[random.Next(Texts.Length)];

    private static string Code(Random random, CodeList list) => list.Codes[random.Next(list.Codes.Count)].Id;

    private static CodeList? RandomList(Random random, string id) =>
        random.Next(4) == 0 ? null : MigrantData.List(id, [.. new[] { "A", "_T", "a", "1", "B-2", "x@y", "$", "ñ" }.Take(random.Next(1, 9))]);
}
