using Periplo.Languages;
using Periplo.Registers;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Registers;

/// <summary>Which column of a register each column of a table is, as its header names them.</summary>
internal sealed class RecordColumns
{
    /// <summary>The column that names the record.</summary>
    public const string Id = "id";

    private const int IsId = -1;
    private readonly Register register;
    private readonly int[] positions;
    private readonly int[] absent;

    private RecordColumns(Register register, int[] positions)
    {
        (this.register, this.positions) = (register, positions);
        absent = [.. Enumerable.Range(0, register.Columns.Count).Except(positions)];
    }

    /// <summary>Number of columns of the table.</summary>
    public int Count => positions.Length;

    /// <summary>Reads a header.</summary>
    /// <param name="register">The register.</param>
    /// <param name="names">The names in it.</param>
    /// <param name="fault">Makes an error at a column.</param>
    /// <exception cref="InputException">A name is not of the register or is there twice, or <c>id</c> is missing.</exception>
    public static RecordColumns Of(Register register, IReadOnlyList<string> names, Func<int, Text, InputException> fault)
    {
        var found = new int[names.Count];
        var seen = new HashSet<string>();
        for (var i = 0; i < found.Length; i++)
        {
            var name = names[i].Trim();
            found[i] = name == Id ? IsId : register.Position(name);
            if (found[i] < 0 && name != Id)
                throw fault(i, Unknown(register, name));
            if (!seen.Add(name))
                throw fault(i, new($"la columna «{name}» está dos veces; deje una.", $"the column \"{name}\" is there twice; leave one.", $"la colonne « {name} » figure deux fois ; laissez-en une."));
        }

        return seen.Contains(Id)
            ? new(register, found)
            : throw fault(0, new("falta la columna «id»; póngala la primera, con un identificador por ficha.", "the column \"id\" is missing; put it first, with an id for each record.", "la colonne « id » manque ; mettez-la en premier, avec un identifiant par fiche."));
    }

    /// <summary>Says that a register has no such column.</summary>
    public static Text Unknown(Register register, string name)
    {
        var known = string.Join(", ", register.Columns.Select(column => column.Name));
        return new(
            $"la columna «{Refusals.Shown(name)}» no es del registro «{register.Id}». Las suyas: id, {known}.",
            $"the column \"{Refusals.Shown(name)}\" is not of the register \"{register.Id}\". Its own: id, {known}.",
            $"la colonne « {Refusals.Shown(name)} » n’appartient pas au registre « {register.Id} ». Les siennes : id, {known}.");
    }

    /// <summary>A record with the texts of a row.</summary>
    /// <param name="place">Where the row is.</param>
    /// <param name="text">Gives the text of a column of the table.</param>
    public RecordRow Row(Text place, Func<int, string> text)
    {
        var values = new string[register.Columns.Count];
        Array.Fill(values, "");
        var id = "";
        for (var i = 0; i < positions.Length; i++)
        {
            var value = text(i);
            if (positions[i] == IsId)
                id = value;
            else
                values[positions[i]] = value;
        }

        return new(place, id, values) { Absent = absent };
    }
}
