using System.Text.Json.Nodes;
using Simulator.Scenarios.Verification.Yuma;

namespace Simulator.Scenarios.Tests.Verification.Yuma;

/// <summary>What verification says of golden folders that agree, differ, or cannot be read.</summary>
public sealed class YumaVerificationTests : IDisposable
{
    private readonly GoldenFolderSketch _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_golden_table_agrees(bool single)
    {
        string? golden = Environment.GetEnvironmentVariable("SIM_GOLDEN");
        if (golden is null || !Directory.Exists(Path.Combine(golden, "yuma")))
        {
            Assert.Skip("SIM_GOLDEN is not set or has no yuma: the tables of the variants are not compared");
        }
        YumaVerificationReport report = YumaVerification.Run(Path.Combine(golden, "yuma"), single);
        Assert.True(report.ExitCode == 0, Text(report));
        Assert.All(report.Tallies, tally => Assert.True(tally.Values > 1000, tally.Rule));
    }

    [Fact]
    public void A_folder_that_agrees_is_counted_rule_by_rule()
    {
        YumaVerificationReport report = YumaVerification.Run(_folder.Path);
        YumaTally tally = report.Tallies.Single(t => t.Rows > 0);
        Assert.Equal(
            ("paper/yuma3_liquid_pkg", 3, 84, 0),
            (tally.Rule, tally.Rows, tally.Values, tally.Disagreements)
        );
        Assert.Equal(0, report.ExitCode);
        Assert.Equal(
            """
            rule                    rows  set aside  values  disagreements  greatest difference
            paper/yuma3_liquid_pkg     3          0      84              0              4.8e-13
            1 tables: 84 values compared at 1e-9, 0 disagreements

            """,
            Text(report)
        );
    }

