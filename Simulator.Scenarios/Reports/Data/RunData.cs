using Simulator.Core.Metrics;
using Simulator.Scenarios.Results;

namespace Simulator.Scenarios.Reports.Data;

/// <summary>What a page draws, read from a result's tables once.</summary>
internal sealed class RunData
{
    /// <summary>Reads a result.</summary>
    /// <exception cref="ArgumentException">The result lacks its table of epochs, neurons or events.</exception>
    public RunData(RunResult result)
    {
        Result = result;
        Scope = Scope.FirstOf(result["epochs"]);
        HasOthers = Scope.IsPartOf(result["epochs"]);
        Epochs = new EpochSeries(result["epochs"], Scope);
        (Groups, Neurons) = NeuronReader.Read(result["neurons"], Scope, Epochs.Axis);
        var weights = result.Tables.FirstOrDefault(t => t.Name == "weights");
        KeepsWeights = weights is not null;
        Weights =
            weights is not null && Axis.Points > 0
                ? WeightGrid.Read(weights, Scope, Axis.Shown[^1], Last)
                : null;
        Refusals = ReasonsOf(result["events"], "Rejected");
    }

    /// <summary>The result itself.</summary>
    public RunResult Result { get; }

    /// <summary>The mechanism shown.</summary>
    public Scope Scope { get; }

    /// <summary>Whether the tables speak of other mechanisms, which the page does not show.</summary>
    public bool HasOthers { get; }

    /// <summary>The epochs.</summary>
    public EpochSeries Epochs { get; }

    /// <summary>The epochs that charts show.</summary>
    public EpochAxis Axis => Epochs.Axis;

    /// <summary>The groups, in the order of their colours.</summary>
    public GroupList Groups { get; }

    /// <summary>Who held the slots at each epoch shown, by uid.</summary>
    public NeuronRow[][] Neurons { get; }

    /// <summary>Who held the slots at the last epoch; nobody where none ran.</summary>
    public NeuronRow[] Last => Neurons.Length == 0 ? [] : Neurons[^1];

    /// <summary>Miners at the last epoch.</summary>
    public IEnumerable<NeuronRow> LastMiners => Last.Where(n => !n.IsValidator);

    /// <summary>Whether the result has a table of weights.</summary>
    public bool KeepsWeights { get; }

    /// <summary>Weights and bonds of the last epoch; null where none are known.</summary>
    public WeightGrid? Weights { get; }

    /// <summary>Why the chain refused extrinsics, and how often; most frequent first, then by name.</summary>
    public IReadOnlyList<(string Reason, long Times)> Refusals { get; }

    /// <summary>A measure of each miners' group over time; groups without any value are left out.</summary>
    public IReadOnlyList<Spread> MinerSpreads(Func<NeuronRow, double> measure) =>
        [.. Groups.Miners.Select(g => Spread.Of(Neurons, g, measure)).Where(s => s.HasValues)];

    private static List<(string Reason, long Times)> ReasonsOf(Table events, string kind)
    {
        var kinds = events["kind"].Values<string>();
        var reasons = events["reason"].Values<string>();
        var times = new SortedDictionary<string, long>(StringComparer.Ordinal);
        for (int row = 0; row < kinds.Length; row++)
        {
            if (kinds[row] == kind)
            {
                times[reasons[row]] = times.GetValueOrDefault(reasons[row]) + 1;
            }
        }
        return [.. times.OrderByDescending(t => t.Value).Select(t => (t.Key, t.Value))];
    }
}
