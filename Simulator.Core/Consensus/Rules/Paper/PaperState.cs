using System.Runtime.Intrinsics;

namespace Simulator.Core.Consensus.Rules.Paper;

/// <summary>What a run remembers and what it has computed, with memory that it keeps.</summary>
/// <remarks>
/// Matrices are row-major, a row for every node that weighs, and padded with columns of zeros to whole lanes. With full
/// matrices every neuron is a node and a column, validators first; otherwise validators are nodes and miners columns.
/// </remarks>
internal sealed class PaperState
{
    /// <summary>Guard in the denominators of the source.</summary>
    public const double Epsilon = 1e-6;

    public PaperState(int validators, int miners, bool fullMatrix)
    {
        Validators = validators;
        Miners = miners;
        FirstMiner = fullMatrix ? validators : 0;
        Nodes = fullMatrix ? validators + miners : validators;
        Columns = FirstMiner + miners;
        Lanes = (Columns + Vector512<double>.Count - 1) / Vector512<double>.Count;
        Stride = Lanes * Vector512<double>.Count;
        Weights = new(Nodes * Stride);
        PreviousWeights = new(Nodes * Stride);
        Judged = Weights;
        Bonds = new(Nodes * Stride);
        Rates = new(Nodes * Stride);
        Stakes = new double[Nodes];
        StakeShares = new double[Nodes];
        ValidatorTrust = new double[Nodes];
        Dividends = new double[Nodes];
        DividendsPer1000 = new double[Nodes];
        RowSums = new double[Nodes];
        Preranks = new(Stride);
        JudgedRanks = new(Stride);
        Consensus = new(Stride);
        PreviousConsensus = new(Stride);
        Ranks = new(Stride);
        Incentive = new(Stride);
        Trust = new(Stride);
        Scratch = new(Stride);
        BondSums = new(Stride);
        OldBondSums = new(Stride);
        Rewards = new RunningSum[Nodes];
    }

    public int Validators { get; }

    public int Miners { get; }

    /// <summary>Rows.</summary>
    public int Nodes { get; }

    /// <summary>Columns without the padding.</summary>
    public int Columns { get; }

    /// <summary>Column of the first miner.</summary>
    public int FirstMiner { get; }

    /// <summary>Columns with the padding.</summary>
    public int Stride { get; }

    /// <summary>Columns with the padding, in lanes.</summary>
    public int Lanes { get; }

    /// <summary>Number of epochs that are over.</summary>
    public int Epochs { get; set; }

    /// <summary>Whether no miner has a consensus weight in this epoch.</summary>
    public bool IsDegenerate { get; set; }

    /// <summary>Weights of this epoch; a row adds up to a little under 1, or is zero.</summary>
    public LaneMemory Weights { get; set; }

    /// <summary>Weights of the epoch before; in the first epoch those of this one.</summary>
    public LaneMemory PreviousWeights { get; set; }

    /// <summary>The weights that this epoch clips: <see cref="Weights"/> or <see cref="PreviousWeights"/>.</summary>
    public LaneMemory Judged { get; set; }

    /// <summary>Bonds as they are remembered.</summary>
    public LaneMemory Bonds { get; }

    /// <summary>Share of the new bond in each bond; only where rates are liquid.</summary>
    public LaneMemory Rates { get; }

    /// <summary>Stakes as they were given.</summary>
    public double[] Stakes { get; }

    /// <summary>Stakes that add up to 1.</summary>
    public double[] StakeShares { get; }

    /// <summary>Part of each validator's weight that is left after clipping.</summary>
    public double[] ValidatorTrust { get; }

    /// <summary>What each validator earns: first raw, in the end normalised.</summary>
    public double[] Dividends { get; }

    /// <summary>What each validator earns for 1000 TAO of stake.</summary>
    public double[] DividendsPer1000 { get; }

    /// <summary>What the weights of each node add up to.</summary>
    public double[] RowSums { get; }

    /// <summary>Weight of each column by stake, before clipping.</summary>
    public LaneMemory Preranks { get; }

    /// <summary>The same of the weights that are clipped.</summary>
    public LaneMemory JudgedRanks { get; }

    /// <summary>Consensus weight of each column.</summary>
    public LaneMemory Consensus { get; set; }

    /// <summary>That of the epoch before.</summary>
    public LaneMemory PreviousConsensus { get; set; }

    /// <summary>Weight of each column by stake, after clipping.</summary>
    public LaneMemory Ranks { get; }

    /// <summary>Share of each column in the miners' reward.</summary>
    public LaneMemory Incentive { get; }

    /// <summary>Rank over prerank.</summary>
    public LaneMemory Trust { get; }

    /// <summary>A row for whoever needs one between two calls.</summary>
    public LaneMemory Scratch { get; }

    /// <summary>What the bonds to each column add up to after the epoch, as far as it has come.</summary>
    public LaneMemory BondSums { get; }

    /// <summary>What they added up to before it; only for rules that look.</summary>
    public LaneMemory OldBondSums { get; }

    /// <summary>What each validator earns, over the columns that are done.</summary>
    public RunningSum[] Rewards { get; }

    /// <summary>Sets the sums of bonds and rewards to 0.</summary>
    public void BeginRewards()
    {
        BondSums.Numbers.Clear();
        OldBondSums.Numbers.Clear();
        Rewards.AsSpan().Clear();
    }

    /// <summary>Makes rewards dividends, once all columns are done.</summary>
    public void EndRewards()
    {
        for (int i = 0; i < Nodes; i++)
        {
            Dividends[i] = Rewards[i].Total(Columns);
        }
    }

    /// <summary>A row of a matrix, without the padding.</summary>
    public ReadOnlySpan<double> Row(LaneMemory matrix, int node) =>
        matrix.Numbers.Slice(node * Stride, Columns);

    /// <summary>A row of a matrix in lanes, with the padding.</summary>
    public Span<Vector512<double>> LaneRow(LaneMemory matrix, int node) =>
        matrix.Lanes.Slice(node * Lanes, Lanes);
}
