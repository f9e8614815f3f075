namespace Simulator.Scenarios.Verification.Yuma;

/// <summary>Inputs of one case: weights and stakes of every epoch.</summary>
internal sealed class YumaCase
{
    /// <summary>Name by which tables call it.</summary>
    public required string Id { get; init; }

    /// <summary>Names of the validators.</summary>
    public required IReadOnlyList<string> Validators { get; init; }

    /// <summary>Number of miners.</summary>
    public required int Miners { get; init; }

    /// <summary>The validator that others are compared with, by its row.</summary>
    public required int BaseValidator { get; init; }

    /// <summary>The different weight matrices, each row by row.</summary>
    public required double[][] WeightsUnique { get; init; }

    /// <summary>Which of them each epoch has.</summary>
    public required int[] WeightsIndex { get; init; }

    /// <summary>The different stakes.</summary>
    public required double[][] StakesUnique { get; init; }

    /// <summary>Which of them each epoch has.</summary>
    public required int[] StakesIndex { get; init; }

    /// <summary>The reset of a miner's bonds, where the case has one.</summary>
    public required (int Miner, int Epoch)? Reset { get; init; }

    /// <summary>What the case sets whatever the parameters say.</summary>
    public required YumaSettings Overrides { get; init; }

    /// <summary>Parameters for each version, where the case brings its own.</summary>
    public required IReadOnlyDictionary<string, YumaSettings> ByVersion { get; init; }

    /// <summary>Number of epochs.</summary>
    public int Epochs => WeightsIndex.Length;

    /// <summary>Weights of an epoch, row by row.</summary>
    public double[] Weights(int epoch) => WeightsUnique[WeightsIndex[epoch]];

    /// <summary>Stakes of an epoch.</summary>
    public double[] Stakes(int epoch) => StakesUnique[StakesIndex[epoch]];
}
