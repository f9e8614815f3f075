namespace Simulator.Models.Onnx;

/// <summary>A file holds no network that could answer the questions asked.</summary>
/// <param name="message">What was found and what is allowed.</param>
internal sealed class ModelFileException(string message) : Exception(message);
