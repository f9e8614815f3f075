using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>Numbers that begin where a cache line does: a lane that lies across two lines costs twice.</summary>
internal sealed class LaneMemory
{
    private readonly double[] _numbers;
    private readonly int _start;

    /// <summary>Zeros.</summary>
    /// <param name="length">How many, in whole lanes.</param>
    public LaneMemory(int length)
    {
        int lane = Vector512<double>.Count;
        // Pinned, so that the place of the first number stays what it is.
        _numbers = GC.AllocateArray<double>(length + lane, pinned: true);
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(_numbers, 0);
        _start = (int)((lane - (address / sizeof(double)) % lane) % lane);
        Length = length;
    }

    /// <summary>How many numbers there are.</summary>
    public int Length { get; }

    /// <summary>One of them.</summary>
    public ref double this[int index] => ref Numbers[index];

    /// <summary>All of them.</summary>
    public Span<double> Numbers => _numbers.AsSpan(_start, Length);

    /// <summary>All of them in lanes.</summary>
    public Span<Vector512<double>> Lanes => MemoryMarshal.Cast<double, Vector512<double>>(Numbers);
}
