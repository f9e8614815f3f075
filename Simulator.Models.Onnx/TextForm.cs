using Simulator.Core.Tasks;
using Simulator.Core.Tasks.TextCompletion;
using Simulator.Scenarios.Sections;

namespace Simulator.Models.Onnx;

/// <summary>A text as its last characters, and what the network holds probable next, character by character.</summary>
/// <param name="novels">The novels asked about.</param>
/// <param name="wanted">How characters become numbers and numbers probabilities.</param>
internal sealed class TextForm(NovelSet novels, OnnxSection wanted) : IQuestionForm
{
    /// <inheritdoc/>
    public IReadOnlyList<int> Shape { get; } =
        wanted.Reads == TensorReads.OneHot ? [wanted.Window, Alphabet.Size] : [wanted.Window];

    /// <inheritdoc/>
    public bool IsWhole => true;

    /// <inheritdoc/>
    public int Outputs => Alphabet.Size;

    /// <inheritdoc/>
    public int RunsPerAnswer => Examination.Predictions;

    /// <inheritdoc/>
    public bool Knows(IQuestion question) => question is TextQuestion asked && asked.Novels == novels;

    /// <summary>Whether it is a question about a text: all texts are of one alphabet.</summary>
    public bool Fits(IQuestion question) => question is TextQuestion;

    /// <inheritdoc/>
    public IAnswer Answer(IQuestion question, Port port) =>
        Examination.Answer(new NetworkReader(port, wanted), (TextQuestion)question);
}
