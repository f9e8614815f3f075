using Simulator.Core.Consensus.Rules.Paper;

namespace Simulator.Core.Studies.Replays;

/// <summary>A paper rule, in double.</summary>
internal sealed class PaperReplay : IReplayRun
{
    private readonly PaperRun _run;

    /// <summary>A run before its first epoch.</summary>
    public PaperReplay(PaperRule rule, ReplayVariant variant) =>
        _run = new(
            rule,
            variant.Parameters,
            variant.Series.Validators.Length,
            variant.Series.Miners.Length,
            variant.FullMatrix
        );

    /// <inheritdoc/>
    public void Reset(int miner) => _run.ResetBonds(miner);

    /// <inheritdoc/>
    public void Step(ReplayEpoch epoch, ReplayFrame into)
    {
        foreach (int absent in epoch.Absent)
        {
            _run.Forget(absent);
        }
        PaperEpoch given = _run.Step(epoch.Weights.AsSpan(), epoch.Stakes.AsSpan());
        into.IsDegenerate = given.IsDegenerate;
        given.Consensus.CopyTo(into.Consensus);
        given.Incentive.CopyTo(into.Incentive);
        given.ValidatorTrust.CopyTo(into.ValidatorTrust);
        given.Dividends.CopyTo(into.Dividends);
        given.DividendsPer1000.CopyTo(into.DividendsPer1000);
        int miners = into.Incentive.Length;
        for (int i = 0; i < into.Dividends.Length; i++)
        {
            given.Bonds(i).CopyTo(into.Bonds.AsSpan(i * miners, miners));
        }
    }
}
