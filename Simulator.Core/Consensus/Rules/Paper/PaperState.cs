using System.Runtime.InteropServices;
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

    private readonly double[] _columnSums;

    public PaperState(int validators, int miners, bool fullMatrix)
    {
        Validators = validators;
        Miners = miners;
        FirstMiner = fullMatrix ? validators : 0;
        Nodes = fullMatrix ? validators + miners : validators;
        Columns = FirstMiner + miners;
        Lanes = (Columns + Vector512<double>.Count - 1) / Vector512<double>.Count;
        Stride = Lanes * Vector512<double>.Count;
        Weights = new double[Nodes * Stride];
        PreviousWeights = new double[Nodes * Stride];
        Bonds = new double[Nodes * Stride];
        Rates = new double[Nodes * Stride];
        Stakes = new double[Nodes];
        StakeShares = new double[Nodes];
        ValidatorTrust = new double[Nodes];
        Dividends = new double[Nodes];
        DividendsPer1000 = new double[Nodes];
        RowSums = new double[Nodes];
        Preranks = new double[Stride];
        JudgedRanks = new double[Stride];
        Consensus = new double[Stride];
        PreviousConsensus = new double[Stride];
        Ranks = new double[Stride];
        Incentive = new double[Stride];
        Trust = new double[Stride];
        Scratch = new double[Stride];
        _columnSums = new double[Stride];
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
    public double[] Weights { get; set; }

    /// <summary>Weights of the epoch before; in the first epoch those of this one.</summary>
    public double[] PreviousWeights { get; set; }

    /// <summary>The weights that this epoch clips: <see cref="Weights"/> or <see cref="PreviousWeights"/>.</summary>
    public double[] Judged { get; set; } = [];

    /// <summary>Bonds as they are remembered.</summary>
    public double[] Bonds { get; }

    /// <summary>Share of the new bond in each bond; only where rates are liquid.</summary>
    public double[] Rates { get; }

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
    public double[] Preranks { get; }

    /// <summary>The same of the weights that are clipped.</summary>
    public double[] JudgedRanks { get; }

    /// <summary>Consensus weight of each column.</summary>
    public double[] Consensus { get; set; }

    /// <summary>That of the epoch before.</summary>
    public double[] PreviousConsensus { get; set; }

    /// <summary>Weight of each column by stake, after clipping.</summary>
    public double[] Ranks { get; }

    /// <summary>Share of each column in the miners' reward.</summary>
    public double[] Incentive { get; }

    /// <summary>Rank over prerank.</summary>
    public double[] Trust { get; }

    /// <summary>A row for whoever needs one between two calls.</summary>
    public double[] Scratch { get; }

    /// <summary>A row of sums over validators, zero at first.</summary>
    public Span<Vector512<double>> ClearedColumnSums()
    {
        _columnSums.AsSpan().Clear();
        return InLanes(_columnSums);
    }

    /// <summary>A row of a matrix, without the padding.</summary>
    public ReadOnlySpan<double> Row(double[] matrix, int node) => matrix.AsSpan(node * Stride, Columns);

    /// <summary>A row of a matrix in lanes, with the padding.</summary>
    public Span<Vector512<double>> LaneRow(double[] matrix, int node) =>
        InLanes(matrix.AsSpan(node * Stride, Stride));

    /// <summary>A row in lanes.</summary>
    public static Span<Vector512<double>> InLanes(Span<double> row) =>
        MemoryMarshal.Cast<double, Vector512<double>>(row);
}
