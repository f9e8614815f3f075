using Simulator.Core.Randomness;
using Simulator.Core.Tasks;

namespace Simulator.Benchmarks.Workloads;

/// <summary>A kind of model at a middling size, to draw curves of.</summary>
/// <param name="Kind">Kind of model, as tables show it.</param>
/// <param name="Task">What it is asked.</param>
/// <param name="Budget">Operations that it spends on training in a round.</param>
/// <param name="Make">Makes one from its share of the data, the noise in them and a stream.</param>
internal sealed record TypicalModel(
    string Kind,
    ITask Task,
    long Budget,
    Func<double, double, Rng, IModel> Make
);
