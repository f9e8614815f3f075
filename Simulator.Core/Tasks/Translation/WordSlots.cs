namespace Simulator.Core.Tasks.Translation;

/// <summary>Open hash tables of words.</summary>
/// <remarks>Unchecked: a slot lies below the length of its table, and a hash wraps around.</remarks>
internal static class WordSlots
{
    private const uint Spread = 0x9E3779B1;

    /// <summary>The slot of a word, or the free one where it belongs.</summary>
    /// <param name="words">The word in each slot, <see cref="Vocabulary.Nothing"/> in a free one; some must be free.</param>
    /// <param name="word">The word.</param>
    public static int Of(ReadOnlySpan<ushort> words, int word)
    {
        unchecked
        {
            int slot = (int)(((ulong)((uint)word * Spread) * (uint)words.Length) >> 32);
            while (words[slot] != Vocabulary.Nothing && words[slot] != word)
            {
                slot = slot + 1 == words.Length ? 0 : slot + 1;
            }
            return slot;
        }
    }
}
