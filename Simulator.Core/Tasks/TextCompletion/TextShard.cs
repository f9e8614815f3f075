using Simulator.Core.Randomness;
using Simulator.Core.Tasks.Data;

namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>The passages that one miner has, as it believes they read; never changes.</summary>
/// <remarks>A character is wrong or right by its place and the shard's key alone: noise takes no memory, and a passage
/// reads alike each time.</remarks>
public sealed class TextShard : ITrainingData
{
    private const double UnitOf32Bits = 1.0 / (1L << 32);

    private readonly int[] _passages;
    private readonly double _noise;
    private readonly ulong _key;

    private TextShard(NovelSet novels, int[] passages, double noise, ulong key)
    {
        Novels = novels;
        _passages = passages;
        _noise = noise;
        _key = key;
    }

    /// <summary>The novels the passages are from.</summary>
    public NovelSet Novels { get; }

    /// <summary>How many passages it has, at least 1.</summary>
    public int Count => _passages.Length;

    /// <summary>Draws a shard.</summary>
    /// <remarks>All passages are drawn before the noise: from equal streams, shards of equal share hold the same passages
    /// whatever their noise.</remarks>
    /// <param name="novels">The set to draw from; only its training passages are drawn, none twice.</param>
    /// <param name="share">Share of the passages, in (0, 1]; rounded to the nearest whole passage, at least one.</param>
    /// <param name="noise">Probability in [0, 1] that a character is replaced: each other one is then equally likely.</param>
    /// <param name="rng">The stream that decides.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share or probability is out of its range.</exception>
    public static TextShard Draw(NovelSet novels, double share, double noise, Rng rng)
    {
        ShardDraw.CheckNoise(noise);
        int[] drawn = ShardDraw.First("training passages", novels.TrainingCount, share, rng);
        return new(novels, drawn, noise, rng.NextUInt64());
    }

    /// <summary>The number of a passage in its set.</summary>
    /// <param name="index">Place in the shard, from 0.</param>
    public int Passage(int index) => _passages[index];

    /// <summary>A passage as the shard has it.</summary>
    /// <param name="index">Place in the shard, from 0.</param>
    public string Text(int index)
    {
        Span<byte> codes = stackalloc byte[NovelSet.PassageLength];
        Read(index, 0, codes);
        return Alphabet.TextOf(codes);
    }

    /// <summary>Reads a part of a passage.</summary>
    /// <param name="index">Place of the passage in the shard.</param>
    /// <param name="start">First character to read.</param>
    /// <param name="codes">Takes as many as there is room for.</param>
    internal void Read(int index, int start, Span<byte> codes)
    {
        Novels.Training(_passages[index]).Slice(start, codes.Length).CopyTo(codes);
        if (_noise > 0)
        {
            for (int i = 0; i < codes.Length; i++)
            {
                codes[i] = Noisy(codes[i], _passages[index], start + i);
            }
        }
    }

    // Unchecked: counts of characters and passages are not negative, and words of a key wrap around.
    private byte Noisy(byte code, int passage, int place)
    {
        unchecked
        {
            uint chance = (uint)place,
                other = (uint)passage,
                unused = 0,
                unusedToo = 0;
            Philox.Encrypt(ref chance, ref other, ref unused, ref unusedToo, (uint)_key, (uint)(_key >> 32));
            if (chance * UnitOf32Bits >= _noise)
            {
                return code;
            }
            uint step = (uint)(((ulong)other * (Alphabet.Size - 1)) >> 32);
            return (byte)((code + 1 + step) % Alphabet.Size);
        }
    }
}
