using ILGPU;

namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>A batch of subnets in device memory, as kernels see it: matrices are [subnet][validator][miner].</summary>
internal struct GpuViews
{
    /// <summary>One per subnet.</summary>
    public ArrayView<GpuSubnet> Subnets;

    /// <summary>Weight codes, [matrix][validator][miner]; <see cref="GpuSubnet.Weights"/> says which is whose.</summary>
    public ArrayView<uint> Codes;

    /// <summary>Stake in the median, [subnet][validator].</summary>
    public ArrayView<uint> Votes;

    /// <summary>Stored bonds before and after the epoch, [subnet][validator][miner].</summary>
    public ArrayView<ushort> Bonds,
        NewBonds;

    /// <summary>Normalised bonds, [subnet][validator][miner].</summary>
    public ArrayView<long> Shares;

    /// <summary>Active stake, and the sums of the row pass, [subnet][validator].</summary>
    public ArrayView<long> Stake,
        Trust,
        Dividends;

    /// <summary>Outputs of the column pass, and the ranks made to sum to one, [subnet][miner].</summary>
    public ArrayView<long> Consensus,
        Ranks,
        Incentive;

    /// <summary>Sums of ranks and of consensus weights, [subnet].</summary>
    public ArrayView<long> RankSums,
        ConsensusSums;

    /// <summary>Partial sums of the row pass, [subnet][validator][part].</summary>
    public ArrayView<long> TrustParts,
        DividendParts;

    /// <summary>Reciprocals of 0 … 31 for the exponential's series.</summary>
    public ArrayView<long> Reciprocals;

    /// <summary>Rows of a matrix, whether a subnet uses them or not; miners in a row; cells from one row to the next.</summary>
    public int Rows,
        Width,
        Stride;
}
