using Periplo.Movements;
using Xunit;

namespace Periplo.Tests.Movements;

/// <summary>Runs the table of docs/methods/movements.md.</summary>
public sealed class MovementsExampleTests
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    [Fact]
    public void Worked_history_gives_the_table_of_the_page()
    {
        var rows = File.ReadLines(BundledData.Path("../docs/methods/movements.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray())
            .Where(cells => cells.Length == 11 && int.TryParse(cells[1], out _))
            .ToList();
        Assert.Equal(6, rows.Count);
        var span = new ObservationSpan(Classified.From, Classified.To);
        using var history = new History(MovementRule.M1, span);
        history.Take<PlainCrossing>([.. rows.Select(cells => new PlainCrossing(1, Moment(cells)))]);
        history.Judge();
        for (var i = 0; i < rows.Count; i++)
        {
            var (day, near) = (history.Days[i], i);
            var end = Math.Min(day + MovementRule.M1.Criterion.Window, span.EndDay);
            var present = history.PresenceBefore(end, ref near) - history.Presence[i];
            string[] found =
            [
                $"{i + 1}", Date(day), history.Directions[i] == 1 ? "E" : "X", $"{history.Statuses[i]}", Date(end), $"{present}", $"{end - day - present}",
                $"{(Category)history.Categories[i]}", $"{history.Statuses[i + 1]}",
            ];
            Assert.Equal(rows[i][1..10], found);
        }
    }

    private static ulong Moment(string[] cells)
    {
        var noon = new DateTimeOffset(DateTime.Parse(cells[2]).AddHours(18), default).ToUnixTimeSeconds();
        return CrossingMoment.Of((uint)noon, cells[3] == "E" ? (byte)1 : (byte)0, 0, PostClock.Fixed(-6).Day(noon));
    }

    private static string Date(int day) => DateOnly.FromDayNumber(day + Epoch).ToString("yyyy-MM-dd");
}
