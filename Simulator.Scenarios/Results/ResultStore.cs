using System.Globalization;

namespace Simulator.Scenarios.Results;

/// <summary>Writes runs as result folders and reads them back.</summary>
/// <remarks>
/// A folder is a result by its <c>manifest.json</c>, which is the last file to get its name. A run that is killed while it
/// writes leaves the old result whole, or no result, but never a mixture.
/// </remarks>
public static class ResultStore
{
    private const int HashShown = 8;

    /// <summary>Where a run goes unless the user says otherwise: <c>runs/SCENARIO-SEED-HASH</c> below the working directory.</summary>
    /// <param name="scenario">Name of the scenario.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="planHash">Hash of the resolved scenario; its first 8 digits stand in the name.</param>
    public static string DefaultFolder(string scenario, ulong seed, string planHash) =>
        Path.Combine(
            "runs",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{scenario.Replace('/', '-')}-{seed}-{Short(planHash)}"
            )
        );

    /// <summary>What is where a result is to go; nothing is changed.</summary>
    /// <param name="folder">The folder of the result.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="planHash">Hash of the resolved scenario.</param>
    /// <param name="weights">Whether the table of weights is asked for.</param>
    /// <param name="csv">Whether CSV files are asked for.</param>
    /// <exception cref="ResultException">The path is a file, or it cannot be looked at.</exception>
    public static FolderLook Look(
        string folder,
        ulong seed,
        string planHash,
        bool weights = false,
        bool csv = false
    ) => FolderFinder.Look(folder, seed, planHash, weights, csv);

    /// <summary>Writes a run. A complete result of the same plan and seed is written again.</summary>
    /// <param name="folder">The folder of the result; it is made where it is missing.</param>
    /// <param name="run">The run.</param>
    /// <param name="times">When it ran.</param>
    /// <param name="options">What to write beside, and over what; nothing special by default.</param>
    /// <returns>What its manifest says.</returns>
    /// <exception cref="ArgumentException">The run's plan hash is not that of its plan.</exception>
    /// <exception cref="ResultException">The folder is taken and not forced, or it cannot be written.</exception>
    public static Manifest Write(
        string folder,
        RunResult run,
        RunTimes times,
        ResultOptions? options = null
    ) => Write(folder, run, times, options ?? new ResultOptions(), before: null);

    /// <summary>Writes or replaces <c>report.html</c> of a result.</summary>
    /// <param name="folder">The folder of the result.</param>
    /// <param name="html">The page.</param>
    /// <returns>The path of the page.</returns>
    /// <exception cref="ResultException">It cannot be written.</exception>
    public static string WriteReport(string folder, string html) => ResultWriter.WriteReport(folder, html);

    /// <summary>Reads a result and checks every table against its hash.</summary>
    /// <param name="folder">The folder of the result.</param>
    /// <exception cref="ResultException">It is no result, or a file is missing, damaged or changed.</exception>
    public static StoredRun Read(string folder) => ResultReader.Read(folder);

    /// <summary>Writes a run; a test can stop it before each of its steps.</summary>
    /// <param name="folder">The folder of the result.</param>
    /// <param name="run">The run.</param>
    /// <param name="times">When it ran.</param>
    /// <param name="options">What to write beside, and over what.</param>
    /// <param name="before">Called with the name of each step before it is taken.</param>
    internal static Manifest Write(
        string folder,
        RunResult run,
        RunTimes times,
        ResultOptions options,
        Action<string>? before
    )
    {
        if (PlanHash.Of(run.Plan) != run.PlanHash)
        {
            throw new ArgumentException($"{run.PlanHash} is not the hash of the run's plan.", nameof(run));
        }
        FolderLook look = Look(folder, run.Seed, run.PlanHash);
        return look.State == FolderState.Taken && !options.Force
            ? throw new ResultException(folder, $"{look.Found}; use --force to write there all the same")
            : new ResultWriter(folder, before).Write(run, times, options);
    }

    /// <summary>As much of a hash as a name shows.</summary>
    internal static string Short(string hash) => hash.Length <= HashShown ? hash : hash[..HashShown];
}
