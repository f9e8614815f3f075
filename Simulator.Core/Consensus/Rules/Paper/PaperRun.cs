namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>Epochs of one subnet under a paper rule, one after the other; it remembers what the next epoch needs.</summary>
/// <remarks>A step allocates nothing. The order of operations is that of the source, and the same on every machine.</remarks>
public sealed class PaperRun
{
    private readonly PaperParameters _parameters;
    private readonly PaperState _state;
    private readonly StakeMedian _median;
    private readonly IPaperBonds _bonds;
    private readonly PaperEpoch _epoch;

    /// <summary>A run before its first epoch.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="parameters">What the rule is told.</param>
    /// <param name="validators">Number of validators V, 1 or more.</param>
    /// <param name="miners">Number of miners M, 1 or more.</param>
    /// <param name="fullMatrix">
    /// Whether every neuron is a row and a column, as in the charts of the source: this changes epochs without consensus,
    /// in which validators then share the incentive with miners.
    /// </param>
    /// <exception cref="ArgumentException">A parameter is infinite or NaN.</exception>
    public PaperRun(
        PaperRule rule,
        PaperParameters parameters,
        int validators,
        int miners,
        bool fullMatrix = false
    )
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfLessThan(validators, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(miners, 1);
        foreach ((string name, double value) in parameters.Numbers())
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"{name} is {value}: it must be finite"),
                    nameof(parameters)
                );
            }
        }
        Rule = rule;
        _parameters = parameters;
        _state = new(validators, miners, fullMatrix);
        _median = new(_state.Nodes);
        _bonds = rule.Bonds(parameters);
        _epoch = new(_state, _bonds);
    }

    /// <summary>The rule.</summary>
    public PaperRule Rule { get; }

    /// <summary>Number of epochs that are over.</summary>
    public int Epochs => _state.Epochs;

    /// <summary>Computes one epoch.</summary>
    /// <param name="weights">Weight of each validator on each miner, row by row, V × M numbers of 0 or more.</param>
    /// <param name="stakes">Stake of each validator, V numbers of 0 or more.</param>
    /// <returns>The results, valid until the next step.</returns>
    /// <exception cref="ArgumentException">
    /// A shape does not agree, or a number is negative, infinite or NaN; the run has not moved.
    /// </exception>
    public PaperEpoch Step(ReadOnlySpan<double> weights, ReadOnlySpan<double> stakes)
    {
        CheckShape(weights.Length, _state.Validators * _state.Miners, nameof(weights));
        CheckShape(stakes.Length, _state.Validators, nameof(stakes));

        // 1. What this epoch is given, and what the one before left.
        RowShares.Take(_state, weights, stakes);
        (_state.Consensus, _state.PreviousConsensus) = (_state.PreviousConsensus, _state.Consensus);
        _state.Judged =
            Rule.ClipsPreviousWeights && _state.Epochs > 0 ? _state.PreviousWeights : _state.Weights;
        // 2. Consensus.
        _median.Find(_state, _parameters.Kappa, _state.Consensus);
        _state.IsDegenerate = ConsensusWeights.Settle(_state.Consensus.Numbers[.._state.Columns]);
        // 3. What miners earn.
        Ranks.Set(_state, _parameters.WinnerTakesAll);
        // 4. What validators earn.
        _bonds.Advance(_state);
        Dividends.Settle(_state, _parameters);
        _state.Epochs++;
        return _epoch;
    }

    /// <summary>Sets all bonds to a miner to 0, if the rule has resets and an epoch is over.</summary>
    /// <param name="miner">Its column.</param>
    public void ResetBonds(int miner)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(miner);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(miner, _state.Miners);
        for (int i = 0; Rule.HasResets && i < _state.Nodes; i++)
        {
            _state.Bonds[i * _state.Stride + _state.FirstMiner + miner] = 0;
        }
    }

    /// <summary>Ends the bonds and the remembered weights of a validator that takes no part in the next epoch.</summary>
    /// <remarks>Source: variants §6: who is missing from an epoch begins anew when it comes back.</remarks>
    /// <param name="validator">Its row.</param>
    public void Forget(int validator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(validator);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(validator, _state.Validators);
        _state.LaneRow(_state.Bonds, validator).Clear();
        _state.LaneRow(_state.Weights, validator).Clear();
    }

    private static void CheckShape(int found, int wanted, string name)
    {
        if (found != wanted)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{found} {name} were given: this run has {wanted}"),
                name
            );
        }
    }
}
