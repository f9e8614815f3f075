using System.Text.Json.Nodes;

namespace Simulator.Cli.Tests.Commands;

public sealed class ImportTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-import-");

    private string Output => Path.Combine(_folder.FullName, "out.json");

    private string Scenario => Path.ChangeExtension(Output, ".yaml");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_was_read_and_written_is_told()
    {
        Sim sim = Sim.Call("import", "metagraph", Dump("numpy.pt"), "--out", Output);

        Assert.Equal((0, ""), (sim.ExitCode, sim.Error));
        Assert.Equal(
            $"""
            {Dump("numpy.pt")}  1003 bytes  sha256 {Sha256(Dump("numpy.pt"))}
            netuid 7, block 360: 6 neurons, 9 weights of 4 neurons
            replay netuid7_block360_360: 1 epochs, 6 miners, 3 validators; 8 weights of theirs in epoch 0
              uid  validator    stake  weights
                0  5Alice        1500        3
                1  5Bob       2500.25        2
                3  5Dave         1000        3
            written: {Output}, sha256 {Sha256(Output)}
            written: {Scenario}, a scenario of it; 'sim run {Scenario}' runs every variant of its list

            """,
            sim.Out
        );
    }

    [Fact]
    public void The_scenario_beside_the_replay_runs_as_the_last_line_says()
    {
        Sim.Call("import", "metagraph", Dump("numpy.pt"), "--epochs", "4", "--out", Output);

        Sim run = Sim.Call("run", Scenario, "--out", Path.Combine(_folder.FullName, "result"), "--quiet");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith(
            """
            out, seed 1: complete, 4 epochs
            What would each rule have paid these 3 validators?

            Dividends for 1000 TAO over all epochs, and percent above the base validator's
            validator
            """,
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Matches(@"\n5Alice  +\S+ base ", run.Out);
    }

    [Fact]
    public void A_scenario_that_is_there_already_is_kept()
    {
        File.WriteAllText(Scenario, "schema: sim/v1\n");

        Sim sim = Sim.Call("import", "metagraph", Dump("numpy.pt"), "--out", Output);

        Assert.EndsWith(
            $"kept: {Scenario}, which is there already; 'sim run {Scenario}' runs it\n",
            sim.Out,
            StringComparison.Ordinal
        );
        Assert.Equal("schema: sim/v1\n", File.ReadAllText(Scenario));
    }

    [Fact]
    public void Snapshots_are_put_in_the_order_of_their_blocks_and_who_is_no_validator_is_absent()
    {
        JsonNode replay = Import(Dump("later.pt"), Dump("numpy.pt"));

        Assert.Equal("[360,720]", replay["blocks"]!.ToJsonString());
        Assert.Equal("[\"5Alice\",\"5Bob\",\"5Dave\",\"5Grace\"]", replay["validators"]!.ToJsonString());
        Assert.Equal("[0,1,3,5]", replay["validator_uids"]!.ToJsonString());
        Assert.Equal("[[0,1,2],[0,2,3]]", replay["present_unique"]!.ToJsonString());
        Assert.Equal("[[1500,2500.25,1000,0],[1500,0,1000,4000]]", replay["stakes_unique"]!.ToJsonString());
        Assert.Equal("[0,0,0,0,0,0]", replay["weights_unique"]![0]![3]!.ToJsonString());
        Assert.Equal("[0,0,0.2,0,0.8,0]", replay["weights_unique"]![1]![3]!.ToJsonString());
    }

    [Fact]
    public void Validators_are_added_dropped_shifted_and_copied()
    {
        JsonNode replay = Import(
            Dump("numpy.pt"),
            Dump("later.pt"),
            "--add",
            "5Frank,stake=9",
            "--drop",
            "1",
            "--shifted",
            "0",
            "--epochs",
            "3",
            "--add-copier",
            "delay=2,stake=50"
        );

        Assert.Equal(
            "[\"5Alice\",\"5Dave\",\"5Frank\",\"copier-1\",\"5Grace\"]",
            replay["validators"]!.ToJsonString()
        );
        Assert.Equal("[[1500,1000,9,50,0],[1500,1000,0,50,4000]]", replay["stakes_unique"]!.ToJsonString());
        Assert.Equal("[0,1,2]", replay["weights_index"]!.ToJsonString());
        Assert.Equal("[0,0,0.5,0,0.5,0]", replay["weights_unique"]![0]![0]!.ToJsonString());
        Assert.Equal("[0,0,0,0,0,0]", replay["weights_unique"]![1]![3]!.ToJsonString());
        // 5Alice holds the majority in epoch 0, as shifted.
        Assert.Equal("[0,0,0.5,0,0.5,0]", replay["weights_unique"]![2]![3]!.ToJsonString());
    }

    [Fact]
    public void The_mistakes_of_all_files_are_shown_and_nothing_is_written()
    {
        File.WriteAllText(Output, "mine");
        string missing = Path.Combine(_folder.FullName, "missing.pt");
        string table = Path.Combine(_folder.FullName, "a_weights.csv");
        string text = Path.Combine(_folder.FullName, "notes.txt");
        File.WriteAllText(table, "x\n");
        File.WriteAllText(text, "x\n");

        Sim sim = Sim.Call(
            "import",
            "metagraph",
            Dump("os-system.pt"),
            missing,
            table,
            text,
            _folder.FullName,
            "--out",
            Output
        );

        Assert.Equal(
            new Sim(
                2,
                "",
                $"""
                {Dump(
                    "os-system.pt"
                )}: error: data.pkl, byte 44: the name 'posix.system' is not admitted: only constructors of numpy arrays and torch tensors are
                {missing}: error: there is no such file
                {table}: error: it belongs to {Path.Combine(
                    _folder.FullName,
                    "a_neurons.csv"
                )}, which is not among the files
                {text}: error: its name does not end in .pt, .csv or .json
                {_folder.FullName}: error: it is a folder, not a file

                """
            ),
            sim
        );
        Assert.Equal("mine", File.ReadAllText(Output));
        Assert.Equal(3, _folder.GetFiles().Length);
    }

    [Fact]
    public void The_same_block_twice_is_refused()
    {
        Sim sim = Sim.Call("import", "metagraph", Dump("numpy.pt"), Dump("torch.pt"), "--out", Output);

        Assert.Equal(
            new Sim(2, "", $"{Dump("torch.pt")}: error: block: it is 360, as in {Dump("numpy.pt")}\n"),
            sim
        );
    }

    [Theory]
    [InlineData("--min-stake", "1e6", "--min-stake: error: no validator is left at block 360\n")]
    [InlineData(
        "--drop",
        "5Bobb",
        "--drop: error: no validator has the uid or hotkey '5Bobb'; did you mean '5Bob'?\n"
    )]
    [InlineData(
        "--shifted",
        "2",
        "--shifted: error: no validator has the uid or hotkey '2'; known are 5Alice, 5Bob and 5Dave\n"
    )]
    [InlineData(
        "--delayed",
        "9=1",
        "--delayed: error: no validator has the uid or hotkey '9'; known are 5Alice, 5Bob and 5Dave\n"
    )]
    [InlineData("--add", "6", "--add: error: no neuron has the uid or hotkey '6'\n")]
    public void A_switch_that_does_not_fit_the_files_is_named(string option, string value, string message) =>
        Assert.Equal(
            new Sim(2, "", message),
            Sim.Call("import", "metagraph", Dump("numpy.pt"), option, value, "--out", Output)
        );

    [Theory]
    [InlineData("--min-stake", "-1", "--min-stake: '-1' is not a finite number of at least 0")]
    [InlineData("--min-stake", "NaN", "--min-stake: 'NaN' is not a finite number of at least 0")]
    [InlineData("--epochs", "0", "--epochs: '0' is not a whole number in [1, 10000]")]
    [InlineData("--delayed", "x", "--delayed: 'x' is not K or UID|HOTKEY=K with K from 0 to 10000")]
    [InlineData(
        "--add-copier",
        "stake=1",
        "--add-copier: 'stake=1' is not delay=D,stake=S with D from 0 to 10000"
    )]
    [InlineData("--add-copier", "delay=1,stake=x", "--add-copier: 'x' is not a finite number of at least 0")]
    [InlineData("--add", "1,stake=x", "--add: 'x' is not a finite number of at least 0")]
    public void A_value_that_a_switch_does_not_take_is_named(string option, string value, string message) =>
        Assert.Equal(
            new Sim(2, "", $"error: {message}\nTry 'sim import metagraph --help'.\n"),
            Sim.Call("import", "metagraph", Dump("numpy.pt"), $"{option}={value}")
        );

    [Fact]
    public void A_file_to_read_is_not_written_over()
    {
        Import(Dump("numpy.pt"));
        byte[] before = File.ReadAllBytes(Output);

        Sim sim = Sim.Call("import", "metagraph", Output, "--out", Output);

        Assert.Equal(
            new Sim(2, "", $"error: --out: {Output} is one of the files to read; name another\n"),
            sim
        );
        Assert.Equal(before, File.ReadAllBytes(Output));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_told()
    {
        string nowhere = Path.Combine(_folder.FullName, "no", "out.json");

        Assert.Equal(
            new Sim(3, "", $"error: {nowhere}: cannot be written: its folder does not exist\n"),
            Sim.Call("import", "metagraph", Dump("numpy.pt"), "--out", nowhere)
        );
    }

    private JsonNode Import(params string[] args)
    {
        Sim sim = Sim.Call(["import", "metagraph", .. args, "--out", Output]);
        Assert.Equal((0, ""), (sim.ExitCode, sim.Error));
        return JsonNode.Parse(File.ReadAllText(Output))!;
    }

    private static string Dump(string name) =>
        Repository.Path($"tests/Simulator.Scenarios.Tests/Metagraphs/Fixtures/{name}");

    private static string Sha256(string file) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)));
}
