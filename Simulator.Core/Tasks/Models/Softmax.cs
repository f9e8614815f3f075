using Simulator.Core.Randomness;
using Simulator.Core.Tasks.Data;

namespace Simulator.Core.Tasks.Models;

/// <summary>What a classifier makes of one sum per class: an answer, and what was wrong with it.</summary>
internal static class Softmax
{
    /// <summary>The class with the largest sum; the first of equals.</summary>
    public static int Choose(ReadOnlySpan<float> sums)
    {
        int best = 0;
        for (int label = 1; label < ImageSet.ClassCount; label++)
        {
            if (sums[label] > sums[best])
            {
                best = label;
            }
        }
        return best;
    }

    /// <summary>Turns the sums into errors: how much the cross-entropy of their softmax grows with each of them.</summary>
    /// <param name="sums">One number per class, replaced by its probability, less 1 for the right class.</param>
    /// <param name="label">The right class.</param>
    public static void ToErrors(Span<float> sums, int label)
    {
        // The largest sum becomes 0, so that nothing overflows.
        float largest = sums[Choose(sums)];
        float total = 0;
        for (int i = 0; i < ImageSet.ClassCount; i++)
        {
            sums[i] = Elementary.Exp(sums[i] - largest);
            total += sums[i];
        }
        for (int i = 0; i < ImageSet.ClassCount; i++)
        {
            sums[i] /= total;
        }
        sums[label] -= 1;
    }
}
