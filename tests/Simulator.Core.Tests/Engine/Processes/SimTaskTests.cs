using Simulator.Core.Engine;
using Simulator.Core.Engine.Processes;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Engine.Processes;

public sealed class SimTaskTests
{
    private static readonly SimTime End = new(1_000_000);

    private readonly EventLoop _sim = new();
    private readonly List<string> _log = [];

    [Fact]
    public void A_process_runs_to_its_first_wait_when_it_is_called_and_goes_on_when_its_time_has_come()
    {
        SimTask task = Ticking("a", 10, 10);
        Assert.Equal(["a 0"], _log);
        Assert.False(task.IsCompleted);
        _sim.RunUntil(new(20));
        Assert.Equal(["a 0", "a 10"], _log);
        _sim.RunUntil(new(21));
        Assert.Equal(["a 0", "a 10", "a 20"], _log);
        Assert.True(task.IsCompleted);
    }

    [Fact]
    public void Processes_and_events_of_a_tick_come_in_one_order()
    {
        _ = Ticking("a", 10);
        _sim.Schedule(new(10), Phase.Other, new EventLog((_, _) => _log.Add("event")));
        _ = Ticking("b", 10);
        _ = Voting();
        _sim.RunUntil(End);
        Assert.Equal(["a 0", "b 0", "Vote", "a 10", "event", "b 10"], _log);

        async SimTask Voting()
        {
            await _sim.Delay(10, Phase.Vote);
            _log.Add($"{_sim.Phase}");
        }
    }

    [Fact]
    public void A_wait_of_no_ticks_lets_the_others_of_the_tick_go_first()
    {
        _sim.Schedule(new(0), Phase.Other, new EventLog((_, _) => _log.Add("event")));
        _ = Ticking("a", 0);
        _sim.RunUntil(End);
        Assert.Equal(["a 0", "event", "a 0"], _log);
    }

    [Fact]
    public void A_process_waits_for_another_and_for_one_that_is_over()
    {
        _ = Parent();
        _sim.RunUntil(End);
        Assert.Equal(["child 0", "child 5", "at 5", "at 5", "quick 5", "at 5"], _log);

        async SimTask Parent()
        {
            SimTask child = Ticking("child", 5);
            await child;
            _log.Add($"at {_sim.Now}");
            await child;
            _log.Add($"at {_sim.Now}");
            await Ticking("quick");
            _log.Add($"at {_sim.Now}");
        }
    }

