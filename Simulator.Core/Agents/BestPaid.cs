using Simulator.Core.Units;

namespace Simulator.Core.Agents;

/// <summary>Whose model is worth having: the chain shows what each miner is paid.</summary>
internal static class BestPaid
{
    /// <summary>The slot of the best paid miner whose model a machine can hold; of equals the first, and none where nobody is
    /// paid.</summary>
    /// <param name="market">The market.</param>
    /// <param name="memory">Bytes that the machine holds.</param>
    /// <param name="suits">Whether a miner comes into question.</param>
    public static Uid? WithModel(IMarket market, long memory, Func<IMiner, bool> suits)
    {
        Uid? best = null;
        ushort most = 0;
        foreach (Uid uid in market.Miners)
        {
            if (
                market.Incentive(uid) > most
                && !market.IsOwn(uid)
                && market.Miner(uid) is { Model: { } model } miner
                && model.BytesWhenMoved <= memory
                && suits(miner)
            )
            {
                (best, most) = (uid, market.Incentive(uid));
            }
        }
        return best;
    }
}
