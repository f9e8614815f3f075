namespace Simulator.Core.Tasks.Translation;

/// <summary>Viterbi's search: of all ways to translate a sentence from left to right, piece by piece, the most probable
/// one.</summary>
/// <remarks>At each place between two English words the most probable way is kept for each last word, and of those the
/// best.</remarks>
/// <param name="language">How probable a word is after another.</param>
/// <param name="constants">How much that counts, and how many ways are kept.</param>
internal sealed class Lattice(BigramModel language, TranslatorConstants constants)
{
    private readonly int _widest = constants.Ways;
    private readonly float _languageWeight = constants.LanguageWeight;
    private readonly float _wordReward = constants.WordReward;
    private readonly List<List<State>> _places = [];
    private readonly List<Rendering> _renderings = [];
    private readonly List<Rendering> _path = [];
    private int _words;

    /// <summary>Operations since the search began.</summary>
    public long Operations { get; private set; }

    /// <summary>Begins a search.</summary>
    /// <param name="words">English words of the sentence.</param>
    public void Begin(int words)
    {
        _words = words;
        while (_places.Count <= words)
        {
            _places.Add([]);
        }
        foreach (List<State> states in _places)
        {
            states.Clear();
        }
        _renderings.Clear();
        _places[0].Add(new(Vocabulary.Nothing, 0, -1, -1, 0, 0));
        Operations = 0;
    }

    /// <summary>Drops all but the best ways to a place; to be called before the first piece from there.</summary>
    public void Prune(int place)
    {
        List<State> states = _places[place];
        for (int kept = 0; kept < Math.Min(_widest, states.Count); kept++)
        {
            int best = kept;
            for (int i = kept + 1; i < states.Count; i++)
            {
                best = states[i].Score > states[best].Score ? i : best;
            }
            (states[kept], states[best]) = (states[best], states[kept]);
        }
        if (states.Count > _widest)
        {
            states.RemoveRange(_widest, states.Count - _widest);
        }
    }

    /// <summary>Offers a translation of the English words between two places.</summary>
    /// <param name="from">Place before the first word.</param>
    /// <param name="to">Place after the last word.</param>
    /// <param name="piece">The translation, at least one word.</param>
    /// <param name="logarithm">Logarithm of its probability.</param>
    public void Offer(int from, int to, ReadOnlySpan<Rendering> piece, float logarithm)
    {
        int start = _renderings.Count;
        _renderings.AddRange(piece);
        float within = 0;
        logarithm += _wordReward * piece.Length;
        for (int i = 1; i < piece.Length; i++)
        {
            within += language.Logarithm(piece[i - 1].Word, piece[i].Word);
        }
        List<State> states = _places[from];
        // All ways on from here end with the same word: only the best of them can be kept.
        (int before, float most) = (-1, 0);
        for (int i = 0; i < states.Count; i++)
        {
            float fits = within + language.Logarithm(states[i].Word, piece[0].Word);
            float score = states[i].Score + logarithm + _languageWeight * fits;
            if (before < 0 || score > most)
            {
                (before, most) = (i, score);
            }
        }
        if (before >= 0)
        {
            Keep(_places[to], new(piece[^1].Word, most, from, before, start, piece.Length));
        }
        Operations += (states.Count + piece.Length) * (long)BigramModel.Operations;
    }

    /// <summary>The most probable translation, in codes of its words.</summary>
    public ushort[] Best()
    {
        Prune(_words);
        _path.Clear();
        for (State at = _places[_words][0]; at.Length > 0; at = _places[at.From][at.Before])
        {
            for (int i = at.Length - 1; i >= 0; i--)
            {
                _path.Add(_renderings[at.Start + i]);
            }
        }
        ushort[] codes = new ushort[_path.Count];
        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = _path[^(i + 1)].Code;
        }
        return codes;
    }

    private static void Keep(List<State> states, State offered)
    {
        for (int i = 0; i < states.Count; i++)
        {
            if (states[i].Word == offered.Word)
            {
                states[i] = offered.Score > states[i].Score ? offered : states[i];
                return;
            }
        }
        states.Add(offered);
    }

    /// <summary>The most probable way to a place that ends with a word.</summary>
    private readonly record struct State(int Word, float Score, int From, int Before, int Start, int Length);
}
