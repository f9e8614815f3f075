using Simulator.Core.Agents;
using Simulator.Core.Chain;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Batches;
using Simulator.Core.Consensus.Execution.Gpu;
using Simulator.Core.Engine;
using Simulator.Core.Metrics;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Engine;

public sealed class EnsembleTests
{
    // Other tempos, rules, mechanisms and lengths, and rows out of order, which the reference computes amid the batch.
    private static readonly WorldPlan[] Plans =
    [
        Of(p => p),
        Of(p => p with { Kappa = PerU16.OfShare(0.7m) }),
        Of(p => p with { Tempo = new(100), Yuma3Enabled = true }),
        Of(p => p with { MechanismCount = 2, CommitRevealWeightsEnabled = false }),
        Of(p => p with { Yuma3Enabled = true, LiquidAlphaEnabled = true }) with
        {
            Epochs = 3,
        },
        Of(p => p with { Yuma3Enabled = true, LiquidAlphaEnabled = true, CommitRevealWeightsEnabled = false })
            .WithValidators(1, _ => new Backwards(), Alpha.Of(1_000), "backwards"),
        Of(p => p with { MechanismCount = 2, BondsMovingAverage = 500_000, Tempo = new(50) }) with
        {
            Epochs = 8,
        },
    ];

    public static TheoryData<string, int> Batches { get; } =
        new()
        {
            { "spread", 1 },
            { "spread", 3 },
            { "scalar", 2 },
            { "stacked", 1 },
            { "stacked", 3 },
            { "kernels", 2 },
        };

    [Theory]
    [MemberData(nameof(Batches))]
    public void Members_come_out_as_they_do_alone(string batch, int threads)
    {
        foreach (int count in new[] { 1, 2, 7 })
        {
            Member[] members = Members(count);
            using (GpuDevice device = GpuDevice.Processor())
            using (GpuColumns kernels = new(device))
            {
                IEpochBatch used = BatchOf(batch, threads, kernels);
                new Ensemble([.. members.Select(m => m.Run)], threads, () => used).Run(
                    TestContext.Current.CancellationToken
                );
                Assert.Equal(batch == "kernels", kernels.Batches > 0);
            }
            Assert.All(members, AssertIsAsAlone);
        }
    }

    [Fact]
    public void The_order_of_members_shows_in_no_result()
    {
        Member[] members = Members(7);
        new Ensemble([.. members.Select(m => m.Run).Reverse()], 2).Run(TestContext.Current.CancellationToken);
        Assert.All(members, AssertIsAsAlone);
    }

