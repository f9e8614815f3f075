namespace Simulator.Models.Onnx;

/// <summary>A network broke on one question, or gave numbers that are no answer.</summary>
/// <param name="message">What went wrong.</param>
internal sealed class AnswerFailedException(string message) : Exception(message);
