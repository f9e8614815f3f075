using System.Collections.Immutable;
using Simulator.Core.Agents;
using Simulator.Core.Chain;
using Simulator.Core.Chain.Blocks;
using Simulator.Core.Consensus.Execution;
using Simulator.Core.Engine.Drivers;
using Simulator.Core.Randomness;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>One run of a world: a function of plan and seed, and of nothing else.</summary>
/// <remarks>
/// <see cref="Run"/> does it all. A run that shares its consensus with others stops at every epoch instead:
/// <see cref="AdvanceToEpoch"/>, compute what is <see cref="Due"/>, <see cref="Apply"/>, and so on, as an
/// <see cref="Ensemble"/> does.
/// </remarks>
public sealed class Simulation
{
    private readonly World _world;
    private readonly IReadOnlyList<IObserver> _observers;
    private readonly QuestionDriver _questions;
    private readonly VoteDriver _votes;
    private readonly RevealDriver _reveals;
    private readonly WorkDriver _work;
    private readonly SaleDriver _sales;
    private readonly IEpochExecution _epoch;

    /// <summary>A world at its first block.</summary>
    /// <param name="plan">What it is made of.</param>
    /// <param name="seed">What everything left to chance follows from.</param>
    /// <param name="observers">Who is told what happens; nobody if none is given.</param>
    /// <param name="threads">Threads that training may use, at least 1; the results are the same for any number.</param>
    /// <param name="execution">Computes the epochs, unless the plan has an approximate rule; the fastest of this processor if none is given.</param>
    /// <exception cref="PlanException">The plan has mistakes; all of them are listed.</exception>
    public Simulation(
        WorldPlan plan,
        ulong seed,
        IReadOnlyList<IObserver>? observers = null,
        int threads = 1,
        IEpochExecution? execution = null
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        Problem[] problems = [.. plan.Problems()];
        if (problems.Length > 0)
        {
            throw new PlanException(problems);
        }
        Seed = seed;
        _observers = observers ?? [];
        _epoch = plan.ApproximateRule is { } rule
            ? new ApproximateExecution(rule)
            : execution ?? new LaneEpoch();
        RandomStreams streams = new(seed);
        Roster roster = new();
        // The roster is told first, so that whoever else listens finds it up to date.
        List<IObserver> listeners = [roster];
        EventLoop loop = new();
        Journal journal = new(loop, listeners);
        _world = new()
        {
            Plan = plan,
            Network = new(plan.Network, journal, new FaultyPulses(plan.Commit, streams)),
            Loop = loop,
            Streams = streams,
            Journal = journal,
            Roster = roster,
            Threads = threads,
        };
        Founding founding = new(plan, streams);
        founding.Found(_world);
        (_questions, _reveals, _work, _sales) = (new(_world), new(_world), new(_world), new(_world));
        _votes = new(_world, _reveals);
        if (plan.Arrivals is { } arrivals)
        {
            ArrivalDriver driver = new(_world, founding, arrivals);
            listeners.Add(driver);
            driver.Start();
        }
        listeners.AddRange(_observers);
        _questions.Start();
        BeginTempo();
    }

    /// <summary>The run's seed.</summary>
    public ulong Seed { get; }

    /// <summary>Whole epochs so far.</summary>
    public int Epochs { get; private set; }

    /// <summary>The chain.</summary>
    public Network Network => _world.Network;

    /// <summary>What agents see of the subnet.</summary>
    public IChainView Chain => _world.Chain;

    /// <summary>Delivers the run's events.</summary>
    /// <remarks>
    /// Handlers and processes of your own may join before and while it runs: they see <see cref="Chain"/>, and may ask of
    /// the <see cref="Network"/> what any account may, but register: slots are for the plan's agents.
    /// <code>
    /// async SimTask Shock(Simulation run)
    /// {
    ///     await run.Loop.Delay(1_000 * SimTime.TicksPerBlock);
    ///     run.Network.Change(new NetUid(1), run.Chain.Hyperparameters with { Kappa = PerU16.OfShare(0.6m) });
    /// }
    /// </code>
    /// </remarks>
    public EventLoop Loop => _world.Loop;

    /// <summary>Whether its epochs follow a rule that only it can compute.</summary>
    internal bool HasOwnRule => _world.Plan.ApproximateRule is not null;

    /// <summary>The epochs that wait to be computed, one for each mechanism; empty unless <see cref="AdvanceToEpoch"/> said so.</summary>
    public IReadOnlyList<DueEpoch> Due { get; private set; } = [];

