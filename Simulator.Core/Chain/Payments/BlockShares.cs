using Simulator.Core.Numerics;

namespace Simulator.Core.Chain.Payments;

/// <summary>How the alpha of one block is divided, in rao-alpha.</summary>
/// <remarks>Source: spec §6.7, with a root proportion of 0: no alpha is set aside for root.</remarks>
internal readonly record struct BlockShares(ulong Created, ulong OwnerCut, ulong Server, ulong Validator)
{
    public static BlockShares Of(GlobalParameters global, Hyperparameters p)
    {
        U96F32 alpha = U96F32.FromInteger(global.AlphaEmission.Rao),
            cut = U96F32.Zero;
        if (p.OwnerCutEnabled)
        {
            U96F32 share = U96F32
                .FromInteger((ulong)global.SubnetOwnerCut.Raw)
                .SafeDiv(U96F32.FromInteger((ulong)ushort.MaxValue));
            cut = alpha.SaturatingMul(share);
            alpha = alpha.SaturatingSub(cut);
        }
        U96F32 server = alpha.SaturatingMul(U96F32.FromDouble(0.5)),
            validator = alpha.SaturatingSub(server);
        return new(global.AlphaEmission.Rao, cut.ToUInt64(), server.ToUInt64(), validator.ToUInt64());
    }
}
