namespace Simulator.Cli.Commands;

/// <summary>Which folder of golden data <c>sim doctor --full</c> compares.</summary>
internal static class GoldenFolderChoice
{
    /// <summary>The variable that names the folder where no option does.</summary>
    public const string Variable = "SIM_GOLDEN";

    /// <summary>The folder that is named, else the public vectors of the repository around the working folder, if it is one.</summary>
    /// <param name="named">What the option says; null without it.</param>
    /// <returns>Null where there is none at all.</returns>
    /// <exception cref="InputException">A named folder is not there.</exception>
    public static string? Find(string? named)
    {
        foreach ((string origin, string? folder) in Named(named))
        {
            if (folder is { Length: > 0 })
            {
                return Directory.Exists(folder)
                    ? folder
                    : throw new InputException($"{origin}: {folder}: there is no such folder");
            }
        }
        for (
            string? above = Directory.GetCurrentDirectory();
            above is not null;
            above = Path.GetDirectoryName(above)
        )
        {
            string vectors = Path.Combine(above, "tests", "vectors");
            if (Directory.Exists(Path.Combine(vectors, "chain")))
            {
                return vectors;
            }
        }
        return null;
    }

    private static IEnumerable<(string Origin, string? Folder)> Named(string? named) =>
        [("--golden", named), (Variable, Environment.GetEnvironmentVariable(Variable))];
}
