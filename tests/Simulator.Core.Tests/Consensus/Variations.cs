using Simulator.Core.Consensus;

namespace Simulator.Core.Tests.Consensus;

/// <summary>An epoch's input as another point of a sweep has it, its rows in memory of their own.</summary>
internal static class Variations
{
    public static EpochInput With(
        this EpochInput input,
        EpochParameters? parameters = null,
        int? neurons = null,
        ulong[]? alphaStake = null,
        ulong[]? lastUpdate = null,
        ulong[]? registered = null,
        bool[]? permit = null,
        StoredRows? weights = null
    ) =>
        new()
        {
            Neurons = neurons ?? input.Neurons,
            Parameters = parameters ?? input.Parameters,
            CurrentBlock = input.CurrentBlock,
            LastMechanismStepBlock = input.LastMechanismStepBlock,
            LastUpdate = lastUpdate ?? [.. input.LastUpdate],
            BlockAtRegistration = registered ?? [.. input.BlockAtRegistration],
            AlphaStake = alphaStake ?? [.. input.AlphaStake],
            TaoStake = [.. input.TaoStake],
            ValidatorPermit = permit ?? [.. input.ValidatorPermit],
            OwnerUid = input.OwnerUid,
            EarliestLiveCommit = [.. input.EarliestLiveCommit],
            Emission = input.Emission,
            Weights = weights ?? Copy(input.Weights),
            Bonds = Copy(input.Bonds),
        };

    public static StoredRows Copy(this StoredRows rows)
    {
        StoredRows copy = new();
        copy.CopyFrom(rows);
        return copy;
    }

    /// <summary>The values with another one at a place.</summary>
    public static T[] With<T>(this T[] values, int place, T value)
    {
        T[] changed = [.. values];
        changed[place] = value;
        return changed;
    }
}
