using Simulator.Core.Agents.Miners;
using Simulator.Core.Agents.Validators;
using Simulator.Core.Chain.Blocks;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Engine;
using Simulator.Core.Engine.Processes;
using Simulator.Core.Metrics;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.Data;
using Simulator.Core.Tasks.Models;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Engine;

public sealed class SimulationTests
{
    private static readonly WorldPlan Learners = new WorldPlan
    {
        Task = ImageRecognition.Digits,
        Epochs = 4,
        Subnet = new() { MaxAllowedUids = 64 },
    }
        .WithValidators(3, _ => new HonestValidator(ImageRecognition.Digits), Alpha.Of(1_000))
        .WithMiners(
            6,
            rng => new HonestMiner(
                new Perceptron(ImageShard.Draw(DataCatalog.Digits, 0.1, 0.1, rng), 16, 0.1, rng),
                new() { Compute = 1_000_000 + rng.NextInt(3_000_000) }
            ),
            "learners"
        );

    [Fact]
    public void Plan_and_seed_decide_the_run_and_threads_do_not()
    {
        string[] digests = [.. new[] { 1, 2, 7 }.Select(threads => Worlds.Run(Learners, 1, threads).Digest)];
        Assert.Single(digests.Distinct());
        Assert.NotEqual(digests[0], Worlds.Run(Learners, 2).Digest);
    }

    [Fact]
    public void Models_get_better_while_the_run_goes_on_and_the_better_ones_are_paid_more()
    {
        RunRecorder run = Worlds.Run(Learners with { Epochs = 12 });
        IReadOnlyList<double> quality = MetricSeries
            .Of(MetricCatalog.Find("model_quality")!, run.Epochs, run.Neurons)
            .Values;
        Assert.True(quality[11] > quality[3] && quality[3] > quality[0], string.Join(", ", quality));
        Assert.True(run.Last("rank_agreement") > 0.5);
    }

    [Fact]
    public void A_new_miner_shifts_no_draw_of_those_before_it()
    {
        double[] Qualities(WorldPlan plan) =>
            [.. Worlds.Run(plan with { Epochs = 1 }).Neurons["model_quality"].Values<double>()[..9]];
        Assert.Equal(
            Qualities(Learners),
            Qualities(Learners.WithMiners(1, rng => new RandomMiner(ImageRecognition.Digits, new(), rng)))
        );
    }

    [Fact]
    public void Stopping_at_every_epoch_gives_the_same_run()
    {
        using RunRecorder recorder = new(Worlds.Small);
        Simulation run = new(Worlds.Small, 1, recorder.Observers);
        ScalarEpoch epoch = new();
        while (run.AdvanceToEpoch(TestContext.Current.CancellationToken))
        {
            foreach (DueEpoch due in run.Due)
            {
                due.Output = epoch.Run(due.Input);
            }
            run.Apply();
        }
        Assert.Equal(5, run.Epochs);
        Assert.Equal(Worlds.Run(Worlds.Small).Digest, recorder.Digest);
    }

    [Fact]
    public void An_epoch_that_was_not_applied_stops_the_run()
    {
        Simulation run = new(Worlds.Small, 1);
        Assert.True(run.AdvanceToEpoch(TestContext.Current.CancellationToken));
        var e = Assert.Throws<InvalidOperationException>(() =>
            run.AdvanceToEpoch(TestContext.Current.CancellationToken)
        );
        Assert.Equal("Block 360: due epochs wait to be applied.", e.Message);
    }

    [Fact]
    public void A_stopped_run_equals_a_shorter_one()
    {
        using RunRecorder recorder = new(Worlds.Small);
        using CancellationTokenSource source = new();
        Stopper stopper = new(3, source);
        Simulation run = new(Worlds.Small, 1, [.. recorder.Observers, stopper]);
        run.Run(source.Token);
        RunRecorder shorter = Worlds.Run(Worlds.Small with { Epochs = 3 });
        Assert.Equal(3, run.Epochs);
        Assert.Equal(shorter.Digest, recorder.Digest);
        Assert.Equal(shorter.Events.Rows, recorder.Events.Rows);
    }

