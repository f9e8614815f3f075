using Simulator.Scenarios.Files;
using Simulator.Scenarios.Profiles;

namespace Simulator.Scenarios.Tests.Profiles;

/// <summary>A small market that was run in full once, with the file of its learning curves in a folder.</summary>
public sealed class FittedMarket : IDisposable
{
    /// <summary>What the scenarios of these tests have in common.</summary>
    public const string Head = """
        schema: sim/v1
        name: market
        seed: 3
        epochs: 10
        task: digits
        subnet: { max_allowed_uids: 64 }
        queries: { questions: 32, pool: 128, measured: 200 }
        validators:
          - { name: validators, count: 2, strategy: honest, stake: 1000 alpha }

        """;

    private const string Miners = """
        miners:
          - { name: able, count: 4, model: perceptron, hidden: 16, data_share: [0.1, 0.5], compute: 8 MFLOP }
          - { name: weak, count: 4, strategy: lazy, model: softmax, data_share: 0.1, label_noise: 0.2, compute: 1 MFLOP }
          - { name: stores, count: 2, model: nearest-neighbours, data_share: 0.1, stored: 80, compute: 0.001 MFLOP }
          - { name: guessers, count: 2, strategy: random }

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-curves-");

    public FittedMarket()
    {
        Full = ScenarioFile.Parse(Head + Miners);
        Book = ProfileRun.Of(Full)!;
        Sha256 = CurveFile.Write(Path("curves.yaml"), Book);
    }

    /// <summary>The groups that learn.</summary>
    public static string[] Learners => ["able", "weak", "stores"];

    /// <summary>The scenario that was run.</summary>
    public Scenario Full { get; }

    /// <summary>What was fitted.</summary>
    public CurveBook Book { get; }

    /// <summary>The hash of its file.</summary>
    public string Sha256 { get; }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The scenario that follows the curves, with a word of it replaced.</summary>
    public Scenario Profiled(string word = "", string by = "")
    {
        string text = Head + Miners + "fidelity: { profile: curves.yaml }\n";
        File.WriteAllText(
            Path("profiled.yaml"),
            word.Length == 0 ? text : text.Replace(word, by, StringComparison.Ordinal)
        );
        return ScenarioFile.Load(Path("profiled.yaml"), []);
    }

    /// <summary>What is wrong when the file of curves is another, or a word of the scenario is replaced.</summary>
    /// <param name="curves">The other file; null for none at all.</param>
    /// <param name="word">The word.</param>
    /// <param name="by">What stands in its place.</param>
    public string[] Mistakes(string? curves, string word = "", string by = "")
    {
        File.Delete(Path("curves.yaml"));
        try
        {
            if (curves is not null)
            {
                File.WriteAllText(Path("curves.yaml"), curves);
            }
            string message = Assert.Throws<ScenarioException>(() => Profiled(word, by)).Message;
            return message
                .Replace(_folder.FullName + "/", "", StringComparison.Ordinal)
                .TrimEnd()
                .Split('\n');
        }
        finally
        {
            CurveFile.Write(Path("curves.yaml"), Book);
        }
    }

    /// <summary>What its file holds.</summary>
    internal CurveBook Read()
    {
        Problems problems = new();
        ScenarioSource source = new(Path("profiled.yaml"), Path("profiled.yaml"));
        File.WriteAllText(Path("profiled.yaml"), "");
        var read = CurveReader.Read("curves.yaml", "k", new(source.Shown, 1, 1), source, problems);
        Assert.Equal(0, problems.Count);
        Assert.Equal(Sha256, read!.Value.Sha256);
        return read.Value.Book;
    }

    private string Path(string file) => System.IO.Path.Combine(_folder.FullName, file);
}
