using Simulator.Core.Tasks;

namespace Simulator.Models.Onnx;

/// <summary>How the questions of one task become numbers for a network, and its numbers become answers.</summary>
internal interface IQuestionForm
{
    /// <summary>Shape of one question, without the batch.</summary>
    IReadOnlyList<int> Shape { get; }

    /// <summary>Whether the numbers of a question are whole, so that a network may take them as integers.</summary>
    bool IsWhole { get; }

    /// <summary>Numbers that answer one question.</summary>
    int Outputs { get; }

    /// <summary>How often a network runs for one answer.</summary>
    int RunsPerAnswer { get; }

    /// <summary>Whether a question is one of the task's.</summary>
    bool Knows(IQuestion question);

    /// <summary>Whether a question has the shape of the task's: it may be of another set.</summary>
    bool Fits(IQuestion question);

    /// <summary>The answer to a question that fits.</summary>
    /// <exception cref="AnswerFailedException">The network broke, or its numbers are no answer.</exception>
    IAnswer Answer(IQuestion question, Port port);
}
