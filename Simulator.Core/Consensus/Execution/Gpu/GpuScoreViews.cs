using ILGPU;

namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>The scores of a batch of subnets in device memory, as kernels see them.</summary>
internal struct GpuScoreViews
{
    /// <summary>One per subnet.</summary>
    public ArrayView<GpuScoreSubnet> Subnets;

    /// <summary>Validators, [subnet][validator].</summary>
    public ArrayView<GpuScoreRow> Validators;

    /// <summary>Scores, [subnet][validator][miner].</summary>
    public ArrayView<double> Scores;

    /// <summary>The codes that become of them, [subnet][validator][miner].</summary>
    public ArrayView<uint> Codes;

    /// <summary>Block in which a miner came, [subnet][miner].</summary>
    public ArrayView<ulong> Registered;

    /// <summary>Weight of a rank, [subnet][rank].</summary>
    public ArrayView<double> Ranks;

    /// <summary>Largest score, largest weight sent, and what it is raised by, [subnet][validator].</summary>
    public ArrayView<double> Tops,
        Largest,
        Ratios;

    /// <summary>Largest numbers of parts of rows, [subnet][validator][part].</summary>
    public ArrayView<double> Parts;

    /// <summary>Rows of a matrix, whether a subnet uses them or not; miners in a row; cells from one row to the next.</summary>
    public int Rows,
        Width,
        Stride;
}
