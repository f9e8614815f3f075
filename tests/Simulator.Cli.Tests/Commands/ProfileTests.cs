using System.Text.Json.Nodes;

namespace Simulator.Cli.Tests.Commands;

public sealed class ProfileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-profile-");

    private string Curves => Path.Combine(_folder.FullName, "curves.yaml");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Curves_are_fitted_and_a_scenario_beside_them_follows_them()
    {
        string scenario = SmallScenario.Write(_folder);

        Sim profile = Sim.Call("profile", scenario, "--out", Curves, "--quiet");

        Assert.Equal((ExitCode.Ok, ""), (profile.ExitCode, profile.Error));
        Assert.StartsWith(
            "small, seed 7: learning curves of 3 epochs\n\n",
            profile.Out,
            StringComparison.Ordinal
        );
        Assert.Matches(@"\nhonest +5 +0\.\d+ +[01][.\d]* +0\.\d+ +\S+\nnewcomers +\d ", profile.Out);
        Assert.EndsWith(
            "a scenario beside it follows the curves with 'fidelity: { profile: curves.yaml }'\n",
            profile.Out,
            StringComparison.Ordinal
        );

        File.AppendAllText(scenario, "fidelity: { profile: curves.yaml }\n");
        const string Title = "profile: learning curves of curves.yaml, no model was trained";
        Sim run = Run(scenario),
            json = Run(scenario, "--json");
        Assert.Contains(
            $"\nNo model answered, learning curves did: fidelity {Title}.\n",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Equal(Title, (string?)JsonNode.Parse(json.Out)!["fidelity"]);
    }

    [Fact]
    public void A_scenario_that_follows_curves_is_fitted_from_its_full_run()
    {
        string scenario = SmallScenario.Write(_folder);
        Sim.Call("profile", scenario, "--out", Curves, "--quiet");
        string first = File.ReadAllText(Curves);
        File.AppendAllText(scenario, "fidelity: { profile: curves.yaml }\n");

        Sim again = Sim.Call("profile", scenario, "-o", Curves, "--quiet", "--threads", "3");

        Assert.Equal((ExitCode.Ok, ""), (again.ExitCode, again.Error));
        Assert.Equal(first, File.ReadAllText(Curves));
    }

    [Fact]
    public void A_scenario_that_has_no_curve_is_bad_input()
    {
        Sim drift = Sim.Call("profile", "drift-and-decay", "--out", Curves);
        Assert.Equal(
            (
                ExitCode.BadInput,
                "error: drift-and-decay has a world that moves (drift); a learning curve knows one world only\n"
            ),
            (drift.ExitCode, drift.Error)
        );
        Assert.False(File.Exists(Curves));
    }

    [Fact]
    public void The_scenario_itself_is_not_overwritten()
    {
        string scenario = SmallScenario.Write(_folder);
        Sim profile = Sim.Call("profile", scenario, "--out", scenario);
        Assert.Equal(
            (ExitCode.BadInput, $"error: --out: {scenario} is the scenario itself; name another file\n"),
            (profile.ExitCode, profile.Error)
        );
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said_before_the_run()
    {
        string folder = Path.Combine(_folder.FullName, "none");
        Sim profile = Sim.Call("profile", "quickstart", "--out", Path.Combine(folder, "curves.yaml"));
        Assert.Equal(
            (ExitCode.BadInput, $"error: --out: {folder} is no folder\n"),
            (profile.ExitCode, profile.Error)
        );
    }

    private Sim Run(string scenario, params string[] more) =>
        Sim.Call(["run", scenario, "--quiet", "--out", Path.Combine(_folder.FullName, "result"), .. more]);
}
