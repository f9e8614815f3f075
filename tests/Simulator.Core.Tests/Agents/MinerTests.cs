using Simulator.Core.Agents.Miners;
using Simulator.Core.Tasks;

namespace Simulator.Core.Tests.Agents;

public sealed class MinerTests
{
    private readonly Student _student = new();

    [Fact]
    public void An_honest_miner_trains_as_far_as_its_hardware_goes_in_every_tempo()
    {
        HonestMiner miner = new(_student, new() { Compute = 70 });
        miner.Work();
        miner.Work();
        Assert.Equal([70, 70], _student.Budgets);
    }

    [Fact]
    public void A_lazy_miner_stops_training_but_goes_on_answering()
    {
        LazyMiner miner = new(_student, new() { Compute = 70, Latency = 5 }, workingTempos: 2);
        for (int tempo = 0; tempo < 5; tempo++)
        {
            miner.Work();
        }
        Assert.Equal([70, 70], _student.Budgets);
        Assert.Equal(new(NoAnswer.Instance, 5), miner.Answer(null!, null!));
    }

    private sealed class Student : IModel
    {
        public List<long> Budgets { get; } = [];

        public string Name => "student";

        public int Version => Budgets.Count;

        public long Train(long budget)
        {
            Budgets.Add(budget);
            return budget;
        }

        public IAnswer Answer(IQuestion question) => NoAnswer.Instance;
    }
}
