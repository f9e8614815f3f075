namespace Simulator.Core.Numerics.Reals;

/// <summary>Four random words of every column.</summary>
internal readonly struct PhiloxWords<W>(W c0, W c1, W c2, W c3)
    where W : struct, IWord<W>
{
    public readonly W C0 = c0;
    public readonly W C1 = c1;
    public readonly W C2 = c2;
    public readonly W C3 = c3;
}