    [Fact]
    public void Better_miners_are_paid_more_and_worthless_ones_nothing()
    {
        RunRecorder run = Worlds.Run(
            Worlds.Small.WithMiners(1, rng => new RandomMiner(Worlds.Task, new(), rng), "random")
        );
        double[] shares =
        [
            .. new[] { "best", "good", "poor", "random" }.Select(g => run.Last("incentive_share", g)),
        ];
        Assert.Equal(shares.OrderDescending(), shares);
        Assert.True(shares[0] > 0.5, string.Join(", ", shares));
        Assert.True(shares[3] < 0.01, string.Join(", ", shares));
    }

    [Fact]
    public void Every_miner_works_once_a_tempo()
    {
        List<Pupil> pupils = [];
        WorldPlan plan = Worlds.Small.WithMiners(
            2,
            _ =>
            {
                pupils.Add(new(50));
                return pupils[^1];
            }
        );
        Worlds.Run(plan);
        // Once at the start and once after each epoch but the last, whose tempo is not run.
        Assert.Equal([5, 5], pupils.Select(p => p.Worked));
    }

    [Fact]
    public void A_process_of_ones_own_changes_the_chain_while_it_runs()
    {
        using RunRecorder recorder = new(Worlds.Small);
        Simulation run = new(Worlds.Small, 1, recorder.Observers);
        async SimTask Shock()
        {
            await run.Loop.Delay(800 * SimTime.TicksPerBlock);
            run.Network.Change(new(1), run.Chain.Hyperparameters with { Tempo = new(100) });
        }
        _ = Shock();
        run.Run(TestContext.Current.CancellationToken);
        Assert.Equal([360, 720, 900, 1000, 1100], recorder.Epochs["block"].Values<long>());
    }

    [Fact]
    public void All_mistakes_of_a_plan_are_listed()
    {
        WorldPlan plan = new()
        {
            Epochs = 0,
            Subnet = new() { Tempo = default, MaxAllowedUids = 64 },
            Network = new() { MaxEpochsPerBlock = 0 },
            Queries = new() { Questions = 0, Deadline = 13_000 },
            Commit = new() { LatePulses = new(ulong.MaxValue), MissedReveals = double.NaN },
            Miners = [new("a", -1, _ => new Pupil(1)), new("a", 65, _ => new Pupil(1)) { Sell = 2 }],
            Arrivals = new() { PerDay = -1, RetryAfter = default },
        };
        var e = Assert.Throws<PlanException>(() => new Simulation(plan, 1));
        Assert.Equal(
            """
            queries.questions: 0 is outside 1 to 1024
            queries.deadline: 13000 is outside 1 to 12000
            commit_reveal.late_pulses: 18446744073709551615 blocks is more than 1000000 blocks
            commit_reveal.missed_reveals: NaN is not in [0, 1]
            miners[0].count: -1 is negative
            miners[1].sell: 2 is not a share in [0, 1]
            miners[1].name: 'a' is also the name of miners[0]
            arrivals.per_day: -1 is outside 0 to 7200
            arrivals.retry_after: 0 blocks is outside 1 to 1000000 blocks
            epochs: 0 is outside 1 to 1000000
            subnet.tempo: 0 blocks would never end an epoch; at least 1 block
            network.max_epochs_per_block: 0 would let no epoch run; at least 1
            subnet.max_allowed_uids: 64 slots for 65 miners and validators
            """,
            e.Message
        );
    }

    private sealed class Stopper(ulong epoch, CancellationTokenSource source) : IObserver
    {
        public void OnEpoch(EpochSnapshot snapshot)
        {
            if (snapshot.Epoch == epoch)
            {
                source.Cancel();
            }
        }
    }
}
