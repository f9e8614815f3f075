using Simulator.Core.Consensus.Rules.Approximate;
using Simulator.Core.Consensus.Rules.Paper;

namespace Simulator.Core.Studies.Replays;

/// <summary>A rule of the chain's past, in double.</summary>
internal sealed class ApproximateReplay : IReplayRun
{
    private readonly ApproximateRun _run;
    private readonly PaperParameters _parameters;
    private readonly double[] _none;

    /// <summary>A run before its first epoch.</summary>
    public ApproximateReplay(ApproximateRule rule, ReplayVariant variant)
    {
        _parameters = variant.Parameters;
        int miners = variant.Series.Miners.Length;
        _none = new double[miners];
        _run = new(
            rule,
            new()
            {
                Kappa = _parameters.Kappa,
                BondsPenalty = _parameters.BondPenalty,
                AlphaLow = _parameters.AlphaLow,
                AlphaHigh = _parameters.AlphaHigh,
            },
            variant.Series.Validators.Length,
            miners
        );
    }

    /// <summary>Does nothing: bonds that are shares of a column have no value to set to 0.</summary>
    public void Reset(int miner) { }

    /// <inheritdoc/>
    public void Step(ReplayEpoch epoch, ReplayFrame into)
    {
        foreach (int absent in epoch.Absent)
        {
            _run.SetBonds(absent, _none);
        }
        ApproximateEpoch given = _run.Step(epoch.Weights.AsSpan(), epoch.Stakes.AsSpan());
        given.Consensus.CopyTo(into.Consensus);
        given.Incentive.CopyTo(into.Incentive);
        given.ValidatorTrust.CopyTo(into.ValidatorTrust);
        given.Dividends.CopyTo(into.Dividends);
        into.IsDegenerate = !given.Consensus.ContainsAnyExcept(0.0);
        int miners = into.Incentive.Length;
        for (int i = 0; i < into.Dividends.Length; i++)
        {
            given.Bonds(i).CopyTo(into.Bonds.AsSpan(i * miners, miners));
            into.DividendsPer1000[i] = ChainParameters.Per1000(
                into.Dividends[i],
                epoch.Stakes[i],
                _parameters
            );
        }
    }
}
