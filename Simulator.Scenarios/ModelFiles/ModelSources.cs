namespace Simulator.Scenarios.ModelFiles;

/// <summary>Libraries for models in files that the running program carries.</summary>
internal static class ModelSources
{
    /// <summary>Opens ONNX models; null in a program without ONNX Runtime. A program sets it once, before it reads a
    /// scenario.</summary>
    public static IModelSource? Onnx { get; set; }
}
