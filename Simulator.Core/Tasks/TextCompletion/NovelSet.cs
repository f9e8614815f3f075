using System.Collections.Immutable;

namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>Novels cut into passages of one length: most to train on, every twelfth held out. Never changes, so every
/// thread may read it.</summary>
public sealed class NovelSet
{
    /// <summary>Characters of a passage.</summary>
    public const int PassageLength = 1_024;

    // Fixed once for all: every published number depends on which passages are held out.
    private const int HeldOutEvery = 12;

    private readonly byte[] _text;
    private readonly int[] _training;
    private readonly (int Novel, int Start)[] _heldOut;

    /// <summary>Takes over the text of some novels.</summary>
    /// <param name="name">Name of the set.</param>
    /// <param name="titles">Titles of the novels.</param>
    /// <param name="starts">Where each novel starts in the text.</param>
    /// <param name="text">All novels, one number a character.</param>
    /// <exception cref="FormatException">A novel is too short for a held-out passage.</exception>
    internal NovelSet(string name, IReadOnlyList<string> titles, IReadOnlyList<int> starts, byte[] text)
    {
        Name = name;
        Titles = [.. titles];
        _text = text;
        List<int> training = [];
        List<(int Novel, int Start)> heldOut = [];
        for (int novel = 0; novel < titles.Count; novel++)
        {
            int end = novel + 1 < titles.Count ? starts[novel + 1] : text.Length;
            int passages = (end - starts[novel]) / PassageLength;
            if (passages < HeldOutEvery)
            {
                throw new FormatException(
                    $"Novels: '{titles[novel]}' has {end - starts[novel]} characters; "
                        + $"{HeldOutEvery * PassageLength} are the least."
                );
            }
            for (int passage = 0; passage < passages; passage++)
            {
                int start = starts[novel] + passage * PassageLength;
                if (passage % HeldOutEvery == HeldOutEvery - 1)
                {
                    heldOut.Add((novel, start));
                }
                else
                {
                    training.Add(start);
                }
            }
        }
        _training = [.. training];
        _heldOut = [.. heldOut];
    }

    /// <summary>Name of the set as scenarios write it.</summary>
    public string Name { get; }

    /// <summary>Titles of the novels.</summary>
    public ImmutableArray<string> Titles { get; }

    /// <summary>Passages to train on.</summary>
    public int TrainingCount => _training.Length;

    /// <summary>Passages held out from training.</summary>
    public int HeldOutCount => _heldOut.Length;

    /// <summary>The text of a passage to train on.</summary>
    /// <param name="index">Number of the passage, from 0.</param>
    public string TrainingText(int index) => Alphabet.TextOf(Training(index));

    /// <summary>The characters of a passage to train on.</summary>
    internal ReadOnlySpan<byte> Training(int index) => _text.AsSpan(_training[index], PassageLength);

    /// <summary>The characters of a held-out passage.</summary>
    internal ReadOnlySpan<byte> HeldOut(int index) => _text.AsSpan(_heldOut[index].Start, PassageLength);

    /// <summary>The title of the novel that a held-out passage is from.</summary>
    internal string TitleOf(int index) => Titles[_heldOut[index].Novel];
}
