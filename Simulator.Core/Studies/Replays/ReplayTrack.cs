using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Simulator.Core.Studies.Replays;

/// <summary>Everything that one variant gave, over all epochs.</summary>
public sealed class ReplayTrack
{
    private readonly int _validators;
    private readonly int _miners;
    private readonly double[] _dividends;
    private readonly double[] _per1000;
    private readonly double[] _trust;
    private readonly double[] _consensus;
    private readonly double[] _incentive;
    private readonly bool[] _isDegenerate;
    private readonly ReplayBonds _bonds;

    private ReplayTrack(ReplayVariant variant, ReplayBonds bonds)
    {
        Variant = variant;
        int epochs = variant.Series.Epochs.Length;
        (_validators, _miners) = (variant.Series.Validators.Length, variant.Series.Miners.Length);
        _dividends = new double[epochs * _validators];
        _per1000 = new double[epochs * _validators];
        _trust = new double[epochs * _validators];
        _consensus = new double[epochs * _miners];
        _incentive = new double[epochs * _miners];
        _isDegenerate = new bool[epochs];
        _bonds = bonds;
    }

    /// <summary>The variant.</summary>
    public ReplayVariant Variant { get; }

    /// <summary>SHA-256 of all numbers of all epochs, bonds included.</summary>
    internal byte[] Hash { get; private set; } = [];

    /// <summary>Runs a variant.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="bonds">Takes the bonds that are kept.</param>
    /// <param name="epochDone">Is called after each epoch.</param>
    /// <param name="cancel">Stops the work.</param>
    internal static ReplayTrack Of(
        ReplayVariant variant,
        ReplayBonds bonds,
        Action epochDone,
        CancellationToken cancel
    )
    {
        ReplayTrack track = new(variant, bonds);
        ReplayFrame frame = new(track._validators, track._miners);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        IReplayRun run = variant.Rule.Start(variant);
        for (int e = 0; e < variant.Series.Epochs.Length; e++)
        {
            cancel.ThrowIfCancellationRequested();
            if (variant.HasResets && variant.Series.Reset is { } reset && reset.Epoch == e)
            {
                run.Reset(reset.Miner);
            }
            run.Step(variant.Series.Epochs[e], frame);
            track.Keep(e, frame);
            Append(hash, frame);
            epochDone();
        }
        track.Hash = hash.GetHashAndReset();
        return track;
    }

    /// <summary>Whether no miner has a consensus weight in an epoch.</summary>
    public bool IsDegenerate(int epoch) => _isDegenerate[epoch];

    /// <summary>Share of each validator in the validators' reward.</summary>
    public ReadOnlySpan<double> Dividends(int epoch) => Row(_dividends, epoch, _validators);

    /// <summary>What each validator earns for 1000 TAO of stake.</summary>
    public ReadOnlySpan<double> DividendsPer1000(int epoch) => Row(_per1000, epoch, _validators);

    /// <summary>Part of each validator's weight that is left after clipping; NaN or infinite for a row of zeros.</summary>
    public ReadOnlySpan<double> ValidatorTrust(int epoch) => Row(_trust, epoch, _validators);

    /// <summary>Consensus weight of each miner; without meaning in a degenerate epoch.</summary>
    public ReadOnlySpan<double> Consensus(int epoch) => Row(_consensus, epoch, _miners);

    /// <summary>Share of each miner in the miners' reward.</summary>
    public ReadOnlySpan<double> Incentive(int epoch) => Row(_incentive, epoch, _miners);

    /// <summary>A bond after an epoch, of the pairs that are kept.</summary>
    /// <param name="epoch">The epoch.</param>
    /// <param name="validator">Row among those kept.</param>
    /// <param name="miner">Column among those kept.</param>
    public double Bond(int epoch, int validator, int miner) => _bonds.Bond(epoch, validator, miner);

    /// <summary>The same as a share of all bonds on the miner, also of validators that are not kept; 0 where there are none.</summary>
    /// <param name="epoch">The epoch.</param>
    /// <param name="validator">Row among those kept.</param>
    /// <param name="miner">Column among those kept.</param>
    public double BondShare(int epoch, int validator, int miner) => _bonds.Share(epoch, validator, miner);

    /// <summary>Dividends for 1000 TAO of stake over all epochs.</summary>
    /// <param name="validator">The validator's row.</param>
    public double Total(int validator)
    {
        double total = 0;
        for (int e = 0; e < _isDegenerate.Length; e++)
        {
            total += DividendsPer1000(e)[validator];
        }
        return total;
    }

    /// <summary>By how many percent a validator's total is above that of the base validator.</summary>
    /// <remarks>Source: variants §5: a base that earned nothing counts as 1e-6.</remarks>
    public double PercentAgainstBase(int validator)
    {
        double own = Total(Variant.Series.BaseValidator);
        return (Total(validator) - own) / (own > 0 ? own : 1e-6) * 100;
    }

    private void Keep(int epoch, ReplayFrame frame)
    {
        frame.Dividends.CopyTo(_dividends, epoch * _validators);
        frame.DividendsPer1000.CopyTo(_per1000, epoch * _validators);
        frame.ValidatorTrust.CopyTo(_trust, epoch * _validators);
        frame.Consensus.CopyTo(_consensus, epoch * _miners);
        frame.Incentive.CopyTo(_incentive, epoch * _miners);
        _isDegenerate[epoch] = frame.IsDegenerate;
        _bonds.Keep(epoch, frame.Bonds);
    }

    private static ReadOnlySpan<double> Row(double[] values, int epoch, int length) =>
        values.AsSpan(epoch * length, length);

    private static void Append(IncrementalHash hash, ReplayFrame frame)
    {
        Append(hash, frame.Consensus);
        Append(hash, frame.Incentive);
        Append(hash, frame.ValidatorTrust);
        Append(hash, frame.Dividends);
        Append(hash, frame.DividendsPer1000);
        Append(hash, frame.Bonds);
    }

    private static void Append(IncrementalHash hash, double[] values)
    {
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        foreach (double value in values)
        {
            // Processors disagree on the sign of a NaN that they make.
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, double.IsNaN(value) ? double.NaN : value);
            hash.AppendData(bytes);
        }
    }
}
