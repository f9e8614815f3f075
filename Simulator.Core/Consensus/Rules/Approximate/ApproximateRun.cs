namespace Simulator.Core.Consensus.Rules.Approximate;

/// <summary>Epochs of one subnet under an approximate rule, one after the other; it remembers the bonds.</summary>
public sealed class ApproximateRun
{
    private readonly ApproximateState _state;
    private readonly IApproximateConsensus _consensus;
    private readonly IApproximateRates _rates;
    private readonly ApproximateEpoch _epoch;

    /// <summary>A run before its first epoch, without bonds.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="parameters">What the rule is told.</param>
    /// <param name="validators">Number of validators V, 1 or more.</param>
    /// <param name="miners">Number of miners M, 1 or more.</param>
    /// <param name="neurons">Neurons of the subnet, M or more; V + M if left out.</param>
    /// <exception cref="ArgumentException">A number is outside its range.</exception>
    public ApproximateRun(
        ApproximateRule rule,
        ApproximateParameters parameters,
        int validators,
        int miners,
        int? neurons = null
    )
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfLessThan(validators, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(miners, 1);
        int all = neurons ?? validators + miners;
        ArgumentOutOfRangeException.ThrowIfLessThan(all, miners, nameof(neurons));
        if (parameters.Problem() is { } problem)
        {
            throw new ArgumentException(problem, nameof(parameters));
        }
        Rule = rule;
        _state = new(validators, miners);
        _consensus = rule.Consensus(parameters, all);
        _rates = rule.Rates(parameters, all);
        _epoch = new(_state);
    }

    /// <summary>The rule.</summary>
    public ApproximateRule Rule { get; }

    /// <summary>Computes one epoch.</summary>
    /// <param name="weights">Weight of each validator on each miner, row by row, V × M numbers of 0 or more.</param>
    /// <param name="stakes">Stake of each validator, V numbers of 0 or more.</param>
    /// <returns>The results, valid until the next step.</returns>
    /// <exception cref="ArgumentException">
    /// A shape does not agree, or a number is negative, infinite or NaN; the run has not moved.
    /// </exception>
    public ApproximateEpoch Step(ReadOnlySpan<double> weights, ReadOnlySpan<double> stakes)
    {
        Amounts.Check(weights, _state.Weights.Length, _state.Miners, nameof(weights));
        Amounts.Check(stakes, _state.Validators, 1, nameof(stakes));

        // 1. Shares.
        weights.CopyTo(_state.Weights);
        stakes.CopyTo(_state.Stakes);
        ApproximateState.Normalize(_state.Stakes);
        for (int i = 0; i < _state.Validators; i++)
        {
            ApproximateState.Normalize(_state.Row(_state.Weights, i));
        }
        // 2. Consensus, and what miners earn.
        _consensus.Settle(_state);
        // 3. Bonds, and what validators earn.
        _rates.Set(_state.Consensus, _state.Rates);
        ApproximateBonds.Advance(_state);
        return _epoch;
    }

    /// <summary>Replaces the bonds of a validator; the scale of a column does not matter.</summary>
    /// <param name="validator">Its row.</param>
    /// <param name="bonds">Its bonds to each miner, M numbers of 0 or more.</param>
    /// <exception cref="ArgumentException">A number is outside its range; nothing is replaced.</exception>
    public void SetBonds(int validator, ReadOnlySpan<double> bonds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(validator);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(validator, _state.Validators);
        Amounts.Check(bonds, _state.Miners, 1, nameof(bonds));
        bonds.CopyTo(_state.Row(_state.Bonds, validator));
    }
}
