using Simulator.Core.Randomness;
using Simulator.Core.Tasks;

namespace Simulator.Core.Agents.Policies;

/// <summary>How a firm goes on from what others have published.</summary>
/// <param name="After">Tempos from one look at the public models to the next, at least 1.</param>
/// <param name="Data">Gives the firm's own data, from which its copy learns.</param>
/// <param name="Rng">The stream that a copy's own is split from.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="After"/> is below 1.</exception>
public sealed record FineTuning(int After, Func<ITrainingData> Data, Rng Rng)
{
    /// <summary>Tempos from one look at the public models to the next.</summary>
    public int After { get; } =
        After >= 1
            ? After
            : throw new ArgumentOutOfRangeException(nameof(After), After, "A look is every tempo at most.");

    /// <summary>A copy of the best paid public model, ready to learn from the firm's data; null where none is paid better than
    /// the firm itself, or it would not fit.</summary>
    /// <param name="market">What the firm sees.</param>
    /// <param name="memory">Bytes that its machine holds.</param>
    public IModel? Find(IMarket market, long memory) =>
        BestPaid.WithModel(market, memory, miner => miner.IsPublic) is { } uid
        && market.Incentive(uid) > market.Incentive(market.Self)
            ? market.Copy(uid, Data(), Rng)
            : null;
}
