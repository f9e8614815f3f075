using System.Collections.Immutable;
using Simulator.Core.Chain.Extrinsics;
using Simulator.Core.Numerics.Reals;
using Simulator.Core.Numerics.Scores;
using Simulator.Core.Units;

namespace Simulator.Core.Agents;

/// <summary>The weights a validator wants to publish: one number per named slot, in any scale.</summary>
/// <param name="Uids">Slots, each at most once.</param>
/// <param name="Weights">Weight of each slot, finite and not negative; as long as <paramref name="Uids"/>.</param>
public sealed record Vote(IReadOnlyList<Uid> Uids, IReadOnlyList<double> Weights)
{
    /// <summary>A vote of pairs; nothing where no weight is above 0.</summary>
    public static Vote? Of(IEnumerable<(Uid Uid, double Weight)> weights)
    {
        (Uid Uid, double Weight)[] all = [.. weights];
        return all.Any(w => w.Weight > 0)
            ? new([.. all.Select(w => w.Uid)], [.. all.Select(w => w.Weight)])
            : null;
    }

    /// <summary>The vote as a client sends it: the largest weight becomes 65,535, the others are rounded to the nearest
    /// integer in that scale, and those that become 0 are left out.</summary>
    /// <exception cref="InvalidOperationException">A weight is negative or not finite, or the two lists differ in length.</exception>
    public WeightVector ToWeightVector()
    {
        if (Uids.Count != Weights.Count)
        {
            throw new InvalidOperationException($"{Uids.Count} slots but {Weights.Count} weights.");
        }
        double largest = 0;
        for (int i = 0; i < Weights.Count; i++)
        {
            if (!double.IsFinite(Weights[i]) || Weights[i] < 0)
            {
                throw new InvalidOperationException($"The weight of uid {Uids[i]} is {Weights[i]}.");
            }
            largest = Math.Max(largest, Weights[i]);
        }
        ImmutableArray<ushort>.Builder uids = ImmutableArray.CreateBuilder<ushort>(Uids.Count),
            values = ImmutableArray.CreateBuilder<ushort>(Uids.Count);
        for (int i = 0; i < Weights.Count && largest > 0; i++)
        {
            ushort value = (ushort)ScoreWeights.Units<Real, Word>(new(Weights[i]), new(largest)).Value;
            if (value > 0)
            {
                uids.Add(Uids[i].Index);
                values.Add(value);
            }
        }
        return new(uids.ToImmutable(), values.ToImmutable());
    }
}
