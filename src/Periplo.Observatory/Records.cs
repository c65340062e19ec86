using Periplo.Areas;
using Periplo.Languages;
using Periplo.Registers;
using Periplo.Sources.Registers;
using Periplo.Storage;

namespace Periplo.Observatory;

/// <summary>
/// The registers of an installation and what is done with their records. Safe for many threads and for many servers on
/// one store: each holds the tables in memory and reads what the log has grown by.
/// </summary>
public sealed partial class Records
{
    private static readonly TimeSpan MostStale = TimeSpan.FromSeconds(1);

    private readonly Store store;
    private readonly TimeProvider clock;
    private readonly RecordCheck check;
    private readonly Lock reading = new();
    private State state;

    internal Records(Store store, RegisterSet registers, AreaRegistry areas, TimeProvider clock)
    {
        (this.store, this.clock) = (store, clock);
        (Registers, check) = (registers, new(areas));
        state = new(0, null, registers.All.ToDictionary(register => register.Id, RegisterTable.Empty));
    }

    /// <summary>The registers.</summary>
    public RegisterSet Registers { get; }

    /// <summary>Number of the last entry of the log taken account of: what is made of the records is as old as this says.</summary>
    public long Number => Current().Number;

    /// <summary>The records of a register, at most a second old; what this process wrote is always there.</summary>
    public RegisterTable Table(string register) => Current().Tables[Registers.Get(register).Id];

    /// <summary>All registers as they stood at one moment.</summary>
    public IReadOnlyDictionary<string, RegisterTable> Tables() => Current().Tables;

    /// <summary>All registers as they stood after an entry of the log.</summary>
    public IReadOnlyDictionary<string, RegisterTable> TablesAt(long number)
    {
        var entries = new List<LogEntry>();
        store.Log(0, entry =>
        {
            if (entry.Number <= number)
                entries.Add(entry);
        });
        return Registers.All.ToDictionary(register => register.Id, register => RegisterTable.Empty(register).After(entries));
    }

    /// <summary>The versions of a record, oldest first; of those the person may not see only the published ones.</summary>
    public IReadOnlyList<RecordVersion> History(Person person, string register, string id)
    {
        var definition = Registers.Get(register);
        var all = Access.May(person, definition, null, RecordAct.SeeHistory);
        return
        [
            .. store.LogOf(register, id)
                .Select(entry => new RecordVersion(entry.Number, entry.Item.At, entry.Item.Who, entry.Item.State!, RecordContent.Read(definition, entry.Item.Content!), entry.Item.Why))
                .Where(version => all || definition.Workflow.Find(version.State)?.Public == true),
        ];
    }

    /// <summary>Writes a record in the first state of its workflow: a new draft, or a change waiting for approval.</summary>
    /// <param name="person">Who writes.</param>
    /// <param name="register">The register.</param>
    /// <param name="id">Id of the record.</param>
    /// <param name="values">A value for each column.</param>
    /// <param name="basedOn">Number of the version the change began from; 0 for a new record.</param>
    /// <param name="why">Reason; required for a change.</param>
    /// <returns>The head after it.</returns>
    /// <exception cref="RegisterException">The person may not.</exception>
    /// <exception cref="RecordRefusedException">Values are wrong.</exception>
    /// <exception cref="RecordConflictException">Someone else wrote the record meanwhile; nothing was written.</exception>
    public RecordHead Write(Person person, string register, string id, string[] values, long basedOn, string why)
    {
        var definition = Registers.Get(register);
        Demand(Access.May(person, definition, Table(register).Find(id), RecordAct.Write));
        CheckReason(why, needed: basedOn > 0);
        return Change(definition, id, basedOn, head =>
        {
            if (head is not null && head.Latest.State == definition.Workflow.First.Id && head.Latest.Values.AsSpan().SequenceEqual(values))
                return null;
            return Item(person, definition, id, definition.Workflow.First.Id, values, why);
        });
    }

