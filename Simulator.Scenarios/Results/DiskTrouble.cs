namespace Simulator.Scenarios.Results;

/// <summary>Turns what the system says of a file into one exception with a path and plain words.</summary>
internal static class DiskTrouble
{
    private const int NoSpaceUnix = 28;
    private const int NoSpaceWindows = unchecked((int)0x80070070);

    /// <summary>Does something with a file or folder.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="verb">What is done, such as <c>be written</c>.</param>
    /// <param name="action">Does it.</param>
    /// <exception cref="ResultException">The system refused.</exception>
    public static T At<T>(string path, string verb, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (Is(e))
        {
            throw new ResultException(path, $"cannot {verb}: {Words(e)}", e);
        }
    }

    /// <summary>Does something with a file or folder.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="verb">What is done, such as <c>be written</c>.</param>
    /// <param name="action">Does it.</param>
    /// <exception cref="ResultException">The system refused.</exception>
    public static void At(string path, string verb, Action action) =>
        At(
            path,
            verb,
            () =>
            {
                action();
                return true;
            }
        );

    /// <summary>Does something that may fail: cleaning up must not hide the error that it follows.</summary>
    public static void Ignore(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (Is(e)) { }
    }

    /// <summary>Whether an exception is the system's answer, not a mistake of ours.</summary>
    private static bool Is(Exception e) => e is IOException or UnauthorizedAccessException;

    private static string Words(Exception e) =>
        e switch
        {
            UnauthorizedAccessException => "no permission",
            { HResult: NoSpaceUnix or NoSpaceWindows } => "the disk is full",
            FileNotFoundException => "it does not exist",
            DirectoryNotFoundException => "its folder does not exist",
            _ => e.Message,
        };
}
