using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Core.Tasks;
using Simulator.Core.Tasks.TextCompletion;

namespace Simulator.Scenarios.Externals;

/// <summary>The model of one miner that answers outside. Answers that fail are counted, and are no answers.</summary>
/// <param name="miner">Who asks, as people are told.</param>
/// <param name="asked">The program or endpoint.</param>
/// <param name="tasks">Names of the tasks.</param>
/// <param name="section">How it is asked.</param>
internal sealed class ExternalModel(
    string miner,
    AskedProgram asked,
    TaskNames tasks,
    ExternalSection section
) : IModel
{
    private readonly ExternalWaits _waits = section.Waits;
    private long _asked;
    private long _failed;
    private string _firstReason = "";

    /// <inheritdoc/>
    public string Name => "external";

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>What failed so far; null where nothing did.</summary>
    public ExternalFailures? Failures => _failed == 0 ? null : new(miner, _failed, _asked, _firstReason);

    /// <summary>Lets the model outside train, where the scenario says that it does.</summary>
    /// <returns>The operations that it says it spent.</returns>
    public long Train(long budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(budget);
        if (!section.Trains || budget == 0)
        {
            return 0;
        }
        _asked++;
        try
        {
            (Version, long spent) = asked.Train(
                Version,
                tasks.OfTraining,
                budget,
                _waits,
                reply => AnswerText.Training(reply, Version, budget)
            );
            return spent;
        }
        catch (ExternalFault fault)
        {
            Fail(fault.Message);
            return 0;
        }
    }

    /// <inheritdoc/>
    public IAnswer Answer(IQuestion question)
    {
        _asked++;
        IAnswer answer = asked.Known(Version, question, () => Ask(question));
        if (answer is FailedAnswer failed)
        {
            Fail(failed.Reason);
        }
        return answer;
    }

    private IAnswer Ask(IQuestion question)
    {
        try
        {
            if (question is TextQuestion text)
            {
                return Reading.Answer(text, history => Predict(text, history));
            }
            return QuestionText.Of(question) is { } written
                ? Ask(question, written, question.ToString() ?? "", answer => AnswerText.Of(question, answer))
                : new FailedAnswer("the question is of a kind that nobody outside is asked");
        }
        catch (ExternalFault fault)
        {
            return new FailedAnswer(fault.Message);
        }
    }

    private float[] Predict(TextQuestion question, string history) =>
        Ask(question, QuestionText.After(history), $"{question}: {history}", AnswerText.Probabilities);

    private T Ask<T>(IQuestion question, JsonObject written, string about, Func<JsonElement, T> read) =>
        asked.Ask(Version, tasks.Of(question), written, about, _waits, read);

    private void Fail(string reason)
    {
        _firstReason = _failed == 0 ? reason : _firstReason;
        _failed++;
    }
}
