using System.Text.Json;

namespace Simulator.Core.Tests.Vectors;

/// <summary>Every file of vectors/chain/math: the chain's own functions, equal bits, no exceptions.</summary>
public sealed class MathVectorTests
{
    public static TheoryData<string> Names => [.. Formulas.Keys.Order(StringComparer.Ordinal)];

    internal static IReadOnlyDictionary<string, Func<VectorArgs, string>> Formulas { get; } =
        NumericsFormulas
            .All.Concat(VectorFormulas.All)
            .Concat(MatrixFormulas.All)
            .Concat(BondFormulas.All)
            .ToDictionary();

    [Theory]
    [MemberData(nameof(Names))]
    public void Gives_the_bits_of_the_chain(string name)
    {
        int line = 0;
        foreach (
            string text in VectorFolder.Lines(Path.Combine(VectorFolder.Chain, "math", $"{name}.jsonl.gz"))
        )
        {
            line++;
            using JsonDocument vector = JsonDocument.Parse(text);
            string expected = vector.RootElement.GetProperty("out").GetRawText();
            string found = Formulas[name](new VectorArgs(vector.RootElement.GetProperty("args")));
            Assert.True(expected == found, $"{name} line {line}: expected {expected}, found {found}; {text}");
        }
        Assert.True(line > 0, $"{name} holds no vector");
    }
}
