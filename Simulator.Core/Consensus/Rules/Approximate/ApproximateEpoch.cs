namespace Simulator.Core.Consensus.Rules.Approximate;

/// <summary>What one epoch of an approximate rule gave: views into the run, which its next step overwrites.</summary>
public sealed class ApproximateEpoch
{
    private readonly ApproximateState _state;

    internal ApproximateEpoch(ApproximateState state) => _state = state;

    /// <summary>Consensus of each miner, in [0, 1]: a weight under a median, a sigmoid before it.</summary>
    public ReadOnlySpan<double> Consensus => _state.Consensus;

    /// <summary>Share of each miner in the miners' reward; they sum to 1, or are zero.</summary>
    public ReadOnlySpan<double> Incentive => _state.Incentive;

    /// <summary>Share of each validator in the validators' reward; they sum to 1, or are zero.</summary>
    public ReadOnlySpan<double> Dividends => _state.Dividends;

    /// <summary>Sum of each validator's weights after clipping, in [0, 1].</summary>
    public ReadOnlySpan<double> ValidatorTrust => _state.ValidatorTrust;

    /// <summary>Share of the new bond in the bonds to each miner.</summary>
    public ReadOnlySpan<double> Rates => _state.Rates;

    /// <summary>Bonds of a validator after the epoch; those to one miner sum to 1, or are zero.</summary>
    /// <param name="validator">Its row.</param>
    public ReadOnlySpan<double> Bonds(int validator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(validator);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(validator, _state.Validators);
        return _state.Row(_state.Bonds, validator);
    }
}
