using System.Globalization;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Statistics;

namespace Periplo.Web.Movements;

/// <summary>A row of the form as it was typed.</summary>
/// <param name="Entry">Day of entry.</param>
/// <param name="Exit">Day of exit.</param>
/// <param name="Free">Whether its days do not count.</param>
public sealed record StayRow(string Entry, string Exit, bool Free)
{
    /// <summary>Whether nothing was typed.</summary>
    public bool IsEmpty => Entry.Length == 0 && Exit.Length == 0;
}

/// <summary>What is wrong with an input.</summary>
/// <param name="Input">Id of the input.</param>
/// <param name="Name">What the input is called.</param>
/// <param name="Reason">What is wrong.</param>
public sealed record StayFault(string Input, Text Name, Text Reason);

/// <summary>The form of the calculator as it was typed, and what it asks when nothing is wrong with it.</summary>
public sealed class StayEntry
{
    /// <summary>Most rows of the form.</summary>
    public const int MostRows = 60;

    /// <summary>Value of the choice of a rule that is typed.</summary>
    public const string OtherRule = "other";

    private const int RowsAtFirst = 4;
    private const int RowsMore = 4;
    private const int Longest = 40;
    private static readonly DateOnly Earliest = new(1990, 1, 1);
    private static readonly DateOnly Latest = new(2099, 12, 31);
    private readonly List<StayFault> faults = [];

    private StayEntry(IReadOnlyList<StayRow> rows, string day, string rule, string days, string window) =>
        (Rows, Day, Rule, Days, Window) = (rows, day, rule, days, window);

    /// <summary>Rows of stays.</summary>
    public IReadOnlyList<StayRow> Rows { get; }

    /// <summary>The day asked about.</summary>
    public string Day { get; }

    /// <summary>Id of the area whose rule was chosen, or <see cref="OtherRule"/>.</summary>
    public string Rule { get; }

    /// <summary>Days of another rule.</summary>
    public string Days { get; }

    /// <summary>Window of another rule.</summary>
    public string Window { get; }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<StayFault> Faults => faults;

    /// <summary>The count; null where something is wrong, or only rows were asked for.</summary>
    public StayAccount? Account { get; private set; }

    /// <summary>The day asked about as a day number.</summary>
    public int On { get; private set; }

    /// <summary>The act of the rule; null for one that was typed.</summary>
    public string? Source { get; private set; }

    /// <summary>The empty form.</summary>
    /// <param name="today">The day it is.</param>
    /// <param name="rule">The rule to begin with.</param>
    public static StayEntry Empty(DateOnly today, string rule) =>
        new([.. Enumerable.Repeat(new StayRow("", "", false), RowsAtFirst)], $"{today:yyyy-MM-dd}", rule, "", "");

    /// <summary>What was posted.</summary>
    /// <param name="form">The form.</param>
    /// <param name="table">The rules.</param>
    public static StayEntry Of(IFormCollection form, PermittedStayTable table)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(table);
        string Typed(string name) => form[name].ToString().Trim() is var text && text.Length > Longest ? text[..Longest] : text;
        var rows = new List<StayRow>();
        for (var i = 1; i <= MostRows && form.ContainsKey(EntryInput(i)); i++)
            rows.Add(new(Typed(EntryInput(i)), Typed(ExitInput(i)), form.ContainsKey(FreeInput(i))));
        var more = form["act"] == "more";
        // Room for one more journey without asking for it.
        for (var wanted = more ? rows.Count + RowsMore : Math.Max(RowsAtFirst, rows.FindLastIndex(row => !row.IsEmpty) + 2); rows.Count < Math.Min(wanted, MostRows);)
            rows.Add(new("", "", false));
        var entry = new StayEntry(rows, Typed("day"), Typed("rule"), Typed("days"), Typed("window"));
        if (!more)
            entry.Check(table);
        return entry;
    }

    /// <summary>Id of an input of a row, counted from 1.</summary>
    public static string EntryInput(int row) => $"entry-{row}";

    /// <inheritdoc cref="EntryInput"/>
    public static string ExitInput(int row) => $"exit-{row}";

    /// <inheritdoc cref="EntryInput"/>
    public static string FreeInput(int row) => $"free-{row}";

    /// <summary>Whether what was typed is a date, which a browser's field for dates can show again.</summary>
    public static bool IsDate(string typed) => typed.Length == 0 || DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private void Check(PermittedStayTable table)
    {
        var day = Date("day", StayWords.Day, Day);
        if (Day.Length == 0)
            faults.Add(new("day", StayWords.Day, StayWords.NoDate));
        var rule = Chosen(table, day);
        var (stays, free) = (new List<DaySpan>(), new List<DaySpan>());
        for (var i = 0; i < Rows.Count; i++)
        {
            if (Stay(i + 1, Rows[i], day) is not { } stay)
                continue;
            stays.Add(stay);
            if (Rows[i].Free)
                free.Add(stay);
        }

        if (faults.Count > 0 || day is not { } on || rule is null)
            return;
        On = on;
        Account = new([.. stays], [.. free], rule);
    }

    private PermittedStayRule? Chosen(PermittedStayTable table, int? day)
    {
        if (Rule == OtherRule)
        {
            var (days, window) = (Number("days", StayWords.OtherDays, Days), Number("window", StayWords.OtherWindow, Window));
            if (days is null || window is null)
                return null;
            try
            {
                return new(days.Value, window.Value);
            }
            catch (StatisticsException fault)
            {
                faults.Add(new("days", StayWords.OtherDays, fault.Explanation));
                return null;
            }
        }

        if (table.Areas.All(area => area.Id != Rule))
        {
            faults.Add(new("rule", StayWords.Rule, StayWords.NoRule));
            return null;
        }

        if (day is not { } on)
            return null;
        var row = table.Find(Rule, null, null, on);
        if (row?.Rule is null)
            faults.Add(new("day", StayWords.Day, StayWords.RuleNotYet));
        Source = row?.Source;
        return row?.Rule;
    }

    private DaySpan? Stay(int number, StayRow row, int? day)
    {
        if (row.IsEmpty)
            return null;
        Text Name(Text input) => new($"{StayWords.Stay.With(number).Es}, {input.Es}", $"{StayWords.Stay.With(number).En}, {input.En}", $"{StayWords.Stay.With(number).Fr}, {input.Fr}");
        var (entry, exit) = (Date(EntryInput(number), Name(StayWords.Entry), row.Entry), Date(ExitInput(number), Name(StayWords.Exit), row.Exit));
        if (row.Entry.Length == 0)
            faults.Add(new(EntryInput(number), Name(StayWords.Entry), StayWords.NoEntry));
        if (entry is not { } first)
            return null;
        if (row.Exit.Length == 0)
        {
            if (day < first)
                faults.Add(new(ExitInput(number), Name(StayWords.Exit), StayWords.NoExit));
            return day >= first ? new(first, day.Value) : null;
        }

        if (exit < first)
            faults.Add(new(ExitInput(number), Name(StayWords.Exit), StayWords.ExitBefore));
        return exit >= first ? new(first, exit.Value) : null;
    }

    private int? Date(string input, Text name, string typed)
    {
        if (typed.Length == 0)
            return null;
        if (!DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            faults.Add(new(input, name, StayWords.BadDate.With(typed)));
        else if (date < Earliest || date > Latest)
            faults.Add(new(input, name, StayWords.FarDate));
        else
            return DaySpan.Number(date);
        return null;
    }

    private int? Number(string input, Text name, string typed)
    {
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        faults.Add(new(input, name, StayWords.BadNumber));
        return null;
    }
}
