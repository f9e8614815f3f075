using Simulator.Core.Numerics;

namespace Simulator.Core.Consensus.Rules;

/// <summary>What a bond rule works on: the epoch's input and what its first steps gave.</summary>
/// <param name="Epoch">Input of the epoch.</param>
/// <param name="BlockAtRegistration">Block of registration by uid, as long as the subnet.</param>
/// <param name="ActiveStake">Normalised stake of active validators, by uid.</param>
/// <param name="Incentive">Normalised incentive, by uid.</param>
/// <param name="Consensus">Consensus weight, by uid.</param>
/// <param name="WeightsForBonds">The weights that bonds move to.</param>
internal sealed record BondsInput(
    EpochInput Epoch,
    ulong[] BlockAtRegistration,
    I32F32[] ActiveStake,
    I32F32[] Incentive,
    I32F32[] Consensus,
    SparseMatrix WeightsForBonds
)
{
    /// <inheritdoc cref="BondAge.LastTempo"/>
    public ulong LastTempo => BondAge.LastTempo(Epoch);

    /// <summary>The stored bonds as numbers: whole ones, or proportions of 65,535.</summary>
    public void LoadBonds(SparseMatrix bonds, Func<ushort, I32F32> number)
    {
        bonds.Clear();
        for (int i = 0; i < Epoch.Neurons; i++)
        {
            foreach (var entry in Epoch.Bonds[i])
            {
                bonds.Add(entry.Uid, number(entry.Value));
            }
            bonds.EndRow();
        }
    }
}
