using Simulator.Core.Consensus;
using Simulator.Core.Engine;

namespace Simulator.Core.Metrics;

/// <summary>Fills the table of neurons.</summary>
public sealed class NeuronRecorder : IObserver
{
    /// <summary>One row per slot, epoch and mechanism.</summary>
    public Table Table { get; } = ResultTables.Neurons();

    /// <inheritdoc/>
    public void OnEpoch(EpochSnapshot epoch)
    {
        for (int uid = 0; uid < epoch.Neurons.Length; uid++)
        {
            Add(epoch, uid);
        }
    }

    private void Add(EpochSnapshot epoch, int uid)
    {
        NeuronSnapshot neuron = epoch.Neurons[uid];
        EpochOutput found = epoch.Output;
        Table["epoch"].Add((long)epoch.Epoch);
        Table["netuid"].Add((long)epoch.NetUid.Index);
        Table["mechid"].Add((long)epoch.Mechanism.Index);
        Table["uid"].Add((long)uid);
        Table["hotkey"].Add(neuron.Hotkey.Id);
        Table["role"].Add(neuron.Role);
        Table["strategy"].Add(neuron.Strategy);
        Table["stake"].Add(epoch.Input.AlphaStake[uid]);
        Table["consensus"].Add((long)found.Consensus[uid]);
        Table["incentive"].Add((long)found.Incentive[uid]);
        Table["dividends"].Add((long)found.Dividends[uid]);
        Table["vtrust"].Add((long)found.ValidatorTrust[uid]);
        Table["emission"].Add(found.Emission[uid]);
        Table["permit"].Add(found.ValidatorPermit[uid]);
        Table["active"].Add(found.Active[uid]);
        Table["model_quality"].Add(neuron.ModelQuality);
        Table["group"].Add(neuron.Group);
        Table["income_usd"].Add(neuron.Account.Income);
        Table["compute_usd"].Add(neuron.Account.Compute);
        Table["energy_usd"].Add(neuron.Account.Energy);
        Table["entry_usd"].Add(neuron.Account.Entry);
        Table["other_usd"].Add(neuron.Account.Other);
        Table["provider_usd"].Add(neuron.ProviderProfit);
        Table["training_flop"].Add(neuron.Operations);
        Table["score"].Add(neuron.Score);
        Table["score_error"].Add(neuron.ScoreError);
        Table["asked"].Add(neuron.Asked);
    }
}
