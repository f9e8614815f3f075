namespace Simulator.Core.Numerics.Lanes;

/// <summary>A divisor and what its lane keeps beside it (the bits of a double reciprocal, or nothing).</summary>
internal readonly struct Divisor<T>(T value, T reciprocal)
    where T : struct
{
    public readonly T Value = value;
    public readonly T Reciprocal = reciprocal;
}
