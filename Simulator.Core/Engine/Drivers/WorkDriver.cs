using Simulator.Core.Tasks;

namespace Simulator.Core.Engine.Drivers;

/// <summary>Lets miners work once per tempo, and measures how good their models are.</summary>
/// <remarks>
/// Threads may share this work: each miner touches only its own state and its own stream, and results are written by place,
/// so any number of threads gives the same bits.
/// </remarks>
internal sealed class WorkDriver(World world) : IEventHandler
{
    private readonly Decisions _decisions = new(world);

    /// <inheritdoc/>
    public void Handle(EventLoop loop, long argument)
    {
        Participant[] miners = [.. world.Roster.Seated.Where(p => p.Miner is not null)];
        foreach (Participant miner in miners)
        {
            _decisions.Take(miner);
        }
        ForEach(miners, miner => miner.Miner!.Work());
    }

    /// <summary>Mean score of the model of each slot's holder on held-out questions; NaN without a model.</summary>
    /// <param name="epochs">Whole epochs so far: they decide whether models are measured, or only those that never were.</param>
    public double[] Qualities(int epochs)
    {
        double[] qualities = new double[world.Roster.Slots];
        Array.Fill(qualities, double.NaN);
        if (world.Plan.Task is { } task)
        {
            bool all = epochs % world.Plan.Fidelity.Sampled == 0 || epochs == world.Plan.Epochs;
            Participant[] owners = [.. world.Roster.Seated.Where(p => p.Miner?.Model is not null)];
            Measure(task, owners.Where(p => all || double.IsNaN(p.Quality)));
            foreach (Participant owner in owners)
            {
                qualities[owner.Uid!.Value.Index] = owner.Quality;
            }
        }
        return qualities;
    }

    private void Measure(ITask task, IEnumerable<Participant> owners)
    {
        // What several slots answer from is measured once: no two threads may ask it.
        ILookup<object, Participant> holders = owners.ToLookup(
            p => p.Miner!.Model!.Core,
            ReferenceEqualityComparer.Instance
        );
        ForEach(
            [.. holders.Select(sharing => sharing.First())],
            holder =>
            {
                IModel model = holder.Miner!.Model!;
                double quality = ModelQuality.Measure(
                    task,
                    model,
                    world.Plan.Queries.Measured,
                    world.LaterShare
                );
                foreach (Participant sharing in holders[model.Core])
                {
                    sharing.Quality = quality;
                }
            }
        );
    }

    /// <summary>Does something for each participant.</summary>
    private void ForEach(Participant[] participants, Action<Participant> work)
    {
        Exception?[] faults = new Exception?[participants.Length];
        if (world.Threads == 1)
        {
            for (int i = 0; i < participants.Length; i++)
            {
                Do(i);
            }
        }
        else
        {
            Parallel.For(0, participants.Length, new() { MaxDegreeOfParallelism = world.Threads }, Do);
        }
        int first = Array.FindIndex(faults, fault => fault is not null);
        if (first >= 0)
        {
            world.Acting = participants[first];
            throw world.Fault(faults[first]!);
        }

        void Do(int i)
        {
            try
            {
                work(participants[i]);
            }
            // Kept by place: which one is reported must not depend on which thread was first.
            catch (Exception e)
            {
                faults[i] = e;
            }
        }
    }
}
