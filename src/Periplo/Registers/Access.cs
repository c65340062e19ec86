namespace Periplo.Registers;

/// <summary>Who asks: an account and its role in each register, or the public.</summary>
/// <param name="Name">Name of the account; empty for the public.</param>
/// <param name="Roles">Role by register; <c>*</c> stands for all registers.</param>
public sealed record Person(string Name, IReadOnlyDictionary<string, Role> Roles)
{
    /// <summary>Stands for every register among <see cref="Roles"/>.</summary>
    public const string Everywhere = "*";

    /// <summary>Who has no account.</summary>
    public static Person Public { get; } = new("", new Dictionary<string, Role>());

    /// <summary>The program itself, for the records that come with it and for commands of whoever owns the store.</summary>
    public static Person Owner(string name) => new(name, new Dictionary<string, Role> { [Everywhere] = Role.Administrator });

    /// <summary>Whether it is somebody with an account.</summary>
    public bool IsSomebody => Name.Length > 0;

    /// <summary>The role in a register: the greater of that for the register and that for all.</summary>
    public Role In(string register)
    {
        var everywhere = Roles.GetValueOrDefault(Everywhere);
        var here = Roles.GetValueOrDefault(register);
        return here > everywhere ? here : everywhere;
    }
}

/// <summary>What someone may want to do with a record.</summary>
public enum RecordAct
{
    /// <summary>See what is published, or the notice that it was withdrawn.</summary>
    See,

    /// <summary>See the latest version, also when it is a draft.</summary>
    SeeDraft,

    /// <summary>See restricted fields.</summary>
    SeeRestricted,

    /// <summary>See who changed what, when and why, drafts included.</summary>
    SeeHistory,

    /// <summary>Write a new record or a change, as a draft.</summary>
    Write,

    /// <summary>Import a file of drafts.</summary>
    Import,

    /// <summary>Give roles in the register and read its log.</summary>
    Administer,
}

/// <summary>Who may do what. The one place where it is decided; docs/registers.md has it as a table.</summary>
public static class Access
{
    /// <summary>Whether <paramref name="person"/> may do <paramref name="act"/> with a record.</summary>
    /// <param name="person">Who asks.</param>
    /// <param name="register">The register.</param>
    /// <param name="record">The record, or null for one not written yet.</param>
    /// <param name="act">What is wanted.</param>
    public static bool May(Person person, Register register, RecordHead? record, RecordAct act) => act switch
    {
        RecordAct.See => record is null or { Published: not null } or { Withdrawn: not null } || person.In(register.Id) >= Role.Reader,
        RecordAct.SeeDraft or RecordAct.SeeRestricted or RecordAct.SeeHistory => person.In(register.Id) >= Role.Reader,
        RecordAct.Write or RecordAct.Import => person.In(register.Id) >= Role.Editor,
        RecordAct.Administer => person.In(register.Id) >= Role.Administrator,
        _ => false,
    };

    /// <summary>Whether <paramref name="person"/> may take a step of the workflow with a record in its present state.</summary>
    public static bool MayMove(Person person, Register register, RecordHead record, string to) =>
        register.Workflow.Move(record.Latest.State, to) is { } move && person.In(register.Id) >= move.Role;
}
