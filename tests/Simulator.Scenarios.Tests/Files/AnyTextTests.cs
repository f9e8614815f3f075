using CsCheck;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Tests.Files;

public sealed class AnyTextTests
{
    private const string Seed = """
        # a scenario
        schema: sim/v1
        name: &n quickstart
        question: "Are \"better\" models paid better?"
        subnet: { tempo: 360 blocks, kappa: 0.5 }
        prices: &p
          alpha: 0.02 TAO
        miners:
          - { name: softmax, data_share: [0.02, 0.3] }
          - <<: *p
            text: |
              several
              lines
        """;

    [Fact]
    public void Any_text_is_read_or_explained() =>
        Gen.Select(
                Gen.Int[0, Seed.Length - 1],
                Gen.Int[0, 6],
                Gen.Char["[]{}:,-?*&!|>'\"%@`#~\t\n ax0.\\<\0\ud800"].Array[0, 5]
            )
            .Array[1, 4]
            .Sample(
                edits =>
                {
                    var text = edits.Aggregate(
                        Seed,
                        (t, e) =>
                        {
                            var at = Math.Min(e.Item1, t.Length);
                            return t[..at] + new string(e.Item3) + t[Math.Min(t.Length, at + e.Item2)..];
                        }
                    );
                    AssertReadOrExplained(text);
                },
                iter: 20_000
            );

    private static void AssertReadOrExplained(string text)
    {
        var problems = new Problems();
        try
        {
            NodeReader.Read(text, "t.yaml", "", problems, new NodeBudget());
            problems.ThrowIfAny();
        }
        catch (ScenarioException e)
        {
            var lines = text.Count(c => c == '\n') + 2;
            Assert.All(
                e.Problems,
                p => Assert.True(p.Line >= 1 && p.Line <= lines && p.Column >= 1, p.ToString())
            );
        }
    }
}
