using Simulator.Core.Tasks;

namespace Simulator.Core.Engine.Drivers;

/// <summary>Shows what models say: the best one and the worst one at this moment, to the same questions.</summary>
internal static class Exhibition
{
    /// <summary>Answers of the two models; of one where there is no other, of none where nobody has any.</summary>
    /// <param name="world">The world.</param>
    /// <param name="qualities">Quality of the model of each slot's holder; NaN without one.</param>
    /// <param name="questions">How many to ask each, evenly spaced over those held out now.</param>
    public static IEnumerable<Example> Of(World world, double[] qualities, int questions)
    {
        if (world.Plan.Task is not { } task)
        {
            yield break;
        }
        Participant[] holders =
        [
            .. world
                .Roster.Seated.Where(p => !double.IsNaN(qualities[p.Uid!.Value.Index]))
                .OrderByDescending(p => qualities[p.Uid!.Value.Index]),
        ];
        IReadOnlyList<IQuestion> heldOut = world.LaterShare > 0.5 ? task.HeldOutLater : task.HeldOut;
        int asked = Math.Min(questions, heldOut.Count);
        foreach (Participant holder in holders.Take(1).Concat(holders.Skip(1).TakeLast(1)))
        {
            for (int i = 0; i < asked; i++)
            {
                IQuestion question = heldOut[(int)((long)i * heldOut.Count / asked)];
                IAnswer answer = holder.Miner!.Model!.Answer(question);
                yield return new(
                    holder.Uid!.Value,
                    holder.Group,
                    holder == holders[0],
                    question,
                    task.Truth(question),
                    answer,
                    task.Score(question, answer)
                );
            }
        }
    }
}
