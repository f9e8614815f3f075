using Simulator.Core.Agents;
using Simulator.Core.Agents.Miners;
using Simulator.Core.Agents.Policies;
using Simulator.Core.Randomness;
using Simulator.Core.Tasks;
using Simulator.Core.Tests.Engine;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Agents;

public sealed class FirmMinerTests
{
    private static readonly Hardware Hardware = new() { Compute = 100 };
    private readonly Student _student = new();

    [Fact]
    public void A_firm_trains_as_its_policy_says()
    {
        FirmMiner firm = new(_student, Hardware, new SprintTraining(2, 1));
        Live(firm, tempos: 6);
        Assert.Equal([100, 100, 0, 100, 100, 0], _student.Budgets);
    }

    [Fact]
    public void A_firm_quits_when_its_patience_saw_more_costs_than_income()
    {
        FirmMiner firm = new(_student, Hardware, new SteadyTraining()) { Patience = 3 };
        Live(firm, tempos: 3, running: tempo => -tempo);
        Assert.False(firm.HasQuit);
        Live(firm, tempos: 1, running: _ => -3);
        Assert.True(firm.HasQuit);
        Assert.Equal(Reply.Lost, firm.Answer(new Parity.Number(1), new NoPeers()));
        int trained = _student.Budgets.Count;
        Live(firm, tempos: 5, running: _ => 1_000);
        Assert.True(firm.HasQuit);
        Assert.Equal(trained, _student.Budgets.Count);
    }

    [Fact]
    public void A_firm_that_earns_what_it_costs_stays()
    {
        FirmMiner firm = new(_student, Hardware, new SteadyTraining()) { Patience = 2 };
        Live(firm, tempos: 20, running: _ => 0);
        Assert.False(firm.HasQuit);
    }

    [Fact]
    public void A_larger_model_goes_into_service_once_it_has_learned_twice_as_much()
    {
        Student larger = new();
        FirmMiner firm = new(_student, Hardware, new SteadyTraining())
        {
            UpgradeAfter = 3,
            NextModel = () => larger,
        };
        // Two tempos of the old model, then four of the new one.
        Live(firm, tempos: 5);
        Assert.Same(_student, firm.Model);
        Live(firm, tempos: 1);
        Assert.Same(larger, firm.Model);
        Assert.Equal(2, _student.Budgets.Count);
        Assert.Equal(4, larger.Budgets.Count);
    }

    [Fact]
    public void A_firm_whose_machine_holds_no_larger_model_keeps_its_own()
    {
        FirmMiner firm = new(_student, Hardware, new SteadyTraining()) { UpgradeAfter = 2 };
        Live(firm, tempos: 10);
        Assert.Same(_student, firm.Model);
        Assert.Equal(10, _student.Budgets.Count);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(99, false)]
    public void A_larger_model_is_trained_where_the_machine_holds_both(long memory, bool isTrained)
    {
        Student old = new() { Bytes = 40 },
            larger = new() { Bytes = 60 };
        FirmMiner firm = new(old, Hardware with { Memory = memory }, new SteadyTraining())
        {
            UpgradeAfter = 2,
            NextModel = () => larger,
        };
        // It begins with the second tempo, and has learned twice as much after the third.
        Live(firm, tempos: 3);
        Assert.Equal(isTrained ? 2 : 0, larger.Budgets.Count);
    }

    [Theory]
    [InlineData(3.0, 4.0)] // each duty earns three times what it costs: buy all there is
    [InlineData(0.5, 0.1)] // it earns half of what it costs: buy as little as one can
    public void Adaptive_training_goes_where_more_compute_earns_more_than_it_costs(double worth, double end)
    {
        AdaptiveTraining policy = new(most: 4);
        double running = 0,
            duty = 0;
        for (int tempo = 0; tempo < 200; tempo++)
        {
            duty = policy.Duty(new Bazaar { Account = new(running, 0, 0, 0, 0) });
            running += (worth - 1) * duty;
        }
        Assert.InRange(duty, end / 1.5, end * 1.5);
    }

    [Fact]
    public void Adaptive_training_stays_near_the_best_where_returns_diminish()
    {
        AdaptiveTraining policy = new(most: 16);
        double running = 0;
        List<double> duties = [];
        for (int tempo = 0; tempo < 400; tempo++)
        {
            double duty = policy.Duty(new Bazaar { Account = new(running, 0, 0, 0, 0) });
            duties.Add(duty);
            running += 4 * Math.Sqrt(duty) - duty; // best at a duty of 4
        }
        Assert.InRange(duties.Skip(100).Average(), 2, 7);
    }

    [Fact]
    public void Sybils_answer_from_the_first_ones_model_and_only_it_trains()
    {
        Student[] students = [new(), new(), new()];
        SybilMiner[] sybils = [.. students.Select(student => new SybilMiner(student, Hardware))];
        IMiner?[] slots = [.. sybils];
        Decide(slots, 1, 2);
        sybils[1].Work();
        sybils[2].Work();
        Assert.All(sybils[1..], sybil => Assert.Same(students[1], sybil.Model));
        Assert.Equal([0, 1, 0], students.Select(s => s.Budgets.Count));
        // The first of them loses its slot: the next one goes on with the same model.
        slots[1] = null;
        Decide(slots, 2);
        sybils[2].Work();
        Assert.Equal([0, 2, 0], students.Select(s => s.Budgets.Count));
        Assert.Equal(100, sybils[2].Machine.Operations);
    }