    [Fact]
    public void Several_wait_for_one_process_and_go_on_in_the_order_in_which_they_came()
    {
        SimTask child = Ticking("child", 5);
        _ = After("a", child);
        _ = After("b", child);
        _ = After("c", child);
        _sim.RunUntil(End);
        Assert.Equal(["child 0", "child 5", "a", "b", "c"], _log);

        async SimTask After(string name, SimTask task)
        {
            await task;
            _log.Add(name);
        }
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_waiting_processes_does_not_use_the_stack()
    {
        SimTask task = Ticking("deepest", 1);
        for (int i = 0; i < 100_000; i++)
        {
            task = Following(task);
        }
        _sim.RunUntil(End);
        Assert.True(task.IsCompleted);

        static async SimTask Following(SimTask task) => await task;
    }

    [Fact]
    public void An_exception_that_nobody_awaits_comes_out_of_the_loop()
    {
        SimTask task = Failing(5);
        _ = Ticking("other", 9);
        var failure = Assert.Throws<FormatException>(() => _sim.RunUntil(End));
        Assert.Equal("after 5", failure.Message);
        Assert.Contains(nameof(Failing), failure.StackTrace, StringComparison.Ordinal);
        Assert.Equal(new SimTime(5), _sim.Now);
        Assert.True(task.IsCompleted);
        _sim.RunUntil(End);
        Assert.Equal(["other 0", "other 9"], _log);
    }

    [Fact]
    public void An_exception_goes_to_whoever_awaits_the_process()
    {
        _ = Parent();
        _sim.RunUntil(End);
        Assert.Equal(["after 5 at 5", "after 5 at 12"], _log);

        async SimTask Parent()
        {
            SimTask task = Failing(5);
            for (int i = 0; i < 2; i++)
            {
                try
                {
                    await task;
                }
                catch (FormatException failure)
                {
                    _log.Add($"{failure.Message} at {_sim.Now}");
                }
                await _sim.Delay(7);
            }
        }
    }

    [Fact]
    public void An_exception_passes_through_all_who_wait_and_comes_out_of_the_loop_at_last()
    {
        _ = Outer();
        Assert.Throws<FormatException>(() => _sim.RunUntil(End));

        async SimTask Outer() => await Inner();

        async SimTask Inner() => await Failing(3);
    }

    [Fact]
    public void An_exception_before_the_first_wait_goes_to_the_caller()
    {
        Assert.Throws<FormatException>(() => _ = AtOnce());
        Assert.Equal(0, _sim.Pending);

        async SimTask AtOnce()
        {
            if (_sim.Now.Ticks == 0)
            {
                throw new FormatException();
            }
            await _sim.Delay(1);
        }
    }

    [Fact]
    public void A_negative_wait_is_refused_with_both_times()
    {
        _sim.RunUntil(new(10));
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => _sim.Delay(-1));
        Assert.StartsWith("Tick 9 has passed: it is tick 10. (Parameter 'ticks')", refusal.Message);
    }

    [Fact]
    public void A_process_cannot_wait_for_anything_outside_the_loop()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => _ = Leaving());
        Assert.Equal(
            "A process waits for its loop alone, by Delay, a Resource or another SimTask; "
                + "not by System.Runtime.CompilerServices.YieldAwaitable+YieldAwaiter.",
            refusal.Message
        );

        static async SimTask Leaving() => await Task.Yield();
    }

    [Fact]
    public void A_process_cannot_wait_for_another_loop()
    {
        EventLoop other = new();
        _ = Straying();
        var refusal = Assert.Throws<InvalidOperationException>(() => _sim.RunUntil(End));
        Assert.Equal("A process cannot wait for another loop than its own.", refusal.Message);

        async SimTask Straying()
        {
            await _sim.Delay(1);
            await other.Delay(1);
        }
    }

    [Fact]
    public void An_ordinary_async_method_may_wait_too_and_keeps_its_exception_in_its_task()
    {
        Resource desk = new(_sim);
        Task task = Ordinary();
        _sim.RunUntil(End);
        Assert.Equal(["at 3", "at 3", "child 3", "child 7", "at 7"], _log);
        Assert.IsType<FormatException>(task.Exception!.InnerException);

        async Task Ordinary()
        {
            await _sim.Delay(3);
            _log.Add($"at {_sim.Now}");
            await desk.Acquire();
            _log.Add($"at {_sim.Now}");
            await Ticking("child", 4);
            _log.Add($"at {_sim.Now}");
            throw new FormatException();
        }
    }

    [Fact]
    public void Every_part_of_a_process_runs_on_the_thread_of_the_loop()
    {
        HashSet<int> threads = [];
        _ = Noting();
        _sim.RunUntil(End);
        Assert.Equal([Environment.CurrentManagedThreadId], threads);

        async SimTask Noting()
        {
            for (int i = 0; i < 100; i++)
            {
                threads.Add(Environment.CurrentManagedThreadId);
                await _sim.Delay(i % 3);
            }
        }
    }

    private async SimTask Ticking(string name, params long[] delays)
    {
        _log.Add($"{name} {_sim.Now}");
        foreach (long delay in delays)
        {
            await _sim.Delay(delay);
            _log.Add($"{name} {_sim.Now}");
        }
    }

    private async SimTask Failing(long delay)
    {
        await _sim.Delay(delay);
        throw new FormatException($"after {delay}");
    }
}
