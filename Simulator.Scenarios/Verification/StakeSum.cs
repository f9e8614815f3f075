using Simulator.Core.Consensus;
using Simulator.Core.Numerics;

namespace Simulator.Scenarios.Verification;

/// <summary>The bound on what the stakes of an epoch may add up to: normalising them needs their sum as one number.</summary>
internal static class StakeSum
{
    /// <summary>Refuses stakes whose sum the chain's numbers do not hold.</summary>
    /// <exception cref="VectorFormatException">The stakes that count add up to 2⁶³ or more.</exception>
    public static void Check(EpochInput input)
    {
        U96F32 weight = TotalStake.Weight(input.Parameters.TaoWeight);
        I64F64 sum = I64F64.Zero;
        for (int i = 0; i < input.Neurons; i++)
        {
            I64F64 stake = TotalStake.Of(At(input.AlphaStake, i), At(input.TaoStake, i), weight);
            // The epoch leaves these out of its sum.
            if (stake.ToUInt64() < input.Parameters.StakeThreshold && i != input.OwnerUid?.Index)
            {
                continue;
            }
            if (stake > I64F64.Max - sum)
            {
                throw new VectorFormatException(
                    "the stakes of this epoch add up to more than the chain's numbers hold"
                );
            }
            sum += stake;
        }
    }

    private static ulong At(ulong[] stakes, int uid) => uid < stakes.Length ? stakes[uid] : 0;
}
