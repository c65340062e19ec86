namespace Periplo.Movements;

/// <summary>Count tables in the order in which estimates are made: country, direction, month, age, citizenship.</summary>
internal sealed class OutcomeTable
{
    private readonly int[] starts;
    private readonly UndecidedCell[] cells;
    private readonly short[] columns = new short[ushort.MaxValue + 1];
    private readonly int firstMonth;

    internal OutcomeTable(
        ReadOnlySpan<DecidedCell> decided, ReadOnlySpan<UndecidedCell> undecided, int countries, int firstMonth, int lastVintage, int finalAge)
    {
        if (lastVintage < firstMonth)
            throw new ArgumentOutOfRangeException(nameof(lastVintage), lastVintage, "The last vintage lies before the first month.");
        (Countries, this.firstMonth, Months, Ages) = (countries, firstMonth, lastVintage - firstMonth + 1, finalAge + 1);
        Array.Fill(columns, (short)-1);
        foreach (ref readonly var cell in decided)
            Check(cell.Country, cell.Month, cell.Age, cell.Citizenship, cell.Count >= 0);
        foreach (ref readonly var cell in undecided)
        {
            Check(
                cell.Country, cell.Month, cell.Age, cell.Features.Citizenship,
                cell.Count >= 0 && (!cell.FinalKnown || (cell.BecameMigrant >= 0 && cell.BecameMigrant <= cell.Count)));
        }

        Citizenships = [.. Enumerable.Range(0, columns.Length).Where(number => columns[number] >= 0).Select(number => (ushort)number)];
        for (var i = 0; i < Citizenships.Length; i++)
            columns[Citizenships[i]] = (short)i;
        (cells, starts) = Sorted(undecided);
    }

    internal int Countries { get; }

    internal int Months { get; }

    internal int Ages { get; }

    internal ushort[] Citizenships { get; }

    internal int Column(ushort citizenship) => columns[citizenship];

    internal int Group(int month, int age) => (month * Ages) + age;

    /// <summary>Cells of one country and direction, all months and ages.</summary>
    internal ReadOnlySpan<UndecidedCell> Of(int country, int direction) => cells.AsSpan(Start(country, direction, 0)..Start(country, direction, Months * Ages));

    /// <summary>Where the cells of a group begin within <see cref="Of"/>.</summary>
    internal int Offset(int country, int direction, int group) => Start(country, direction, group) - Start(country, direction, 0);

    /// <summary>Decided migrations of one country and direction by group and column; the last column is the total.</summary>
    internal long[] Decided(ReadOnlySpan<DecidedCell> decided, int country, int direction)
    {
        var width = Citizenships.Length + 1;
        var counts = new long[Months * Ages * width];
        foreach (ref readonly var cell in decided)
        {
            if (cell.Country != country || (cell.Entry ? 1 : 0) != direction)
                continue;
            var row = Group(cell.Month - firstMonth, cell.Age) * width;
            counts[row + columns[cell.Citizenship]] += cell.Count;
            counts[row + width - 1] += cell.Count;
        }

        return counts;
    }

    private int Start(int country, int direction, int group) => starts[(((country * 2) + direction) * Months * Ages) + group];

    private void Check(int country, int month, int age, ushort citizenship, bool counts)
    {
        if (country >= Countries || age >= Ages || month < firstMonth || month + age > firstMonth + Months - 1 || !counts)
        {
            throw new ArgumentException(
                $"A cell of country {country}, month {month}, age {age}, citizenship {citizenship} lies outside the observation or has an impossible count.", counts ? nameof(month) : nameof(counts));
        }

        columns[citizenship] = 0;
    }

    // Parts of one cell become one and cells of a group stand in the order of their features, so that neither order nor parts of
    // the input change a bit of the result.
    private (UndecidedCell[] Cells, int[] Starts) Sorted(ReadOnlySpan<UndecidedCell> given)
    {
        var starts = new int[(Countries * 2 * Months * Ages) + 1];
        foreach (ref readonly var cell in given)
            starts[Key(cell) + 1]++;
        var largest = 0;
        for (var i = 1; i < starts.Length; i++)
        {
            largest = Math.Max(largest, starts[i]);
            starts[i] += starts[i - 1];
        }

        var next = starts.AsSpan().ToArray();
        var sorted = new UndecidedCell[given.Length];
        foreach (ref readonly var cell in given)
            sorted[next[Key(cell)]++] = cell;

        var size = 0;
        var keys = new ulong[largest];
        for (var group = 0; group < starts.Length - 1; group++)
        {
            var cells = sorted.AsSpan(starts[group]..starts[group + 1]);
            for (var i = 0; i < cells.Length; i++)
            {
                ref readonly var cell = ref cells[i];
                keys[i] = ((ulong)columns[cell.Features.Citizenship] << 48) | (OutcomeProbabilities.Key(cell.Features) >> 16 << 1) | (cell.FinalKnown ? 1UL : 0);
            }

            keys.AsSpan(0, cells.Length).Sort(cells);
            starts[group] = size;
            for (var i = 0; i < cells.Length; i++)
            {
                if (i == 0 || keys[i] != keys[i - 1])
                {
                    sorted[size++] = cells[i];
                    continue;
                }

                ref var whole = ref sorted[size - 1];
                whole = whole with { Count = checked(whole.Count + cells[i].Count), BecameMigrant = checked(whole.BecameMigrant + cells[i].BecameMigrant) };
            }
        }

        starts[^1] = size;
        return (sorted, starts);
    }

    private int Key(in UndecidedCell cell) =>
        (((cell.Country * 2) + (cell.Entry ? 1 : 0)) * Months * Ages) + Group(cell.Month - firstMonth, cell.Age);
}
