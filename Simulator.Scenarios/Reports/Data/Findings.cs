using Simulator.Core.Metrics;

namespace Simulator.Scenarios.Reports.Data;

/// <summary>What a run shows at its last epoch, in a few numbers.</summary>
internal sealed class Findings
{
    private readonly NeuronRow[] _miners;

    /// <summary>The findings of a run.</summary>
    public Findings(RunData data)
    {
        _miners = [.. data.LastMiners];
        Pay =
        [
            .. data
                .Groups.Miners.Select(g => (g, MeanOf(n => n.Group == g)))
                .Where(p => double.IsFinite(p.Item2))
                .OrderByDescending(p => p.Item2),
        ];
        Gone = [.. data.Groups.Miners.Where(g => _miners.All(n => n.Group != g))];
        WithModel = _miners.Count(n => double.IsFinite(n.Quality));
        Agreement = RankCorrelation.Spearman(
            [.. _miners.Select(n => n.Quality)],
            [.. _miners.Select(n => n.Incentive)]
        );
        double honest = MeanOf(n => n.Strategy == "honest");
        AgainstHonest =
            honest > 0
                ?
                [
                    .. _miners
                        .Select(n => n.Strategy)
                        .Where(s => s != "honest")
                        .Distinct()
                        .Order(StringComparer.Ordinal)
                        .Select(s => (s, MeanOf(n => n.Strategy == s) / honest)),
                ]
                : [];
    }

    /// <summary>Whether any miner earned.</summary>
    public bool AnyoneEarned => _miners.Any(n => n.Incentive > 0);

    /// <summary>Mean incentive per miner of each group that has one, best paid first.</summary>
    public IReadOnlyList<(Group Group, double Mean)> Pay { get; }

    /// <summary>Groups of miners that once held slots and hold none now.</summary>
    public IReadOnlyList<Group> Gone { get; }

    /// <summary>Number of miners with a model.</summary>
    public int WithModel { get; }

    /// <summary>Spearman's ρ of model quality and incentive; NaN where there is none.</summary>
    public double Agreement { get; }

    /// <summary>Its 95% interval; NaN where there is none.</summary>
    public RankInterval AgreementInterval => RankInterval.Of(Agreement, WithModel);

    /// <summary>Mean incentive of a miner of each other strategy, as a ratio to that of an honest one; by name.</summary>
    public IReadOnlyList<(string Strategy, double Ratio)> AgainstHonest { get; }

    private double MeanOf(Func<NeuronRow, bool> belongs)
    {
        double[] pay = [.. _miners.Where(belongs).Select(n => n.Incentive)];
        return pay.Length == 0 ? double.NaN : pay.Average();
    }
}
