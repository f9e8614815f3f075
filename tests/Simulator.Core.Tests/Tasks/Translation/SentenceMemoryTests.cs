using Simulator.Core.Tasks.Translation;

namespace Simulator.Core.Tests.Tasks.Translation;

public sealed class SentenceMemoryTests
{
    private static readonly SentenceShard Pairs = SentenceShard.Draw(
        LanguageTranslation.German.Sentences,
        0.01,
        0,
        new(1)
    );

    [Fact]
    public void A_sentence_takes_the_place_of_its_translation_and_two_numbers_for_each_of_its_words()
    {
        SentenceMemory memory = new(Pairs.Sentences, TranslatorConstants.Chosen);
        long before = memory.Bytes;
        int words = 0;
        for (int pair = 0; pair < Pairs.Count; pair++)
        {
            memory.Learn(Pairs, pair, 0);
            words += Pairs.SourceWords(pair).ToArray().Distinct().Count();
        }
        Assert.Equal(sizeof(int) * (Pairs.Count + 2L * words), memory.Bytes - before);
    }
}