    [Theory]
    [InlineData("0.192407442155", "0.192407445", "bond_0_1", "0.192407445", "0.19240744215")]
    [InlineData("0.298661416519", "", "alpha_2_0", "blank", "0.29866141651")]
    [InlineData("0.938229094215", "nan", "dividend_0", "nan", "0.93822909421")]
    [InlineData("0.938229094215", "-inf", "dividend_0", "-inf", "0.93822909421")]
    public void A_value_that_differs_is_named(
        string right,
        string wrong,
        string column,
        string expected,
        string foundStartsWith
    )
    {
        _folder.Write(
            GoldenFolderSketch.Table,
            GoldenFolderSketch.Rows.Replace(right, wrong, StringComparison.Ordinal)
        );
        YumaVerificationReport report = YumaVerification.Run(_folder.Path);
        Assert.StartsWith(
            $"{GoldenFolderSketch.Table}:4: paper/yuma3_liquid_pkg case01 epoch 2: {column}: expected {expected}, found {foundStartsWith}",
            Assert.Single(report.FirstDisagreements).ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal((10, 1), (report.ExitCode, report.Disagreements));
    }

    [Fact]
    public void Tables_may_be_packed_and_files_may_be_missing()
    {
        _folder.Delete(GoldenFolderSketch.Table);
        _folder.WritePacked($"{GoldenFolderSketch.Table}.gz", GoldenFolderSketch.Rows);
        _folder.Delete("cases/case01.json");
        _folder.WritePacked("cases/case01.json.gz", GoldenFolderSketch.Case().ToJsonString());
        Assert.Equal((0, 84), Outcome(YumaVerification.Run(_folder.Path)));
    }

    [Fact]
    public void Single_precision_is_compared_before_the_first_epoch_that_may_flip()
    {
        string single = GoldenFolderSketch.Table.Replace("f64", "f32", StringComparison.Ordinal);
        string rows = GoldenFolderSketch
            .Rows.Replace("case01,1,0,0", "case01,1,0,1", StringComparison.Ordinal)
            .Replace("0.938229094215", "0.5", StringComparison.Ordinal)
            .Replace("0.799997599975", "0.7999986", StringComparison.Ordinal);
        _folder.Write(single, rows);
        YumaVerificationReport report = YumaVerification.Run(_folder.Path, single: true);
        YumaTally tally = report.Tallies.Single(t => t.Rows > 0);
        Assert.Equal((0, 1, 2), (report.ExitCode, tally.Rows, tally.RowsSetAside));
    }

    [Fact]
    public void Consensus_and_validator_trust_of_an_epoch_without_consensus_are_passed_over()
    {
        JsonNode input = GoldenFolderSketch.Case();
        input["weights_unique"] = JsonNode.Parse("[[[0, 0], [0, 0], [0, 0]]]");
        input["weights_index"] = JsonNode.Parse("[0, 0, 0, 0]");
        _folder.Write("cases/case01.json", input.ToJsonString());
        _folder.Write(
            GoldenFolderSketch.Table,
            "case,epoch,degenerate,sens,consensus_0,consensus_1,incentive_0,incentive_1,vtrust_0,vtrust_1,vtrust_2\n"
                + "case01,0,1,0,0,0,0.5,0.5,1,1,1\n"
        );
        Assert.Equal((0, 3), Outcome(YumaVerification.Run(_folder.Path)));
    }

    [Fact]
    public void Sums_over_all_epochs_are_compared()
    {
        // Derived from a run: four epochs, of which the table above states three.
        _folder.Write(
            "total_dividends.csv",
            "paramset,version,dtype,case,validator_index,validator,total_dividend_per_1000tao,percent_vs_base\n"
                + "chart_b0.99,yuma3_liquid_pkg,f64,case01,0,Big vali.,1,0\n"
                + "chart_b0.99,yuma3_liquid_pkg,f32,case01,0,Big vali.,1,0\n"
        );
        YumaVerificationReport report = YumaVerification.Run(_folder.Path);
        YumaDisagreement only = Assert.Single(report.FirstDisagreements);
        Assert.Equal(
            ("total_dividends.csv", 2, "total_dividend_per_1000tao"),
            (only.File, only.Line, only.Column)
        );
        Assert.Equal((10, 86), Outcome(report));
    }

    [Theory]
    [InlineData("case01,2,", "case09,2,", ":4: error: case: no file in cases has the id 'case09'")]
    [InlineData("case01,2,", "case01,4,", ":4: error: epoch: '4' is not an integer from 0 to 3")]
    [InlineData("case01,2,", "case01,1,", ":4: error: epoch: the table has this row before")]
    [InlineData("0.938229094215", "0.93x", ":4: error: dividend_0: '0.93x' is not a number")]
    [InlineData("0.938229094215", "", ":4: error: dividend_0: the value is missing")]
    [InlineData("0.938229094215,", "", ":4: error: 39 values, but the table has 40 columns")]
    [InlineData("bond_0_0", "bnod_0_0", ":1: error: unknown column 'bnod_0_0'")]
    [InlineData("bond_0_0", "bond_0_1", ":1: error: column 'bond_0_1' is there more than once")]
    [InlineData(
        "case,epoch",
        "epoch,epcoh",
        ":1: error: unknown column 'epcoh'",
        ":1: error: column 'case' is missing"
    )]
    [InlineData(
        "0.192407442155,,",
        "0.192407442155,7,",
        ":4: error: bond_0_2: '7' is given, but case01 has 3 validators and 2 miners"
    )]
    public void A_broken_table_is_told_and_not_compared(string right, string wrong, params string[] problems)
    {
        _folder.Write(
            GoldenFolderSketch.Table,
            GoldenFolderSketch.Rows.Replace(right, wrong, StringComparison.Ordinal)
        );
        AssertProblems([.. problems.Select(problem => GoldenFolderSketch.Table + problem)]);
    }

    [Fact]
    public void Every_mistake_of_a_case_is_told_and_its_tables_are_not_compared()
    {
        JsonNode input = GoldenFolderSketch.Case();
        input["weights_unique"]![1]![2]![0] = -1;
        input["stakes_index"]![3] = -1;
        input["stakes_unique"]![0]!.AsArray().RemoveAt(2);
        input["base_validator"] = "Nobody";
        input["reset_bonds"] = JsonNode.Parse("""{"miner_index": 2, "epoch": 1}""");
        input["config_overrides"] = JsonNode.Parse("""{"kapa": 0.5, "winner_takes_all": 1}""");
        _folder.Write("cases/case01.json", input.ToJsonString());
        AssertProblems(
            "cases/case01.json: error: weights_unique[1][2][0]: -1 is not a number of 0 or more",
            "cases/case01.json: error: stakes_unique[0]: a list of 2, but the case has 3 validators",
            "cases/case01.json: error: base_validator: \"Nobody\" is not one of the validators",
            "cases/case01.json: error: stakes_index[3]: -1 is not an integer from 0 to 4294967295",
            "cases/case01.json: error: reset_bonds.miner_index: 2 is not the index of one of 2 miners",
            "cases/case01.json: error: config_overrides.kapa: unknown parameter; known are kappa, bond_penalty, bond_moving_avg, alpha_low, alpha_high, alpha_sigmoid_steepness, decay_rate, capacity_alpha, total_epoch_emission, validator_emission_ratio, total_subnet_stake, liquid_alpha, winner_takes_all, liquid_alpha_effective_weights, liquid_alpha_consensus_mode, override_consensus_high, override_consensus_low, consensus_precision, alpha_tao_ratio",
            "cases/case01.json: error: config_overrides.winner_takes_all: 1 is not true or false"
        );
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("[1]", "the file holds no JSON object")]
    [InlineData("{}", "'id' is missing", "'validators' is missing", "'miners' is missing")]
    public void A_case_that_is_none_is_told(string text, params string[] problems)
    {
        _folder.Write("cases/case01.json", text);
        AssertProblems([.. problems.Select(problem => $"cases/case01.json: error: {problem}")]);
    }

    [Fact]
    public void A_file_that_is_cut_is_told_with_its_line()
    {
        string text = GoldenFolderSketch.Case().ToString();
        _folder.Write("cases/case01.json", text[..(text.Length / 2)]);
        string problem = Assert.Single(YumaVerification.Run(_folder.Path).FirstProblems);
        Assert.Matches("^cases/case01.json:[0-9]+: error: not JSON: ", problem);

        _folder.Write("cases/case01.json", text);
        _folder.Delete(GoldenFolderSketch.Table);
        _folder.WritePacked($"{GoldenFolderSketch.Table}.gz", GoldenFolderSketch.Rows, cut: 30);
        AssertProblems($"{GoldenFolderSketch.Table}.gz: error: the compressed data are damaged or cut off");
    }

    [Fact]
    public void A_broken_parameter_is_told_once()
    {
        JsonNode sets = GoldenFolderSketch.Sets();
        sets["chart_b0.99"]!["params_by_version"]!["yuma3_liquid_pkg"]!["liquid_alpha_consensus_mode"] =
            "NONE";
        _folder.Write("paramsets.json", sets.ToJsonString());
        AssertProblems(
            "paramsets.json: error: chart_b0.99.params_by_version.yuma3_liquid_pkg.liquid_alpha_consensus_mode: \"NONE\" is not one of CURRENT, PREVIOUS, MIXED, AUTO"
        );
    }

    [Fact]
    public void Parameters_that_are_missing_are_told_with_the_first_row_that_needs_them()
    {
        _folder.Write("paramsets.json", "{}");
        AssertProblems(
            $"{GoldenFolderSketch.Table}:2: error: paramsets.json has no parameter set 'chart_b0.99'"
        );
        _folder.Write("paramsets.json", """{"chart_b0.99": {"params_by_version": {}}}""");
        AssertProblems(
            $"{GoldenFolderSketch.Table}:2: error: parameter set 'chart_b0.99' has no parameters for version 'yuma3_liquid_pkg'"
        );
    }

    [Fact]
    public void A_folder_that_is_none_or_holds_nothing_is_told()
    {
        string missing = Path.Combine(_folder.Path, "missing");
        Assert.Equal($"{missing}: error: there is no such folder\n", Errors(YumaVerification.Run(missing)));
        string file = Path.Combine(_folder.Path, "paramsets.json");
        Assert.Equal($"{file}: error: it is a file, not a folder\n", Errors(YumaVerification.Run(file)));
        _folder.Delete(GoldenFolderSketch.Table);
        YumaVerificationReport report = YumaVerification.Run(_folder.Path);
        Assert.Equal(2, report.ExitCode);
        Assert.Equal(
            "error: nothing to compare: the folder has no table of this precision with a row\n",
            Errors(report)
        );
    }

    private void AssertProblems(params string[] problems)
    {
        YumaVerificationReport report = YumaVerification.Run(_folder.Path);
        Assert.Equal(problems, report.FirstProblems);
        Assert.Equal((2, 0), Outcome(report));
    }

    private static (int, long) Outcome(YumaVerificationReport report) => (report.ExitCode, report.Values);

    private static string Text(YumaVerificationReport report)
    {
        using StringWriter text = new();
        report.WriteTo(text, text);
        return text.ToString();
    }

    private static string Errors(YumaVerificationReport report)
    {
        using StringWriter text = new();
        report.WriteTo(TextWriter.Null, text);
        return text.ToString();
    }
}
