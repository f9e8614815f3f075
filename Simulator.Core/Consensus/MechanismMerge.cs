using Simulator.Core.Numerics;

namespace Simulator.Core.Consensus;

/// <summary>What a subnet stores of an epoch, from the epochs of its mechanisms.</summary>
/// <remarks>
/// Source: spec §2.10. Payments add up and permits are joined; shares and the combined emission are averages by the
/// mechanisms' emissions, floored at every step. Incentive and bonds stay with their mechanism. The merge of a single
/// mechanism with all of the emission is that mechanism's epoch.
/// </remarks>
public sealed class MechanismMerge
{
    /// <summary>Merges the epochs of all mechanisms of one subnet.</summary>
    /// <param name="epochs">Their results, in the order of the mechanisms; all of one length.</param>
    /// <param name="emissions">Their emissions, rao (<see cref="MechanismSplit"/>).</param>
    /// <exception cref="ArgumentException">There is no epoch, or not an emission for each.</exception>
    public MechanismMerge(IReadOnlyList<EpochOutput> epochs, IReadOnlyList<ulong> emissions)
    {
        ArgumentNullException.ThrowIfNull(epochs);
        ArgumentNullException.ThrowIfNull(emissions);
        if (epochs.Count == 0 || epochs.Count != emissions.Count)
        {
            throw new ArgumentException(
                $"{epochs.Count} epochs and {emissions.Count} emissions: one emission for each epoch, at least one.",
                nameof(emissions)
            );
        }
        int n = epochs[0].Active.Length;
        Active = new bool[n];
        ValidatorPermit = new bool[n];
        ServerEmission = new ulong[n];
        ValidatorEmission = new ulong[n];
        Emission = new ulong[n];
        Consensus = new ushort[n];
        Dividends = new ushort[n];
        ValidatorTrust = new ushort[n];
        StakeWeight = new ushort[n];
        U96F32 all = U96F32.Zero;
        foreach (ulong emission in emissions)
        {
            all += U96F32.FromInteger(emission);
        }
        for (int m = 0; m < epochs.Count; m++)
        {
            Add(epochs[m], Weight(m, emissions[m], all.ToUInt64()));
        }
    }

    /// <summary>Whether the neuron is active in any mechanism.</summary>
    public bool[] Active { get; }

    /// <summary>Whether any mechanism gives a permit.</summary>
    public bool[] ValidatorPermit { get; }

    /// <summary>Rao for mining.</summary>
    public ulong[] ServerEmission { get; }

    /// <summary>Rao for validating.</summary>
    public ulong[] ValidatorEmission { get; }

    /// <summary>Incentive and dividends together, rao; what pruning looks at.</summary>
    public ulong[] Emission { get; }

    /// <summary>Consensus weight, out of 65,535.</summary>
    public ushort[] Consensus { get; }

    /// <summary>Share of the validators' dividends, out of 65,535.</summary>
    public ushort[] Dividends { get; }

    /// <summary>Sum of a validator's weights after clipping, out of 65,535.</summary>
    public ushort[] ValidatorTrust { get; }

    /// <summary>Share of stake, out of 65,535.</summary>
    public ushort[] StakeWeight { get; }

    private void Add(EpochOutput epoch, U64F64 weight)
    {
        for (int i = 0; i < Active.Length; i++)
        {
            Active[i] |= epoch.Active[i];
            ValidatorPermit[i] |= epoch.ValidatorPermit[i];
            ServerEmission[i] = Sum(ServerEmission[i], epoch.ServerEmission[i]);
            ValidatorEmission[i] = Sum(ValidatorEmission[i], epoch.ValidatorEmission[i]);
            Emission[i] = Accumulated(Emission[i], epoch.Emission[i], weight);
            Consensus[i] = Accumulated(Consensus[i], epoch.Consensus[i], weight);
            Dividends[i] = Accumulated(Dividends[i], epoch.Dividends[i], weight);
            ValidatorTrust[i] = Accumulated(ValidatorTrust[i], epoch.ValidatorTrust[i], weight);
            StakeWeight[i] = Accumulated(StakeWeight[i], epoch.StakeWeight[i], weight);
        }
    }

    /// <summary>A mechanism's part of the emission; the first one stands for all when there is nothing to divide.</summary>
    private static U64F64 Weight(int mechanism, ulong emission, ulong all) =>
        all == 0
            ? (mechanism == 0 ? U64F64.One : U64F64.Zero)
            : U64F64.FromInteger(emission).SafeDiv(U64F64.FromInteger(all));

    private static ulong Accumulated(ulong sum, ulong value, U64F64 weight) =>
        U64F64.FromInteger(sum).SaturatingAdd(U64F64.FromInteger(value).SaturatingMul(weight)).ToUInt64();

    private static ushort Accumulated(ushort sum, ushort value, U64F64 weight) =>
        (ushort)Math.Min(Accumulated((ulong)sum, value, weight), ushort.MaxValue);

    private static ulong Sum(ulong a, ulong b) => a > ulong.MaxValue - b ? ulong.MaxValue : a + b;
}
