using Simulator.Core.Randomness;
using Simulator.Core.Tasks;

namespace Simulator.Benchmarks.Workloads;

/// <summary>Miners of one family that train, answer and are scored, round after round, on one thread.</summary>
internal sealed class Market
{
    private readonly MarketFamily _family;
    private readonly MarketMiner[] _miners;
    private readonly ITask[] _tasks;
    private readonly Rng _pool = new(0);
    private readonly Answered[] _answers;

    public Market(MarketFamily family)
    {
        _family = family;
        _miners =
        [
            .. Enumerable
                .Range(0, MarketFamily.Miners)
                .Select(number => family.NewMiner(number, new Rng((ulong)number + 1))),
        ];
        _tasks = [.. _miners.Select(m => m.Task).Distinct()];
        _answers = new Answered[family.Questions];
    }

    /// <summary>What each kind of model has cost since the last <see cref="ForgetCosts"/>, in the order of the first miners.</summary>
    public List<KindCost> Costs { get; } = [];

    /// <summary>Seconds of all kinds together.</summary>
    public double Seconds => Costs.Sum(c => c.Training + c.Answering);

    /// <summary>Forgets what was measured so far.</summary>
    public void ForgetCosts() => Costs.Clear();

    /// <summary>One round: every task has one pool of questions, and every miner answers all of it.</summary>
    public void Round()
    {
        IQuestion[][] pools = [.. _tasks.Select(Draw)];
        foreach (MarketMiner miner in _miners)
        {
            double start = ThreadClock.Seconds;
            miner.Model.Train(miner.Budget);
            double trained = ThreadClock.Seconds;
            Answer(miner, pools[Array.IndexOf(_tasks, miner.Task)]);
            double answered = ThreadClock.Seconds;
            Cost(miner.Kind).Add(trained - start, answered - trained);
        }
    }

    /// <summary>Median skill of the miners of a kind, over evenly spaced held-out questions.</summary>
    public double MedianSkill(string kind, int questions)
    {
        double[] skills =
        [
            .. _miners.Where(m => m.Kind == kind).Select(m => Skill(m.Task, m.Model, questions)).Order(),
        ];
        return skills[skills.Length / 2];
    }

    /// <summary>How far a model is above its task's baseline: 1 is perfect.</summary>
    public static double Skill(ITask task, IModel model, int questions) =>
        (ModelQuality.Measure(task, model, questions) - task.Baseline) / (1 - task.Baseline);

    private void Answer(MarketMiner miner, IQuestion[] pool)
    {
        for (int i = 0; i < pool.Length; i++)
        {
            _answers[i] = new(pool[i], miner.Model.Answer(pool[i]));
        }
        miner.Task.Score(_answers);
    }

    private IQuestion[] Draw(ITask task)
    {
        IQuestion[] all = [.. task.HeldOut];
        for (int i = 0; i < _family.Questions; i++)
        {
            int j = i + _pool.NextInt(all.Length - i);
            (all[i], all[j]) = (all[j], all[i]);
        }
        return all[.._family.Questions];
    }

    private KindCost Cost(string kind)
    {
        KindCost? cost = Costs.Find(c => c.Kind == kind);
        if (cost is null)
        {
            Costs.Add(cost = new(kind));
        }
        return cost;
    }
}
