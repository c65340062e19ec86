using Periplo.Languages;

namespace Periplo.Registers;

/// <summary>A register as its file declares it: fields, rules, workflow and the dataset it yields.</summary>
public sealed class Register
{
    /// <summary>Stands between the values of a field that holds several.</summary>
    public const char Separator = '|';

    private readonly Dictionary<string, int> columns = [];

    /// <summary>A register; columns follow from the fields.</summary>
    public Register(string id, Text name, Text one, Text description, IReadOnlyList<Field> fields, string title)
    {
        (Id, Name, One, Description, Fields) = (id, name, one, description, fields);
        var all = new List<Column>();
        foreach (var field in fields)
        {
            field.FirstColumn = all.Count;
            all.AddRange(Column.Parts(field).Select((part, i) => new Column(field.Id + part.Suffix, field.FirstColumn + i, field, part.Part)));
            field.Columns = all[field.FirstColumn..];
        }

        Columns = all;
        foreach (var column in all)
            columns.Add(column.Name, column.Position);
        HasRestricted = fields.Any(field => field.Restricted);
        Title = Field(title) ?? throw new ArgumentException($"{id} has no field {title}.", nameof(title));
    }

    /// <summary>Id, part of addresses and file names.</summary>
    public string Id { get; }

    /// <summary>Name of the register.</summary>
    public Text Name { get; }

    /// <summary>What one record is called.</summary>
    public Text One { get; }

    /// <summary>What it holds, in a sentence.</summary>
    public Text Description { get; }

    /// <summary>The fields in the order of forms.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>The columns of all fields, in order.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The field a record is named by.</summary>
    public Field Title { get; }

    /// <summary>Whether the public sees only some of the fields.</summary>
    public bool HasRestricted { get; }

    /// <summary>Fields of which a record needs one at least, and pairs of columns in order of time or size.</summary>
    public IReadOnlyList<RecordRule> Rules { get; init; } = [];

    /// <summary>Sets of columns whose values together belong to one record only.</summary>
    public IReadOnlyList<IReadOnlyList<int>> UniqueSets { get; init; } = [];

    /// <summary>States and steps.</summary>
    public required Workflow Workflow { get; init; }

    /// <summary>The dataset it yields, or null.</summary>
    public RegisterStatistics? Statistics { get; init; }

    /// <summary>Position of a column, or -1.</summary>
    public int Position(string column) => columns.GetValueOrDefault(column, -1);

    /// <summary>A field by its id, or null.</summary>
    public Field? Field(string id) => Fields.FirstOrDefault(field => field.Id == id);

    /// <summary>A value of a record's values by the name of its column.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public string Value(string[] values, string column)
    {
        var position = Position(column);
        return position >= 0 ? values[position] : throw new ArgumentException($"{Id} has no column {column}.", nameof(column));
    }
}

/// <summary>A rule over several fields.</summary>
public abstract record RecordRule
{
    /// <summary>One of the fields at least must be filled.</summary>
    public sealed record Either(IReadOnlyList<Field> Fields) : RecordRule;

    /// <summary>Where both are filled, the first date or number is not after the second.</summary>
    public sealed record Ordered(Column First, Column Then) : RecordRule;
}

/// <summary>The dataset a register yields: counts of its published records, or sums of one of its fields.</summary>
/// <param name="Id">Id of the dataset.</param>
/// <param name="Name">Its name.</param>
/// <param name="Dimensions">Code, area and reference fields that are its dimensions, beside time.</param>
/// <param name="Time">Column of the date that gives the year, or null when the records are of no time.</param>
/// <param name="Weight">Number field that says how many things a record stands for, or null for one.</param>
/// <param name="Sum">Money field to add up by currency, or null.</param>
public sealed record RegisterStatistics(string Id, Text Name, IReadOnlyList<Field> Dimensions, Column? Time, Field? Weight, Field? Sum);

/// <summary>The registers of an installation. Their ids, and those of their datasets, are distinct, and what they refer to exists.</summary>
public sealed class RegisterSet(IReadOnlyList<Register> all)
{
    private readonly Dictionary<string, Register> byId = all.ToDictionary(register => register.Id);

    /// <summary>The registers such that each stands after those its required references need.</summary>
    public IReadOnlyList<Register> All { get; } = all;

    /// <summary>A register by its id, or null.</summary>
    public Register? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>A register by its id.</summary>
    /// <exception cref="RegisterException">There is none.</exception>
    public Register Get(string id) => Find(id) ?? throw new RegisterException(new Text(
        $"No hay ningún registro «{id}». Los que hay: {string.Join(", ", All.Select(register => register.Id))}.",
        $"There is no register \"{id}\". There are: {string.Join(", ", All.Select(register => register.Id))}.",
        $"Il n’y a pas de registre « {id} ». Il y a : {string.Join(", ", All.Select(register => register.Id))}."));
}

/// <summary>Something of a register that cannot be done, with what to do next.</summary>
/// <param name="explanation">What is wrong and what to do.</param>
public class RegisterException(Text explanation) : Exception(explanation.En)
{
    /// <summary>What is wrong and what to do.</summary>
    public Text Explanation { get; } = explanation;
}
