using Simulator.Core.Tasks;

namespace Simulator.Benchmarks.Workloads;

/// <summary>One miner of a market.</summary>
/// <param name="Kind">Kind of model, as tables show it.</param>
/// <param name="Task">What it is asked.</param>
/// <param name="Model">What it trains.</param>
/// <param name="Budget">Operations that it spends on training in a round.</param>
internal sealed record MarketMiner(string Kind, ITask Task, IModel Model, long Budget);