    [Fact]
    public void A_run_that_had_stopped_at_an_epoch_goes_on_from_there()
    {
        Member[] members = Members(2);
        Assert.True(members[1].Run.AdvanceToEpoch(TestContext.Current.CancellationToken));
        new Ensemble([.. members.Select(m => m.Run)]).Run(TestContext.Current.CancellationToken);
        Assert.All(members, AssertIsAsAlone);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_member_that_fails_is_named_and_the_others_are_whole(int threads)
    {
        Member[] members = Members(7);
        members[2] = new(Failing, 12);
        members[5] = new(Failing, 15);
        var e = Assert.Throws<EnsembleException>(() =>
            new Ensemble([.. members.Select(m => m.Run)], threads).Run(TestContext.Current.CancellationToken)
        );
        const string fault =
            "block 340, netuid 1, uid 3: InvalidOperationException: The weight of uid 0 is NaN.";
        Assert.Equal(
            $"2 of 7 members failed: member 2 (seed 12): {fault}; member 5 (seed 15): {fault}",
            e.Message
        );
        Assert.Equal([(2, 12UL), (5, 15UL)], e.Faults.Select(f => (f.Member, f.Seed)));
        var alone = Assert.Throws<InvariantException>(() =>
            new Member(Failing, 12).Run.Run(TestContext.Current.CancellationToken)
        );
        Assert.Equal(alone.Message, e.Faults[0].Cause.Message);
        Assert.All(members.Where((_, k) => k is not (2 or 5)), AssertIsAsAlone);
    }

    [Fact]
    public void Stopped_members_end_with_a_whole_epoch()
    {
        using CancellationTokenSource source = new();
        Member stopping = new(Plans[0], 1, new Stopper(3, source));
        Member other = new(Plans[1], 2);
        new Ensemble([stopping.Run, other.Run]).Run(source.Token);
        new Member(Plans[0] with { Epochs = 3 }, 1).AssertLoneRunEquals(stopping);
        new Member(Plans[1] with { Epochs = 3 }, 2).AssertLoneRunEquals(other);
    }

    [Fact]
    public void Without_a_device_the_fastest_backend_is_the_processor()
    {
        Member[] members = Members(2);
        new Ensemble([.. members.Select(m => m.Run)], 2, Backend.Auto).Run(
            TestContext.Current.CancellationToken
        );
        Assert.All(members, AssertIsAsAlone);
    }

    [Fact]
    public void A_device_that_is_asked_for_and_not_there_is_an_error()
    {
        using GpuDevice? device = GpuDevice.TryCuda();
        Assert.SkipWhen(device is not null, "This machine has a device.");
        Ensemble ensemble = new([new Simulation(Worlds.Small, 1)], backend: Backend.Gpu);
        Assert.Throws<DeviceException>(() => ensemble.Run(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_run_cannot_be_two_members()
    {
        Simulation run = new(Worlds.Small, 1);
        Assert.Throws<ArgumentException>(() => new Ensemble([run, run]));
    }

    private static WorldPlan Failing { get; } =
        Worlds.Small.WithValidators(1, _ => new Careless(), Alpha.Of(1), "careless");

    private static WorldPlan Of(Func<Hyperparameters, Hyperparameters> change) =>
        Worlds.Small with
        {
            Subnet = change(Worlds.Small.Subnet),
        };

    private static Member[] Members(int count) =>
        [.. Plans.Take(count).Select((plan, k) => new Member(plan, (ulong)(10 + k % 3)))];

    private static void AssertIsAsAlone(Member member) =>
        new Member(member.Plan, member.Run.Seed).AssertLoneRunEquals(member);

    private static IEpochBatch BatchOf(string name, int threads, GpuColumns kernels) =>
        name switch
        {
            "spread" => new SpreadBatch(threads),
            "scalar" => new SpreadBatch(threads, () => new ScalarColumns()),
            "stacked" => new StackedBatch(ColumnExecutions.Best(), threads),
            _ => new StackedBatch(kernels, threads),
        };

    /// <summary>A run with all that is recorded of it.</summary>
    private sealed class Member
    {
        private readonly RunRecorder _recorder;

        public Member(WorldPlan plan, ulong seed, params IObserver[] others)
            : this(plan, seed, new(plan, allWeights: true), others) { }

        private Member(WorldPlan plan, ulong seed, RunRecorder recorder, IObserver[] others)
        {
            (Plan, _recorder) = (plan, recorder);
            Run = new(plan, seed, [.. _recorder.Observers, .. others]);
        }

        public WorldPlan Plan { get; }

        public Simulation Run { get; }

        public void AssertLoneRunEquals(Member together)
        {
            Run.Run(TestContext.Current.CancellationToken);
            Assert.Equal(Plan.Epochs, together.Run.Epochs);
            Assert.Equal(_recorder.Digest, together._recorder.Digest);
            foreach ((Table expected, Table found) in _recorder.Tables.Zip(together._recorder.Tables))
            {
                Assert.NotEqual(0, expected.Rows);
                Assert.All(expected.Columns.Zip(found.Columns), pair => AssertEqual(pair.First, pair.Second));
            }
        }

        private static void AssertEqual(Column expected, Column found)
        {
            switch (expected.Type)
            {
                case ColumnType.Int64:
                    Assert.Equal(expected.Values<long>(), found.Values<long>());
                    break;
                case ColumnType.UInt64:
                    Assert.Equal(expected.Values<ulong>(), found.Values<ulong>());
                    break;
                case ColumnType.Double:
                    Assert.Equal(expected.Values<double>(), found.Values<double>());
                    break;
                case ColumnType.Bool:
                    Assert.Equal(expected.Values<bool>(), found.Values<bool>());
                    break;
                default:
                    Assert.Equal(expected.Values<string>(), found.Values<string>());
                    break;
            }
        }
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

    /// <summary>Names the slots from the last one down, as the chain lets it.</summary>
    private sealed class Backwards : IValidator
    {
        public string Strategy => "backwards";

        public bool Queries => false;

        public void Observe(in Judgement judgement) { }

        public Vote? Vote(IChainView chain, Uid self) => new([new(6), new(5), new(4)], [1, 2, 4]);
    }

    private sealed class Careless : IValidator
    {
        public string Strategy => "careless";

        public void Observe(in Judgement judgement) { }

        public Vote? Vote(IChainView chain, Uid self) => new([new(0)], [double.NaN]);
    }
}
