using System.Runtime.InteropServices;

namespace Periplo.Movements;

/// <content>The memory of a history, which grows to the longest one and is used again.</content>
internal sealed unsafe partial class History
{
    private void Grow(int wanted)
    {
        Free();
        capacity = Math.Max(wanted, capacity * 2);
        days = (int*)NativeMemory.Alloc((nuint)capacity, sizeof(int));
        presence = (int*)NativeMemory.Alloc((nuint)capacity + 1, sizeof(int));
        records = (int*)NativeMemory.Alloc((nuint)capacity, sizeof(int));
        directions = (byte*)NativeMemory.Alloc((nuint)capacity);
        categories = (byte*)NativeMemory.Alloc((nuint)capacity);
        statuses = (byte*)NativeMemory.Alloc((nuint)capacity + 1);
    }

    private void Free()
    {
        NativeMemory.Free(days);
        NativeMemory.Free(presence);
        NativeMemory.Free(records);
        NativeMemory.Free(directions);
        NativeMemory.Free(categories);
        NativeMemory.Free(statuses);
    }
}
