using Simulator.Core.Randomness;

namespace Simulator.Core.Studies.Retention;

/// <summary>The random numbers of one draw: the same ones for every cell of its map.</summary>
internal sealed class RetentionDraw
{
    /// <summary>Draws stakes and weights around 1, none below 0.</summary>
    /// <param name="plan">How many, and how far they spread.</param>
    /// <param name="streams">Where the numbers come from.</param>
    /// <param name="number">Number of the draw, from 0.</param>
    public RetentionDraw(RetentionPlan plan, RandomStreams streams, int number)
    {
        int miners = plan.Nodes - plan.Validators;
        Stakes = Positive(
            streams.For("retention.stakes", (ulong)number),
            plan.Validators,
            plan.StakeDeviation
        );
        Weights = new double[plan.Validators][];
        for (int i = 0; i < plan.Validators; i++)
        {
            Weights[i] = Positive(
                streams.For("retention.weights", (ulong)number, (ulong)i),
                miners,
                plan.WeightDeviation
            );
        }
    }

    /// <summary>Stakes, by validator.</summary>
    public double[] Stakes { get; }

    /// <summary>Weights, by validator and miner.</summary>
    public double[][] Weights { get; }

    private static double[] Positive(Rng rng, int count, double deviation)
    {
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = Math.Max(0, rng.Normal(1, deviation));
        }
        return values;
    }
}
