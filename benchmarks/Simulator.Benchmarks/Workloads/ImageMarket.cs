using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.Models;

namespace Simulator.Benchmarks.Workloads;

/// <summary>Fashion: 40 % softmax, 50 % perceptrons of width 8 to 64, 6 % convolutions with up to 4 filters, and 4 % nearest
/// neighbours that store 100 to 600 images; 1 to 24 steps of 32 images in a round.</summary>
internal static class ImageMarket
{
    private const int Softmax = 102;
    private const int Perceptrons = 128;
    private const int Convolutions = 16;
    private const int MostSteps = 24;
    private const long NeighboursBudget = 1_000_000;
    private const double Rate = 0.15;

    private static readonly ImageRecognition Task = ImageRecognition.Fashion;

    public static MarketFamily Family { get; } =
        new(
            "image",
            Goal: 40,
            Questions: 64,
            NewMiner,
            [
                new("majority-class", Task, 100, (s, n, rng) => new MajorityClass(Shard(s, n, rng))),
                new(
                    "softmax",
                    Task,
                    400_000,
                    (s, n, rng) => new SoftmaxRegression(Shard(s, n, rng), Rate, rng)
                ),
                new(
                    "perceptron",
                    Task,
                    2_000_000,
                    (s, n, rng) => new Perceptron(Shard(s, n, rng), 32, Rate, rng)
                ),
                new(
                    "convolution",
                    Task,
                    2_000_000,
                    (s, n, rng) => new Convolution(Shard(s, n, rng), 4, Rate, rng)
                ),
                new(
                    "nearest-neighbours",
                    Task,
                    2_000,
                    (s, n, rng) => new NearestNeighbours(Shard(s, n, rng), 5, 600)
                ),
            ]
        );

    private static MarketMiner NewMiner(int number, Rng rng)
    {
        ImageShard shard = Shard(0.02 + 0.4 * Square(rng.NextDouble()), 0.5 * Square(rng.NextDouble()), rng);
        int steps = 1 + rng.NextInt(MostSteps);
        if (number < Softmax)
        {
            return Trained("softmax", new SoftmaxRegression(shard, Rate, rng), steps);
        }
        if (number < Softmax + Perceptrons)
        {
            return Trained("perceptron", new Perceptron(shard, 8 + rng.NextInt(57), Rate, rng), steps);
        }
        if (number < Softmax + Perceptrons + Convolutions)
        {
            return Trained("convolution", new Convolution(shard, 1 + rng.NextInt(4), Rate, rng), steps);
        }
        int stored = 100 + rng.NextInt(501);
        return new("nearest-neighbours", Task, new NearestNeighbours(shard, 5, stored), NeighboursBudget);
    }

    private static MarketMiner Trained<T>(string kind, T model, int steps)
        where T : IModel, IClassifier =>
        new(kind, Task, model, steps * Trainer.BatchSize * model.Operations(Task.Images.MeanLitPixels));

    private static ImageShard Shard(double share, double noise, Rng rng) =>
        ImageShard.Draw(Task.Images, share, noise, rng);

    private static double Square(double x) => x * x;
}
