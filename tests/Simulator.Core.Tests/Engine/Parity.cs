using Simulator.Core.Randomness;
using Simulator.Core.Tasks;

namespace Simulator.Core.Tests.Engine;

/// <summary>A task small enough to reason about: is a number even?</summary>
internal sealed class Parity(double baseline = 0.5, int count = 100) : ITask
{
    public string Name => "parity";

    public IReadOnlyList<IQuestion> HeldOut { get; } =
    [.. Enumerable.Range(0, count).Select(n => new Number(n))];

    public double Baseline => baseline;

    public double Score(IQuestion question, IAnswer answer) =>
        answer is Said said && said.IsEven == (((Number)question).Value % 2 == 0) ? 1 : 0;

    public IAnswer Truth(IQuestion question) => new Said(((Number)question).Value % 2 == 0);

    public IAnswer Guess(Rng rng) => new Said(rng.NextBool(0.5));

    internal sealed record Number(int Value) : IQuestion;

    internal sealed record Said(bool IsEven) : IAnswer;
}
