using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.Models;

namespace Simulator.Core.Tests.Tasks.Models;

/// <summary>The kinds of models that every fact about models is tried on; 13 units do not fill their vectors, 40 fill
/// five, and nor do the nine pooled units of one filter on digits.</summary>
internal static class Kind
{
    public static TheoryData<string> All =>
        ["softmax", "perceptron-13", "perceptron-40", "convolution-1", "convolution-4"];

    public static IModel Make(string kind, ImageShard shard, ulong seed = 1, double learningRate = 0.1) =>
        Make(kind, shard, new Rng(seed), learningRate);

    public static IModel Make(string kind, ImageShard shard, Rng rng, double learningRate = 0.1) =>
        kind.Split('-')[0] switch
        {
            "softmax" => new SoftmaxRegression(shard, learningRate, rng),
            "perceptron" => new Perceptron(shard, Size(kind), learningRate, rng),
            _ => new Convolution(shard, Size(kind), learningRate, rng),
        };

    /// <summary>Hidden units or filters.</summary>
    public static int Size(string kind) => int.Parse(kind.Split('-')[1]);

    public static ImageShard Digits(double share = 0.2, double noise = 0, ulong seed = 1) =>
        ImageShard.Draw(DataCatalog.Digits, share, noise, new Rng(seed));

    public static ImageShard Fashion(double share = 0.2, double noise = 0, ulong seed = 1) =>
        ImageShard.Draw(DataCatalog.Fashion, share, noise, new Rng(seed));

    /// <summary>Its answer to every held-out question.</summary>
    public static int[] Answers(IModel model, ImageRecognition task) =>
        [.. task.HeldOut.Select(question => ((LabelAnswer)model.Answer(question)).Label)];
}
