using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Engine.Drivers;

/// <summary>The answers of one round, kept so that they can be compared.</summary>
/// <param name="task">What is asked.</param>
/// <param name="miners">Who is asked, by ascending uid.</param>
/// <param name="questions">Questions to each.</param>
internal sealed class SpotCheck(ITask task, IReadOnlyList<Uid> miners, int questions)
{
    private readonly IAnswer[] _answers = new IAnswer[miners.Count * questions];
    private readonly bool[] _mistakes = new bool[miners.Count * questions];
    private readonly long[] _latencies = new long[miners.Count * questions];

    /// <summary>Keeps the answers of one miner.</summary>
    /// <param name="miner">Its place among the miners.</param>
    /// <param name="answers">What it answered in time.</param>
    /// <param name="latencies">Ticks that each of these took.</param>
    public void Keep(int miner, ReadOnlySpan<Answered> answers, ReadOnlySpan<long> latencies)
    {
        latencies.CopyTo(_latencies.AsSpan(miner * questions, questions));
        for (int q = 0; q < questions; q++)
        {
            (IQuestion question, IAnswer answer) = answers[q];
            _answers[miner * questions + q] = answer;
            _mistakes[miner * questions + q] = task.Score(question, answer) < 1;
        }
    }

    /// <summary>Compares everybody with everybody who was faster.</summary>
    /// <param name="runs">What is known from earlier rounds; takes what this one adds.</param>
    /// <returns>For each miner the longest run of mistakes that it shares with a faster one.</returns>
    public int[] LongestRuns(RelayRuns runs)
    {
        int[] longest = new int[miners.Count];
        for (int a = 0; a < longest.Length; a++)
        {
            for (int b = 0; b < longest.Length; b++)
            {
                long? lag = a == b ? null : Lag(a, b);
                if (lag > 0)
                {
                    int run = runs.Compare(
                        miners[a],
                        miners[b],
                        Of(_answers, a),
                        Of(_answers, b),
                        Of(_mistakes, b)
                    );
                    longest[a] = Math.Max(longest[a], run);
                }
                else if (lag is not null)
                {
                    runs.Clear(miners[a], miners[b]);
                }
            }
        }
        return longest;
    }

    /// <summary>Ticks that a miner took longer than another over the questions that both answered; nothing where there is none.</summary>
    /// <remarks>An answer that was lost or late says nothing of who waited for whom.</remarks>
    private long? Lag(int miner, int other)
    {
        long? lag = null;
        for (int q = 0; q < questions; q++)
        {
            int mine = miner * questions + q,
                others = other * questions + q;
            if (_answers[mine] is not NoAnswer && _answers[others] is not NoAnswer)
            {
                lag = (lag ?? 0) + _latencies[mine] - _latencies[others];
            }
        }
        return lag;
    }

    private ReadOnlySpan<T> Of<T>(T[] all, int miner) => all.AsSpan(miner * questions, questions);
}
