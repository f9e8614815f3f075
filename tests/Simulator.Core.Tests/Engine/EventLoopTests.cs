using Simulator.Core.Engine;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Engine;

public sealed class EventLoopTests
{
    [Fact]
    public void Events_come_by_time_then_phase_then_the_order_of_scheduling()
    {
        EventLoop loop = new();
        EventLog log = new();
        loop.Schedule(new(7), Phase.Vote, log, 1);
        loop.Schedule(new(7), Phase.Block, log, 2);
        loop.Schedule(new(3), Phase.Other, log, 3);
        loop.Schedule(new(7), Phase.Vote, log, 4);
        loop.Schedule(new(7), Phase.Block, log, 5);
        Assert.Equal(5, loop.Pending);
        loop.RunUntil(new(8));
        Assert.Equal(
            [
                (3, Phase.Other, 3),
                (7, Phase.Block, 2),
                (7, Phase.Block, 5),
                (7, Phase.Vote, 1),
                (7, Phase.Vote, 4),
            ],
            log.Lines
        );
        Assert.Equal(0, loop.Pending);
    }

    [Fact]
    public void A_thousand_events_of_one_tick_and_phase_come_first_in_first_out()
    {
        EventLoop loop = new();
        EventLog log = new();
        for (int i = 0; i < 1_000; i++)
        {
            loop.Schedule(new(5), Phase.Other, log, i);
        }
        loop.RunUntil(new(6));
        Assert.Equal(Enumerable.Range(0, 1_000).Select(i => (long)i), log.Arguments);
    }

    [Fact]
    public void An_event_may_schedule_others_of_its_own_tick_even_of_a_phase_that_has_passed()
    {
        EventLoop loop = new();
        EventLog log = new();
        EventLog first = new(
            (loop, _) =>
            {
                loop.Schedule(loop.Now, Phase.Vote, log, 2);
                loop.Schedule(loop.Now, Phase.Block, log, 1);
            }
        );
        loop.Schedule(new(4), Phase.Work, first);
        loop.Schedule(new(4), Phase.Other, log, 3);
        loop.RunUntil(new(5));
        Assert.Equal([1, 2, 3], log.Arguments);
    }

    [Fact]
    public void The_loop_stops_before_the_end_and_goes_on_from_there()
    {
        EventLoop loop = new();
        EventLog log = new();
        loop.Schedule(new(9), Phase.Other, log, 1);
        loop.Schedule(new(10), Phase.Block, log, 2);
        loop.RunUntil(new(10));
        Assert.Equal([1], log.Arguments);
        Assert.Equal(new SimTime(10), loop.Now);
        loop.RunUntil(new(10));
        Assert.Equal([1], log.Arguments);
        loop.RunUntil(new(11));
        Assert.Equal([1, 2], log.Arguments);
        loop.RunUntil(new(500));
        Assert.Equal(new SimTime(500), loop.Now);
    }

    [Fact]
    public void An_event_in_the_past_is_refused_with_both_times()
    {
        EventLoop loop = new();
        loop.RunUntil(new(10));
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() =>
            loop.Schedule(new(9), Phase.Other, new EventLog())
        );
        Assert.StartsWith("Tick 9 has passed: it is tick 10. (Parameter 'at')", refusal.Message);
        Assert.Equal(0, loop.Pending);
    }

    [Fact]
    public void Running_back_is_refused_with_both_times()
    {
        EventLoop loop = new();
        loop.RunUntil(new(10));
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => loop.RunUntil(new(9)));
        Assert.StartsWith("Tick 9 has passed: it is tick 10. (Parameter 'end')", refusal.Message);
    }

    [Fact]
    public void An_event_cannot_run_the_loop()
    {
        EventLoop loop = new();
        loop.Schedule(new(3), Phase.Other, new EventLog((loop, _) => loop.RunUntil(new(20))));
        var refusal = Assert.Throws<InvalidOperationException>(() => loop.RunUntil(new(10)));
        Assert.Equal("The loop is running already, at tick 3.", refusal.Message);
    }

    [Fact]
    public void An_exception_of_a_handler_comes_out_and_the_loop_can_go_on()
    {
        EventLoop loop = new();
        EventLog log = new();
        loop.Schedule(new(3), Phase.Other, new EventLog((_, _) => throw new FormatException("bad")));
        loop.Schedule(new(4), Phase.Other, log, 1);
        Assert.Throws<FormatException>(() => loop.RunUntil(new(10)));
        Assert.Equal(new SimTime(3), loop.Now);
        loop.RunUntil(new(10));
        Assert.Equal([1], log.Arguments);
    }
}
