using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>The bonds of a node in their moving average, and what they earn: <c>B = α b + (1−α) B_old</c>.</summary>
/// <remarks>Source: variants §4. The divisors of new bonds are in the scratch row of the state.</remarks>
internal readonly ref struct AveragedRow : ILaneRow
{
    private readonly PenaltyMix _mix;
    private readonly double _stake;
    private readonly ReadOnlySpan<Vector512<double>> _weights;
    private readonly ReadOnlySpan<Vector512<double>> _consensus;
    private readonly ReadOnlySpan<Vector512<double>> _divisors;
    private readonly ReadOnlySpan<Vector512<double>> _oldSums;
    private readonly ReadOnlySpan<Vector512<double>> _incentive;
    private readonly ReadOnlySpan<Vector512<double>> _rates;
    private readonly Span<Vector512<double>> _bonds;

    /// <summary>A row of the bonds.</summary>
    /// <param name="state">Holds it.</param>
    /// <param name="node">The row.</param>
    /// <param name="mix">How far clipped the weights are.</param>
    public AveragedRow(PaperState state, int node, PenaltyMix mix)
    {
        _mix = mix;
        _stake = state.StakeShares[node];
        _weights = state.LaneRow(state.Judged, node);
        _consensus = state.Consensus.Lanes;
        _divisors = state.Scratch.Lanes;
        _oldSums = state.OldBondSums.Lanes;
        _incentive = state.Incentive.Lanes;
        _rates = state.LaneRow(state.Rates, node);
        _bonds = state.LaneRow(state.Bonds, node);
    }

    /// <summary>Whether old bonds become shares of their column first.</summary>
    public required bool NormalisesBefore { get; init; }

    /// <summary>Whether each bond has a rate of its own.</summary>
    public required bool HasRates { get; init; }

    /// <summary>The rate of all bonds otherwise.</summary>
    public required Vector512<double> Rate { get; init; }

    /// <summary>Moves eight bonds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Move(int lane)
    {
        Vector512<double> bought = LaneZero.OrZero(
            _stake * _mix.Of(_weights[lane], _consensus[lane]) / _divisors[lane]
        );
        Vector512<double> old = NormalisesBefore
            ? LaneZero.OrZero(_bonds[lane] / _oldSums[lane])
            : _bonds[lane];
        Vector512<double> rate = HasRates ? _rates[lane] : Rate;
        Vector512<double> bond = rate * bought + (Vector512<double>.One - rate) * old;
        _bonds[lane] = bond;
        return bond;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> At(int lane) => Move(lane) * _incentive[lane];
}
