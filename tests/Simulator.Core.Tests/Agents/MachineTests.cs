using Simulator.Core.Agents;
using Simulator.Core.Randomness;
using Simulator.Core.Tests.Engine;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Agents;

public sealed class MachineTests
{
    private static readonly Parity.Number Question = new(7);

    [Fact]
    public void Training_costs_the_share_of_its_hours_that_the_operations_took()
    {
        Machine machine = new(
            new()
            {
                Compute = 1_000,
                TrainingSeconds = 7_200,
                UsdPerHour = 3,
                EnergyUsdPerHour = 0.5,
            }
        );
        Assert.Equal(500, machine.Train(new Student(), duty: 0.5));
        Assert.Equal(500, machine.Operations);
        Assert.Equal(3_600, machine.Seconds);
        Assert.Equal(3, machine.ComputeUsd);
        Assert.Equal(0.5, machine.EnergyUsd);
    }

    [Fact]
    public void What_a_model_does_not_spend_costs_nothing()
    {
        Machine machine = new(new() { Compute = 1_000, UsdPerHour = 3 });
        Assert.Equal(0, machine.Train(new Pupil(1)));
        Assert.Equal(0, machine.ComputeUsd);
    }

    [Fact]
    public void What_has_outgrown_the_memory_learns_no_more()
    {
        Machine machine = new(new() { Compute = 1_000, Memory = 50 });
        Assert.Equal(1_000, machine.Train(new Student { Bytes = 50 }));
        Student larger = new() { Bytes = 51 };
        Assert.Equal(0, machine.Train(larger));
        Assert.Empty(larger.Budgets);
    }

    [Fact]
    public void Hardware_without_compute_trains_nothing_and_divides_by_nothing()
    {
        Machine machine = new(new() { Compute = 0 });
        Assert.Equal(0, machine.Train(new Student(), duty: 3));
        Assert.Equal(0, machine.Seconds);
    }

    [Fact]
    public void Answers_wait_for_those_before_them()
    {
        Machine machine = new(new() { AnswerSpeed = 1_000, Latency = 30 });
        Student model = new() { AnswerOperations = 250 };
        long[] latencies =
        [
            .. Enumerable.Range(0, 3).Select(_ => machine.Answer(model, Question, new(10_000)).Latency),
        ];
        Assert.Equal([280, 530, 780], latencies);
        // 600 ms later the last of them is still at work for 150 ms.
        Assert.Equal(430, machine.Answer(model, Question, new(10_600)).Latency);
        Assert.Equal(280, machine.Answer(model, Question, new(20_000)).Latency);
        Assert.Equal(1.25, machine.Seconds);
    }

    [Fact]
    public void What_would_not_be_done_by_the_deadline_is_not_taken_and_costs_nothing()
    {
        Machine machine = new(new() { AnswerSpeed = 1_000, Latency = 30 });
        Student model = new() { AnswerOperations = 250 };
        Reply[] replies =
        [
            .. Enumerable
                .Range(0, 4)
                .Select(_ => machine.Answer(model, Question, new(10_000), deadline: 500)),
        ];
        Assert.Equal([280, 530], replies[..2].Select(reply => reply.Latency));
        Assert.All(replies[2..], reply => Assert.Equal(Reply.Lost, reply));
        Assert.Equal(0.5, machine.Seconds);
        // The first is done, and nothing waits that was not taken.
        Assert.Equal(530, machine.Answer(model, Question, new(10_250), deadline: 500).Latency);
    }

