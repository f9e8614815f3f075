using System.Globalization;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Gpu;
using Simulator.Core.Consensus.Execution.Scores;

namespace Simulator.Core.Doctor;

/// <summary>Looks at a machine: what it has, and whether every way to compute an epoch gives the same bits on it.</summary>
public static class Examination
{
    private const int Epochs = 300;

    /// <summary>Examines this machine.</summary>
    /// <param name="backend">What must be there; without a device kernels run on a stand-in.</param>
    /// <param name="write">Takes the findings line by line.</param>
    /// <returns>Whether every execution agrees with the scalar one.</returns>
    /// <exception cref="DeviceException">A device is asked for and cannot be used.</exception>
    public static bool Run(Backend backend, Action<string> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using GpuDevice? cuda = MachineExecutions.Device(backend);
        foreach ((string name, string fact) in Machine.Facts())
        {
            Line(write, name, fact);
        }
        Line(write, "device", cuda is null ? "none" : $"{cuda.Name}, {Machine.Gibibytes(cuda.Memory)}");
        write("");
        bool agrees = true;
        SelfTest test = new(Epochs);
        foreach (IColumnExecution vectors in ColumnExecutions.All().Where(x => x is not ScalarColumns))
        {
            agrees &= Report(write, vectors.Name, test.Differences(vectors));
        }
        using GpuDevice device = cuda ?? GpuDevice.Processor();
        using GpuColumns kernels = new(device);
        agrees &= Report(write, kernels.Name, test.Differences(kernels));
        using GpuWeighing weighing = new(device, kernels);
        foreach (IScoreExecution rows in ScoreExecutions.All().SkipLast(1).Append(weighing))
        {
            agrees &= Report(write, $"{rows.Name}, weights from scores", test.Differences(rows));
        }
        return agrees;
    }

    private static bool Report(Action<string> write, string execution, long differences)
    {
        string verdict =
            differences == 0
                ? "the bits of the scalar run"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{differences} values differ from the scalar run"
                );
        Line(write, differences == 0 ? "ok" : "FAILED", $"{execution}: {verdict}, {Epochs} epochs");
        return differences == 0;
    }

    private static void Line(Action<string> write, string name, string text) => write($"{name, -10} {text}");
}
