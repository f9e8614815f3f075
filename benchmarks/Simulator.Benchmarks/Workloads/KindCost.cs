namespace Simulator.Benchmarks.Workloads;

/// <summary>What the miners with one kind of model have cost, in processor time of the thread.</summary>
/// <param name="kind">Kind of model, as tables show it.</param>
internal sealed class KindCost(string kind)
{
    /// <summary>Kind of model.</summary>
    public string Kind { get; } = kind;

    /// <summary>Rounds of all its miners together.</summary>
    public int MinerRounds { get; private set; }

    /// <summary>Seconds of training.</summary>
    public double Training { get; private set; }

    /// <summary>Seconds of answering and scoring.</summary>
    public double Answering { get; private set; }

    /// <summary>Adds one miner's round.</summary>
    public void Add(double training, double answering)
    {
        MinerRounds++;
        Training += training;
        Answering += answering;
    }
}
