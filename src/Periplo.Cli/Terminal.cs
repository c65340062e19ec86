using System.Globalization;
using System.Text;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Observatory;
using Periplo.Registers;
using Periplo.Statistics;
using Periplo.Storage;
using Spectre.Console;
using Text = Periplo.Languages.Text;

namespace Periplo.Cli;

/// <summary>Where commands speak: the language of the user, tables, progress, and errors with an exit code.</summary>
internal sealed class Terminal
{
    private readonly IAnsiConsole output = AnsiConsole.Console;

    private Terminal(Language language)
    {
        Language = language;
    }

    public Language Language { get; }

    /// <summary>True when a person watches; then long answers are cut and work shows its progress.</summary>
    public static bool IsWatched => !Console.IsOutputRedirected;

    /// <summary>The terminal in the language of the environment: English or French where it asks for them, else Spanish.</summary>
    public static Terminal Open()
    {
        var wanted = Environment.GetEnvironmentVariable("PERIPLO_LANGUAGE")
            ?? Environment.GetEnvironmentVariable("LC_ALL")
            ?? Environment.GetEnvironmentVariable("LC_MESSAGES")
            ?? Environment.GetEnvironmentVariable("LANG")
            ?? "";
        var language = Enum.GetValues<Language>().FirstOrDefault(one => wanted.StartsWith(one.Tag(), StringComparison.OrdinalIgnoreCase));
        // The parser's own words ("Usage") come from its resources in this language.
        CultureInfo.CurrentUICulture = new(language.Tag());
        return new(language);
    }

    public string Say(Text text) => text.In(Language);

    public string Say(string es, string en, string fr) => Language.Of(es, en, fr);

    /// <summary>A whole number in the user's form.</summary>
    public string Whole(double number) => Numbers.Format(number, NumberStyle.Whole, Language);

    /// <summary>A number with the decimals it has, six at most; missing is said so.</summary>
    public string Figure(double number) => Numbers.Format(number, new(NumberForm.Plain, number == Math.Floor(number) ? 0 : 6), Language);

    public void WriteLine(Text text) => Console.Out.WriteLine(text.In(Language));

    /// <summary>A table; numbers are to stand in columns named in <paramref name="right"/>.</summary>
    public void WriteTable(IReadOnlyList<Text> columns, IEnumerable<IReadOnlyList<string>> rows, params int[] right)
    {
        if (!IsWatched)
        {
            WritePlain(columns, rows.ToList(), right);
            return;
        }

        var table = new Table().Border(TableBorder.Rounded);
        for (var c = 0; c < columns.Count; c++)
        {
            var column = new TableColumn(Markup.Escape(Say(columns[c])));
            table.AddColumn(right.Contains(c) ? column.RightAligned() : column);
        }

        foreach (var row in rows)
            table.AddRow([.. row.Select(cell => new Spectre.Console.Text(cell))]);
        output.Write(table);
    }

    /// <summary>Columns kept apart by spaces, uncut, for files and pipes.</summary>
    private void WritePlain(IReadOnlyList<Text> columns, List<IReadOnlyList<string>> rows, int[] right)
    {
        rows.Insert(0, [.. columns.Select(Say)]);
        var widths = Enumerable.Range(0, columns.Count).Select(c => rows.Max(row => row[c].Length)).ToArray();
        using var writer = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        foreach (var row in rows)
        {
            for (var c = 0; c < row.Count; c++)
            {
                var padding = widths[c] - row[c].Length;
                writer.Write(right.Contains(c) ? new string(' ', padding) + row[c] : row[c]);
                if (c < row.Count - 1)
                    writer.Write(right.Contains(c) ? " " : new string(' ', padding + 1));
            }

            writer.Write('\n');
        }
    }

    /// <summary>Runs work with a bar when a person watches; the work reports a share from 0 to 1.</summary>
    public T WithProgress<T>(string title, Func<IProgress<double>?, T> work)
    {
        if (!IsWatched)
            return work(null);
        return output.Progress().AutoClear(true).HideCompleted(false).Start(context =>
        {
            var task = context.AddTask(Markup.Escape(title), maxValue: 1);
            return work(new Share(task));
        });
    }

    /// <summary>A password from the input: unseen and twice where someone types it, one line where it is piped.</summary>
    public string AskPassword()
    {
        if (Console.IsInputRedirected)
            return Console.In.ReadLine() ?? "";
        var password = Unseen(new("Contraseña: ", "Password: ", "Mot de passe : "));
        return Unseen(new("Otra vez: ", "Again: ", "De nouveau : ")) == password
            ? password
            : throw new AccountException(new("Las dos contraseñas no son iguales.", "The two passwords are not the same.", "Les deux mots de passe ne sont pas identiques."));
    }

    private string Unseen(Text question)
    {
        Console.Error.Write(Say(question));
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }

    /// <summary>Runs a command and turns what the user can mend into one message and exit code 1.</summary>
    public int Run(Func<int> command)
    {
        try
        {
            return command();
        }
        catch (InputException error)
        {
            return Fail(error.Explanation);
        }
        catch (StoreException error)
        {
            return Fail(error.Explanation);
        }
        catch (StatisticsException error)
        {
            return Fail(error.Explanation);
        }
        catch (RecordsRefusedException error)
        {
            Fail(new(
                "no se importó nada." + Faults(error, Language.Es),
                "nothing was imported." + Faults(error, Language.En),
                "rien n’a été importé." + Faults(error, Language.Fr)));
            return 1;
        }
        catch (RegisterException error)
        {
            return Fail(error.Explanation);
        }
        catch (UnknownAreaException error)
        {
            return Fail(error.Explanation);
        }
        catch (OperationCanceledException)
        {
            Fail(new("Interrumpido: no se guardó nada de la operación en curso.", "Interrupted: nothing of the operation under way was kept.", "Interrompu : rien de l’opération en cours n’a été enregistré."));
            return 130;
        }
        catch (IOException error)
        {
            return Fail(new($"No se pudo leer o escribir: {error.Message}", $"Could not read or write: {error.Message}", $"Lecture ou écriture impossible : {error.Message}"));
        }
        catch (OutOfMemoryException)
        {
            return Fail(new("No alcanza la memoria. Divida el archivo en partes por año o por área.", "There is not enough memory. Divide the file by year or area.", "La mémoire ne suffit pas. Divisez le fichier en parties par année ou par zone."));
        }
    }

    private static string Faults(RecordsRefusedException refused, Language language) =>
        string.Concat(refused.Faults.Select(fault => $"\n  {fault.Place.In(language)}, {fault.Column}: {fault.Reason.In(language)}"));

    private int Fail(Text message)
    {
        Console.Error.WriteLine($"periplo: {Say(message)}");
        return 1;
    }

    private sealed class Share(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value;
    }
}
