using System.Text.Json.Serialization;
using Periplo.Languages;
using Periplo.Registers;
using Periplo.Statistics;

namespace Periplo.Storage;

/// <summary>What of a part is not asked for by SQL, kept as JSON.</summary>
internal sealed record PartDetails(
    string Reader,
    string Parameters,
    Papers Papers,
    IReadOnlyList<string> Sheets,
    IReadOnlyList<Text> Notes,
    IReadOnlyList<SourceFile> CompiledFrom);

/// <summary>
/// Serialises without reflection, which would cost every command its start. What a record does not call nullable must
/// be there: a catalogue may have been damaged or made by a stranger.
/// </summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, Converters = [typeof(TextJson)])]
[JsonSerializable(typeof(PartDetails))]
[JsonSerializable(typeof(BackupCatalogue))]
[JsonSerializable(typeof(LogItem))]
[JsonSerializable(typeof(AccountsBackup))]
[JsonSerializable(typeof(RemoteState))]
internal sealed partial class StorageJson : JsonSerializerContext;
