namespace Simulator.Scenarios.Results;

/// <summary>A result folder that cannot be written or read.</summary>
public sealed class ResultException : Exception
{
    /// <summary>An exception about a file or folder.</summary>
    /// <param name="path">The file or folder, as the user named it.</param>
    /// <param name="what">What is wrong with it.</param>
    /// <param name="cause">What brought it to light.</param>
    public ResultException(string path, string what, Exception? cause = null)
        : base($"{path}: {what}", cause) => Path = path;

    /// <summary>The file or folder.</summary>
    public string Path { get; }
}
