using System.Buffers.Binary;
using System.Security.Cryptography;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Units;

namespace Simulator.Core.Studies.Retention;

/// <summary>A retention map: what share of the emission the honest side gets in every cell, and what follows from it.</summary>
public sealed class RetentionMap
{
    private readonly double[] _emissions;

    private RetentionMap(RetentionPlan plan)
    {
        Plan = plan;
        _emissions = new double[plan.Cells];
    }

    /// <summary>The plan.</summary>
    public RetentionPlan Plan { get; }

    /// <summary>Computes every cell with one epoch of the chain.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="threads">Threads to use, at least 1; the map is the same for any number.</param>
    /// <param name="progress">Is told the number of cells done: in rising order, by one thread at a time.</param>
    /// <param name="executions">Where its epochs are computed; on the processor if left out.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="PlanException">The plan has mistakes.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static RetentionMap Of(
        RetentionPlan plan,
        ulong seed,
        int threads = 1,
        IProgress<int>? progress = null,
        EpochExecutions? executions = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        plan.Check();
        RetentionMap map = new(plan);
        int stakes = plan.HonestStakes.Length,
            utilities = plan.HonestUtilities.Length;
        int done = 0;
        Lock telling = new();
        RetentionWork.Do(plan, seed, plan.Draws * stakes * utilities, threads, Row, executions, cancel);
        return map;

        void Row(RetentionWork work, int row)
        {
            (int subnet, int utility) = Math.DivRem(row, utilities);
            (int draw, int stake) = Math.DivRem(subnet, stakes);
            Span<double> cells = map.Cells(draw, stake, utility);
            RetentionSubnet cell = work.Subnet(draw, stake);
            for (int cabal = 0; cabal < cells.Length; cabal++)
            {
                cells[cabal] = cell.HonestEmission(plan.HonestUtilities[utility], plan.CabalUtilities[cabal]);
            }
            lock (telling)
            {
                done += plan.CabalUtilities.Length;
                progress?.Report(done);
            }
        }
    }

    /// <summary>SHA-256 of the honest shares of all cells, in hex: equal maps have equal digests.</summary>
    public string Digest()
    {
        byte[] bytes = new byte[_emissions.Length * sizeof(double)];
        for (int i = 0; i < _emissions.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)), _emissions[i]);
        }
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    /// <summary>The honest side's share of the emission.</summary>
    /// <param name="draw">Number of the draw, from 0.</param>
    /// <param name="stake">Index of the share of stake.</param>
    /// <param name="honestUtility">Index of the honest utility.</param>
    /// <param name="cabalUtility">Index of the cabal's utility.</param>
    public double HonestEmission(int draw, int stake, int honestUtility, int cabalUtility) =>
        Cells(draw, stake, honestUtility)[cabalUtility];

    /// <summary>A point of a retention line: the utility that the honest side needs against one utility of the cabal.</summary>
    /// <param name="draw">Number of the draw, from 0.</param>
    /// <param name="stake">Index of the share of stake.</param>
    /// <param name="cabalUtility">Index of the cabal's utility.</param>
    /// <returns>The utility, linear between the points of the grid; NaN where none suffices.</returns>
    public double NeededUtility(int draw, int stake, int cabalUtility)
    {
        double[] along = new double[Plan.HonestUtilities.Length];
        for (int i = 0; i < along.Length; i++)
        {
            along[i] = HonestEmission(draw, stake, i, cabalUtility);
        }
        return RetentionLine.Crossing(Plan.HonestUtilities.AsSpan(), along, Plan.HonestStakes[stake]);
    }

    /// <summary>A point of the retention line of all draws, with its interval.</summary>
    /// <param name="stake">Index of the share of stake.</param>
    /// <param name="cabalUtility">Index of the cabal's utility.</param>
    public RetentionStatistic LinePoint(int stake, int cabalUtility) =>
        OverDraws(stake, draw => NeededUtility(draw, stake, cabalUtility));

    /// <summary>The utility that the honest side needs whatever the cabal does.</summary>
    /// <param name="stake">Index of the share of stake.</param>
    public RetentionStatistic Statistic(int stake) => OverDraws(stake, draw => WorstNeed(draw, stake));

    // Math.Max hands NaN on: where one utility of the cabal cannot be met, no utility suffices.
    private double WorstNeed(int draw, int stake)
    {
        double worst = 0;
        for (int cabal = 0; cabal < Plan.CabalUtilities.Length; cabal++)
        {
            worst = Math.Max(worst, NeededUtility(draw, stake, cabal));
        }
        return worst;
    }

    private RetentionStatistic OverDraws(int stake, Func<int, double> need) =>
        RetentionStatistic.Of(Plan.HonestStakes[stake], [.. Enumerable.Range(0, Plan.Draws).Select(need)]);

    private Span<double> Cells(int draw, int stake, int honestUtility)
    {
        int row = (draw * Plan.HonestStakes.Length + stake) * Plan.HonestUtilities.Length + honestUtility,
            length = Plan.CabalUtilities.Length;
        return _emissions.AsSpan(row * length, length);
    }
}
