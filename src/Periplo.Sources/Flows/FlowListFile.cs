using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Flows;

/// <summary>A row of flows a user gives.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Period">The period as written; empty without that column.</param>
/// <param name="Sex">The sex as written; empty without that column.</param>
/// <param name="Method">The method as written; empty without that column.</param>
/// <param name="Origin">Where from; the area itself in a list of net numbers.</param>
/// <param name="Destination">Where to; empty in a list of net numbers.</param>
/// <param name="Persons">The flow, or the net number, which may be below zero.</param>
public readonly record struct FlowRow(int Line, string Period, string Sex, string Method, string Origin, string Destination, double Persons)
{
    /// <summary>Period, sex and method: what a row shares with others of its table.</summary>
    public (string Period, string Sex, string Method) Table => (Period, Sex, Method);
}

/// <summary>
/// Flows as <c>periplo flows estimate</c> writes them: <c>origin,destination,flow</c>, and where they are there <c>period</c>, <c>sex</c> and
/// <c>method</c>; or net numbers: <c>area,net</c> with the same. Other columns are passed over.
/// </summary>
public sealed class FlowListFile : IDisposable
{
    private readonly NamedTable table;
    private readonly int[] at;
    private readonly int period;
    private readonly int sex;
    private readonly int method;
    private readonly Dictionary<string, string> labels = [];

    private FlowListFile(string path, NamedTable table, bool isNet)
    {
        (Path, this.table, IsNet) = (path, table, isNet);
        at = isNet ? table.Need("area", "net") : table.Need("origin", "destination", "flow");
        (period, sex, method) = (table.Rows.Find("period"), table.Rows.Find("sex"), table.Rows.Find("method"));
    }

    /// <summary>The file as the user named it.</summary>
    public string Path { get; }

    /// <summary>Whether it lists net numbers.</summary>
    public bool IsNet { get; }

    /// <summary>Opens a file, plain or gzipped.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="mayBeNet">Whether net numbers will do.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">It cannot be taken; names file, line and column.</exception>
    public static FlowListFile Open(string path, bool mayBeNet, CancellationToken cancellation)
    {
        var opened = NamedTable.OpenWithOthers(path, SourceReaders.OpenFile(path), [], cancellation);
        try
        {
            return new(path, opened, isNet: mayBeNet && opened.Has("net") && !opened.Has("flow"));
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>The rows, read as they are asked for.</summary>
    /// <exception cref="InputException">A row cannot be taken, or there is none; names file, line and column.</exception>
    public IEnumerable<FlowRow> Rows()
    {
        var any = false;
        while (table.Rows.Next())
        {
            any = true;
            var (origin, destination) = (Label(at[0]), IsNet ? "" : Label(at[1]));
            if (origin == destination)
                throw Refuse(1, new Text($"«{Refusals.Shown(origin)}» es origen y destino; quien no cambia de área no es un movimiento: quite la fila.", $"\"{Refusals.Shown(origin)}\" is origin and destination; who does not change area makes no move: leave the row out.", $"« {Refusals.Shown(origin)} » est à la fois l’origine et la destination ; qui ne change pas de zone ne fait pas de déplacement : retirez la ligne."));
            if (!(IsNet ? table.Rows.TryNumber(at[^1], out var persons) : table.Rows.TryCount(at[^1], out persons)))
                throw Refuse(at.Length - 1, new Text("falta la cifra; escriba 0 si no hubo movimientos.", "the figure is missing; write 0 if there were no moves.", "le chiffre manque ; écrivez 0 s’il n’y a pas eu de déplacements."));
            yield return new(table.Rows.Line, Optional(period), Optional(sex), Optional(method), origin, destination, persons);
        }

        if (!any)
            throw new InputException(Path, null, Refusals.NoFigures);
    }

    /// <summary>An error at the row just read.</summary>
    /// <param name="column">0 for the origin or area, 1 for the destination.</param>
    /// <param name="reason">What is wrong.</param>
    public InputException Refuse(int column, Text reason) => table.Rows.Fault(at[column], reason);

    /// <summary>The sex of the row just read: F, M, or null for both together.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public string? Sex() => sex < 0 ? null : AgeCells.Sex(table.Rows, sex);

    /// <summary>The row just read says again what another said.</summary>
    public InputException RefuseRepeated(int line) => Refuse(0, Refusals.Repeated(line));

    /// <inheritdoc/>
    public void Dispose() => table.Dispose();

    private string Optional(int column) => column < 0 ? "" : One(table.Rows.Text(column));

    private string Label(int column) => One(table.Label(column));

    /// <summary>One text for all cells that say the same, for a file may have millions of rows.</summary>
    private string One(string label) => labels.TryGetValue(label, out var one) ? one : labels[label] = label;
}