    /// <summary>Moves a record to another state of its workflow, its values as they are.</summary>
    /// <exception cref="RegisterException">The workflow has no such step, or the person may not take it.</exception>
    /// <exception cref="RecordConflictException">Someone else wrote the record meanwhile; nothing was written.</exception>
    public RecordHead Move(Person person, string register, string id, string to, long basedOn, string why)
    {
        var definition = Registers.Get(register);
        CheckReason(why, needed: false);
        return Change(definition, id, basedOn, head =>
        {
            if (head is null)
                throw NoRecord(definition, id);
            Demand(Access.MayMove(person, definition, head, to));
            return Item(person, definition, id, to, head.Latest.Values, why);
        });
    }

    /// <summary>Writes many records at once: all or none. Records that are as they were are passed over.</summary>
    /// <param name="person">Who writes.</param>
    /// <param name="register">The register.</param>
    /// <param name="rows">Id and values of each, and the place in the file for messages. Ids must differ.</param>
    /// <param name="toState">State the records are put in: the first, or one the person may move them to from it.</param>
    /// <param name="why">Reason, kept with each.</param>
    /// <param name="cancellation">Stops the work; nothing is written.</param>
    /// <returns>How many were new, changed and passed over.</returns>
    /// <exception cref="RecordsRefusedException">Rows are wrong; it names the first hundred.</exception>
    public ImportCount Import(Person person, string register, IReadOnlyList<RecordRow> rows, string toState, string why, CancellationToken cancellation)
    {
        var definition = Registers.Get(register);
        MayImport(person, definition, toState);
        CheckReason(why, needed: false);
        using var writer = store.BeginWrite();
        var tables = Fresh(writer);
        var table = tables[definition.Id];
        rows = Kept(table, rows);
        var faults = RowFaults(definition, tables, rows, cancellation);
        if (faults.Count > 0)
            throw new RecordsRefusedException(faults);
        var (count, news) = Compare(table, rows, toState);
        var items = news.ConvertAll(row => Item(person, definition, row.Id, toState, row.Values, why));
        cancellation.ThrowIfCancellationRequested();
        if (items.Count > 0)
        {
            var entries = writer.Append(items);
            writer.Commit();
            Take(tables, entries);
        }

        return count;
    }

    /// <summary>What an import would refuse, and what it would do, without writing anything.</summary>
    /// <param name="person">Who would write.</param>
    /// <param name="register">The register.</param>
    /// <param name="rows">Id and values of each, and the place in the file for messages.</param>
    /// <param name="toState">State the records would be put in.</param>
    /// <param name="cancellation">Stops the work.</param>
    public ImportCheck Check(Person person, string register, IReadOnlyList<RecordRow> rows, string toState, CancellationToken cancellation)
    {
        var definition = Registers.Get(register);
        MayImport(person, definition, toState);
        var tables = Tables();
        rows = Kept(tables[definition.Id], rows);
        return new(RowFaults(definition, tables, rows, cancellation), Compare(tables[definition.Id], rows, toState).Count);
    }

    private static void MayImport(Person person, Register register, string toState)
    {
        Demand(Access.May(person, register, null, RecordAct.Import));
        var first = register.Workflow.First.Id;
        Demand(toState == first || (register.Workflow.Move(first, toState) is { } move && person.In(register.Id) >= move.Role));
    }

    /// <summary>The rows with what the records that are there have in columns the file does not name, so that none is emptied unsaid.</summary>
    private static IReadOnlyList<RecordRow> Kept(RegisterTable table, IReadOnlyList<RecordRow> rows)
    {
        if (table.Count == 0 || rows.Count == 0 || rows[0].Absent.Count == 0)
            return rows;
        return [.. rows.Select(row =>
        {
            if (table.Find(row.Id) is not { } head)
                return row;
            var values = (string[])row.Values.Clone();
            foreach (var column in row.Absent)
                values[column] = head.Latest.Values[column];
            return row with { Values = values };
        })];
    }

    /// <summary>Which rows bring something new.</summary>
    private static (ImportCount Count, List<RecordRow> News) Compare(RegisterTable table, IReadOnlyList<RecordRow> rows, string toState)
    {
        int added = 0, changed = 0;
        var news = new List<RecordRow>(rows.Count);
        foreach (var row in rows)
        {
            var head = table.Find(row.Id);
            if (head is not null && head.Latest.State == toState && head.Latest.Values.AsSpan().SequenceEqual(row.Values))
                continue;
            _ = head is null ? added++ : changed++;
            news.Add(row);
        }

        return (new(added, changed, rows.Count - news.Count), news);
    }

