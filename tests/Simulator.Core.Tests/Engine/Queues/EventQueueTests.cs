using CsCheck;
using Simulator.Core.Engine;
using Simulator.Core.Engine.Queues;
using Simulator.Core.Randomness;

namespace Simulator.Core.Tests.Engine.Queues;

/// <summary>Whatever the times are and however many events wait, they come in the order of time, phase and sequence.</summary>
public sealed class EventQueueTests
{
    /// <summary>How long after the present a new event comes: the shapes that queues are known to fail on.</summary>
    public enum Delays
    {
        AllEqual,
        ManyTies,
        Exponential,
        NearAndFar,
        AnyMagnitude,
        UpToTheEndOfTime,
        FallingBack,
    }

    private static readonly Gen<Delays> AnyDelays = Gen.Enum<Delays>();

    [Fact]
    public void Holding_any_number_of_events_keeps_the_order() =>
        Gen.Select(AnyDelays, Gen.Int[1, 300], Gen.ULong)
            .Sample((delays, pending, seed) => Hold(delays, pending, events: 3_000, seed), iter: 60);

    [Theory]
    [InlineData(Delays.AllEqual)]
    [InlineData(Delays.ManyTies)]
    [InlineData(Delays.Exponential)]
    [InlineData(Delays.NearAndFar)]
    [InlineData(Delays.AnyMagnitude)]
    [InlineData(Delays.UpToTheEndOfTime)]
    [InlineData(Delays.FallingBack)]
    public void Holding_fifty_thousand_events_keeps_the_order(Delays delays) =>
        Hold(delays, pending: 50_000, events: 120_000, seed: 1);

    [Fact]
    public void Growing_and_shrinking_again_and_again_keeps_the_order() =>
        Gen.Select(Gen.Select(AnyDelays, Gen.Int[0, 2_000], Gen.Int[0, 2_000]).Array[1, 8], Gen.ULong)
            .Sample(
                (waves, seed) =>
                {
                    QueuePair queue = new();
                    Rng rng = new(seed);
                    foreach ((Delays delays, int pushes, int takes) in waves)
                    {
                        for (int i = 0; i < pushes; i++)
                        {
                            Push(queue, delays, rng);
                        }
                        for (int i = 0; i < takes; i++)
                        {
                            queue.Take();
                        }
                    }
                    queue.TakeAll();
                },
                iter: 60
            );

    [Fact]
    public void Nothing_is_taken_that_does_not_lie_before_the_end() =>
        Gen.Select(Gen.Int[1, 200], Gen.Long[0, 50], Gen.ULong)
            .Sample(
                (pending, step, seed) =>
                {
                    QueuePair queue = new();
                    Rng rng = new(seed);
                    for (int i = 0; i < pending; i++)
                    {
                        queue.Push(rng.NextInt(1_000));
                    }
                    for (long end = 0; queue.Count > 0; end += step + 1)
                    {
                        while (queue.Take(end))
                        {
                            if (rng.NextInt(3) == 0)
                            {
                                // Before, at or after the end: an earlier day than the one looked at may get an event.
                                queue.Push(queue.Now + rng.NextInt(60));
                            }
                        }
                    }
                },
                iter: 100
            );

    [Fact]
    public void Nothing_is_allocated_for_an_event_once_there_were_as_many()
    {
        EventQueue queue = new();
        NoHandler handler = new();
        Rng rng = new(1);
        Wave(queue, handler, rng);
        Wave(queue, handler, rng);
        Assert.Equal(0, Allocation.Least(() => Wave(queue, handler, rng)));
        Assert.Equal(0, queue.Count);
    }

    private static void Hold(Delays delays, int pending, int events, ulong seed)
    {
        QueuePair queue = new();
        Rng rng = new(seed);
        for (int i = 0; i < pending; i++)
        {
            Push(queue, delays, rng);
        }
        for (int i = 0; i < events; i++)
        {
            queue.Take();
            Push(queue, delays, rng);
        }
        queue.TakeAll();
    }

    private static void Push(QueuePair queue, Delays delays, Rng rng)
    {
        long delay = delays switch
        {
            Delays.AllEqual => 0,
            Delays.ManyTies => rng.NextInt(4),
            Delays.Exponential => (long)rng.Exponential(1e6),
            Delays.NearAndFar => rng.NextInt(10) == 0 ? 1_000_000_000_000 : rng.NextInt(10),
            Delays.AnyMagnitude => 1L << rng.NextInt(50),
            Delays.UpToTheEndOfTime => (long)(rng.NextDouble() * (long.MaxValue - queue.Now)),
            _ => 1_000_000 / (1 + queue.Now % 1_000),
        };
        long time = delay < long.MaxValue - queue.Now ? queue.Now + delay : long.MaxValue - 1;
        queue.Push(time, (Phase)rng.NextInt(9));
    }

    private static void Wave(EventQueue queue, NoHandler handler, Rng rng)
    {
        long now = 0;
        for (int i = 0; i < 100_000; i++)
        {
            // Up to 2,000 wait at the crest of each wave, and none at its end.
            if (i % 20_000 < 2_000)
            {
                queue.Push(now + rng.NextInt(100_000), Phase.Other, handler, i);
            }
            else if (queue.Take(long.MaxValue, out long time, out _, out _) is not null)
            {
                now = time;
                if (i % 20_000 < 15_000)
                {
                    queue.Push(now + rng.NextInt(100_000), Phase.Other, handler, i);
                }
            }
        }
    }

    private sealed class NoHandler : IEventHandler
    {
        public void Handle(EventLoop loop, long argument) { }
    }
}
