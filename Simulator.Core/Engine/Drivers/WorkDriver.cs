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
        ForEach(miners.Length, i => miners[i].Miner!.Work());
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
