namespace Simulator.Scenarios.Externals;

/// <summary>How much something outside may say, and how often it is started.</summary>
internal static class ExternalLimits
{
    /// <summary>Bytes of a reply: 1 MiB.</summary>
    public const int ReplyBytes = 1 << 20;

    /// <summary>Starts of a program in one run.</summary>
    public const int Starts = 4;

    /// <summary>Questions in a row without an answer in time after which an endpoint is given up.</summary>
    public const int TimeOuts = 4;

    /// <summary>Bytes of its standard error that are kept: the last.</summary>
    public const int ErrorBytes = 2_000;

    /// <summary>Lines of its standard error that a reason shows: the last.</summary>
    public const int ErrorLines = 3;

    /// <summary>Characters of a translation.</summary>
    public const int TextLength = 2_000;

    /// <summary>Bytes of a recording: 1 GiB.</summary>
    public const long RecordingBytes = 1L << 30;
}