    /// <summary>What is wrong with values, references included, without writing them.</summary>
    public IReadOnlyList<RecordFault> Faults(string register, string id, string[] values) => Faults(Registers.Get(register), Tables(), id, values);

    private List<RowFault> RowFaults(Register register, IReadOnlyDictionary<string, RegisterTable> tables, IReadOnlyList<RecordRow> rows, CancellationToken cancellation)
    {
        const int most = 100;
        var faults = new List<RowFault>();
        var ids = new HashSet<string>(rows.Count);
        var inFile = register.UniqueSets.Select(_ => new Dictionary<string, RecordRow>()).ToList();
        var others = register.UniqueSets.Select(set => Keys(tables[register.Id], set)).ToList();
        foreach (var row in rows)
            ids.Add(row.Id);
        var seen = new HashSet<string>(rows.Count);
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!RecordCheck.IsId(row.Id))
                faults.Add(new(row.Place, "id", NotId(row.Id)));
            else if (!seen.Add(row.Id))
                faults.Add(new(row.Place, "id", new($"«{row.Id}» está dos veces en el archivo.", $"\"{row.Id}\" is in the file twice.", $"« {row.Id} » figure deux fois dans le fichier.")));
            foreach (var fault in check.Faults(register, row.Values))
                faults.Add(new(row.Place, fault.Column.Name, fault.Reason));
            foreach (var (column, into, id) in RecordCheck.References(register, row.Values))
            {
                if (tables[into].Find(id) is null && !(into == register.Id && ids.Contains(id)))
                    faults.Add(new(row.Place, column.Name, NoReference(into, id)));
            }

            for (var i = 0; i < register.UniqueSets.Count; i++)
            {
                if (Key(row.Values, register.UniqueSets[i]) is not { } key)
                    continue;
                if (others[i].TryGetValue(key, out var other) && other != row.Id && !ids.Contains(other))
                    faults.Add(new(row.Place, register.Columns[register.UniqueSets[i][0]].Name, Repeated(other)));
                else if (!inFile[i].TryAdd(key, row) && inFile[i][key].Id != row.Id)
                    faults.Add(new(row.Place, register.Columns[register.UniqueSets[i][0]].Name, Repeated(inFile[i][key].Id)));
            }

