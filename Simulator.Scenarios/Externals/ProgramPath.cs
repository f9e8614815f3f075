namespace Simulator.Scenarios.Externals;

/// <summary>Finds the file of a program, without ever looking where nobody asked to.</summary>
/// <remarks>The system's own search would also try the folder of this program and the one that <c>sim</c> was called in.</remarks>
internal static class ProgramPath
{
    private const UnixFileMode AnyExecute =
        UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The file; null where there is none that can be started.</summary>
    /// <param name="word">The program: a path from the scenario's folder where it has a '/', else a name on PATH.</param>
    /// <param name="folder">The scenario's folder.</param>
    public static string? Find(string word, string folder)
    {
        if (word.Contains('/') || Path.IsPathRooted(word))
        {
            string full = Path.GetFullPath(Path.Combine(folder, word));
            return IsProgram(full) ? full : null;
        }
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Where(Path.IsPathRooted)
            .SelectMany(place => Names(word).Select(name => Path.Combine(place, name)))
            .FirstOrDefault(IsProgram);
    }

    private static string[] Names(string word) =>
        OperatingSystem.IsWindows() ? [word, word + ".exe"] : [word];

    private static bool IsProgram(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & AnyExecute) != 0);
}