    [Fact]
    public void A_firm_goes_on_from_the_best_paid_public_model_with_its_own_data()
    {
        Data own = new();
        Student hidden = new(),
            open = new();
        FirmMiner firm = new(_student, Hardware, new SteadyTraining())
        {
            FineTuning = new(2, () => own, new Rng(1)),
        };
        Bazaar market = new()
        {
            Self = new(1),
            Own = [new(1)],
            Slots =
            [
                null,
                firm,
                new HonestMiner(new Student(), Hardware) { IsPublic = true },
                new HonestMiner(open, Hardware) { IsPublic = true },
                new HonestMiner(hidden, Hardware),
            ],
        };
        firm.Decide(market);
        firm.Work();
        Assert.Same(_student, firm.Model);
        firm.Decide(market);
        firm.Work();
        Student copy = Assert.IsType<Student>(firm.Model);
        Assert.Same(open, copy.Origin);
        Assert.Same(own, copy.Data);
        Assert.Equal([100], copy.Budgets);
        Assert.Empty(open.Budgets);
    }

    [Fact]
    public void A_firm_that_is_paid_best_keeps_its_model()
    {
        FirmMiner firm = new(_student, Hardware, new SteadyTraining())
        {
            FineTuning = new(1, () => new Data(), new Rng(1)),
        };
        Bazaar market = new()
        {
            Self = new(2),
            Own = [new(2)],
            Slots = [null, new HonestMiner(new Student(), Hardware) { IsPublic = true }, firm],
        };
        firm.Decide(market);
        Assert.Same(_student, firm.Model);
    }

    [Fact]
    public void A_look_at_public_models_is_every_tempo_at_most() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            "After",
            () => new FineTuning(0, () => new Data(), new(1))
        );

    [Fact]
    public void A_sybil_that_joins_on_a_lower_slot_takes_the_model_that_the_others_have()
    {
        Student[] students = [new(), new(), new()];
        SybilMiner[] sybils = [.. students.Select(student => new SybilMiner(student, Hardware))];
        IMiner?[] slots = [null, sybils[1], sybils[2]];
        Decide(slots, 1, 2);
        slots[0] = sybils[0];
        Decide(slots, 0, 1, 2);
        Assert.All(sybils, sybil => Assert.Same(students[1], sybil.Model));
        // In the slot of the first, a newcomer goes on with what that has trained.
        SybilMiner newcomer = new(new Student(), Hardware);
        slots[1] = newcomer;
        Decide(slots, 1, 0, 2);
        Assert.Same(students[1], newcomer.Model);
        // And the first, when it comes back, joins them.
        slots[0] = sybils[1];
        Decide(slots, 0, 1, 2);
        foreach (SybilMiner sybil in (SybilMiner[])[sybils[1], newcomer, sybils[2]])
        {
            sybil.Work();
        }
        Assert.Equal(100, newcomer.Machine.Operations);
        Assert.Equal([0, 1, 0], students.Select(s => s.Budgets.Count));
    }

    [Fact]
    public void A_sybil_without_a_slot_pays_for_no_more_answers()
    {
        Hardware dear = Hardware with { AnswerSpeed = 80, Latency = 0 };
        SybilMiner[] sybils =
        [
            .. Enumerable
                .Range(0, 3)
                .Select(_ => new SybilMiner(new Student { AnswerOperations = 10 }, dear)),
        ];
        IMiner?[] slots = [.. sybils];
        Decide(slots, 0, 1, 2);
        sybils[2].Answer(new Parity.Number(1), new NoPeers());
        slots[0] = null;
        Assert.Equal(125, sybils[2].Answer(new Parity.Number(1), new NoPeers()).Latency);
        // One machine again: the second answer waits for the first.
        Assert.Equal(250, sybils[1].Answer(new Parity.Number(1), new NoPeers()).Latency);
        Assert.Equal([0.125, 0, 0.25], sybils.Select(sybil => sybil.Machine.Seconds));
        Assert.All(sybils, sybil => Assert.Same(sybils[0].Model, sybil.Model));
    }

    /// <summary>Lets sybils of one owner decide, slot by slot.</summary>
    private static void Decide(IMiner?[] slots, params ushort[] uids)
    {
        Uid[] own = [.. uids.Select(uid => new Uid(uid))];
        foreach (Uid uid in own)
        {
            slots[uid.Index]!.Decide(
                new Bazaar
                {
                    Slots = slots,
                    Own = own,
                    Self = uid,
                }
            );
        }
    }

    private static void Live(FirmMiner firm, int tempos, Func<int, double>? running = null)
    {
        for (int tempo = 0; tempo < tempos; tempo++)
        {
            firm.Decide(new Bazaar { Account = new(running?.Invoke(tempo) ?? 0, 0, 0, 0, 0) });
            firm.Work();
        }
    }

    private sealed class Data : ITrainingData;
}
