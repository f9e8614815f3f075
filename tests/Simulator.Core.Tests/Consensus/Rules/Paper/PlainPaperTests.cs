using Simulator.Core.Consensus.Rules.Paper;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tests.Consensus.Rules.Paper;

public sealed class PlainPaperTests
{
    // One column block and several, whole sixteens and rests of every kind, keys of one lane and of two.
    private static readonly (int V, int M)[] Shapes =
    [
        (1, 1),
        (2, 3),
        (3, 8),
        (5, 17),
        (7, 150),
        (16, 63),
        (67, 33),
        (260, 300),
    ];

    /// <summary>Every rule that has a formula of its own, and every kind of weights.</summary>
    public static TheoryData<string, string> Cases { get; } =
        new(
            PaperRule
                .All.Select(rule => rule.Id["paper/".Length..])
                .Where(id => !id.Contains("liquid", StringComparison.Ordinal))
                .SelectMany(id =>
                    ((string[])["any", "equal", "sparse", "close", "tiny", "none", "no stake"]).Select(kind =>
                        (id, kind)
                    )
                )
        );

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_run_has_the_bits_of_plain_loops(string id, string kind)
    {
        for (int k = 0; k < Shapes.Length; k++)
        {
            (int v, int m) = Shapes[k];
            Rng rng = new RandomStreams(11).For(kind, (ulong)k);
            PaperParameters parameters = new()
            {
                Kappa = k % 3 == 0 ? 0.5 : 0.3 + 0.75 * rng.NextDouble(),
                BondPenalty = rng.NextDouble(),
                BondMovingAverage = rng.NextDouble(),
            };
            PaperRun run = new(PaperRule.Find(id)!, parameters, v, m);
            PlainPaper plain = new(id, parameters, v, m);
            for (int e = 0; e < 3; e++)
            {
                double[] weights = [.. Enumerable.Range(0, v * m).Select(_ => Weight(rng, kind))];
                double[] stakes = [.. Enumerable.Range(0, v).Select(_ => Stake(rng, kind))];
                PaperEpoch epoch = run.Step(weights, stakes);
                plain.Step(weights, stakes);
                Assert.Equal(plain.Consensus, epoch.Consensus.ToArray());
                Assert.Equal(plain.Incentive, epoch.Incentive.ToArray());
                Assert.Equal(plain.ValidatorTrust, epoch.ValidatorTrust.ToArray());
                Assert.Equal(plain.Dividends, epoch.Dividends.ToArray());
                for (int i = 0; i < v; i++)
                {
                    Assert.Equal(
                        [.. Enumerable.Range(0, m).Select(j => plain.Bonds[i, j])],
                        epoch.Bonds(i).ToArray()
                    );
                }
            }
        }
    }

    private static double Weight(Rng rng, string kind) =>
        kind switch
        {
            "equal" => Math.Floor(4 * rng.NextDouble()),
            "sparse" => rng.NextDouble() < 0.8 ? 0 : rng.NextDouble(),
            // Nearer to each other than keys are.
            "close" => 1 + Math.Floor(3 * rng.NextDouble()) * 1e-9,
            "tiny" => Math.ScaleB(1 + rng.NextDouble(), -(int)(1070 * rng.NextDouble())),
            "none" => 0,
            _ => rng.NextDouble(),
        };

    private static double Stake(Rng rng, string kind) =>
        kind switch
        {
            "equal" or "none" => 1,
            "sparse" => Math.Floor(3 * rng.NextDouble()) + 1e-13,
            "no stake" => 0,
            _ => 0.01 + rng.NextDouble(),
        };
}
