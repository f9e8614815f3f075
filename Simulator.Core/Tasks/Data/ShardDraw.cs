using System.Runtime.CompilerServices;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tasks.Data;

/// <summary>Draws what a shard has of the items that there are to train on.</summary>
/// <remarks>Two orders of drawing, of which each family keeps its own: every published number depends on who has what.</remarks>
internal static class ShardDraw
{
    /// <summary>Refuses a noise that is no probability.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="noise"/> is outside [0, 1].</exception>
    public static void CheckNoise(
        double noise,
        [CallerArgumentExpression(nameof(noise))] string? parameter = null
    )
    {
        if (!(noise >= 0 && noise <= 1))
        {
            throw new ArgumentOutOfRangeException(parameter, noise, "Noise is a probability in [0, 1].");
        }
    }

    /// <summary>Numbers of some items, none twice, by the first steps of a Fisher–Yates shuffle.</summary>
    /// <param name="items">What is drawn, for messages, such as <c>training images</c>.</param>
    /// <param name="total">How many there are.</param>
    /// <param name="share">Share of the items, in (0, 1]; rounded to the nearest whole one, at least one.</param>
    /// <param name="rng">The stream that decides; a number is drawn for each of them.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside (0, 1].</exception>
    public static int[] First(string items, int total, double share, Rng rng)
    {
        int count = Count(items, total, share);
        int[] all = [.. Enumerable.Range(0, total)];
        for (int i = 0; i < count; i++)
        {
            int j = i + rng.NextInt(all.Length - i);
            (all[i], all[j]) = (all[j], all[i]);
        }
        return all[..count];
    }

    /// <summary>Numbers of some items, none twice: the first ones after all were shuffled.</summary>
    /// <param name="items">What is drawn, for messages, such as <c>training images</c>.</param>
    /// <param name="total">How many there are.</param>
    /// <param name="share">Share of the items, in (0, 1]; rounded to the nearest whole one, at least one.</param>
    /// <param name="rng">The stream that decides; how much is drawn from it does not depend on the share.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside (0, 1].</exception>
    public static int[] Shuffled(string items, int total, double share, Rng rng)
    {
        int count = Count(items, total, share);
        int[] all = [.. Enumerable.Range(0, total)];
        rng.Shuffle(all.AsSpan());
        return all[..count];
    }

    private static int Count(string items, int total, double share) =>
        share > 0 && share <= 1
            ? Math.Max(1, (int)(share * total + 0.5))
            : throw new ArgumentOutOfRangeException(
                nameof(share),
                share,
                $"A share of {items} lies in (0, 1]."
            );
}
