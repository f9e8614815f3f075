using Simulator.Core.Agents;
using Simulator.Core.Agents.Miners;
using Simulator.Core.Agents.Policies;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tests.Engine;

namespace Simulator.Core.Tests.Agents;

public sealed class MinerTests
{
    private static readonly Rng Stream = new RandomStreams(1).For("miner", 1);

    private static readonly Func<Hardware, IMiner>[] Makers =
    [
        hardware => new HonestMiner(new Student(), hardware),
        hardware => new LazyMiner(new Student(), hardware, 0),
        hardware => new CopycatMiner(hardware),
        hardware => new RandomMiner(Worlds.Task, hardware, Stream),
        hardware => new FirmMiner(new Student(), hardware, new SteadyTraining()),
        hardware => new SybilMiner(new Student(), hardware),
    ];

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
        Assert.Equal(new(NoAnswer.Instance, 5), miner.Answer(new Parity.Number(0), new NoPeers()));
    }

    [Fact]
    public void Hardware_that_no_miner_can_have_is_refused_with_all_that_is_wrong_with_it()
    {
        Hardware impossible = new() { Latency = 12_001, Compute = -1 };
        Assert.All(
            Makers,
            make =>
                Assert.Equal(
                    """
                    hardware.latency: 12001 is outside 0 to 12000 ms
                    hardware.compute: -1 is outside 0 to 1000000000000 FLOP (Parameter 'hardware')
                    """,
                    Assert.Throws<ArgumentException>(() => make(impossible)).Message
                )
        );
    }

    [Fact]
    public void Hardware_at_the_bounds_is_taken() =>
        Assert.All(
            Makers,
            make =>
            {
                Assert.NotNull(make(new() { Latency = 0, Compute = 0 }));
                Assert.NotNull(make(new() { Latency = 12_000, Compute = 1_000_000_000_000 }));
            }
        );

    [Fact]
    public void What_a_miner_cannot_do_without_is_asked_for_at_once()
    {
        Assert.All(Makers, make => Assert.Throws<ArgumentNullException>("hardware", () => make(null!)));
        Assert.Throws<ArgumentNullException>("model", () => new HonestMiner(null!, new()));
        Assert.Throws<ArgumentNullException>("model", () => new LazyMiner(null!, new(), 1));
        Assert.Throws<ArgumentNullException>("task", () => new RandomMiner(null!, new(), Stream));
        Assert.Throws<ArgumentNullException>("rng", () => new RandomMiner(Worlds.Task, new(), null!));
    }

    [Fact]
    public void A_lazy_miner_cannot_work_for_less_than_no_tempo()
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => new LazyMiner(_student, new(), -1));
        Assert.Equal(
            """
            A number of tempos is not negative. (Parameter 'workingTempos')
            Actual value was -1.
            """,
            e.Message.ReplaceLineEndings("\n")
        );
    }
}
