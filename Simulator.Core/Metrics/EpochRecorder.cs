using Simulator.Core.Chain;
using Simulator.Core.Engine;
using Simulator.Core.Units;

namespace Simulator.Core.Metrics;

/// <summary>Fills the table of epochs.</summary>
/// <param name="immunityPeriod">How long a newcomer is not pruned while others can be.</param>
public sealed class EpochRecorder(BlockSpan immunityPeriod) : IObserver
{
    private const int Top = 10;

    private readonly Dictionary<long, Block> _registeredAt = [];
    private Counts _running;
    private Counts _ofEpoch;
    private ulong _epoch;

    /// <summary>One row per epoch and mechanism.</summary>
    public Table Table { get; } = ResultTables.Epochs();

    /// <inheritdoc/>
    public void OnEvent(in SimEvent line)
    {
        ChainEvent fact = line.Fact;
        switch (fact.Kind)
        {
            case ChainEventKind.Registered:
                _registeredAt[fact.Other] = line.Block;
                _running.Registered++;
                break;
            case ChainEventKind.Pruned:
                // Whoever never registered was there from the start, at block 0.
                BlockSpan age = line.Block - _registeredAt.GetValueOrDefault(fact.Other);
                _running.Pruned++;
                _running.PrunedFree += age >= immunityPeriod ? 1 : 0;
                break;
            case ChainEventKind.Rejected:
                _running.Rejected++;
                break;
            case ChainEventKind.Revealed or ChainEventKind.WeightsSet:
                _running.Revealed++;
                break;
            case ChainEventKind.Queried:
                _running.Late += (long)fact.Amount;
                break;
            case ChainEventKind.AnswersFailed:
                _running.Failed += (long)fact.Amount;
                break;
            case ChainEventKind.RelayCaught:
                _running.RelaysCaught++;
                break;
        }
    }

    /// <inheritdoc/>
    public void OnEpoch(EpochSnapshot epoch)
    {
        // All mechanisms of one epoch share what happened since the last one.
        if (epoch.Epoch != _epoch)
        {
            (_ofEpoch, _running, _epoch) = (_running, default, epoch.Epoch);
        }
        double[] incentives =
        [
            .. epoch
                .Neurons.Select((n, uid) => (n.Role, Incentive: (double)epoch.Output.Incentive[uid]))
                .Where(n => n.Role == "miner")
                .Select(n => n.Incentive),
        ];
        Table["epoch"].Add((long)epoch.Epoch);
        Table["block"].Add((long)epoch.Block.Height);
        Table["netuid"].Add((long)epoch.NetUid.Index);
        Table["mechid"].Add((long)epoch.Mechanism.Index);
        Table["neurons"].Add((long)epoch.Neurons.Length);
        Table["validators"].Add((long)epoch.Output.ValidatorPermit.Count(p => p));
        Table["emission"].Add(epoch.Input.Emission.Rao);
        Table["burn"].Add(epoch.Burn.Rao);
        Table["registered"].Add(_ofEpoch.Registered);
        Table["pruned"].Add(_ofEpoch.Pruned);
        Table["pruned_free"].Add(_ofEpoch.PrunedFree);
        Table["rejected"].Add(_ofEpoch.Rejected);
        Table["revealed"].Add(_ofEpoch.Revealed);
        Table["late_answers"].Add(_ofEpoch.Late);
        Table["failed_answers"].Add(_ofEpoch.Failed);
        Table["gini_incentive"].Add(GiniOfPaid(incentives));
        Table["top10_incentive"].Add(TopShare(incentives));
        Table["relays_caught"].Add(_ofEpoch.RelaysCaught);
    }

    /// <summary>How unequally incentive is shared out; NaN where there is nothing to share, which is no equality.</summary>
    private static double GiniOfPaid(double[] values) => values.Sum() > 0 ? Gini.Of(values) : double.NaN;

    /// <summary>What the largest few have of the sum; NaN where there is nothing to share.</summary>
    private static double TopShare(double[] values)
    {
        double sum = values.Sum();
        return sum > 0 ? values.OrderDescending().Take(Top).Sum() / sum : double.NaN;
    }

    private struct Counts
    {
        public long Registered;
        public long Pruned;
        public long PrunedFree;
        public long Rejected;
        public long Revealed;
        public long Late;
        public long Failed;
        public long RelaysCaught;
    }
}
