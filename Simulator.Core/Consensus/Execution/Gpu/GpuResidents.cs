namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>Subnets of one rule and shape in the memory of a device: each part of an epoch on its own, to be measured.</summary>
/// <param name="kernels">The kernels.</param>
/// <param name="device">The device.</param>
/// <param name="batch">Memory for all of them.</param>
/// <param name="epochs">The subnets.</param>
internal sealed class GpuResidents(GpuColumns kernels, GpuDevice device, GpuBatch batch, DenseEpoch[] epochs)
{
    /// <summary>How many there are.</summary>
    public int Subnets => epochs.Length;

    /// <summary>Copies all that an epoch reads to the device.</summary>
    public void Upload()
    {
        batch.UploadState(epochs);
        batch.UploadCodes(epochs);
    }

    /// <summary>Turns stored weights into codes, and waits for it.</summary>
    public void NormalizeRows()
    {
        kernels.LaunchRows(batch.Views, Subnets);
        device.Accelerator.Synchronize();
    }

    /// <summary>Computes the epoch, and waits for it.</summary>
    public void Run()
    {
        kernels.Launch(epochs[0].Rule, batch.Views, Subnets);
        device.Accelerator.Synchronize();
    }

    /// <summary>Copies results from the device.</summary>
    public void Download()
    {
        batch.Download(epochs);
        GC.KeepAlive(epochs); // their memory is worked on by address
    }
}