            if (faults.Count >= most)
                break;
        }

        return faults;
    }

    private List<RecordFault> Faults(Register register, IReadOnlyDictionary<string, RegisterTable> tables, string id, string[] values)
    {
        var faults = check.Faults(register, values).ToList();
        foreach (var (column, into, wanted) in RecordCheck.References(register, values))
        {
            if (RecordCheck.IsId(wanted) && tables[into].Find(wanted) is null)
                faults.Add(new(column, NoReference(into, wanted)));
        }

        foreach (var set in register.UniqueSets)
        {
            if (Key(values, set) is { } key && Keys(tables[register.Id], set).TryGetValue(key, out var other) && other != id)
                faults.Add(new(register.Columns[set[0]], Repeated(other)));
        }

        return faults;
    }

    private static Dictionary<string, string> Keys(RegisterTable table, IReadOnlyList<int> set)
    {
        var keys = new Dictionary<string, string>(table.Count);
        foreach (var head in table.All)
        {
            if (head.Withdrawn is null && Key(head.Latest.Values, set) is { } key)
                keys.TryAdd(key, head.Id);
        }

        return keys;
    }

    /// <summary>What must not be repeated; null where nothing of it is filled.</summary>
    private static string? Key(string[] values, IReadOnlyList<int> set) =>
        set.Any(column => values[column].Length > 0) ? string.Join('\u001F', set.Select(column => values[column])) : null;

    private RecordHead Change(Register register, string id, long basedOn, Func<RecordHead?, LogItem?> make)
    {
        using var writer = store.BeginWrite();
        var tables = Fresh(writer);
        var head = tables[register.Id].Find(id);
        if ((head?.Latest.Number ?? 0) != basedOn)
            throw head is null ? NoRecord(register, id) : new RecordConflictException(head);
        var item = make(head);
        if (item is null)
            return head!;
        if (!RecordCheck.IsId(id))
            throw new RegisterException(NotId(id));
        // What leaves the public's sight may have become wrong: its references may have left before it.
        if (item.State == register.Workflow.First.Id || register.Workflow.Find(item.State!)!.Public)
        {
            if (Faults(register, tables, id, RecordContent.Read(register, item.Content!)) is { Count: > 0 } faults)
                throw new RecordRefusedException(faults);
        }

        var entries = writer.Append([item]);
        writer.Commit();
        return Take(tables, entries)[register.Id].Find(id)!;
    }

    private LogItem Item(Person person, Register register, string id, string toState, string[] values, string why) =>
        new(clock.GetUtcNow(), person.Name, LogAction.Record, register.Id, id, toState, RecordContent.Write(register, values), why);

    private State Current()
    {
        var now = clock.GetTimestamp();
        var known = state;
        if (known.ReadAt is { } at && clock.GetElapsedTime(at, now) < MostStale)
            return known;
        lock (reading)
        {
            known = state;
            if (known.ReadAt is { } again && clock.GetElapsedTime(again, now) < MostStale)
                return known;
            var entries = new List<LogEntry>();
            store.Log(known.Number, entries.Add);
            return state = known.After(entries, now);
        }
    }

    /// <summary>The tables as a writer sees them: no one else can write before it ends.</summary>
    private IReadOnlyDictionary<string, RegisterTable> Fresh(StoreWriter writer)
    {
        var known = state;
        var entries = new List<LogEntry>();
        writer.Log(known.Number, entries.Add);
        return known.After(entries, clock.GetTimestamp()).Tables;
    }

    private IReadOnlyDictionary<string, RegisterTable> Take(IReadOnlyDictionary<string, RegisterTable> before, IReadOnlyList<LogEntry> entries)
    {
        lock (reading)
        {
            // Another thread may have read as far or further meanwhile.
            if (state.Number < entries[^1].Number)
                state = new State(entries[0].Number - 1, null, before).After(entries, clock.GetTimestamp());
            return state.Tables;
        }
    }

    private static void CheckReason(string why, bool needed)
    {
        if (needed && string.IsNullOrWhiteSpace(why))
            throw new RegisterException(new("Diga por qué cambia la ficha: la razón queda en su historia.", "Say why the record changes: the reason stays in its history.", "Dites pourquoi la fiche change : la raison reste dans son historique."));
        if (why.Length > RecordCheck.LongestText || why.Any(char.IsControl))
            throw new RegisterException(new($"La razón cabe en {RecordCheck.LongestText} caracteres sin saltos de línea.", $"The reason fits in {RecordCheck.LongestText} characters without line breaks.", $"La raison tient en {RecordCheck.LongestText} caractères sans saut de ligne."));
    }

    private static void Demand(bool may)
    {
        if (!may)
            throw new AccessRefusedException();
    }

    private static RegisterException NoRecord(Register register, string id) => new(new(
        $"No hay ninguna ficha «{id}» en {register.Name.Es}.", $"There is no record \"{id}\" in {register.Name.En}.", $"Il n’y a pas de fiche « {id} » dans {register.Name.Fr}."));

    private static Text NotId(string id) => new(
        $"«{id}» no vale como id: letras sin acento, cifras, «.», «_» y «-», hasta 64.",
        $"\"{id}\" will not do as an id: letters without accents, digits, \".\", \"_\" and \"-\", at most 64.",
        $"« {id} » ne vaut pas comme id : lettres sans accent, chiffres, « . », « _ » et « - », jusqu’à 64.");

    private static Text NoReference(string register, string id) => new(
        $"no hay ninguna ficha «{id}» en el registro «{register}»; impórtela antes o corrija el identificador.",
        $"there is no record \"{id}\" in the register \"{register}\"; import it first or mend the id.",
        $"il n’y a pas de fiche « {id} » dans le registre « {register} » ; importez-la d’abord ou corrigez l’identifiant.");

    private static Text Repeated(string other) => new($"la ficha «{other}» ya dice lo mismo.", $"the record \"{other}\" says the same already.", $"la fiche « {other} » dit déjà la même chose.");

    private sealed record State(long Number, long? ReadAt, IReadOnlyDictionary<string, RegisterTable> Tables)
    {
        public State After(IReadOnlyList<LogEntry> entries, long readAt)
        {
            if (entries.Count == 0)
                return this with { ReadAt = readAt };
            var tables = new Dictionary<string, RegisterTable>();
            foreach (var (id, table) in Tables)
                tables[id] = table.After(entries);
            return new(entries[^1].Number, readAt, tables);
        }
    }
}

