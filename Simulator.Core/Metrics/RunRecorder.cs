using System.Collections.Immutable;
using Simulator.Core.Engine;

namespace Simulator.Core.Metrics;

/// <summary>Everything that is kept of a run: its tables and the digest of its events.</summary>
public sealed class RunRecorder : IDisposable
{
    private readonly EpochRecorder _epochs;
    private readonly NeuronRecorder _neurons = new();
    private readonly EventRecorder _events = new();
    private readonly WeightRecorder _weights;
    private readonly EventDigest _digest = new();

    /// <summary>A recorder of runs of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="allWeights">Whether weights and bonds of every epoch are kept, not only of the last one.</param>
    public RunRecorder(WorldPlan plan, bool allWeights = false)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _epochs = new(plan.Subnet.ImmunityPeriod);
        _weights = new(allWeights);
        Observers = [_epochs, _neurons, _events, _weights, _digest];
    }

    /// <summary>What to hand to a <see cref="Simulation"/>; for one run only.</summary>
    public ImmutableArray<IObserver> Observers { get; }

    /// <summary>One row per epoch and mechanism.</summary>
    public Table Epochs => _epochs.Table;

    /// <summary>One row per slot, epoch and mechanism.</summary>
    public Table Neurons => _neurons.Table;

    /// <summary>One row per fact, in total order.</summary>
    public Table Events => _events.Table;

    /// <summary>One row per stored weight or bond; of the last epoch only, unless all were asked for.</summary>
    public Table Weights => _weights.Table;

    /// <summary>All tables, up to the last whole epoch.</summary>
    public ImmutableArray<Table> Tables => [Epochs, Neurons, Events, Weights];

    /// <summary>The digest of the events up to the last whole epoch, in hex.</summary>
    public string Digest => _digest.Hex;

    /// <inheritdoc/>
    public void Dispose() => _digest.Dispose();
}
