using Periplo.Languages;

namespace Periplo.Web.Registers;

/// <summary>The addresses of registers and records. Stable; ids of registers and records need no escaping in them.</summary>
public static class RegisterAddresses
{
    /// <summary>All registers.</summary>
    public static string All(Language language) => language.Of("/registros", "/en/registers", "/fr/registres");

    /// <summary>A register: the list of its records.</summary>
    public static string Register(Language language, string register) => $"{All(language)}/{register}";

    /// <summary>A record.</summary>
    public static string Record(Language language, string register, string record) => $"{Register(language, register)}/{record}";

    /// <summary>The versions of a record.</summary>
    public static string History(Language language, string register, string record) => $"{Record(language, register, record)}/{language.Of("historia", "history", "historique")}";

    /// <summary>The form of a change.</summary>
    public static string Edit(Language language, string register, string record) => $"{Record(language, register, record)}/{language.Of("editar", "edit", "modifier")}";

    /// <summary>Where a step of the workflow is sent to.</summary>
    public static string Move(Language language, string register, string record) => $"{Record(language, register, record)}/{language.Of("mover", "move", "etape")}";

    /// <summary>The form of a new record.</summary>
    public static string New(Language language, string register) => $"{Register(language, register)}/{language.Of("nueva", "new", "nouvelle")}";

    /// <summary>The import of a file.</summary>
    public static string Import(Language language, string register) => $"{Register(language, register)}/{language.Of("importar", "import", "importer")}";

    /// <summary>Changes that wait for approval, of all registers.</summary>
    public static string Pending(Language language) => $"{All(language)}/{language.Of("pendientes", "pending", "en-attente")}";

    /// <summary>The machine side of a register.</summary>
    public static string Api(string register) => $"/api/registers/{register}";
}
