namespace Simulator.Core.Consensus.Execution;

/// <summary>What epochs are computed on; all give the same bits.</summary>
public enum Backend
{
    /// <summary>A device where there is one and it pays, else the processor.</summary>
    Auto,

    /// <summary>The processor's widest vectors; no device is touched.</summary>
    Cpu,

    /// <summary>A CUDA device, and an error where there is none.</summary>
    Gpu,
}
