using Simulator.Benchmarks.Workloads;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Translation;

namespace Simulator.Benchmarks.Quick;

/// <summary>What a miner's round costs with each model that translates.</summary>
internal static class TranslationTable
{
    private const int Repetitions = 8;
    private const int PassesOfModels = 5;
    private const int LongestRun = 4;

    public static void Print()
    {
        Console.WriteLine(
            "| translation, 10 % of the pairs, 30 rounds | time per miner-round | trained per round | skill |"
        );
        Console.WriteLine("|---|---|---|---|");
        Print("source-copy", _ => new SourceCopy());
        Print("nearest-sentence", shard => new NearestSentence(shard));
        Print("ibm-model-1", shard => new IbmModel1(shard, PassesOfModels));
        Print("phrase-memory", shard => new PhraseMemory(shard, PassesOfModels, LongestRun));
    }

    private static void Print(string name, Func<SentenceShard, IModel> make)
    {
        TranslatorRounds rounds = new(make);
        double seconds = Quartile.InTurns(Repetitions, rounds.Run)[0] / TranslatorRounds.MinerRounds;
        Console.WriteLine(
            $"| {name} | {seconds * 1e3:F2} ms | {rounds.TrainingOperations / 1e3:F1} kFLOP | {rounds.Skill():F3} |"
        );
    }
}
