namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>How models that count read a shard: once from end to end, in steps of equal length. Counting a passage twice
/// would teach them nothing but to believe it more.</summary>
internal static class CountedText
{
    /// <summary>Characters of a step.</summary>
    public const int StepLength = 64;

    private const int StepsPerPassage = NovelSet.PassageLength / StepLength;

    /// <summary>Steps to the end of a shard.</summary>
    public static long Steps(TextShard shard) => (long)shard.Count * StepsPerPassage;

    /// <summary>Reads what belongs to a step, and characters of the same passage before it.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="step">Number of the step.</param>
    /// <param name="before">How many characters before it are wanted; a passage begins without any.</param>
    /// <param name="codes">Takes them; room for <paramref name="before"/> and <see cref="StepLength"/>.</param>
    /// <returns>How many characters stand before those of the step.</returns>
    public static int Read(TextShard shard, long step, int before, ref Span<byte> codes)
    {
        int start = (int)(step % StepsPerPassage) * StepLength;
        int known = Math.Min(before, start);
        codes = codes[..(known + StepLength)];
        shard.Read((int)(step / StepsPerPassage), start - known, codes);
        return known;
    }
}
