using Periplo.Languages;

namespace Periplo.Web.Registers;

/// <summary>The addresses of registers and records. Stable; ids of registers and records need no escaping in them.</summary>
public static class RegisterAddresses
{
    /// <summary>All registers.</summary>
    public static string All(Language language) => language == Language.Es ? "/registros" : "/en/registers";

    /// <summary>A register: the list of its records.</summary>
    public static string Register(Language language, string register) => $"{All(language)}/{register}";

    /// <summary>A record.</summary>
    public static string Record(Language language, string register, string record) => $"{Register(language, register)}/{record}";

    /// <summary>The versions of a record.</summary>
    public static string History(Language language, string register, string record) => $"{Record(language, register, record)}/{(language == Language.Es ? "historia" : "history")}";

    /// <summary>The form of a change.</summary>
    public static string Edit(Language language, string register, string record) => $"{Record(language, register, record)}/{(language == Language.Es ? "editar" : "edit")}";

    /// <summary>Where a step of the workflow is sent to.</summary>
    public static string Move(Language language, string register, string record) => $"{Record(language, register, record)}/{(language == Language.Es ? "mover" : "move")}";

    /// <summary>The form of a new record.</summary>
    public static string New(Language language, string register) => $"{Register(language, register)}/{(language == Language.Es ? "nueva" : "new")}";

    /// <summary>The import of a file.</summary>
    public static string Import(Language language, string register) => $"{Register(language, register)}/{(language == Language.Es ? "importar" : "import")}";

    /// <summary>Changes that wait for approval, of all registers.</summary>
    public static string Pending(Language language) => $"{All(language)}/{(language == Language.Es ? "pendientes" : "pending")}";

    /// <summary>The machine side of a register.</summary>
    public static string Api(string register) => $"/api/registers/{register}";
}
