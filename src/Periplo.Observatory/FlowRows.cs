using System.Text;
using Periplo.Flows;

namespace Periplo.Observatory;

/// <summary>Writes flows as rows of text, numbers in the fewest digits that come back the same.</summary>
internal static class FlowRows
{
    private const int LongestNumber = 32;

    /// <summary>Writes the header.</summary>
    public static void WriteHeader(Stream to, bool intervals) =>
        to.Write(intervals ? "period,sex,method,origin,destination,flow,lo80,hi80,lo95,hi95\n"u8 : "period,sex,method,origin,destination,flow\n"u8);

    /// <summary>About how many bytes the rows of tables take, most often a little too many.</summary>
    /// <param name="areas">Labels.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="intervals">Whether they have intervals.</param>
    public static int Size(IReadOnlyList<string> areas, IEnumerable<double[]> tables, bool intervals)
    {
        var row = 60 + (2 * areas.Max(area => area.Length)) + (intervals ? 4 * 11 : 0);
        return (int)Math.Min(int.MaxValue / 4, (long)row * tables.Sum(table => (long)table.Count(flow => flow != 0)));
    }

    /// <summary>Writes one table. A flow of zero is left out, unless its interval says that it may be more.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="period">Period and sex.</param>
    /// <param name="method">The method.</param>
    /// <param name="areas">Labels.</param>
    /// <param name="flows">Origin by destination row by row.</param>
    /// <param name="intervals">Intervals of the cells, or null.</param>
    public static void Write(Stream to, FlowFilePeriod period, FlowMethod method, IReadOnlyList<string> areas, double[] flows, FlowIntervals? intervals)
    {
        var n = areas.Count;
        var labels = areas.Select(area => Encoding.UTF8.GetBytes(CsvField.Of(area))).ToArray();
        var before = Encoding.UTF8.GetBytes($"{period.Start},{CsvField.Of(period.Sex)},{method.Id()},");
        var longest = before.Length + (2 * labels.Max(label => label.Length)) + (5 * (LongestNumber + 1)) + 4;
        var buffer = new byte[Math.Max(64 << 10, 4 * longest)];
        var filled = 0;
        for (var cell = 0; cell < flows.Length; cell++)
        {
            var flow = flows[cell];
            if (flow == 0 && (intervals is null || (intervals.Lo95[cell] == 0 && intervals.Hi95[cell] == 0)))
                continue;
            if (buffer.Length - filled < longest)
            {
                to.Write(buffer, 0, filled);
                filled = 0;
            }

            Put(before);
            Put(labels[cell / n]);
            buffer[filled++] = (byte)',';
            Put(labels[cell % n]);
            buffer[filled++] = (byte)',';
            flow.TryFormat(buffer.AsSpan(filled), out var written);
            filled += written;
            if (intervals is not null)
            {
                foreach (var bounds in (ReadOnlySpan<float[]>)[intervals.Lo80, intervals.Hi80, intervals.Lo95, intervals.Hi95])
                {
                    buffer[filled++] = (byte)',';
                    bounds[cell].TryFormat(buffer.AsSpan(filled), out written);
                    filled += written;
                }
            }

            buffer[filled++] = (byte)'\n';
        }

        to.Write(buffer, 0, filled);

        void Put(ReadOnlySpan<byte> bytes)
        {
            bytes.CopyTo(buffer.AsSpan(filled));
            filled += bytes.Length;
        }
    }

    /// <summary>Writes what the balance of the world added to each area's native born, areas with nothing left out.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="periods">The periods.</param>
    public static void WriteAdjustments(Stream to, IReadOnlyList<FlowFilePeriod> periods)
    {
        using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("period,sex,area,start,end");
        foreach (var period in periods)
        {
            if (FlowFiles.Balanced(period) is not { } summary)
                continue;
            for (var i = 0; i < period.Areas.Count; i++)
            {
                if (summary.StartAdjustments[i] != 0 || summary.EndAdjustments[i] != 0)
                    writer.WriteLine($"{period.Start},{CsvField.Of(period.Sex)},{CsvField.Of(period.Areas[i])},{summary.StartAdjustments[i]:R},{summary.EndAdjustments[i]:R}");
            }
        }
    }
}
