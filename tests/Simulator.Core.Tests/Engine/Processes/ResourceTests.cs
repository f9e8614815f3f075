using Simulator.Core.Engine;
using Simulator.Core.Engine.Processes;

namespace Simulator.Core.Tests.Engine.Processes;

public sealed class ResourceTests
{
    [Fact]
    public void Those_who_wait_are_served_in_the_order_in_which_they_came()
    {
        EventLoop sim = new();
        Resource desks = new(sim, capacity: 2);
        List<string> log = [];
        for (int i = 0; i < 5; i++)
        {
            _ = Customer(i);
        }
        Assert.Equal((0, 3), (desks.Free, desks.Waiting));
        sim.RunUntil(new(100));
        Assert.Equal(["0 at 0", "1 at 0", "2 at 10", "3 at 10", "4 at 20"], log);
        Assert.Equal((2, 0), (desks.Free, desks.Waiting));

        async SimTask Customer(int number)
        {
            await desks.Acquire();
            log.Add($"{number} at {sim.Now}");
            await sim.Delay(10);
            desks.Release();
        }
    }

    [Fact]
    public void Whoever_comes_as_a_unit_is_given_back_does_not_overtake_those_who_wait()
    {
        EventLoop sim = new();
        Resource desk = new(sim);
        List<string> log = [];
        _ = Customer("first", 0);
        _ = Customer("waiting", 5);
        _ = Customer("late", 10);
        sim.RunUntil(new(100));
        Assert.Equal(["first 0", "waiting 10", "late 20"], log);

        async SimTask Customer(string name, long comes)
        {
            await sim.Delay(comes);
            await desk.Acquire();
            log.Add($"{name} {sim.Now}");
            await sim.Delay(10);
            desk.Release();
        }
    }

    [Fact]
    public void Nobody_gives_back_what_nobody_holds()
    {
        Resource desks = new(new EventLoop(), capacity: 3);
        var refusal = Assert.Throws<InvalidOperationException>(desks.Release);
        Assert.Equal("Nobody holds a unit: all 3 are free.", refusal.Message);
    }

    [Fact]
    public void A_resource_has_at_least_one_unit() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resource(new EventLoop(), capacity: 0));

    [Fact]
    public void Processes_allocate_nothing_once_there_were_as_many()
    {
        SingleServerQueue queue = new(seed: 1);
        queue.Run(20_000, meanBetween: 4000, meanService: 3000);
        int waves = 1;
        // Fewer at a time: a longer queue than before would need more processes than before.
        long bytes = Allocation.Least(() =>
        {
            queue.Run(20_000, meanBetween: 4000, meanService: 1000);
            waves++;
        });
        Assert.Equal(0, bytes);
        Assert.Equal(20_000 * waves, queue.Served);
    }

    /// <remarks>
    /// In theory ρ / (1 − ρ) are present on average. The mean over a time of T services has a variance of
    /// 2ρ(1 + ρ) / (1 − ρ)⁴ / T (Whitt, Planning queueing simulations, 1989). With ρ = 1/2 and 400,000 customers, T is
    /// 800,000: the mean is 1, its deviation 0.0055, and the bound four of them.
    /// </remarks>
    [Fact]
    public void As_many_customers_are_present_on_average_as_theory_says()
    {
        SingleServerQueue queue = new(seed: 7);
        queue.Run(400_000, meanBetween: 2_000_000, meanService: 1_000_000);
        Assert.InRange(queue.MeanPresent, 1 - 0.022, 1 + 0.022);
    }
}
