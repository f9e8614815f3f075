using Simulator.Core.Agents;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;

namespace Simulator.Core.Tests.Engine;

/// <summary>A miner that knows the parity of numbers below a bound and is wrong about the others.</summary>
internal sealed class Pupil(int knows, long latency = 100) : IMiner, IModel
{
    public string Strategy => "pupil";

    public string Name => "pupil";

    public IModel Model => this;

    public int Version { get; private set; }

    public long AnswerOperations { get; init; }

    public int Worked => Version;

    public void Work() => Version++;

    public long Train(long budget) => 0;

    public IModel Fork(ITrainingData? data = null, Rng? rng = null) => new Pupil(knows, latency);

    public IAnswer Answer(IQuestion question)
    {
        int number = ((Parity.Number)question).Value;
        return new Parity.Said((number % 2 == 0) == number < knows);
    }

    public Reply Answer(IQuestion question, IPeers peers) => new(Answer(question), latency);
}
