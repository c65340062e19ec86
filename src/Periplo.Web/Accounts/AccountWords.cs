using Periplo.Languages;
using Periplo.Registers;

namespace Periplo.Web.Accounts;

/// <summary>The sentences of accounts, sign-in and forms.</summary>
public static class AccountWords
{
#pragma warning disable CS1591 // Each text is its own description.
    public static readonly Text Refused = new("No se aceptó la petición", "The request was not accepted", "La demande n’a pas été acceptée");
    public static readonly Text OnlyRead = new("Esta dirección solo se lee; no acepta formularios.", "This address is only read; it takes no forms.", "Cette adresse se lit seulement ; elle n’accepte pas de formulaire.");
    public static readonly Text NoBody = new("Una petición de lectura no lleva contenido.", "A request that reads brings no content.", "Une demande de lecture n’apporte pas de contenu.");
    public static readonly Text OnlyForms = new("Aquí solo se aceptan formularios de este sitio.", "Only forms of this site are taken here.", "Seuls les formulaires de ce site sont acceptés ici.");
    public static readonly Text OnlyPrograms = new("Aquí escriben programas: mande una llave de API en «Authorization: Bearer».", "Programs write here: send an API token in \"Authorization: Bearer\".", "Les programmes écrivent ici : envoyez un jeton d’API dans « Authorization: Bearer ».");
    public static readonly Text TooLarge = new("Lo enviado es demasiado grande: caben {0} MB. No se guardó nada.", "What was sent is too large: {0} MB fit. Nothing was kept.", "L’envoi est trop volumineux : la limite est de {0} Mo. Rien n’a été enregistré.");
    public static readonly Text FormTooOld = new("El formulario o la sesión caducó, o no salió de este sitio. No se guardó nada: vuelva a la página, actualícela, entre si hace falta y envíelo de nuevo.", "The form or the session is too old, or did not come from this site. Nothing was kept: go back to the page, reload it, sign in if need be and send it again.", "Le formulaire ou la session est trop ancien, ou ne vient pas de ce site. Rien n’a été enregistré : revenez à la page, rechargez-la, connectez-vous s’il le faut et renvoyez le formulaire.");
    public static readonly Text FormBroken = new("El formulario llegó incompleto. No se guardó nada: vuelva a enviarlo.", "The form arrived broken. Nothing was kept: send it again.", "Le formulaire est arrivé incomplet. Rien n’a été enregistré : renvoyez-le.");
    public static readonly Text TokenOfNoUse = new("La llave no vale: caducó, se anuló o está mal copiada.", "The token is of no use: it is too old, was revoked or is not copied well.", "Le jeton n’est pas valable : il a expiré, a été révoqué ou a été mal copié.");
    public static readonly Text SignIn = new("Entrar", "Sign in", "Se connecter");
    public static readonly Text SignInLead = new("Solo hace falta para trabajar en los registros. Todo lo publicado se lee sin cuenta.", "Only needed to work on the registers. All that is published can be read without an account.", "Utile seulement pour travailler sur les registres. Tout ce qui est publié se lit sans compte.");
    public static readonly Text SignOut = new("Salir", "Sign out", "Se déconnecter");
    public static readonly Text Account = new("Cuenta", "Account", "Compte");
    public static readonly Text MyAccount = new("Mi cuenta", "My account", "Mon compte");
    public static readonly Text Name = new("Nombre de la cuenta", "Account name", "Nom du compte");
    public static readonly Text Password = new("Contraseña", "Password", "Mot de passe");
    public static readonly Text NewPassword = new("Contraseña nueva", "New password", "Nouveau mot de passe");
    public static readonly Text PasswordAgain = new("La contraseña otra vez", "The password again", "Le mot de passe une deuxième fois");
    public static readonly Text PresentPassword = new("Contraseña de ahora", "Present password", "Mot de passe actuel");
    public static readonly Text PasswordHint = new("Al menos 12 caracteres. Una frase que solo usted conozca es mejor que símbolos.", "At least 12 characters. A sentence only you know is better than symbols.", "Au moins 12 caractères. Une phrase que vous seul connaissez vaut mieux que des symboles.");
    public static readonly Text ChangePassword = new("Cambiar la contraseña", "Change the password", "Changer le mot de passe");
    public static readonly Text ChangePasswordLead = new("Las demás sesiones se cierran.", "The other sessions end.", "Les autres sessions se ferment.");
    public static readonly Text NotTheSame = new("Las dos contraseñas no son iguales. Escríbalas de nuevo.", "The two passwords are not the same. Type them again.", "Les deux mots de passe ne sont pas identiques. Saisissez-les de nouveau.");
    public static readonly Text PasswordWrong = new("La contraseña o el código no son correctos, o hubo demasiados intentos.", "The password or the code is not right, or there were too many attempts.", "Le mot de passe ou le code n’est pas le bon, ou il y a eu trop d’essais.");
    public static readonly Text Code = new("Código de seis cifras", "Six-digit code", "Code à six chiffres");
    public static readonly Text CodeOrRecovery = new("Código de seis cifras, o uno de recuperación", "Six-digit code, or a recovery code", "Code à six chiffres, ou code de récupération");
    public static readonly Text CodeLead = new("Escriba el código que muestra ahora su aplicación. Si no la tiene, uno de sus códigos de recuperación.", "Type the code your app shows now. Without the app, one of your recovery codes.", "Saisissez le code que votre application affiche maintenant. Sans l’application, l’un de vos codes de récupération.");
    public static readonly Text SecondStep = new("Segundo paso", "Second step", "Deuxième étape");
    public static readonly Text Continue = new("Continuar", "Continue", "Continuer");
    public static readonly Text StartAgain = new("Empezar de nuevo", "Start again", "Recommencer");
    public static readonly Text SetUp = new("Poner en marcha una cuenta", "Set up an account", "Mettre un compte en service");
    public static readonly Text SetUpLead = new("Hace falta un código: el que mostró «periplo serve» la primera vez, o el que le dio quien administra.", "A code is needed: the one \"periplo serve\" showed the first time, or the one an administrator gave you.", "Il faut un code : celui que « periplo serve » a affiché la première fois, ou celui que vous a remis la personne qui administre.");
    public static readonly Text SetUpCode = new("Código de puesta en marcha", "Set-up code", "Code de mise en service");
    public static readonly Text SetUpDo = new("Elegir la contraseña", "Choose the password", "Choisir le mot de passe");
    public static readonly Text NameHint = new("Letras sin acento, cifras, punto o guion; sin datos que no quiera ver en el historial.", "Letters without accents, digits, full stop or hyphen; nothing you would not want to see in the history.", "Lettres sans accent, chiffres, point ou trait d’union ; rien que vous ne voudriez voir dans l’historique.");
    public static readonly Text SecondFactor = new("Segundo factor", "Second factor", "Second facteur");
    public static readonly Text SecondFactorOn = new("Activo. Quedan {0} códigos de recuperación.", "On. {0} recovery codes are left.", "Actif. Il reste {0} codes de récupération.");
    public static readonly Text SecondFactorOff = new("No está activo. Quien administra lo necesita; a los demás se les recomienda.", "Off. Administrators need it; everyone else is advised to have it.", "Inactif. Il est obligatoire pour administrer et conseillé à tous les autres.");
    public static readonly Text SecondFactorTurnOn = new("Activar el segundo factor", "Turn the second factor on", "Activer le second facteur");
    public static readonly Text SecondFactorTurnOff = new("Quitar el segundo factor", "Remove the second factor", "Retirer le second facteur");
    public static readonly Text SecondFactorLead = new("Una aplicación del teléfono da un código nuevo cada 30 segundos, sin conexión.", "An app on the phone gives a new code every 30 seconds, without a connection.", "Une application du téléphone donne un nouveau code toutes les 30 secondes, sans connexion.");
    public static readonly Text SecondFactorType = new("Añada en ella una cuenta y escriba esta clave (por tiempo, 6 cifras, 30 segundos):", "Add an account in it and type this key (time based, 6 digits, 30 seconds):", "Ajoutez-y un compte et saisissez cette clé (fondée sur l’heure, 6 chiffres, 30 secondes) :");
    public static readonly Text SecondFactorOpen = new("Si la aplicación está en este aparato, ábrala con este enlace:", "If the app is on this device, open it with this link:", "Si l’application est sur cet appareil, ouvrez-la avec ce lien :");
    public static readonly Text SecondFactorConfirm = new("Escriba el código que muestra la aplicación.", "Type the code the app shows.", "Saisissez le code que l’application affiche.");
    public static readonly Text RecoveryCodes = new("Códigos de recuperación", "Recovery codes", "Codes de récupération");
    public static readonly Text RecoveryCodesMake = new("Hacer códigos nuevos", "Make new codes", "Créer de nouveaux codes");
    public static readonly Text RecoveryCodesLead = new("Estos son sus códigos de recuperación. Cada uno sirve para entrar una vez sin la aplicación. No se muestran más: guárdelos ahora.", "These are your recovery codes. Each lets you sign in once without the app. They are not shown again: keep them now.", "Voici vos codes de récupération. Chacun permet de se connecter une fois sans l’application. Ils ne seront plus affichés : gardez-les maintenant.");
    public static readonly Text Sessions = new("Sesiones", "Sessions", "Sessions");
    public static readonly Text SessionsLead = new("Una sesión termina tras 8 horas sin uso, y a los 7 días en todo caso.", "A session ends after 8 hours without use, and after 7 days in any case.", "Une session se termine après 8 heures sans activité, et au bout de 7 jours en tout cas.");
    public static readonly Text Browser = new("Navegador", "Browser", "Navigateur");
    public static readonly Text Began = new("Empezó", "Began", "Début");
    public static readonly Text LastUsed = new("Último uso", "Last used", "Dernière activité");
    public static readonly Text ThisSession = new("esta sesión", "this session", "cette session");
    public static readonly Text EndSession = new("Cerrar esta sesión", "End this session", "Fermer cette session");
    public static readonly Text EndOthers = new("Cerrar todas las demás", "End all others", "Fermer toutes les autres");
    public static readonly Text Tokens = new("Llaves para programas", "Tokens for programs", "Jetons pour programmes");
    public static readonly Text TokensLead = new("Con una llave un programa actúa en su nombre: la envía en la cabecera Authorization: Bearer. Nunca puede más que usted.", "With a token a program acts for you: it sends it in the header Authorization: Bearer. It can never do more than you.", "Avec un jeton, un programme agit en votre nom : il l’envoie dans l’en-tête Authorization: Bearer. Il ne peut jamais faire plus que vous.");
    public static readonly Text TokenName = new("Para qué es", "What it is for", "À quoi il sert");
    public static readonly Text TokenCeiling = new("Hasta dónde llega", "How far it goes", "Jusqu’où il va");
    public static readonly Text TokenDays = new("Días que dura", "Days it lasts", "Durée en jours");
    public static readonly Text TokenMake = new("Hacer una llave", "Make a token", "Créer un jeton");
    public static readonly Text TokenRevoke = new("Anular", "Revoke", "Révoquer");
    public static readonly Text TokenLead = new("Esta es la llave. No se muestra más: cópiela ahora.", "This is the token. It is not shown again: copy it now.", "Voici le jeton. Il ne sera plus affiché : copiez-le maintenant.");
    public static readonly Text Expires = new("Caduca", "Expires", "Expire");
    public static readonly Text Action = new("Acción", "Action", "Action");
    public static readonly Text Roles = new("Papeles", "Roles", "Rôles");
    public static readonly Text NoRoles = new("Ninguno todavía: pídalos a quien administra.", "None yet: ask an administrator.", "Aucun pour l’instant : demandez-les à la personne qui administre.");
    public static readonly Text Everywhere = new("todos los registros", "all registers", "tous les registres");
    public static readonly Text People = new("Personas y papeles", "People and roles", "Personnes et rôles");
    public static readonly Text PeopleLead = new("Quién puede entrar y qué puede hacer en cada registro. Todo cambio queda en el historial.", "Who may sign in and what each may do in each register. Every change stays in the log.", "Qui peut se connecter et ce que chacun peut faire dans chaque registre. Tout changement reste au journal.");
    public static readonly Text PeopleNeedFactor = new("Para cambiar algo aquí active antes su segundo factor.", "To change anything here, first turn your second factor on.", "Pour changer quelque chose ici, activez d’abord votre second facteur.");
    public static readonly Text GiveRole = new("Dar un papel", "Give a role", "Donner un rôle");
    public static readonly Text RegisterWord = new("Registro", "Register", "Registre");
    public static readonly Text RoleWord = new("Papel", "Role", "Rôle");
    public static readonly Text MakeAccount = new("Hacer una cuenta", "Make an account", "Créer un compte");
    public static readonly Text MakeAccountLead = new("La cuenta empieza sin papeles. Su dueño elige la contraseña con un código que se muestra una vez.", "The account begins without roles. Its owner chooses the password with a code that is shown once.", "Le compte commence sans rôle. Son titulaire choisit le mot de passe avec un code affiché une seule fois.");
    public static readonly Text InvitationLead = new("Dé a «{0}» este código por un medio seguro. Vale tres días, una vez, en {1}. No se muestra más.", "Give \"{0}\" this code by safe means. It is good for three days, once, at {1}. It is not shown again.", "Remettez ce code à « {0} » par un moyen sûr. Il vaut trois jours, une fois, à {1}. Il ne sera plus affiché.");
    public static readonly Text Invite = new("Nueva contraseña", "New password code", "Nouveau code de mot de passe");
    public static readonly Text Close = new("Cerrar la cuenta", "Close the account", "Fermer le compte");
    public static readonly Text Reopen = new("Abrir de nuevo", "Reopen", "Rouvrir");
    public static readonly Text EndSessions = new("Cerrar sus sesiones", "End its sessions", "Fermer ses sessions");
    public static readonly Text State = new("Situación", "Status", "Situation");
    public static readonly Text StateOpen = new("abierta", "open", "ouvert");
    public static readonly Text StateClosed = new("cerrada", "closed", "fermé");
    public static readonly Text StateInvited = new("sin contraseña todavía", "no password yet", "pas encore de mot de passe");
    public static readonly Text StateWaiting = new("en espera por intentos fallidos", "waiting after failed attempts", "en attente après des essais manqués");
    public static readonly Text Yes = new("sí", "yes", "oui");
    public static readonly Text No = new("no", "no", "non");

