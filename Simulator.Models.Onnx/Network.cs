using Microsoft.ML.OnnxRuntime;

namespace Simulator.Models.Onnx;

/// <summary>An ONNX file in memory, ready to run: one for all miners whose files are equal.</summary>
/// <remarks>It runs on the calling thread alone, operator after operator, so that the same numbers give the same bits however
/// many threads ask.</remarks>
internal sealed class Network
{
    private const int LongestReason = 300;

    private static readonly Lazy<OrtEnv> Library = new(Quiet);

    /// <summary>Opens a file.</summary>
    /// <param name="bytes">Its content.</param>
    /// <exception cref="ModelFileException">It is damaged, or ONNX Runtime cannot run it, or equal runs could differ.</exception>
    public Network(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            throw new ModelFileException("it is empty");
        }
        (Parameters, Bytes) = (FileSurvey.Of(bytes).Parameters, bytes.Length);
        _ = Library.Value;
        using SessionOptions options = new()
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        try
        {
            Session = new(bytes, options);
        }
        catch (OnnxRuntimeException e)
        {
            throw new ModelFileException($"ONNX Runtime cannot open it: {Reason(e)}");
        }
    }

    /// <summary>What runs it.</summary>
    public InferenceSession Session { get; }

    /// <summary>Numbers that were learned: all that its tensors hold.</summary>
    public long Parameters { get; }

    /// <summary>Bytes of its file.</summary>
    public long Bytes { get; }

    /// <summary>What ONNX Runtime says went wrong, on one line.</summary>
    public static string Reason(OnnxRuntimeException failure)
    {
        string text = string.Join(
            ' ',
            failure.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        return text.Length <= LongestReason ? text : $"{text[..LongestReason]}…";
    }

    // What goes wrong comes as an exception; the library would write it, and much else, to the terminal as well. Its builds
    // for Windows would report what they run to their maker.
    private static OrtEnv Quiet()
    {
        EnvironmentCreationOptions options = new()
        {
            logId = "sim",
            logLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        OrtEnv library = OrtEnv.CreateInstanceWithOptions(ref options);
        library.DisableTelemetryEvents();
        return library;
    }
}
