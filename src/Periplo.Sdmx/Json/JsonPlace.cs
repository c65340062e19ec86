using System.Runtime.InteropServices;

namespace Periplo.Sdmx.Json;

/// <summary>A value in a stream of JSON, to come back to.</summary>
/// <param name="Offset">Bytes before it.</param>
/// <param name="Length">Its bytes; 0 where not known.</param>
/// <param name="Line">Its line from 1.</param>
/// <param name="Column">Its column from 1, in bytes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JsonPlace(long Offset, long Length, int Line, int Column);
