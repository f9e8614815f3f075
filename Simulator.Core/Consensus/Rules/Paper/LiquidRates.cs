using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>Liquid alpha: a rate for each bond, by a sigmoid of its distance to the consensus.</summary>
/// <remarks>Source: variants §3. The rate is the share of the new bond.</remarks>
internal sealed class LiquidRates
{
    private readonly double _low;
    private readonly double _high;
    private readonly double _steepness;
    private readonly ConsensusMode _mode;
    private readonly bool _on;
    private LaneMemory? _consensus;

    /// <summary>The rates of one run.</summary>
    /// <param name="parameters">Range, slope and mode.</param>
    /// <param name="obeysMode">Whether the rule looks at the mode; others use the current consensus.</param>
    public LiquidRates(PaperParameters parameters, bool obeysMode)
    {
        _low = parameters.AlphaLow;
        _high = parameters.AlphaHigh;
        _steepness = parameters.AlphaSigmoidSteepness;
        _on = parameters.LiquidAlpha;
        _mode = obeysMode ? Settled(parameters) : ConsensusMode.Current;
    }

    /// <summary>Prepares an epoch.</summary>
    /// <returns>Whether bonds have rates of their own in it: the first epoch knows none.</returns>
    public bool Begin(PaperState state)
    {
        if (!_on || state.Epochs == 0)
        {
            return false;
        }
        if (_mode != ConsensusMode.Mixed)
        {
            _consensus = _mode == ConsensusMode.Previous ? state.PreviousConsensus : state.Consensus;
            return true;
        }
        _consensus = state.Scratch;
        for (int j = 0; j < state.Stride; j++)
        {
            _consensus[j] = Math.Max(state.Consensus[j], state.PreviousConsensus[j]);
        }
        return true;
    }

    /// <summary>Fills a block of one row of the rates; nodes and columns outside validators and miners have none.</summary>
    /// <param name="state">Weights, and bonds as they are remembered.</param>
    /// <param name="node">The row.</param>
    /// <param name="block">The columns.</param>
    /// <param name="mix">How far clipped the weights are that are seen; null where they are not.</param>
    public void Fill(PaperState state, int node, ColumnBlock block, PenaltyMix? mix)
    {
        if (node >= state.Validators)
        {
            return;
        }
        ReadOnlySpan<Vector512<double>> weights = state.LaneRow(state.Weights, node);
        ReadOnlySpan<Vector512<double>> bonds = state.LaneRow(state.Bonds, node);
        ReadOnlySpan<Vector512<double>> clip = state.Consensus.Lanes;
        ReadOnlySpan<Vector512<double>> consensus = _consensus!.Lanes;
        Span<Vector512<double>> rates = state.LaneRow(state.Rates, node);
        bool mixes = mix.HasValue;
        PenaltyMix mixed = mix.GetValueOrDefault();
        for (int j = block.From; j < block.To; j++)
        {
            Vector512<double> seen = mixes ? mixed.Of(weights[j], clip[j]) : weights[j];
            rates[j] = Rate(seen, bonds[j], consensus[j]);
        }
        state.Rates.Numbers.Slice(node * state.Stride, state.FirstMiner).Clear();
    }

    private Vector512<double> Rate(
        Vector512<double> weight,
        Vector512<double> bond,
        Vector512<double> consensus
    )
    {
        // Buying is measured against the consensus, selling against the weight that is left; equality is buying.
        Vector512<double> distance = Vector512.ConditionalSelect(
            Vector512.GreaterThanOrEqual(weight, bond),
            weight - consensus,
            bond - weight
        );
        distance = Within(distance, 0, 1);
        Vector512<double> power = LaneExp.Of((distance - Vector512.Create(0.5)) * -_steepness);
        Vector512<double> sigmoid = Vector512<double>.One / (Vector512<double>.One + power);
        return Within(Vector512.Create(_low) + sigmoid * (_high - _low), _low, _high);
    }

    /// <summary>A number kept in a range; where the range is turned round, its upper end.</summary>
    private static Vector512<double> Within(Vector512<double> number, double low, double high) =>
        Vector512.MinNative(Vector512.MaxNative(number, Vector512.Create(low)), Vector512.Create(high));

    private static ConsensusMode Settled(PaperParameters parameters) =>
        parameters.ConsensusMode != ConsensusMode.Auto ? parameters.ConsensusMode
        : parameters.BondPenalty >= 1 ? ConsensusMode.Previous
        : ConsensusMode.Current;
}
