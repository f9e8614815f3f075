using Simulator.Core.Engine;
using Simulator.Core.Tasks;

namespace Simulator.Scenarios.Profiles;

/// <summary>Watches the models of a run learn.</summary>
/// <param name="world">The world.</param>
/// <param name="progress">Is told the number of whole epochs after each of them.</param>
internal sealed class WatchedModels(WorldPlan world, IProgress<int>? progress) : IObserver
{
    /// <summary>Curves of one group beyond which more of them say nothing new.</summary>
    private const int MostOfGroup = 1_024;

    private readonly List<WatchedModel> _models = [];
    private readonly Dictionary<IModel, WatchedModel> _known = new(ReferenceEqualityComparer.Instance);
    private Simulation? _run;

    /// <summary>Measures all models before they learn, and watches them from now on.</summary>
    public void Begin(Simulation run)
    {
        _run = run;
        foreach (IGrouping<object, SeatedModel> sharing in Seated(run))
        {
            IModel model = (IModel)sharing.Key;
            double untrained = ModelQuality.Measure(world.Task!, model, world.Queries.Measured);
            Of(model, sharing.First().Group).Add(new(0, untrained));
        }
    }

    /// <inheritdoc/>
    public void OnEpoch(EpochSnapshot epoch)
    {
        // A subnet with several mechanisms tells of an epoch more than once.
        if (epoch.Mechanism == default)
        {
            foreach (IGrouping<object, SeatedModel> sharing in Seated(_run!))
            {
                // Of several slots that answer from one model any may have trained it.
                long operations = sharing.Sum(seat => seat.Operations);
                Of((IModel)sharing.Key, sharing.First().Group).Add(new(operations, sharing.First().Quality));
            }
            progress?.Report((int)epoch.Epoch);
        }
    }

    /// <summary>A curve for each model, of large groups for evenly spaced ones.</summary>
    public IEnumerable<(string Group, GroupCurve Curve)> Fitted()
    {
        foreach (IGrouping<string, WatchedModel> group in _models.GroupBy(model => model.Group))
        {
            WatchedModel[] all = [.. group];
            int kept = Math.Min(all.Length, MostOfGroup);
            for (int i = 0; i < kept; i++)
            {
                yield return (
                    group.Key,
                    all[(int)((long)i * all.Length / kept)].Fit(world.Task!, world.Queries)
                );
            }
        }
    }

    private static IEnumerable<IGrouping<object, SeatedModel>> Seated(Simulation run) =>
        run.Models.GroupBy(seat => (object)seat.Model, ReferenceEqualityComparer.Instance);

    private WatchedModel Of(IModel model, string group)
    {
        if (!_known.TryGetValue(model, out WatchedModel? watched))
        {
            _models.Add(_known[model] = watched = new(model, group));
        }
        return watched;
    }
}
