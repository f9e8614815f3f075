namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>What one epoch of a paper rule gave: views into the run, which its next step overwrites.</summary>
public sealed class PaperEpoch
{
    private readonly PaperState _state;
    private readonly IPaperBonds _bonds;

    internal PaperEpoch(PaperState state, IPaperBonds bonds)
    {
        _state = state;
        _bonds = bonds;
    }

    /// <summary>Whether no miner has a consensus weight: undefined in the source, here what it gives on x86.</summary>
    public bool IsDegenerate => _state.IsDegenerate;

    /// <summary>Whether each bond moved at a rate of its own.</summary>
    public bool HasRates => _bonds.HasRates;

    /// <summary>Consensus weight of each miner, in steps of 1/65535; −32768.5… everywhere in a degenerate epoch.</summary>
    public ReadOnlySpan<double> Consensus => OfMiners(_state.Consensus);

    /// <summary>Share of each miner in the miners' reward.</summary>
    public ReadOnlySpan<double> Incentive => OfMiners(_state.Incentive);

    /// <summary>Part of each miner's weight that is left after clipping.</summary>
    public ReadOnlySpan<double> Trust => OfMiners(_state.Trust);

    /// <summary>Part of each validator's weight that is left after clipping; NaN or infinite for a row of zeros.</summary>
    public ReadOnlySpan<double> ValidatorTrust => OfValidators(_state.ValidatorTrust);

    /// <summary>Share of each validator in the validators' reward; they add up to a little under 1.</summary>
    public ReadOnlySpan<double> Dividends => OfValidators(_state.Dividends);

    /// <summary>What each validator earns for 1000 TAO of stake; 0 without stake.</summary>
    public ReadOnlySpan<double> DividendsPer1000 => OfValidators(_state.DividendsPer1000);

    /// <summary>Bonds of a validator to each miner after the epoch, as the rule remembers them.</summary>
    /// <param name="validator">Its row.</param>
    public ReadOnlySpan<double> Bonds(int validator) => Row(_state.Bonds, validator);

    /// <summary>Rates of these bonds, a share of the new bond; empty where <see cref="HasRates"/> is false.</summary>
    /// <param name="validator">Its row.</param>
    public ReadOnlySpan<double> Rates(int validator) => HasRates ? Row(_state.Rates, validator) : default;

    private ReadOnlySpan<double> OfMiners(LaneMemory columns) =>
        columns.Numbers.Slice(_state.FirstMiner, _state.Miners);

    private ReadOnlySpan<double> OfValidators(double[] nodes) => nodes.AsSpan(0, _state.Validators);

    private ReadOnlySpan<double> Row(LaneMemory matrix, int validator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(validator);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(validator, _state.Validators);
        return _state.Row(matrix, validator).Slice(_state.FirstMiner, _state.Miners);
    }
}
