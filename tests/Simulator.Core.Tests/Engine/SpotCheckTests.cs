using Simulator.Core.Engine;
using Simulator.Core.Engine.Drivers;
using Simulator.Core.Tasks;
using Simulator.Core.Units;

namespace Simulator.Core.Tests.Engine;

/// <summary>Who is found to relay whom, from answers and the time that they took.</summary>
public sealed class SpotCheckTests
{
    private const int Questions = 16;
    private const long Lost = -1L << 40;

    private static readonly Uid[] Miners = [new(3), new(7)];

    private readonly RelayRuns _runs = new();

    [Fact]
    public void The_slower_one_of_two_that_share_their_mistakes_relays_the_other() =>
        Assert.Equal([0, Questions], Round(_ => 100, _ => 250));

    [Fact]
    public void An_answer_that_is_lost_makes_nobody_slower() =>
        Assert.Equal([0, Questions - 1], Round(q => q == 5 ? Lost : 100, _ => 250));

    [Fact]
    public void Times_of_questions_that_only_one_of_two_answered_are_not_compared() =>
        // Over all questions the first took longer, over the nine that both answered the second.
        Assert.Equal([0, Questions - 7], Round(q => q < 7 ? 3_000 : 100, q => q < 7 ? -10 : 250));

    [Fact]
    public void A_round_in_which_no_question_was_answered_by_both_decides_nothing_and_ends_no_run()
    {
        Round(_ => 100, _ => 250);
        Assert.Equal([0, 0], Round(q => q < 8 ? 100 : Lost, q => q < 8 ? Lost : 250));
        Assert.Equal([0, 2 * Questions], Round(_ => 100, _ => 250));
    }

    [Fact]
    public void Who_was_the_faster_one_begins_anew()
    {
        Round(_ => 100, _ => 250);
        Assert.Equal([Questions, 0], Round(_ => 250, _ => 100));
        Assert.Equal([0, Questions], Round(_ => 100, _ => 250));
    }

    [Fact]
    public void Of_equally_fast_ones_none_relays_the_other() =>
        Assert.Equal([0, 0], Round(_ => 100, _ => 100));

    /// <summary>A round of wrong answers that are the same, after so many ticks; below 0 for no answer after so many.</summary>
    private int[] Round(params Func<int, long>[] times)
    {
        SpotCheck check = new(Worlds.Task, Miners, Questions);
        for (int m = 0; m < Miners.Length; m++)
        {
            long[] ticks = [.. Enumerable.Range(0, Questions).Select(times[m])];
            Answered[] answers =
            [
                .. ticks.Select(
                    (t, q) => new Answered(new Parity.Number(q), t < 0 ? NoAnswer.Instance : Wrong(q))
                ),
            ];
            check.Keep(m, answers, [.. ticks.Select(Math.Abs)]);
        }
        return check.LongestRuns(_runs);
    }

    private static Parity.Said Wrong(int number) => new(number % 2 != 0);
}
