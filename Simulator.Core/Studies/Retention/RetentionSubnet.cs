using Simulator.Core.Consensus;
using Simulator.Core.Units;

namespace Simulator.Core.Studies.Retention;

/// <summary>One subnet of a retention map: a draw, split between two sides, whose utilities can be set at will.</summary>
/// <remarks>Slots are the honest validators, the cabal's, the honest miners, the cabal's. Miners set no weights that
/// count: they hold no permit. One instance serves one thread.</remarks>
internal sealed class RetentionSubnet
{
    private const ulong TotalStake = 21_000_000_000_000_000;
    private const ulong EpochEmission = 1_000_000_000;

    // The chain's test runs its one epoch in the first block, and registered everyone in the one before.
    private const ulong EpochBlock = 1;

    private readonly RetentionPlan _plan;
    private readonly Func<EpochInput, EpochOutput> _epoch;
    private readonly EpochInput _input;
    private readonly int _honestValidators;
    private readonly int _honestMiners;
    private readonly double[][] _shares;
    private readonly WeightEntry[] _row;
    private double _honestUtility = double.NaN;
    private double _cabalUtility = double.NaN;

    /// <summary>Splits a draw.</summary>
    /// <param name="plan">The plan of the map.</param>
    /// <param name="draw">The draw.</param>
    /// <param name="honestStake">Share of stake, and so of nodes, on the honest side.</param>
    /// <param name="epoch">Computes the epochs.</param>
    public RetentionSubnet(
        RetentionPlan plan,
        RetentionDraw draw,
        double honestStake,
        Func<EpochInput, EpochOutput> epoch
    )
    {
        (_plan, _epoch) = (plan, epoch);
        int miners = plan.Nodes - plan.Validators;
        _honestValidators = HonestOf(plan.Validators, honestStake);
        _honestMiners = HonestOf(miners, honestStake);
        _shares = Array.ConvertAll(draw.Weights, row => Scaled(row, _honestMiners, 1, 1));
        _row = new WeightEntry[miners];
        _input = InputOf(plan, Scaled(draw.Stakes, _honestValidators, honestStake, 1 - honestStake));
    }

    /// <summary>What the last epoch read.</summary>
    public EpochInput Input => _input;

    /// <summary>What the last epoch gave.</summary>
    public EpochOutput Output { get; private set; } = new(0);

    /// <summary>Share of the emission that the honest side gets in one epoch.</summary>
    /// <param name="honestUtility">Share of their weight that honest validators give to honest miners.</param>
    /// <param name="cabalUtility">Share of their weight that the cabal's validators give to the cabal's miners.</param>
    public double HonestEmission(double honestUtility, double cabalUtility)
    {
        if (honestUtility != _honestUtility)
        {
            SetWeights(0, _honestValidators, honestUtility);
            _honestUtility = honestUtility;
        }
        if (cabalUtility != _cabalUtility)
        {
            SetWeights(_honestValidators, _plan.Validators, 1 - cabalUtility);
            _cabalUtility = cabalUtility;
        }
        Output = _epoch(_input);
        return Retained();
    }

    /// <summary>Whether a node is on the honest side.</summary>
    public bool IsHonest(int uid) =>
        uid < _plan.Validators ? uid < _honestValidators : uid - _plan.Validators < _honestMiners;

    /// <summary>The honest share, with ξ put in place of the chain's half.</summary>
    private double Retained()
    {
        double mining = 0,
            validating = 0,
            honestMining = 0,
            honestValidating = 0;
        for (int i = 0; i < _plan.Nodes; i++)
        {
            double honest = IsHonest(i) ? 1 : 0;
            mining += Output.ServerEmission[i];
            validating += Output.ValidatorEmission[i];
            honestMining += honest * Output.ServerEmission[i];
            honestValidating += honest * Output.ValidatorEmission[i];
        }
        // Without consensus no miner earns anything, and the epoch pays by stake alone.
        double share = mining == 0 ? 1 : _plan.ValidatorShare;
        return (share * honestValidating + (1 - share) * honestMining)
            / (share * validating + (1 - share) * mining);
    }

    /// <summary>Stores rows as a validator's client sends them and the chain keeps them: the largest weight is 65,535.</summary>
    private void SetWeights(int first, int end, double toHonest)
    {
        for (int i = first; i < end; i++)
        {
            double[] shares = _shares[i];
            double max = 0;
            for (int j = 0; j < shares.Length; j++)
            {
                max = Math.Max(max, Weight(j));
            }
            double scale = max > 0 ? ushort.MaxValue / max : 0;
            for (int j = 0; j < shares.Length; j++)
            {
                _row[j] = new((ushort)(_plan.Validators + j), (ushort)Math.Round(scale * Weight(j)));
            }
            _input.Weights.Set(i, _row);

            double Weight(int j) => shares[j] * (j < _honestMiners ? toHonest : 1 - toHonest);
        }
    }

    /// <summary>Values scaled so that those of the honest side, and those of the cabal, sum to what is given.</summary>
    private static double[] Scaled(double[] values, int honest, double honestSum, double cabalSum)
    {
        double[] scaled = [.. values];
        Scale(scaled.AsSpan(0, honest), honestSum);
        Scale(scaled.AsSpan(honest), cabalSum);
        return scaled;
    }

    private static void Scale(Span<double> values, double sum)
    {
        double before = 0;
        foreach (double value in values)
        {
            before += value;
        }
        double factor = before > 0 ? sum / before : 0;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] *= factor;
        }
    }

    /// <summary>The honest part of a number of nodes; neither side is ever empty.</summary>
    private static int HonestOf(int nodes, double honestStake) =>
        Math.Clamp((int)(nodes * honestStake), 1, nodes - 1);

    private static EpochInput InputOf(RetentionPlan plan, double[] stake)
    {
        ulong[] alpha = new ulong[plan.Nodes];
        bool[] permit = new bool[plan.Nodes];
        ulong[] lastUpdate = new ulong[plan.Nodes];
        for (int i = 0; i < plan.Validators; i++)
        {
            alpha[i] = (ulong)(stake[i] * TotalStake);
            permit[i] = true;
        }
        Array.Fill(lastUpdate, EpochBlock);
        return new()
        {
            Neurons = plan.Nodes,
            Parameters = new()
            {
                Kappa = plan.Kappa,
                BondsPenalty = plan.BondsPenalty,
                MaxAllowedValidators = (ushort)plan.Validators,
                Yuma3On = false,
                CommitRevealEnabled = false,
            },
            CurrentBlock = new(EpochBlock),
            LastUpdate = lastUpdate,
            BlockAtRegistration = new ulong[plan.Nodes],
            AlphaStake = alpha,
            TaoStake = new ulong[plan.Nodes],
            ValidatorPermit = permit,
            Emission = new(EpochEmission),
            Weights = new(),
            Bonds = new(),
        };
    }
}
