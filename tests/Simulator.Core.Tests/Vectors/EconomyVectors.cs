using System.Text.Json;

namespace Simulator.Core.Tests.Vectors;

/// <summary>The files of vectors/economy and their lines.</summary>
internal static class EconomyVectors
{
    public const string DecayFactor = "burn/decay_factor.jsonl";
    public const string BurnSequences = "burn/sequences.jsonl.gz";
    public const string Distribution = "dividends/distribution.jsonl.gz";
    public const string NeuronToPrune = "subnets/neuron_to_prune.jsonl.gz";
    public const string NeuronRegistrations = "subnets/neuron_registrations.jsonl.gz";

    public static IReadOnlyList<string> Files { get; } =
    [DecayFactor, BurnSequences, Distribution, NeuronToPrune, NeuronRegistrations];

    /// <summary>Every line of a file with its number from 1.</summary>
    public static IEnumerable<(int Line, JsonElement Vector)> Of(string file)
    {
        int line = 0;
        foreach (string text in VectorFolder.Lines(Path.Combine(VectorFolder.Economy, file)))
        {
            using JsonDocument document = JsonDocument.Parse(text);
            yield return (++line, document.RootElement.Clone());
        }
    }
}