/// <summary>What is wrong with one cell of a file.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Column">Name of the column.</param>
/// <param name="Reason">What is wrong and what to do.</param>
public sealed record RowFault(Text Place, string Column, Text Reason);

/// <summary>What an import did.</summary>
/// <param name="Added">Records that were not there.</param>
/// <param name="Changed">Records with other values or another state than before.</param>
/// <param name="Same">Records passed over, as they were already so.</param>
public sealed record ImportCount(int Added, int Changed, int Same);

/// <summary>What an import would do.</summary>
/// <param name="Faults">What it would refuse: the first hundred, in the order of the file. With any of them nothing is imported.</param>
/// <param name="Count">What it would write.</param>
public sealed record ImportCheck(IReadOnlyList<RowFault> Faults, ImportCount Count);

/// <summary>The person may not do this.</summary>
public sealed class AccessRefusedException() : RegisterException(new(
    "Esta cuenta no puede hacerlo. Pida el papel que hace falta a quien administra el registro.",
    "This account may not do that. Ask whoever administers the register for the role it needs.",
    "Ce compte ne peut pas le faire. Demandez le rôle nécessaire à qui administre le registre."));

/// <summary>Values of a record are wrong.</summary>
/// <param name="faults">What is wrong, column by column.</param>
public sealed class RecordRefusedException(IReadOnlyList<RecordFault> faults) : RegisterException(new(
    "La ficha no se guardó: " + string.Join(" ", faults.Select(fault => $"{fault.Column.Title.Es}: {fault.Reason.Es}")),
    "The record was not kept: " + string.Join(" ", faults.Select(fault => $"{fault.Column.Title.En}: {fault.Reason.En}")),
    "La fiche n’a pas été enregistrée : " + string.Join(" ", faults.Select(fault => $"{fault.Column.Title.Fr} : {fault.Reason.Fr}"))))
{
    /// <summary>What is wrong, column by column.</summary>
    public IReadOnlyList<RecordFault> Faults { get; } = faults;
}

/// <summary>Rows of a file are wrong; nothing was written.</summary>
/// <param name="faults">The first hundred, in the order of the file.</param>
public sealed class RecordsRefusedException(IReadOnlyList<RowFault> faults) : RegisterException(new(
    "No se importó nada. " + string.Join(" ", faults.Take(5).Select(fault => $"{fault.Place.Es}, {fault.Column}: {fault.Reason.Es}")),
    "Nothing was imported. " + string.Join(" ", faults.Take(5).Select(fault => $"{fault.Place.En}, {fault.Column}: {fault.Reason.En}")),
    "Rien n’a été importé. " + string.Join(" ", faults.Take(5).Select(fault => $"{fault.Place.Fr}, {fault.Column} : {fault.Reason.Fr}"))))
{
    /// <summary>The first hundred, in the order of the file.</summary>
    public IReadOnlyList<RowFault> Faults { get; } = faults;
}

/// <summary>Someone else wrote the record after the version a change began from.</summary>
/// <param name="now">The record as it is now.</param>
public sealed class RecordConflictException(RecordHead now) : RegisterException(new(
    $"Otra persona ({now.Latest.Who}) guardó esta ficha mientras tanto. No se perdió nada: compare lo suyo con lo guardado y vuelva a guardar.",
    $"Someone else ({now.Latest.Who}) saved this record meanwhile. Nothing is lost: compare yours with what was saved and save again.",
    $"Une autre personne ({now.Latest.Who}) a enregistré cette fiche entre-temps. Rien n’est perdu : comparez votre texte avec celui qui est enregistré et enregistrez de nouveau."))
{
    /// <summary>The record as it is now.</summary>
    public RecordHead Now { get; } = now;
}
