using System.Collections.Immutable;
using Simulator.Core.Consensus;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Consensus.Rules.Paper;
using Simulator.Core.Units;

namespace Simulator.Core.Studies.Replays;

/// <summary>The chain's own epoch, bit for bit, on weights and stakes that are given.</summary>
/// <remarks>
/// The subnet's slots are the validators and then the miners, so that a weight on a column is one on that miner, whoever
/// holds its uid elsewhere: the same matrix that paper rules see. A row is scaled so that its largest weight is 65,535, as
/// validators' clients do; weights that come to 0 are not sent. Everybody sets weights in every epoch.
/// </remarks>
internal sealed class ChainReplay : IReplayRun
{
    // Enough that shares of it keep eleven digits.
    private const ulong EpochEmission = 1_000_000_000_000;

    private readonly LaneEpoch _execution = new();
    private readonly EpochParameters _rules;
    private readonly PaperParameters _parameters;
    private readonly int _validators;
    private readonly int _miners;
    private readonly StoredRows _weights = new();
    private readonly WeightEntry[] _row;
    private ImmutableArray<double> _stored;
    private StoredRows _bonds = new();
    private ulong _epochs;

    /// <summary>A run before its first epoch.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="yuma3">Whether bonds are those of Yuma3.</param>
    public ChainReplay(ReplayVariant variant, bool yuma3)
    {
        _parameters = variant.Parameters;
        (_validators, _miners) = (variant.Series.Validators.Length, variant.Series.Miners.Length);
        _row = new WeightEntry[_miners];
        _rules = ChainParameters.Of(_parameters, yuma3) with { MaxAllowedValidators = (ushort)_validators };
    }

    /// <inheritdoc/>
    public void Reset(int miner)
    {
        if (_rules.Yuma3On)
        {
            _bonds.SetColumn((ushort)(_validators + miner), 0);
        }
    }

    /// <inheritdoc/>
    public void Step(ReplayEpoch epoch, ReplayFrame into)
    {
        foreach (int absent in epoch.Absent)
        {
            _bonds.Remove(absent);
        }
        if (epoch.Weights != _stored)
        {
            Store(epoch.Weights);
        }
        EpochOutput given = _execution.Run(InputOf(epoch));
        _bonds = given.Bonds;
        _epochs++;
        Fill(into, given, epoch.Stakes.AsSpan());
    }

    private EpochInput InputOf(ReplayEpoch epoch)
    {
        int neurons = _validators + _miners;
        ulong[] stake = new ulong[neurons];
        bool[] permit = new bool[neurons];
        for (int i = 0; i < _validators; i++)
        {
            stake[i] = ChainParameters.Rao(epoch.Stakes[i], _parameters);
            permit[i] = stake[i] > 0;
        }
        // Two tempos after everybody registered, so that no bond counts as older than its owner.
        Block now = new((_epochs + 2) * (_rules.Tempo + 1UL));
        ulong[] lastUpdate = new ulong[neurons];
        Array.Fill(lastUpdate, now.Height);
        return new()
        {
            Neurons = neurons,
            Parameters = _rules,
            CurrentBlock = now,
            LastMechanismStepBlock = new((_epochs + 1) * (_rules.Tempo + 1UL)),
            LastUpdate = lastUpdate,
            BlockAtRegistration = new ulong[neurons],
            AlphaStake = stake,
            TaoStake = new ulong[neurons],
            ValidatorPermit = permit,
            Emission = new(EpochEmission),
            Weights = _weights,
            Bonds = _bonds,
        };
    }

    private void Store(ImmutableArray<double> weights)
    {
        _stored = weights;
        for (int i = 0; i < _validators; i++)
        {
            ReadOnlySpan<double> row = weights.AsSpan().Slice(i * _miners, _miners);
            double max = 0;
            foreach (double weight in row)
            {
                max = Math.Max(max, weight);
            }
            int count = 0;
            for (int j = 0; j < _miners && max > 0; j++)
            {
                ushort sent = (ushort)Math.Round(row[j] / max * ushort.MaxValue);
                if (sent > 0)
                {
                    _row[count++] = new((ushort)(_validators + j), sent);
                }
            }
            _weights.Set(i, _row.AsSpan(0, count));
        }
    }

    private void Fill(ReplayFrame into, EpochOutput given, ReadOnlySpan<double> stakes)
    {
        into.IsDegenerate = true;
        for (int j = 0; j < _miners; j++)
        {
            int uid = _validators + j;
            into.Consensus[j] = Share(given.Consensus[uid]);
            into.Incentive[j] = Share(given.Incentive[uid]);
            into.IsDegenerate &= given.Consensus[uid] == 0;
        }
        ulong paid = 0;
        for (int i = 0; i < _validators; i++)
        {
            paid += given.ValidatorEmission[i];
        }
        Array.Clear(into.Bonds);
        for (int i = 0; i < _validators; i++)
        {
            into.ValidatorTrust[i] = Share(given.ValidatorTrust[i]);
            into.Dividends[i] = paid == 0 ? 0 : given.ValidatorEmission[i] / (double)paid;
            into.DividendsPer1000[i] = ChainParameters.Per1000(into.Dividends[i], stakes[i], _parameters);
            foreach (WeightEntry bond in given.Bonds[i])
            {
                if (bond.Uid >= _validators)
                {
                    into.Bonds[i * _miners + bond.Uid - _validators] = Share(bond.Value);
                }
            }
        }
    }

    private static double Share(ushort stored) => stored / (double)ushort.MaxValue;
}
