using Simulator.Core.Consensus.Rules.Paper;

namespace Simulator.Scenarios.Verification.Yuma;

/// <summary>Parameters as the package spells them: only those that are set.</summary>
internal sealed class YumaSettings
{
    private static readonly Dictionary<string, Func<Field, Func<PaperParameters, PaperParameters>>> Readers =
        new(StringComparer.Ordinal)
        {
            ["kappa"] = field => Number(field, (p, x) => p with { Kappa = x }),
            ["bond_penalty"] = field => Number(field, (p, x) => p with { BondPenalty = x }),
            ["bond_moving_avg"] = field => Number(field, (p, x) => p with { BondMovingAverage = x }),
            ["alpha_low"] = field => Number(field, (p, x) => p with { AlphaLow = x }),
            ["alpha_high"] = field => Number(field, (p, x) => p with { AlphaHigh = x }),
            ["alpha_sigmoid_steepness"] = field =>
                Number(field, (p, x) => p with { AlphaSigmoidSteepness = x }),
            ["decay_rate"] = field => Number(field, (p, x) => p with { DecayRate = x }),
            ["capacity_alpha"] = field => Number(field, (p, x) => p with { CapacityAlpha = x }),
            ["total_epoch_emission"] = field => Number(field, (p, x) => p with { TotalEpochEmission = x }),
            ["validator_emission_ratio"] = field =>
                Number(field, (p, x) => p with { ValidatorEmissionRatio = x }),
            ["total_subnet_stake"] = field => Number(field, (p, x) => p with { TotalSubnetStake = x }),
            ["liquid_alpha"] = field => Flag(field, (p, x) => p with { LiquidAlpha = x }),
            ["winner_takes_all"] = field => Flag(field, (p, x) => p with { WinnerTakesAll = x }),
            ["liquid_alpha_effective_weights"] = field =>
                Flag(field, (p, x) => p with { LiquidAlphaEffectiveWeights = x }),
            ["liquid_alpha_consensus_mode"] = Mode,
            // Declared by the source and read by none of its rules.
            ["override_consensus_high"] = Unread,
            ["override_consensus_low"] = Unread,
            ["consensus_precision"] = Unread,
            ["alpha_tao_ratio"] = Unread,
        };

    private readonly List<Func<PaperParameters, PaperParameters>> _changes = [];

    /// <summary>Reads an object of parameters.</summary>
    /// <param name="settings">The object.</param>
    /// <param name="problem">Takes what is wrong, one call a mistake.</param>
    public static YumaSettings Read(Field settings, Action<string> problem)
    {
        YumaSettings read = new();
        foreach (Field member in settings.Members())
        {
            string name = member.Path[(member.Path.LastIndexOf('.') + 1)..];
            if (!Readers.TryGetValue(name, out Func<Field, Func<PaperParameters, PaperParameters>>? reader))
            {
                problem($"{member.Path}: unknown parameter; known are {string.Join(", ", Readers.Keys)}");
                continue;
            }
            try
            {
                read._changes.Add(reader(member));
            }
            catch (VectorFormatException e)
            {
                problem(e.Message);
            }
        }
        return read;
    }

    /// <summary>Parameters with these set.</summary>
    public PaperParameters Over(PaperParameters parameters) =>
        _changes.Aggregate(parameters, (sofar, change) => change(sofar));

    private static Func<PaperParameters, PaperParameters> Number(
        Field field,
        Func<PaperParameters, double, PaperParameters> set
    )
    {
        double number = field.Number();
        return parameters => set(parameters, number);
    }

    private static Func<PaperParameters, PaperParameters> Flag(
        Field field,
        Func<PaperParameters, bool, PaperParameters> set
    )
    {
        bool flag = field.Flag();
        return parameters => set(parameters, flag);
    }

    private static Func<PaperParameters, PaperParameters> Mode(Field field)
    {
        ConsensusMode mode = field.Name() switch
        {
            "CURRENT" => ConsensusMode.Current,
            "PREVIOUS" => ConsensusMode.Previous,
            "MIXED" => ConsensusMode.Mixed,
            "AUTO" => ConsensusMode.Auto,
            _ => throw field.Mismatch("one of CURRENT, PREVIOUS, MIXED, AUTO"),
        };
        return parameters => parameters with { ConsensusMode = mode };
    }

    private static Func<PaperParameters, PaperParameters> Unread(Field field) => parameters => parameters;
}
