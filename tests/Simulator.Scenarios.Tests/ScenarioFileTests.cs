using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Simulator.Core.Agents;
using Simulator.Core.Engine;
using Simulator.Core.Numerics;
using Simulator.Core.Randomness;
using Simulator.Core.Units;

namespace Simulator.Scenarios.Tests;

public sealed class ScenarioFileTests : IDisposable
{
    private const string Smallest = """
        schema: sim/v1
        name: smallest
        validators: [{ name: voters, stake: 100 alpha }]
        miners: [{ name: workers, count: 4 }]

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("scenarios").FullName;

    public static TheoryData<string> Names => [.. ScenarioFile.LibraryNames];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_a_scenario_leaves_out_is_as_on_a_new_subnet()
    {
        Scenario scenario = ScenarioFile.Parse(Smallest);

        Assert.Equal(
            new() { MechanismEmissionSplit = scenario.World.Subnet.MechanismEmissionSplit },
            scenario.World.Subnet
        );
        Assert.Equal(new(), scenario.World.Network);
        Assert.Equal(new QueryPlan(), scenario.World.Queries);
        Assert.Equal(new CommitPlan(), scenario.World.Commit);
        Assert.Equal(new PricePlan(), scenario.World.Prices);
        Assert.Equal("fashion", scenario.World.Task!.Name);
        Assert.Null(scenario.World.Arrivals);
        Assert.Equal((1UL, 40), (scenario.Seed, scenario.World.Epochs));
        Assert.Empty(scenario.Notes);
    }

    [Fact]
    public void Every_key_reaches_the_world()
    {
        Scenario scenario = ScenarioFile.Parse(
            """
            schema: sim/v1
            name: full
            question: Is everything read?
            seed: 18446744073709551615
            epochs: 3
            task: digits
            subnet:
              tempo: 100 blocks
              kappa: 0.5
              bonds_moving_average: ppm:900001
              alpha_sigmoid_steepness: -2.5
              alpha_low: u16:45875
              liquid_alpha_enabled: true
              max_burn: 50.5 TAO
              burn_increase_mult: 1.5
              recycle_or_burn: recycle
              rho: 7
              mechanism_count: 2
              max_allowed_uids: 64
              mechanism_emission_split: [0.25, u16:49152]
            network:
              tao_weight: 0.18
              alpha_emission: 0.5 alpha
              subnet_owner_cut: 0
            commit_reveal: { mode: hash, missed_reveals: 0.25 }
            prices: { alpha: 0.03 TAO, tao: 399.5 USD }
            queries: { interval: 1 block, questions: 8, deadline: 500 ms, pool: 64, measured: 50 }
            validators:
              - { name: voters, count: 2, strategy: cabal, stake: 1.5 alpha, root_stake: 7 TAO, memory: 0.5, sharpness: 1, balance: 3 TAO, owner: gang, sell: 0.2 }
            miners:
              - { name: workers, count: 3, strategy: lazy, owner: owner, stake: 2 alpha, balance: 1 TAO, sell: 1 }
            arrivals:
              per_day: 1.5
              reservation_price: 2 TAO
              reenter: true
              retry_after: 10 blocks
              miners:
                - { name: newcomers, weight: 5, strategy: random, balance: 9 TAO }
            expect:
              - { metric: incentive_share, of: lazy, at: mean, min: 0.1, max: 1 }
              - { metric: burn, max: 1e3 }
            digest: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
            """
        );

        WorldPlan world = scenario.World;
        Assert.Equal(
            new()
            {
                Tempo = new(100),
                Kappa = new(32_767),
                BondsMovingAverage = 900_001,
                AlphaSigmoidSteepness = -250,
                AlphaLow = new(45_875),
                LiquidAlphaEnabled = true,
                MaxBurn = new(50_500_000_000),
                BurnIncreaseMult = U64F64.FromDouble(1.5),
                RecycleOrBurn = Core.Chain.RecycleOrBurn.Recycle,
                Rho = 7,
                MechanismCount = 2,
                MaxAllowedUids = 64,
                MechanismEmissionSplit = world.Subnet.MechanismEmissionSplit,
            },
            world.Subnet
        );
        Assert.Equal([16_383, 49_152], world.Subnet.MechanismEmissionSplit.Select(share => (int)share));
        Assert.Equal(
            new()
            {
                TaoWeight = 3_320_413_933_267_719_290,
                AlphaEmission = new(500_000_000),
                SubnetOwnerCut = default,
            },
            world.Network
        );
        Assert.Equal(new() { Mode = CommitMode.Hash, MissedReveals = 0.25 }, world.Commit);
        Assert.Equal(new() { AlphaInTao = new(30_000_000), TaoInUsd = 399.5m }, world.Prices);
        Assert.Equal(
            new()
            {
                Interval = new(1),
                Questions = 8,
                Deadline = 500,
                Pool = 64,
                Measured = 50,
            },
            world.Queries
        );
        ValidatorGroup voters = Assert.Single(world.Validators);
        Assert.Equal(
            new("voters", 2, voters.Recipe)
            {
                Owner = "gang",
                Stake = Alpha.Of(1.5m),
                RootStake = Tao.Of(7),
                Balance = Tao.Of(3),
                Sell = 0.2,
            },
            voters
        );
        Assert.Equal("cabal", voters.Recipe(new(1)).Strategy);
        MinerGroup workers = Assert.Single(world.Miners);
        Assert.Equal(
            new("workers", 3, workers.Recipe)
            {
                Owner = "owner",
                Stake = Alpha.Of(2),
                Balance = Tao.Of(1),
                Sell = 1,
            },
            workers
        );
        ArrivalPlan arrivals = world.Arrivals!;
        Assert.Equal(
            new()
            {
                PerDay = 1.5,
                ReservationPrice = Tao.Of(2),
                Reenter = true,
                RetryAfter = new(10),
                Groups = arrivals.Groups,
            },
            arrivals
        );
        Assert.Equal(
            ("newcomers", 5, Tao.Of(9)),
            (arrivals.Groups[0].Name, arrivals.Groups[0].Count, arrivals.Groups[0].Balance)
        );
        Assert.Equal((3, "digits"), (world.Epochs, world.Task!.Name));
        Assert.Equal(
            (ulong.MaxValue, "full", "Is everything read?"),
            (scenario.Seed, scenario.Name, scenario.Question)
        );
        Assert.Equal(
            [new("incentive_share", "lazy", Moment.Mean, 0.1, 1), new("burn", "", Moment.Last, null, 1000)],
            scenario.Expect.AsEnumerable()
        );
        Assert.Equal("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", scenario.Digest);
        Assert.True(scenario.IsAsShipped);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_resolved_scenario_reads_back_as_the_same_one(string name)
    {
        Scenario scenario = ScenarioFile.Load(name, []);

        Scenario again = ScenarioFile.Parse(scenario.Resolved.ToJsonString());

        Assert.Equal(scenario.Resolved.ToJsonString(), again.Resolved.ToJsonString());
        Assert.Equal(scenario.PlanHash, again.PlanHash);
        Assert.Equal(
            scenario.World.Subnet,
            again.World.Subnet with
            {
                MechanismEmissionSplit = scenario.World.Subnet.MechanismEmissionSplit,
            }
        );
        Assert.Equal(scenario.Expect.AsEnumerable(), again.Expect);
    }

    [Fact]
    public void A_resolved_scenario_shows_integer_and_share_of_what_the_chain_stores()
    {
        JsonNode subnet = ScenarioFile.Parse(Smallest).Resolved["subnet"]!;

        Assert.Equal("u16:32767 (0.49999)", (string?)subnet["kappa"]);
        Assert.Equal("ppm:900000 (0.9)", (string?)subnet["bonds_moving_average"]);
        Assert.Equal("i16:1000 (10)", (string?)subnet["alpha_sigmoid_steepness"]);
        Assert.Equal("360 blocks", (string?)subnet["tempo"]);
    }

    [Theory]
    [InlineData("question: Why?\n", false)]
    [InlineData("expect: [{ metric: burn, max: 1 }]\n", false)]
    [InlineData("subnet: { kappa: u16:32767 }\n", true)]
    [InlineData("commit_reveal: timelock\n", true)]
    [InlineData("subnet: { kappa: u16:32768 }\n", false)]
    [InlineData("seed: 2\n", false)]
    [InlineData("epochs: 41\n", false)]
    public void The_hash_of_a_plan_changes_with_what_it_says_and_not_with_how_it_is_written(
        string more,
        bool isSame
    ) =>
        Assert.Equal(
            isSame,
            ScenarioFile.Parse(Smallest).PlanHash == ScenarioFile.Parse(Smallest + more).PlanHash
        );

    [Fact]
    public void Overrides_and_another_seed_are_told_from_what_was_shipped()
    {
        Scenario shipped = ScenarioFile.Load("quickstart", []);
        Scenario other = ScenarioFile.Load("quickstart", ["subnet.kappa=0.6", "miners[1].hidden=[4, 8]"]);

        Assert.True(shipped.IsAsShipped);
        Assert.True(ScenarioFile.Load("quickstart", [], seed: shipped.Seed).IsAsShipped);
        Assert.False(ScenarioFile.Load("quickstart", [], seed: 7).IsAsShipped);
        Assert.Equal(7UL, ScenarioFile.Load("quickstart", [], seed: 7).Seed);
        Assert.False(other.IsAsShipped);
        Assert.Equal(PerU16.OfShare(0.6m), other.World.Subnet.Kappa);
        Assert.Equal("[4,8]", other.Resolved["miners"]![1]!["hidden"]!.ToJsonString());
    }

    [Theory]
    [InlineData("subnet.kappa=1.5", "--set: subnet.kappa: 1.5 is not a share in [0, 1]")]
    [InlineData("subnet.kapa=0.5", "--set: subnet.kapa: unknown key; did you mean 'kappa'?")]
    [InlineData("epochs=0", "--set: epochs: 0 is outside 1 to 1000000")]
    [InlineData(
        "miners[0].count=300",
        "scenario.yaml(1,1): error: subnet.max_allowed_uids: 256 slots for 301 miners and validators"
    )]
    [InlineData(
        "miners[9].count=1",
        "--set: miners[9].count: the list has 1 entries, counted from 0; there is no [9]"
    )]
    [InlineData("miners[0].strategy=copycat", null)]
    public void A_wrong_override_is_explained(string set, string? problem)
    {
        string file = Path.Combine(_folder, "scenario.yaml");
        File.WriteAllText(file, Smallest);

        string? found = null;
        try
        {
            ScenarioFile.Load(file, [set]);
        }
        catch (ScenarioException e)
        {
            found = e.Message.Replace(_folder + "/", "", StringComparison.Ordinal);
        }

        Assert.Equal(problem, found);
    }

    [Fact]
    public void A_name_that_is_neither_file_nor_library_scenario_is_explained()
    {
        Assert.Equal(
            "'quikstart': neither a scenario of the library nor a file; did you mean 'quickstart'?",
            Assert.Throws<ScenarioException>(() => ScenarioFile.Load("quikstart", [])).Message
        );
        Assert.Equal(
            "none/such.yaml(1,1): error: there is no such file",
            Assert.Throws<ScenarioException>(() => ScenarioFile.Load("none/such.yaml", [])).Message
        );
    }

    [Fact]
    public void What_only_root_may_set_is_noted_with_its_line() =>
        Assert.Equal(
            "scenario(5,18): note: subnet.tempo: 100 blocks is outside 360 blocks to 50400 blocks, what a subnet's owner may set; only root can",
            Assert.Single(ScenarioFile.Parse(Smallest + "subnet: { tempo: 100 blocks }\n").Notes).ToString()
        );

    [Fact]
    public void Weights_are_public_when_either_of_both_words_says_so()
    {
        Scenario word = ScenarioFile.Parse(Smallest + "commit_reveal: off\n");
        Scenario parameter = ScenarioFile.Parse(
            Smallest + "subnet: { commit_reveal_weights_enabled: false }\n"
        );

        Assert.False(word.World.Subnet.CommitRevealWeightsEnabled);
        Assert.Equal(word.PlanHash, parameter.PlanHash);
    }

    [Fact]
    public void A_digest_is_not_inherited()
    {
        string digest = new('a', 64);
        string parent = Path.Combine(_folder, "parent.yaml"),
            child = Path.Combine(_folder, "child.yaml");
        File.WriteAllText(parent, Smallest + $"digest: {digest}\n");
        File.WriteAllText(child, "extends: parent.yaml\nepochs: 2\n");

        Assert.Equal(digest, ScenarioFile.Load(parent, []).Digest);
        Assert.Null(ScenarioFile.Load(child, []).Digest);
    }

    [Fact]
    public void A_key_more_in_a_group_shifts_nobodys_draws()
    {
        const string Ranges = "data_share: [0.1, 0.2], latency: [100 ms, 900 ms]";
        IMiner plain = Miner($"{{ name: m, {Ranges} }}");
        IMiner same = Miner(
            $"{{ name: m, {Ranges}, learning_rate: 0.1, compute: 10 MFLOP, label_noise: [0, 0] }}"
        );

        Assert.Equal(Answers(plain), Answers(same));
        Assert.NotEqual(Answers(plain), Answers(Miner($"{{ name: m, {Ranges} }}", stream: 2)));
    }

    private static IMiner Miner(string group, ulong stream = 1) =>
        ScenarioFile
            .Parse($"schema: sim/v1\nname: one\ntask: digits\nminers: [{group}]\n")
            .World.Miners[0]
            .Recipe(new Rng(stream));

    private static ImmutableArray<(string, long)> Answers(IMiner miner)
    {
        miner.Work();
        return
        [
            .. Core
                .Tasks.ImageRecognition.Digits.HeldOut.Take(50)
                .Select(q => miner.Answer(q, new NoPeers()))
                .Select(r => (r.Answer.ToString()!, r.Latency)),
        ];
    }

    private sealed class NoPeers : IPeers
    {
        public IReadOnlyList<Core.Units.Uid> Miners => [];

        public ushort Incentive(Core.Units.Uid uid) => 0;

        public Reply? Ask(Core.Units.Uid uid, Core.Tasks.IQuestion question) => null;
    }
}
