namespace Simulator.Core.Randomness;

/// <summary>The random streams of one run: each named by a purpose and the entity that it serves.</summary>
/// <remarks>
/// The name decides the numbers and nothing else does: neither the order in which streams are asked for, nor the thread,
/// nor which other streams exist. So a new agent never shifts another's draws. Asking twice for the same name gives the
/// same numbers from the start again: keep the stream, or name the part (an epoch, say) it is for.
/// </remarks>
/// <param name="seed">The run's seed.</param>
public sealed class RandomStreams(ulong seed)
{
    /// <summary>The run's seed.</summary>
    public ulong Seed => seed;

    /// <summary>The stream of an entity for a purpose, from its start.</summary>
    /// <param name="purpose">What the numbers are for, as "miner.training".</param>
    /// <param name="entity">Whom they are for; 0 where there is only one.</param>
    public Rng For(string purpose, ulong entity = 0) => new(StableHash.Of(seed, purpose, entity));

    /// <summary>The stream of one part (an epoch, a partner) of an entity for a purpose, from its start; it shares no
    /// numbers with the stream of the whole entity.</summary>
    public Rng For(string purpose, ulong entity, ulong part) =>
        new(StableHash.Of(seed, purpose, entity, part));
}
