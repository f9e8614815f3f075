using Simulator.Core.Agents;
using Simulator.Core.Agents.Miners;
using Simulator.Core.Agents.Validators;
using Simulator.Core.Engine;
using Simulator.Core.Metrics;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.Models;
using Simulator.Core.Tests.Engine;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Agents;

public sealed class ThiefMinerTests
{
    private static readonly Hardware Hardware = new() { Compute = 100, Memory = 1_000 };
    private readonly ThiefMiner _thief = new(Hardware, every: 3);

    [Fact]
    public void A_thief_takes_the_best_paid_model_and_does_not_train_it()
    {
        Student[] students = [new(), new(), new()];
        Live(Market(students), tempos: 1);
        Assert.Same(students[2], ((Student)_thief.Model!).Origin);
        Assert.Empty(((Student)_thief.Model!).Budgets);
        Assert.Equal(0, _thief.Machine.Operations);
    }

    [Fact]
    public void A_thief_comes_back_after_some_tempos()
    {
        Bazaar market = Market([new(), new()]);
        Live(market, tempos: 1);
        IModel? first = _thief.Model;
        Live(market, tempos: 2);
        Assert.Same(first, _thief.Model);
        Live(market, tempos: 1);
        Assert.NotSame(first, _thief.Model);
    }

    [Fact]
    public void Neither_thieves_nor_its_own_slots_nor_models_too_large_are_worth_a_theft()
    {
        ThiefMiner other = new(Hardware, every: 1);
        Student fits = new();
        other.Decide(Market([new(), new()]));
        Bazaar market = new()
        {
            Slots =
            [
                new HonestMiner(new Student(), Hardware),
                new HonestMiner(fits, Hardware),
                new HonestMiner(new Student { Bytes = 1_001 }, Hardware),
                new HonestMiner(new Student(), Hardware),
                other,
            ],
            Own = [new(3)],
        };
        _thief.Decide(market);
        Assert.Same(fits, ((Student)_thief.Model!).Origin);
    }

    [Fact]
    public void Nobody_is_worth_a_theft_who_is_not_paid()
    {
        Live(Market([new()]), tempos: 5);
        Assert.Null(_thief.Model);
        Assert.Same(NoAnswer.Instance, _thief.Answer(new Parity.Number(1), new NoPeers()).Answer);
    }

    [Fact]
    public void A_theft_is_every_tempo_at_most() =>
        Assert.Throws<ArgumentOutOfRangeException>("every", () => new ThiefMiner(Hardware, every: 0));

    [Fact]
    public void A_theft_is_an_event_and_the_copy_is_as_good_as_the_model()
    {
        RunRecorder run = Worlds.Run(
            Worlds.Small.WithMiners(1, _ => new ThiefMiner(new Hardware(), every: 100), "thieves")
        );
        Assert.Equal(1, run.Count("ModelCopied"));
        Assert.True(run.Last("incentive_share", "thieves") > 0);
    }

    [Fact]
    public void Thieves_who_share_a_core_are_measured_alike_on_any_number_of_threads()
    {
        ImageShard shard = ImageShard.Draw(DataCatalog.Digits, 0.2, 0, new(1));
        WorldPlan plan = new WorldPlan
        {
            Task = ImageRecognition.Digits,
            Epochs = 6,
            Subnet = new() { MaxAllowedUids = 64 },
            Queries = new() { Questions = 16, Pool = 100 },
        }
            .WithValidators(
                2,
                _ => new HonestValidator(ImageRecognition.Digits),
                Alpha.Of(1_000),
                "validators"
            )
            .WithMiners(
                3,
                rng => new HonestMiner(NewModel(shard, rng), new() { Compute = 1_000_000 }),
                "makers"
            )
            .WithMiners(6, _ => new ThiefMiner(new Hardware(), every: 2), "thieves");
        double[] alone = Qualities(plan, threads: 1);
        Assert.True(alone.Where(double.IsFinite).Distinct().Count() > 3);
        Assert.Equal(alone, Qualities(plan, threads: 4));
    }

    private static SharedModel NewModel(ImageShard shard, Rng rng) => new(new Perceptron(shard, 8, 0.1, rng));

    private static double[] Qualities(WorldPlan plan, int threads) =>
        [.. Worlds.Run(plan, threads: threads).Neurons["model_quality"].Values<double>()];

    private static Bazaar Market(Student[] students) =>
        new() { Slots = [.. students.Select(student => new HonestMiner(student, Hardware))] };

    private void Live(Bazaar market, int tempos)
    {
        for (int tempo = 0; tempo < tempos; tempo++)
        {
            _thief.Decide(market);
        }
    }
}
