using Periplo.Languages;

namespace Periplo.Web.Accounts;

/// <summary>The sentences of accounts, sign-in and forms.</summary>
public static class AccountWords
{
#pragma warning disable CS1591 // Each text is its own description.
    public static readonly Text Refused = new("No se aceptó la petición", "The request was not accepted");
    public static readonly Text OnlyRead = new("Esta dirección solo se lee; no acepta formularios.", "This address is only read; it takes no forms.");
    public static readonly Text NoBody = new("Una petición de lectura no lleva contenido.", "A request that reads brings no content.");
    public static readonly Text OnlyForms = new("Aquí solo se aceptan formularios de este sitio.", "Only forms of this site are taken here.");
    public static readonly Text TooLarge = new("Lo enviado es demasiado grande: caben {0} MB. No se guardó nada.", "What was sent is too large: {0} MB fit. Nothing was kept.");
    public static readonly Text FormTooOld = new("El formulario caducó o no salió de este sitio. No se guardó nada: vuelva a la página, actualícela y envíelo de nuevo.", "The form is too old or did not come from this site. Nothing was kept: go back to the page, reload it and send it again.");
    public static readonly Text FormBroken = new("El formulario llegó incompleto. No se guardó nada: vuelva a enviarlo.", "The form arrived broken. Nothing was kept: send it again.");
#pragma warning restore CS1591
}
