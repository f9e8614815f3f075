using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Engine;

/// <summary>Whose answers a validator has found to be another's, a little later.</summary>
/// <remarks>
/// A miner is taken for a relay of another while all answers of both that were compared since they last differed are equal,
/// <see cref="EqualMistakes"/> of them were not perfect, and the miner took longer in each of those rounds. Right answers
/// say nothing: good miners give the same. Mistakes do, for there are many; but similar models share some, so that it takes
/// a run of them. A question to which one of the two gave no answer in time says nothing either, nor does the time it took.
/// </remarks>
internal sealed class RelayRuns
{
    /// <summary>Equal mistakes in a row that make a relay.</summary>
    public const int EqualMistakes = 12;

    private readonly Dictionary<(Uid Relay, Uid Source), int> _runs = [];

    /// <summary>Compares the answers of two miners in one round.</summary>
    /// <param name="relay">The one that took longer.</param>
    /// <param name="source">The one that was faster.</param>
    /// <param name="mine">Answers of the first, question by question.</param>
    /// <param name="others">Answers of the second.</param>
    /// <param name="mistakes">Whether each of these is less than perfect.</param>
    /// <returns>How many equal mistakes there have been since they last differed.</returns>
    public int Compare(
        Uid relay,
        Uid source,
        ReadOnlySpan<IAnswer> mine,
        ReadOnlySpan<IAnswer> others,
        ReadOnlySpan<bool> mistakes
    )
    {
        int run = _runs.GetValueOrDefault((relay, source));
        for (int q = 0; q < mine.Length; q++)
        {
            if (mine[q] is not NoAnswer && others[q] is not NoAnswer)
            {
                run =
                    !mine[q].Equals(others[q]) ? 0
                    : mistakes[q] ? run + 1
                    : run;
            }
        }
        return _runs[(relay, source)] = run;
    }

    /// <summary>Notes that a miner was not the slower one: it relays nobody who answers later.</summary>
    public void Clear(Uid relay, Uid source) => _runs.Remove((relay, source));

    /// <summary>Drops what is known of a slot.</summary>
    public void Forget(Uid uid)
    {
        foreach (
            (Uid Relay, Uid Source) pair in _runs.Keys.Where(p => p.Relay == uid || p.Source == uid).ToList()
        )
        {
            _runs.Remove(pair);
        }
    }
}
