using System.Runtime.CompilerServices;

namespace Simulator.Core.Consensus.Execution;

/// <summary>Memory that stays where it is and begins at a line of the cache; freed with the object that owns it.</summary>
/// <remarks>Whoever works on the pointer keeps this object reachable meanwhile.</remarks>
/// <typeparam name="T">Type of an element.</typeparam>
internal sealed unsafe class PinnedMemory<T>
    where T : unmanaged
{
    private const int Line = 64;

    private readonly byte[] _bytes;

    /// <summary>Takes memory, all 0.</summary>
    /// <param name="count">Number of elements.</param>
    /// <exception cref="OverflowException">More than 2 GiB.</exception>
    public PinnedMemory(long count)
    {
        _bytes = GC.AllocateArray<byte>(checked((int)(count * sizeof(T)) + 2 * Line), pinned: true);
        nuint start = (nuint)Unsafe.AsPointer(ref _bytes[0]);
        Pointer = (T*)((start + Line - 1) / Line * Line);
    }

    /// <summary>The first element.</summary>
    public T* Pointer { get; }
}
