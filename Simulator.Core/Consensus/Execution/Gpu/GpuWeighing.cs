using ILGPU;
using ILGPU.Runtime;
using Simulator.Core.Consensus.Execution.Scores;

namespace Simulator.Core.Consensus.Execution.Gpu;

/// <summary>The row program as kernels, before the columns: epochs from scores or draws that never leave the device.</summary>
/// <remarks>One instance serves one thread and keeps its device memory from run to run.</remarks>
internal sealed class GpuWeighing : IScoreExecution, IDisposable
{
    private readonly GpuDevice _device;
    private readonly GpuColumns _columns;
    private readonly Dictionary<string, Action<Index1D, GpuScoreViews>> _kernels = [];
    private GpuScoreBatch? _memory;

    /// <summary>Compiles the kernels for a device.</summary>
    /// <param name="device">The device; it is not disposed of here.</param>
    /// <param name="columns">Its column programs; they are not disposed of here.</param>
    public GpuWeighing(GpuDevice device, GpuColumns columns)
    {
        (_device, _columns) = (device, columns);
        foreach ((string name, var method) in GpuScoreKernels.All)
        {
            _kernels[name] = device.Accelerator.LoadAutoGroupedStreamKernel(
                method.CreateDelegate<Action<Index1D, GpuScoreViews>>()
            );
        }
    }

    /// <inheritdoc/>
    public string Name => _columns.Name;

    /// <inheritdoc/>
    public void Weigh(DenseScores scores, DenseEpoch epoch) =>
        InOnePart(
            scores,
            epoch,
            batch =>
            {
                _memory!.Upload([scores]);
                Send(1);
            }
        );

    /// <inheritdoc/>
    public void Store(DenseScores masks, DenseEpoch epoch) =>
        InOnePart(
            masks,
            epoch,
            batch =>
            {
                _memory!.Upload([masks]);
                batch.UploadCodes([epoch]);
            }
        );

    /// <summary>Runs many subnets from their scores to their dividends; of the weights between nothing is copied.</summary>
    /// <param name="epochs">Stake, bonds and rules; their codes are neither read nor written.</param>
    /// <param name="scores">As many, in the same order.</param>
    /// <exception cref="ArgumentException">The two lists do not agree.</exception>
    /// <exception cref="DeviceException">The device has not the memory for one of them.</exception>
    public void Run(IReadOnlyList<DenseEpoch> epochs, IReadOnlyList<DenseScores> scores)
    {
        if (epochs.Count != scores.Count)
        {
            throw new ArgumentException($"{scores.Count} scores for {epochs.Count} epochs.", nameof(scores));
        }
        for (int k = 0; k < epochs.Count; k++)
        {
            ScoreShape.Require(scores[k], epochs[k]);
        }
        foreach (BondRule rule in Enum.GetValues<BondRule>())
        {
            int[] ofRule = [.. Enumerable.Range(0, epochs.Count).Where(k => epochs[k].Rule == rule)];
            DenseEpoch[] some = Array.ConvertAll(ofRule, k => epochs[k]);
            DenseScores[] theirs = Array.ConvertAll(ofRule, k => scores[k]);
            _columns.InParts(
                some,
                (batch, part) =>
                {
                    batch.UploadState(some[part]);
                    int count = theirs[part].Length;
                    _memory!.Upload(theirs[part]);
                    Send(count);
                    Count(batch, count);
                    _columns.Launch(rule, batch.Views, count);
                    batch.Download(some[part]);
                },
                Reserve,
                GpuScoreBatch.BytesOf
            );
        }
        GC.KeepAlive(scores); // their memory is worked on by address
    }

    /// <inheritdoc/>
    public void Dispose() => _memory?.Dispose();

    private void Reserve(GpuBatch batch)
    {
        if (_memory?.Batch == batch)
        {
            return;
        }
        _memory?.Dispose();
        _memory = null;
        _memory = new(_device.Accelerator, batch);
    }

    private void InOnePart(DenseScores scores, DenseEpoch epoch, Action<GpuBatch> send)
    {
        ScoreShape.Require(scores, epoch);
        _columns.InParts(
            [epoch],
            (batch, _) =>
            {
                send(batch);
                Count(batch, 1);
                batch.DownloadCodes([epoch]);
            },
            Reserve,
            GpuScoreBatch.BytesOf
        );
        GC.KeepAlive(scores); // its memory is worked on by address
    }

    private void Send(int subnets)
    {
        GpuScoreViews views = _memory!.Views;
        int rows = subnets * views.Rows;
        _kernels[nameof(GpuScoreKernels.DrawScores)](rows * views.Width, views);
        _kernels[nameof(GpuScoreKernels.ScoreParts)](rows * GpuRow.Parts, views);
        _kernels[nameof(GpuScoreKernels.ScoreTops)](rows, views);
        _kernels[nameof(GpuScoreKernels.SentCodes)](rows * views.Width, views);
    }

    private void Count(GpuBatch batch, int subnets)
    {
        GpuScoreViews views = _memory!.Views;
        int rows = subnets * views.Rows;
        _kernels[nameof(GpuScoreKernels.CodeParts)](rows * GpuRow.Parts, views);
        _kernels[nameof(GpuScoreKernels.CodeTops)](rows, views);
        _kernels[nameof(GpuScoreKernels.StoredCodes)](rows * views.Width, views);
        _columns.LaunchRows(batch.Views, subnets);
    }
}
