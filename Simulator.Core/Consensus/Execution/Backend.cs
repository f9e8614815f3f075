namespace Simulator.Core.Consensus.Execution;

/// <summary>What epochs are computed on; it shows in no result.</summary>
public enum Backend
{
    /// <summary>A device if there is one, else the processor.</summary>
    Auto,

    /// <summary>The processor's widest vectors.</summary>
    Cpu,

    /// <summary>A CUDA device, and an error where there is none.</summary>
    Gpu,
}