    /// <summary>What the best and the worst model say now to the same held-out questions.</summary>
    /// <param name="questions">Questions to each, at least 1.</param>
    /// <returns>The answers of the best one, then those of the worst one; none where learning curves stand in for models.</returns>
    public IReadOnlyList<Example> Examples(int questions = 5)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(questions);
        return _world.Plan.Fidelity.Profile is null
            ? [.. Exhibition.Of(_world, _work.Qualities(Epochs), questions)]
            : [];
    }

    /// <summary>The models of those who hold a slot now, by ascending uid; one that several slots share stands there for each.</summary>
    public IEnumerable<SeatedModel> Models =>
        _world
            .Roster.Seated.Where(p => p.Miner?.Model is not null)
            .Select(p => new SeatedModel(
                p.Group,
                p.Miner!.Model!,
                p.Miner.Machine?.Operations ?? 0,
                p.Quality
            ));

    /// <summary>Runs every epoch of the plan.</summary>
    /// <param name="cancel">Stops the run before its next block.</param>
    /// <exception cref="InvariantException">A strategy or the library failed; says where.</exception>
    public void Run(CancellationToken cancel = default)
    {
        while (AdvanceToEpoch(cancel))
        {
            Compute();
        }
    }

    /// <summary>Computes and applies the epochs that are due, if any.</summary>
    internal void Compute()
    {
        if (Due.Count == 0)
        {
            return;
        }
        foreach (DueEpoch due in Due)
        {
            due.Output = _epoch.Run(due.Input);
        }
        Apply();
    }

    /// <summary>Runs up to the next epoch and leaves it in <see cref="Due"/>.</summary>
    /// <param name="cancel">Stops the run before its next block.</param>
    /// <returns>Whether an epoch is due; false once the plan's epochs have run, or when stopped.</returns>
    /// <exception cref="InvalidOperationException">Due epochs were not applied.</exception>
    /// <exception cref="InvariantException">A strategy or the library failed; says where.</exception>
    public bool AdvanceToEpoch(CancellationToken cancel = default)
    {
        if (Due.Count > 0)
        {
            throw new InvalidOperationException($"Block {Network.Block}: due epochs wait to be applied.");
        }
        try
        {
            while (Epochs < _world.Plan.Epochs && !cancel.IsCancellationRequested)
            {
                NextBlock();
                if (Due.Count > 0)
                {
                    return true;
                }
                Network.FinishBlockStart();
            }
            return false;
        }
        catch (Exception e) when (e is not InvariantException)
        {
            throw _world.Fault(e);
        }
    }

    /// <summary>Applies the outputs of the due epochs: pays, tells the observers, and begins the next tempo.</summary>
    /// <exception cref="InvalidOperationException">An epoch has no output.</exception>
    /// <exception cref="InvariantException">A strategy or the library failed; says where.</exception>
    public void Apply()
    {
        // The chain empties its own list when it has applied them.
        ImmutableArray<DueEpoch> due = [.. Due];
        try
        {
            Network.FinishBlockStart();
            Due = [];
            Epochs++;
            Tell(due);
            BeginTempo();
        }
        // A missing output is the caller's mistake, and no fault of the run.
        catch (Exception e) when (e is not InvariantException && due.All(epoch => epoch.Output is not null))
        {
            throw _world.Fault(e);
        }
    }

    /// <summary>Delivers what still happens in this block, and starts the next one up to its epochs.</summary>
    private void NextBlock()
    {
        Block block = Network.Block + new BlockSpan(1);
        _world.Journal.IsBlockStart = false;
        _world.Loop.RunUntil(SimTime.StartOf(block));
        _world.Acting = null;
        (_world.Journal.Block, _world.Journal.IsBlockStart) = (block, true);
        Due = Network.StartBlock(block);
    }

    private void Tell(ImmutableArray<DueEpoch> due)
    {
        if (_observers.Count == 0)
        {
            return;
        }
        ImmutableArray<NeuronSnapshot> neurons = Neurons();
        foreach (DueEpoch epoch in due)
        {
            EpochSnapshot snapshot = new()
            {
                Epoch = (ulong)Epochs,
                Block = Network.Block,
                NetUid = epoch.NetUid,
                Mechanism = epoch.Mechanism,
                Input = epoch.Input,
                Output = epoch.Output!,
                Burn = Chain.Burn,
                Neurons = neurons,
            };
            foreach (IObserver observer in _observers)
            {
                observer.OnEpoch(snapshot);
            }
        }
    }

    private ImmutableArray<NeuronSnapshot> Neurons()
    {
        double[] qualities = _work.Qualities(Epochs);
        return [.. _world.Roster.Seated.Select(p => Neuron(p, qualities[p.Uid!.Value.Index]))];
    }

    private NeuronSnapshot Neuron(Participant holder, double quality)
    {
        Account account = holder.Books.Account(_world.Plan.Prices, holder.Miner, holder.Scorer);
        return new(
            holder.Hotkey,
            holder.Role,
            holder.Strategy,
            holder.Group,
            quality,
            Chain.Neuron(holder.Uid!.Value).RegisteredAt,
            Network.BalanceOf(holder.Coldkey),
            account,
            Books.ProviderProfit(account, holder.Miner),
            holder.Miner?.Machine?.Operations ?? 0
        )
        {
            Score = holder.Scores.Mean,
            ScoreError = _questions.ErrorOf(holder.Scores),
            Asked = holder.Scorer?.Asked ?? holder.Scores.Asked,
        };
    }

    /// <summary>Schedules what happens between this epoch and the next.</summary>
    private void BeginTempo()
    {
        SimTime now = SimTime.StartOf(Network.Block);
        _questions.BeginTempo((ulong)Epochs);
        _world.Loop.Schedule(now, Phase.Sale, _sales);
        _world.Loop.Schedule(now, Phase.Work, _work);
        _world.Loop.Schedule(now, Phase.Reveal, _reveals);
        _votes.ScheduleVotes();
    }
}
