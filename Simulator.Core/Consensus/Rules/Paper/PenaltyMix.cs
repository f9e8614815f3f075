using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>Weights between raw and clipped: <c>Wb = (1−β) W + β min(W, C)</c>.</summary>
/// <remarks>Source: variants §3.</remarks>
/// <param name="beta">The penalty β.</param>
internal readonly struct PenaltyMix(double beta)
{
    private readonly double _clipped = beta;
    private readonly double _raw = 1 - beta;

    /// <summary>The mixed weights of eight miners.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Of(Vector512<double> weights, Vector512<double> consensus) =>
        OfBoth(weights, Vector512.MinNative(weights, consensus));

    /// <summary>What lies between raw and clipped numbers of eight miners.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> OfBoth(Vector512<double> raw, Vector512<double> clipped) =>
        _raw * raw + _clipped * clipped;
}
