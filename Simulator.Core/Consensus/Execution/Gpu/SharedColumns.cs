namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>Kernels that several threads share, one at a time: a run of them leaves nothing behind that another could see.</summary>
/// <param name="kernels">The kernels; disposed of with it.</param>
internal sealed class SharedColumns(GpuColumns kernels) : IColumnExecution, IDisposable
{
    private readonly Lock _turn = new();

    /// <inheritdoc/>
    public string Name => kernels.Name;

    /// <inheritdoc/>
    public void NormalizeRows(DenseEpoch epoch)
    {
        lock (_turn)
        {
            kernels.NormalizeRows(epoch);
        }
    }

    /// <inheritdoc/>
    public void Run(DenseEpoch epoch)
    {
        lock (_turn)
        {
            kernels.Run(epoch);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => kernels.Dispose();
}
