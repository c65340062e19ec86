using Periplo.Languages;

namespace Periplo.Web.Movements;

/// <summary>Address of the calculator of permitted stay. Stable.</summary>
public static class StayAddresses
{
    /// <summary>The calculator: read for the empty form, posted to for an answer, so that no date stands in an address.</summary>
    public static string Calculator(Language language) => language.Of("/movimientos/estancia", "/en/movements/stay", "/fr/mouvements/sejour");
}
