using System.Collections.Concurrent;
using Simulator.Core.Tasks;

namespace Simulator.Models.Onnx;

/// <summary>A network with a way to put questions to it; it remembers what it answered, for all miners that have it.</summary>
/// <param name="network">The network.</param>
/// <param name="port">Its tensors.</param>
/// <param name="form">What questions are made of.</param>
/// <remarks>Any number of threads may ask: two that ask the same at once work out the same answer.</remarks>
internal sealed class Checkpoint(Network network, Port port, IQuestionForm form)
{
    // A product and a sum for each parameter.
    private const int OperationsPerParameter = 2;

    private readonly ConcurrentDictionary<IQuestion, IAnswer> _answers = new();

    /// <summary>Floating-point operations of one answer, if each parameter takes part in it once.</summary>
    public long Operations => OperationsPerParameter * network.Parameters * form.RunsPerAnswer;

    /// <summary>Bytes of its file.</summary>
    public long Bytes => network.Bytes;

    /// <summary>Whether a question is one of the task's for which it was opened.</summary>
    public bool Knows(IQuestion question) => form.Knows(question);

    /// <summary>Its answer to a question, of that task or of another one that asks in the same shape.</summary>
    public IAnswer Answer(IQuestion question) =>
        form.Fits(question) ? _answers.GetOrAdd(question, WorkOut) : NoAnswer.Instance;

    private IAnswer WorkOut(IQuestion question)
    {
        try
        {
            return form.Answer(question, port);
        }
        catch (AnswerFailedException e)
        {
            return new FailedAnswer(e.Message);
        }
    }
}