    [Fact]
    public void Work_without_end_is_never_begun()
    {
        Machine machine = new(new() { AnswerSpeed = double.Epsilon });
        Student model = new() { AnswerOperations = long.MaxValue };
        Assert.Equal(Reply.Lost, machine.Answer(model, Question, new(long.MaxValue)));
        Assert.Equal(0, machine.Seconds);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(12_001)]
    public void A_deadline_that_no_plan_can_have_is_refused(long deadline) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(deadline),
            () => new Machine(new()).Answer(new Student(), Question, default, deadline)
        );

    [Fact]
    public void How_busy_a_machine_is_shifts_nothing_that_its_line_loses()
    {
        Assert.Equal(LostAfter(deadline: 12_000), LostAfter(deadline: 100));

        static bool[] LostAfter(long deadline)
        {
            Machine machine = new(new() { AnswerLoss = 0.5, AnswerSpeed = 1_000 }, new Rng(5));
            Student slow = new() { AnswerOperations = 250 };
            machine.Answer(slow, Question, default, deadline);
            return
            [
                .. Enumerable
                    .Range(0, 100)
                    .Select(_ => machine.Answer(new Student(), Question, default) == Reply.Lost),
            ];
        }
    }

    [Fact]
    public void An_answer_takes_as_long_as_reading_its_model_where_that_is_longer()
    {
        Machine machine = new(
            new()
            {
                AnswerSpeed = 1_000,
                Bandwidth = 2_000,
                Latency = 0,
            }
        );
        Student model = new() { AnswerOperations = 100, Bytes = 1_000 };
        Assert.Equal(500, machine.Answer(model, Question, default).Latency);
    }

    [Fact]
    public void A_line_loses_the_share_of_answers_that_it_should()
    {
        Machine machine = new(new() { AnswerLoss = 0.3 }, new Rng(5));
        int lost = Enumerable
            .Range(0, 10_000)
            .Count(_ => machine.Answer(new Student(), Question, default) == Reply.Lost);
        Assert.InRange(lost, 2_850, 3_150);
    }

    [Fact]
    public void What_loses_answers_needs_something_that_decides_which() =>
        Assert.Throws<ArgumentNullException>("line", () => new Machine(new() { AnswerLoss = 0.3 }));

    [Fact]
    public void A_lost_reply_stays_lost_when_it_is_relayed() =>
        Assert.True(Reply.Lost.Latency + SimTime.TicksPerBlock > Reply.Lost.Latency);

    [Fact]
    public void Impossible_hardware_is_refused_with_all_that_is_wrong_with_it() =>
        Assert.Equal(
            """
            hardware.memory: -1 bytes are negative
            hardware.training_seconds: -1 is outside 0 to 1000000000
            hardware.answer_speed: NaN is outside 0 to 1E+18
            hardware.bandwidth: 2E+18 is outside 0 to 1E+18
            hardware.answer_loss: 1.5 is outside 0 to 1
            hardware.usd_per_hour: -1 is outside 0 to 1000000000
            hardware.energy_usd_per_hour: -1 is outside 0 to 1000000000 (Parameter 'hardware')
            """,
            Assert
                .Throws<ArgumentException>(() =>
                    new Machine(
                        new()
                        {
                            Memory = -1,
                            TrainingSeconds = -1,
                            AnswerSpeed = double.NaN,
                            Bandwidth = 2e18,
                            AnswerLoss = 1.5,
                            UsdPerHour = -1,
                            EnergyUsdPerHour = -1,
                        },
                        new Rng(1)
                    )
                )
                .Message
        );

    [Fact]
    public void A_profile_is_scaled_to_the_operations_and_bytes_of_the_models()
    {
        HardwareProfile profile = new("card", 100e12, 24e9, 1e12, 400, 0.5);
        Hardware two = profile.Scaled(
            2,
            new()
            {
                Training = 1e10,
                Answering = 1e8,
                Memory = 1e4,
                Utilization = 0.5,
            },
            tempoSeconds: 1_000,
            usdPerKilowattHour: 0.2
        );
        Assert.Equal(10_000_000, two.Compute); // 100 TFLOP/s for 1,000 s are 1e17, at 1e10 for one
        Assert.Equal(1_000_000, two.AnswerSpeed);
        Assert.Equal(4_800_000, two.Memory);
        Assert.Equal(2e8, two.Bandwidth);
        Assert.Equal(1, two.UsdPerHour);
        Assert.Equal(0.16, two.EnergyUsdPerHour, 1e-12);
        Assert.Equal(1_000, two.TrainingSeconds);
    }
}