    /// <summary>A role's name.</summary>
    public static Text Of(Role role) => role switch
    {
        Role.None => new("ninguno", "none", "aucun"),
        Role.Reader => new("lee borradores", "reads drafts", "lit les brouillons"),
        Role.Editor => new("edita", "edits", "modifie"),
        Role.Approver => new("aprueba", "approves", "approuve"),
        Role.Administrator => new("administra", "administers", "administre"),
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>What was done, by the word in an address; null for a word that is none.</summary>
    public static Text? Done(string word) => word switch
    {
        "set-up" => new("La contraseña quedó elegida. Ya puede entrar.", "The password is chosen. You can sign in now.", "Le mot de passe est choisi. Vous pouvez vous connecter."),
        "password" => new("La contraseña cambió y las demás sesiones se cerraron.", "The password was changed and the other sessions ended.", "Le mot de passe a été changé et les autres sessions ont été fermées."),
        "remove-factor" => new("El segundo factor se quitó.", "The second factor was removed.", "Le second facteur a été retiré."),
        "session" => new("La sesión se cerró.", "The session was ended.", "La session a été fermée."),
        "others" => new("Las demás sesiones se cerraron.", "The other sessions were ended.", "Les autres sessions ont été fermées."),
        "revoke-token" => new("La llave se anuló.", "The token was revoked.", "Le jeton a été révoqué."),
        "role" => new("El papel quedó cambiado.", "The role was changed.", "Le rôle a été changé."),
        "close" => new("La cuenta se cerró.", "The account was closed.", "Le compte a été fermé."),
        "reopen" => new("La cuenta se abrió de nuevo.", "The account was reopened.", "Le compte a été rouvert."),
        "end-sessions" => new("Sus sesiones y llaves terminaron.", "Its sessions and tokens were ended.", "Ses sessions et ses jetons ont pris fin."),
        _ => null,
    };
#pragma warning restore CS1591
}
