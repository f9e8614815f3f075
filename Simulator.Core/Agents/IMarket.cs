using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Agents;

/// <summary>What a miner looks at before it decides what to do in a tempo.</summary>
public interface IMarket
{
    /// <summary>Share of the questions that are of the world to which this one moves, in [0, 1].</summary>
    double LaterShare { get; }

    /// <summary>The slot of the miner that decides.</summary>
    Uid Self { get; }

    /// <summary>What the miner that decides took in and spent since it came.</summary>
    Account Account { get; }

    /// <summary>The miners of the subnet by uid, the one that decides included.</summary>
    IReadOnlyList<Uid> Miners { get; }

    /// <summary>Incentive of a slot at the last epoch, as stored: a share of 65,535.</summary>
    ushort Incentive(Uid uid);

    /// <summary>The strategy of the miner in a slot; null where the slot holds none.</summary>
    /// <remarks>Its <see cref="IMiner.Model"/> may be looked at; only its owner may train it.</remarks>
    IMiner? Miner(Uid uid);

    /// <summary>A copy of the model of the miner in a slot, which the copy's owner may train; null where there is none, or none
    /// that can be copied.</summary>
    /// <param name="uid">The slot.</param>
    /// <param name="data">What the copy goes on learning from; null where it is not to learn.</param>
    /// <param name="rng">The stream that the copy's own is split from.</param>
    IModel? Copy(Uid uid, ITrainingData? data = null, Rng? rng = null) => Miner(uid)?.Model?.Fork(data, rng);

    /// <summary>Whether a slot belongs to the coldkey of the miner that decides.</summary>
    bool IsOwn(Uid uid);
}
