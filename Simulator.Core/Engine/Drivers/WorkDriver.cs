using Simulator.Core.Tasks;

namespace Simulator.Core.Engine.Drivers;

/// <summary>Lets miners work once per tempo, and measures how good their models are.</summary>
/// <remarks>
/// Threads may share this work: each miner touches only its own state and its own stream, and results are written by place,
/// so any number of threads gives the same bits.
/// </remarks>
internal sealed class WorkDriver(World world) : IEventHandler
{
    /// <inheritdoc/>
    public void Handle(EventLoop loop, long argument)
    {
        Participant[] miners = [.. world.Roster.Seated.Where(p => p.Miner is not null)];
        Exception?[] faults = new Exception?[miners.Length];
        ForEach(
            miners.Length,
            i =>
            {
                try
                {
                    miners[i].Miner!.Work();
                }
                // Kept by place: which one is reported must not depend on which thread was first.
                catch (Exception e)
                {
                    faults[i] = e;
                }
            }
        );
        int first = Array.FindIndex(faults, fault => fault is not null);
        if (first >= 0)
        {
            world.Acting = miners[first];
            throw world.Fault(faults[first]!);
        }
    }

    /// <summary>Share of held-out questions that the model of each slot's holder answers right; NaN without a model.</summary>
    public double[] Qualities()
    {
        ITask? task = world.Plan.Task;
        double[] qualities = new double[world.Roster.Slots];
        Array.Fill(qualities, double.NaN);
        if (task is not null)
        {
            ForEach(
                qualities.Length,
                uid =>
                {
                    if (world.Roster[new((ushort)uid)]?.Miner?.Model is { } model)
                    {
                        qualities[uid] = ModelQuality.Measure(task, model, world.Plan.Queries.Measured);
                    }
                }
            );
        }
        return qualities;
    }

    private void ForEach(int count, Action<int> work)
    {
        if (world.Threads == 1)
        {
            for (int i = 0; i < count; i++)
            {
                work(i);
            }
        }
        else
        {
            Parallel.For(0, count, new() { MaxDegreeOfParallelism = world.Threads }, work);
        }
    }
}
