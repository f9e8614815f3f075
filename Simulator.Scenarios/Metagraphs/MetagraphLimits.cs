namespace Simulator.Scenarios.Metagraphs;

/// <summary>How large a metagraph and its files may be. Beyond these a file is broken or hostile.</summary>
internal static class MetagraphLimits
{
    /// <summary>Bytes of one file: 256 MiB, twice what the densest subnet of <see cref="Neurons"/> needs.</summary>
    public const int Bytes = 256 << 20;

    /// <summary>Neurons of a subnet: the chain has 256 by default and 4096 where it was ever raised.</summary>
    public const int Neurons = 4096;

    /// <summary>Epochs of a replay.</summary>
    public const int Epochs = 10_000;

    /// <summary>Epochs times validators of a replay: what the most epochs of a few hundred validators need.</summary>
    public const int Rows = 4 << 20;

    /// <summary>Weights of all files together, 0 and others: 1 GiB of memory.</summary>
    public const long Weights = 128L << 20;
}
