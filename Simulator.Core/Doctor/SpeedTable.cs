using System.Diagnostics;
using System.Globalization;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Execution.Gpu;

namespace Simulator.Core.Doctor;

/// <summary>The time of exact epochs of 64 × 256 in batches, on every execution of this machine, as a table in Markdown.</summary>
/// <remarks>
/// "Without" begins with matrices in place, "with" builds the normalised rows from weights as stored; a device is also
/// measured with all copies to it and from it. The 25th percentile of the runs counts: in processor time of the thread
/// for the processor, in time that passes for a device.
/// </remarks>
public sealed class SpeedTable
{
    private const int Validators = 64;
    private const int Miners = 256;

    // As many as do not fit a cache; a device gets them over and over, each time in memory of its own.
    private const int MostDistinct = 200;
    private const int CopyRuns = 5;

    private readonly Action<string> _write;
    private readonly int _subnets;
    private readonly int _runs;
    private readonly double _seconds;

    /// <summary>A table of given effort.</summary>
    /// <param name="write">Takes the table line by line.</param>
    /// <param name="subnets">Subnets in a batch of a device.</param>
    /// <param name="runs">Runs of each measurement, 4 or more.</param>
    /// <param name="seconds">About how long one run on the processor takes.</param>
    internal SpeedTable(Action<string> write, int subnets = 10_000, int runs = 12, double seconds = 0.04) =>
        (_write, _subnets, _runs, _seconds) = (write, subnets, runs, seconds);

    /// <summary>Measures this machine and writes the table.</summary>
    /// <param name="backend">What must be there: <see cref="Backend.Auto"/> takes a device if there is one.</param>
    /// <param name="write">Takes the table line by line.</param>
    /// <exception cref="DeviceException">A device is asked for and cannot be used.</exception>
    public static void Write(Backend backend, Action<string> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using MachineExecutions machine = new(backend);
        new SpeedTable(write).Measure(machine);
    }

    /// <summary>Measures executions.</summary>
    internal void Measure(MachineExecutions machine)
    {
        if (!machine.HasDevice)
        {
            _write("No device: only the processor is measured, one thread, in smaller batches.");
        }
        _write(
            "25th percentile of the runs: processor time of the thread, for a device the time that passes."
        );
        _write("");
        _write(
            $"| epochs of {Validators} × {Miners} | rule | subnets | without | with building | with copies |"
        );
        _write("|---|---|---|---|---|---|");
        foreach (BondRule rule in Enum.GetValues<BondRule>())
        {
            StoredBatch batch = new(rule, MostDistinct, Validators, Miners);
            foreach (IColumnExecution columns in machine.Columns)
            {
                if (columns is GpuColumns kernels)
                {
                    Measure(kernels, rule, batch);
                }
                else
                {
                    Measure(columns, rule, batch);
                }
            }
        }
    }

    private void Measure(IColumnExecution columns, BondRule rule, StoredBatch batch)
    {
        DenseEpoch[] epochs = batch.Epochs;
        batch.StoreWeights();
        Array.ForEach(epochs, columns.NormalizeRows);
        double one = Quartile.InTurns(_runs, () => columns.Run(epochs[0]))[0];
        int count = (int)Math.Clamp(_seconds / one, 1, epochs.Length);
        Action<DenseEpoch> run = columns.Run;
        double[] seconds = Quartile.InTurns(
            _runs,
            () => Array.ForEach(epochs[..count], run),
            () =>
            {
                batch.StoreWeights(count);
                Array.ForEach(epochs[..count], columns.NormalizeRows);
                Array.ForEach(epochs[..count], run);
            }
        );
        Row(columns.Name, rule, count, seconds[0], seconds[1], null);
    }

    private void Measure(GpuColumns kernels, BondRule rule, StoredBatch batch)
    {
        batch.StoreWeights();
        DenseEpoch[] many = [.. Enumerable.Range(0, _subnets).Select(k => batch.Epochs[k % MostDistinct])];
        GpuResidents subnets = kernels.Keep(many);
        List<double> without = [],
            with = [],
            copies = [];
        for (int run = -1; run < _runs; run++)
        {
            subnets.Upload();
            double building = Passing(subnets.NormalizeRows),
                computing = Passing(subnets.Run);
            if (run >= 0)
            {
                without.Add(computing);
                with.Add(building + computing);
            }
        }
        for (int run = 0; run < CopyRuns; run++)
        {
            copies.Add(
                Passing(() =>
                {
                    subnets.Upload();
                    subnets.NormalizeRows();
                    subnets.Run();
                    subnets.Download();
                })
            );
        }
        Row(
            kernels.Name,
            rule,
            subnets.Subnets,
            Quartile.Of(without),
            Quartile.Of(with),
            Quartile.Of(copies)
        );
    }

    private static double Passing(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private void Row(string name, BondRule rule, int count, double without, double with, double? copies)
    {
        string Cell(double? seconds) =>
            seconds is { } s
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{s * 1e3:F2} ms, {s / count * 1e6:F2} µs each"
                )
                : "";
        string subnets = count.ToString("N0", CultureInfo.InvariantCulture);
        _write($"| {name} | {rule} | {subnets} | {Cell(without)} | {Cell(with)} | {Cell(copies)} |");
    }
}
