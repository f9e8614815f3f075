using Simulator.Core.Consensus.Execution;

namespace Simulator.Benchmarks.Quick;

/// <summary>What others need for the same work, as they or measurements of their code report it: not measured here.</summary>
internal static class Quoted
{
    /// <summary>The chain's native code.</summary>
    public static string Chain(BondRule rule, int validators, int neurons) =>
        (rule, validators, neurons) switch
        {
            (BondRule.Yuma2, 64, 256) => "1.5–2.3 ms",
            (BondRule.Yuma3Liquid, 64, 256) => "22–26 ms",
            (BondRule.Yuma2, 256, 4_096) => "147 ms",
            (BondRule.Yuma3Liquid, 256, 4_096) => "5.05 s",
            _ => "",
        };

    /// <summary>The Python package of the papers' rules, on one processor.</summary>
    public static string Package(int validators) => validators == 64 ? "0.5 ms" : "60–85 ms";

    /// <summary>The test of the chain's consensus document, for one β.</summary>
    public const string Map = "about 15 min";
}
