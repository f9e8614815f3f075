using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Verification;

namespace Simulator.Scenarios.Tests.Verification;

/// <summary>What verification says of files that agree, differ, or cannot be read.</summary>
public sealed class EpochVerificationTests : IDisposable
{
    private const string Case = "p-random_dense-4";
    private const string Trajectory = "p-traj-6-churn";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sim-verify-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_case_that_agrees_is_counted()
    {
        EpochVerificationReport report = Run(Line(Case));
        Assert.Equal((0, 1, 11, 0), (report.ExitCode, report.Cases, report.Fields, report.Disagreements));
        Assert.Equal(
            $"1 cases, 0 trajectories (0 epochs): 11 fields and 0 stages compared ({report.Values} values), 0 disagreements\n",
            Text(report)
        );
    }

    [Theory]
    [InlineData("active", 3)]
    [InlineData("emission", 0)]
    [InlineData("server_emission", 2)]
    [InlineData("validator_emission", 1)]
    [InlineData("incentive", 4)]
    [InlineData("consensus", 1)]
    [InlineData("dividends", 0)]
    [InlineData("validator_trust", 2)]
    [InlineData("stake_weight", 3)]
    [InlineData("validator_permit", 1)]
    public void A_changed_result_is_named_with_its_field_and_uid(string field, int uid)
    {
        JsonNode line = Line(Case);
        JsonNode value = line["out"]![field]![uid]!;
        string right = value.ToJsonString();
        string wrong =
            value.GetValueKind() == System.Text.Json.JsonValueKind.Number
                ? (value.GetValue<ulong>() + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)
            : right == "true" ? "false"
            : "true";
        line["out"]![field]![uid] = JsonNode.Parse(wrong);

        EpochVerificationReport report = Run(line);

        EpochDisagreement only = Assert.Single(report.FirstDisagreements);
        Assert.Equal(new EpochDisagreement(Case, null, field, uid, null, wrong, right), only);
        Assert.Equal($"{Case}: {field} uid {uid}: expected {wrong}, found {right}", only.ToString());
        Assert.Equal(10, report.ExitCode);
    }

    [Fact]
    public void A_changed_bond_is_named_with_its_row_and_column()
    {
        JsonNode line = Line(Case);
        JsonArray row = line["out"]!["bonds"]!.AsArray().First(r => r![1]!.AsArray().Count > 1)!.AsArray();
        JsonNode entry = row[1]![1]!;
        int right = (int)entry[1]!;
        entry[1] = right ^ 1;
        EpochDisagreement only = Assert.Single(Run(line).FirstDisagreements);
        Assert.Equal(
            new EpochDisagreement(
                Case,
                null,
                "bonds",
                (int)row[0]!,
                (int)entry[0]!,
                $"{right ^ 1}",
                $"{right}"
            ),
            only
        );
    }

    [Fact]
    public void Missing_moved_and_extra_bonds_are_told_apart()
    {
        JsonNode line = Line(Case);
        JsonArray bonds = line["out"]!["bonds"]!.AsArray();
        JsonArray row = bonds.First(r => r![1]!.AsArray().Count > 2)!.AsArray();
        JsonArray entries = row[1]!.AsArray();
        int uid = (int)row[0]!,
            column = (int)entries[0]![0]!;
        string value = entries[0]![1]!.ToJsonString();

        JsonNode first = entries[0]!.DeepClone();
        entries.RemoveAt(0);
        Assert.Equal(
            $"{Case}: bonds uid {uid} to uid {column}: expected no entry, found {value}",
            Assert.Single(Run(line).FirstDisagreements).ToString()
        );

        entries.Add(first);
        Assert.StartsWith(
            $"{Case}: bonds uid {uid}: expected the order ",
            Assert.Single(Run(line).FirstDisagreements).ToString(),
            StringComparison.Ordinal
        );

        bonds.Remove(row);
        Assert.Equal(
            $"{Case}: bonds uid {uid}: expected no row, found a row",
            Assert.Single(Run(line).FirstDisagreements).ToString()
        );
    }

    [Fact]
    public void A_vector_of_another_length_differs_at_its_end()
    {
        JsonNode line = Line(Case);
        JsonArray incentive = line["out"]!["incentive"]!.AsArray();
        int n = incentive.Count;
        incentive.Add(7);
        Assert.Equal(
            $"{Case}: incentive uid {n}: expected 7, found nothing",
            Assert.Single(Run(line).FirstDisagreements).ToString()
        );
        incentive.RemoveAt(n);
        incentive.RemoveAt(n - 1);
        EpochDisagreement only = Assert.Single(Run(line).FirstDisagreements);
        Assert.Equal(("nothing", n - 1), (only.Expected, only.Uid));
    }

    [Fact]
    public void Only_ten_disagreements_are_shown_and_all_are_counted()
    {
        JsonNode line = Line("p-large-256-64-10");
        for (int uid = 0; uid < 25; uid++)
        {
            line["out"]!["stake_weight"]![uid] = 60_000;
        }
        EpochVerificationReport report = Run(line);
        Assert.Equal((25L, 10), (report.Disagreements, report.FirstDisagreements.Count));
        Assert.Contains("\n… and 15 more disagreements\n", Text(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_fields_that_are_present_are_compared()
    {
        JsonNode line = Line(Case);
        line["out"] = new JsonObject
        {
            ["incentive"] = line["out"]!["incentive"]!.DeepClone(),
            ["rank"] = new JsonArray(1, 2),
        };
        line["dense_out"] = new JsonObject { ["incentive"] = new JsonArray(1) };
        line["note"] = "unknown members are passed over";
        line["in"]!["extra"] = new JsonObject();
        line["in"]!.AsObject().Remove("rho");
        EpochVerificationReport report = Run(line);
        Assert.Equal((0, 1L), (report.ExitCode, report.Fields));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "rank": [] }""")]
    [InlineData(null)]
    public void A_file_without_results_has_nothing_to_compare(string? results)
    {
        JsonNode line = Line(Case);
        line.AsObject().Remove("out");
        if (results is not null)
        {
            line["out"] = JsonNode.Parse(results);
        }
        EpochVerificationReport report = Run(line);
        Assert.Equal(2, report.ExitCode);
        Assert.EndsWith(
            "error: nothing to compare: no line holds an 'out' field or a stage that is known here\n",
            Text(report),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_trajectory_names_the_epoch_and_goes_on_from_our_own_bonds()
    {
        JsonNode line = JsonNode.Parse(
            ChainVectors.Line(ChainVectors.Trajectories, Trajectory).ToJsonString()
        )!;
        int right = (int)line["epochs"]![7]!["out"]!["dividends"]![0]!;
        line["epochs"]![7]!["out"]!["dividends"]![0] = right + 1;
        EpochVerificationReport report = Run(line);
        Assert.Equal(
            $"{Trajectory} epoch 7: dividends uid 0: expected {right + 1}, found {right}",
            Assert.Single(report.FirstDisagreements).ToString()
        );
        Assert.Equal((1, 40, 440L, 10), (report.Trajectories, report.Epochs, report.Fields, report.ExitCode));
    }

    [Fact]
    public void A_trajectory_may_state_some_epochs_only()
    {
        JsonNode line = ChainVectors.Line(ChainVectors.Trajectories, Trajectory);
        for (int e = 0; e < 39; e++)
        {
            line["epochs"]![e]!.AsObject().Remove("out");
        }
        EpochVerificationReport report = Run(line);
        Assert.Equal((0, 40, 11L), (report.ExitCode, report.Epochs, report.Fields));
    }

    [Theory]
    [InlineData("Consensus", 2)]
    [InlineData("total_stake", 1)]
    public void A_changed_stage_is_named_whichever_file_comes_first(string stage, int uid)
    {
        JsonNode stages = ChainVectors.Line(ChainVectors.Stages, Case);
        JsonNode value = stages["stages"]![stage]![uid]!;
        bool text = value.GetValueKind() == System.Text.Json.JsonValueKind.String;
        stages["stages"]![stage]![uid] = text ? JsonValue.Create("17") : JsonValue.Create(17);
        string cases = Write("cases.jsonl", Line(Case).ToJsonString()),
            intermediates = Write("stages.jsonl", stages.ToJsonString());
        foreach (string[] paths in new string[][] { [cases, intermediates], [intermediates, cases] })
        {
            EpochVerificationReport report = EpochVerification.Run(paths);
            EpochDisagreement only = Assert.Single(report.FirstDisagreements);
            Assert.Equal((stage, uid, "17"), (only.Field, only.Uid, only.Expected));
            Assert.Equal(29, report.Stages);
        }
    }

    [Fact]
    public void A_changed_entry_of_a_sparse_stage_is_named_with_row_and_column()
    {
        JsonNode stages = ChainVectors.Line(ChainVectors.Stages, Case);
        stages["stages"]!["Clipped Weights"]![0]![1]![1] = 5;
        string path = Write("both.jsonl", $"{stages.ToJsonString()}\n{Line(Case).ToJsonString()}\n");
        EpochDisagreement only = Assert.Single(EpochVerification.Run([path]).FirstDisagreements);
        Assert.Equal(("Clipped Weights", 0, "5"), (only.Field, only.Uid, only.Expected));
        Assert.NotNull(only.Toward);
    }

    [Fact]
    public void Stages_without_their_case_are_counted_and_alone_are_nothing_to_compare()
    {
        string path = Write("stages.jsonl", ChainVectors.Line(ChainVectors.Stages, Case).ToJsonString());
        EpochVerificationReport report = EpochVerification.Run([path]);
        Assert.Equal((2, 1), (report.ExitCode, report.StagesWithoutCase));
        Assert.StartsWith(
            "1 stage lines have no case in these files and were not compared\n",
            Text(report),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Amounts_beyond_63_bits_are_read()
    {
        JsonNode line = Line("p-tiny_network-1");
        line["in"]!["alpha_stake"]![0] = ulong.MaxValue;
        line["in"]!["stake_threshold"] = ulong.MaxValue;
        line["in"]!["rao_emission"] = ulong.MaxValue;
        line["out"] = new JsonObject { ["active"] = line["out"]!["active"]!.DeepClone() };
        Assert.Equal(0, Run(line).ExitCode);
    }

    [Theory]
    [InlineData(5, 0UL)]
    [InlineData(6, 7UL)]
    public void Stakes_that_count_may_add_up_to_the_largest_number(int more, ulong threshold)
    {
        EpochVerificationReport report = Run(Rich(more, threshold, owner: null));
        Assert.Equal((0, 1L, 0L), (report.ExitCode, report.Fields, report.Problems));
    }

    [Theory]
    [InlineData(6, 0UL, null)]
    [InlineData(6, 6UL, null)]
    [InlineData(6, 7UL, 1)]
    public void Stakes_that_no_chain_could_add_up_are_a_problem(int more, ulong threshold, int? owner)
    {
        string path = Write("rich.jsonl", Rich(more, threshold, owner).ToJsonString());
        EpochVerificationReport report = EpochVerification.Run([path]);
        Assert.Equal(
            $"{path}:1: error: the stakes of this epoch add up to more than the chain's numbers hold",
            Assert.Single(report.FirstProblems)
        );
        Assert.Equal(2, report.ExitCode);
    }

    [Fact]
    public void Stakes_that_a_trajectory_raises_too_far_are_a_problem()
    {
        JsonNode line = ChainVectors.Line(ChainVectors.Trajectories, Trajectory);
        line["epochs"]![3]!["set"] = new JsonObject
        {
            ["stake_threshold"] = 0,
            ["alpha_stake"] = new JsonArray(
                new JsonArray(0, long.MaxValue - 5),
                new JsonArray(1, long.MaxValue - 5)
            ),
        };
        string path = Write("raised.jsonl", line.ToJsonString());
        EpochVerificationReport report = EpochVerification.Run([path]);
        Assert.Equal(
            $"{path}:1: error: the stakes of this epoch add up to more than the chain's numbers hold",
            Assert.Single(report.FirstProblems)
        );
        Assert.Equal((2, 3), (report.ExitCode, report.Epochs));
    }

    [Fact]
    public void An_epoch_number_that_is_out_of_range_is_a_problem()
    {
        JsonNode line = ChainVectors.Line(ChainVectors.Trajectories, Trajectory);
        line["epochs"]![0]!["epoch"] = 2_147_483_648;
        string path = Write("late.jsonl", line.ToJsonString());
        EpochVerificationReport report = EpochVerification.Run([path]);
        Assert.Equal(
            $"{path}:1: error: epochs[0].epoch: 2147483648 is not an integer from 0 to 2147483647",
            Assert.Single(report.FirstProblems)
        );
    }

    [Theory]
    [InlineData("{", "not JSON: ")]
    [InlineData(
        "nonsense",
        "not JSON: 'nonsense' is an invalid JSON literal. Expected the literal 'null'. (byte 1 of the line)"
    )]
    [InlineData("[1,2]", "line: a list is not an object")]
    [InlineData("{\"id\":\"x\"}", "'in' is missing")]
    [InlineData("{\"id\":\"x\",\"in\":3}", "in: 3 is not an object")]
    [InlineData("{\"id\":null,\"in\":{}}", "id: null is not a string or a number")]
    [InlineData("{\"id\":\"t\",\"epochs\":[]}", "'initial' is missing")]
    [InlineData(
        "{\"id\":\"x\",\"stages\":{},\"epochs\":4,\"initial\":{}}",
        "initial: missing n, current_block"
    )]
    public void A_line_that_is_no_vector_is_a_problem_with_its_place(string text, string message)
    {
        string path = Write("odd.jsonl", $"{Line(Case).ToJsonString()}\n\n{text}\n");
        EpochVerificationReport report = EpochVerification.Run([path]);
        Assert.Equal((2, 1, 1L), (report.ExitCode, report.Cases, report.Problems));
        Assert.StartsWith(
            $"{path}:3: error: {message}",
            Assert.Single(report.FirstProblems),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("kappa", "0.5", "in.kappa: 0.5 is not an integer from 0 to 65535")]
    [InlineData("kappa", "65536", "in.kappa: 65536 is not an integer from 0 to 65535")]
    [InlineData("tempo", "-1", "in.tempo: -1 is not an integer from 0 to 65535")]
    [InlineData("tempo", "\"360\"", "in.tempo: \"360\" is not an integer from 0 to 65535")]
    [InlineData("n", "null", "in.n: null is not an integer from 0 to 32767")]
    [InlineData("n", "32768", "in.n: 32768 is not an integer from 0 to 32767")]
    [InlineData("yuma3_on", "1", "in.yuma3_on: 1 is not true or false")]
    [InlineData(
        "alpha_sigmoid_steepness",
        "40000",
        "in.alpha_sigmoid_steepness: 40000 is not an integer from -32768 to 32767"
    )]
    [InlineData("owner_uid", "[]", "in.owner_uid: a list is not an integer from 0 to 65535")]
    [InlineData(
        "alpha_stake",
        "[1,true]",
        "in.alpha_stake[1]: true is not an integer from 0 to 18446744073709551615"
    )]
    [InlineData(
        "alpha_stake",
        "[18446744073709551616]",
        "in.alpha_stake[0]: 18446744073709551616 is not an integer from 0 to 18446744073709551615"
    )]
    [InlineData("weights", "[[0,[[1]]]]", "in.weights[0][1][0]: a list is not a list of two")]
    [InlineData("weights", "{}", "in.weights: an object is not a list")]
    [InlineData(
        "bonds",
        "[[0,[[1,70000]]]]",
        "in.bonds[0][1][0][1]: 70000 is not an integer from 0 to 65535"
    )]
    [InlineData("weight_commits", "[[0,[[5]]]]", "in.weight_commits[0][1][0]: a list is not a list of two")]
    public void A_field_of_the_wrong_type_or_range_is_a_problem(string field, string value, string message)
    {
        JsonNode line = Line(Case);
        line["in"]![field] = JsonNode.Parse(value);
        string path = Write("typed.jsonl", line.ToJsonString());
        EpochVerificationReport report = EpochVerification.Run([path]);
        Assert.Equal($"{path}:1: error: {message}", Assert.Single(report.FirstProblems));
        Assert.Equal(2, report.ExitCode);
    }

    [Fact]
    public void Missing_fields_are_named_together()
    {
        JsonNode line = Line(Case);
        line["in"]!.AsObject().Remove("kappa");
        line["in"]!.AsObject().Remove("weights");
        string path = Write("missing.jsonl", line.ToJsonString());
        Assert.Equal(
            $"{path}:1: error: in: missing kappa, weights",
            Assert.Single(EpochVerification.Run([path]).FirstProblems)
        );
    }

    [Fact]
    public void An_ill_typed_result_is_a_problem_and_not_a_disagreement()
    {
        JsonNode line = Line(Case);
        line["out"]!["incentive"]![1] = "12";
        string path = Write("out.jsonl", line.ToJsonString());
        EpochVerificationReport report = EpochVerification.Run([path]);
        Assert.Equal(
            $"{path}:1: error: out.incentive[1]: \"12\" is not an integer from 0 to 65535",
            Assert.Single(report.FirstProblems)
        );
        Assert.Equal((2, 0L), (report.ExitCode, report.Disagreements));
    }

    // Some fall on the reader's own buffers, some into the checksum at the end.
    [Theory]
    [InlineData(20)]
    [InlineData(8_191)]
    [InlineData(8_192)]
    [InlineData(16_384)]
    [InlineData(40_001)]
    [InlineData(-9)]
    [InlineData(-8)]
    [InlineData(-4)]
    [InlineData(-1)]
    public void Compressed_data_that_are_cut_off_are_a_problem(int length)
    {
        byte[] whole = File.ReadAllBytes(ChainVectors.Trajectories);
        string path = Path.Combine(_folder.FullName, "cut.jsonl.gz");
        File.WriteAllBytes(path, whole[..(length < 0 ? whole.Length + length : length)]);
        EpochVerificationReport report = EpochVerification.Run([path]);
        Assert.Equal((2, 1L), (report.ExitCode, report.Problems));
        Assert.Matches(
            @"cut\.jsonl\.gz:\d+: error: the compressed data are (damaged or )?cut off\z",
            report.FirstProblems[0]
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Compressed_data_of_any_length_and_in_several_parts_are_read(int parts)
    {
        byte[] text = Encoding.UTF8.GetBytes($"{Line(Case).ToJsonString()}\n");
        string path = Path.Combine(_folder.FullName, "parts.jsonl.gz");
        using (FileStream file = File.Create(path))
        {
            for (int part = 0; part < parts; part++)
            {
                using GZipStream packed = new(file, CompressionLevel.NoCompression, leaveOpen: true);
                packed.Write(text);
            }
        }
        EpochVerificationReport report = EpochVerification.Run([path]);
        Assert.Equal((0, parts), (report.ExitCode, report.Cases));
    }

    [Fact]
    public void Damaged_compressed_data_are_a_problem()
    {
        byte[] whole = File.ReadAllBytes(ChainVectors.Trajectories);
        Array.Fill(whole, (byte)0xA5, whole.Length / 2, 64);
        string path = Path.Combine(_folder.FullName, "damaged.jsonl.gz");
        File.WriteAllBytes(path, whole);
        EpochVerificationReport report = EpochVerification.Run([path]);
        Assert.Equal(2, report.ExitCode);
        Assert.EndsWith(
            "error: the compressed data are damaged or cut off",
            report.FirstProblems[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Missing_and_empty_files_are_problems()
    {
        string empty = Write("empty.jsonl", ""),
            blank = Write("blank.jsonl", "\n \n\r\n"),
            missing = Path.Combine(_folder.FullName, "missing.jsonl");
        EpochVerificationReport report = EpochVerification.Run([empty, blank, missing, _folder.FullName]);
        Assert.Equal((2, 4L), (report.ExitCode, report.Problems));
        Assert.Equal($"{empty}: error: the file is empty", report.FirstProblems[0]);
        Assert.Equal($"{blank}: error: the file is empty", report.FirstProblems[1]);
        Assert.StartsWith($"{missing}: error: ", report.FirstProblems[2], StringComparison.Ordinal);
        Assert.StartsWith($"{_folder.FullName}: error: ", report.FirstProblems[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_given_is_nothing_to_compare() => Assert.Equal(2, EpochVerification.Run([]).ExitCode);

    [Fact]
    public void A_byte_order_mark_carriage_returns_and_a_missing_last_line_feed_do_no_harm()
    {
        string text = $"\uFEFF{Line(Case).ToJsonString()}\r\n{Line("p-ties_all-1").ToJsonString()}";
        EpochVerificationReport report = EpochVerification.Run([Write("marked.jsonl", text)]);
        Assert.Equal((0, 2), (report.ExitCode, report.Cases));
    }

    [Fact]
    public void Compression_is_seen_in_the_data_and_not_in_the_name()
    {
        string path = Path.Combine(_folder.FullName, "cases.txt");
        using (GZipStream packed = new(File.Create(path), CompressionLevel.Fastest))
        {
            packed.Write(Encoding.UTF8.GetBytes(Line(Case).ToJsonString()));
        }
        Assert.Equal(0, EpochVerification.Run([path]).ExitCode);
    }

    [Fact]
    public void Text_nested_without_end_is_a_problem()
    {
        string path = Write("deep.jsonl", new string('[', 1_000_000));
        Assert.StartsWith(
            $"{path}:1: error: not JSON: ",
            Assert.Single(EpochVerification.Run([path]).FirstProblems),
            StringComparison.Ordinal
        );
    }

    /// <summary>A case with two stakes: five short of the largest whole number, and more.</summary>
    private static JsonNode Rich(int more, ulong threshold, int? owner)
    {
        JsonNode line = Line(Case);
        line["in"]!["alpha_stake"] = new JsonArray(long.MaxValue - 5, more);
        line["in"]!["tao_weight"] = 0;
        line["in"]!["stake_threshold"] = threshold;
        line["in"]!["owner_uid"] = owner;
        line["out"] = new JsonObject { ["active"] = line["out"]!["active"]!.DeepClone() };
        return line;
    }

    private static JsonNode Line(string id) => ChainVectors.Line(ChainVectors.Cases, id);

    private EpochVerificationReport Run(JsonNode line) =>
        EpochVerification.Run([Write("line.jsonl", line.ToJsonString())]);

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }

    private static string Text(EpochVerificationReport report)
    {
        using StringWriter writer = new() { NewLine = "\n" };
        report.WriteTo(writer, writer);
        return writer.ToString();
    }
}
