using System.Collections.Immutable;
using System.Text;
using Simulator.Scenarios.Metagraphs;
using Simulator.Scenarios.Metagraphs.Replays;

namespace Simulator.Scenarios.Tests.Metagraphs;

public sealed class ReplayReaderTests
{
    private const string Case = """
        {
         "id": "two", "source": "web", "name": "Two of two", "num_epochs": 3,
         "validators": ["A", "B"], "miners": ["S1", "S2"], "base_validator": "B",
         "weights_unique": [[[1.0, 0.0], [0.5, 0.5]], [[0.0, 1.0], [0.5, 0.5]]],
         "weights_index": [0, 1, 0],
         "stakes_unique": [[0.8, 0.2]], "stakes_index": [0, 0, 0],
         "reset_bonds": {"miner_index": 1, "epoch": 2}, "config_overrides": {"winner_takes_all": true},
         "chart_types": ["weights"]
        }
        """;

    [Fact]
    public void A_case_is_read_and_written_without_loss()
    {
        (Metagraph? series, string problems) = Read(Case);

        Assert.Equal("", problems);
        AssertTwoOfTwo(series!);
        (Metagraph? again, string none) = Read(ReplayText.Of(series!, [new("f", 3, "00")]));
        Assert.Equal("", none);
        AssertTwoOfTwo(again!);
    }

    [Fact]
    public void Who_takes_no_part_is_written_and_read_as_absent()
    {
        Metagraph series = Read(Case).Series!;
        MetagraphEpoch alone = series.Epochs[1] with { Validators = [series.Epochs[1].Validators[1]] };
        series = series with { Epochs = [series.Epochs[0], alone, series.Epochs[2]] };

        string text = ReplayText.Of(series, []);
        Metagraph again = Read(text).Series!;

        Assert.Contains("\"present_unique\": [[0, 1], [1]]", text, StringComparison.Ordinal);
        Assert.Contains("\"present_index\": [0, 1, 0]", text, StringComparison.Ordinal);
        Assert.Equal(["A", "B"], again.Validators);
        Assert.Null(again.Epochs[1].Find("A"));
        Assert.Equal(0.2, again.Epochs[1].Find("B")!.Stake);
    }

    [Theory]
    [InlineData(
        "\"num_epochs\": 3",
        "\"num_epochs\": 0",
        "num_epochs: it must be a whole number from 1 to 10000"
    )]
    [InlineData("\"B\"], \"miners\"", "\"A\"], \"miners\"", "validators[1]: 'A' is there twice")]
    [InlineData("[0, 1, 0]", "[0, 2, 0]", "weights_index[1]: it is 2, not a whole number from 0 to 1")]
    [InlineData("[0, 1, 0]", "[0, 1]", "weights_index: it has 2 elements, not 3")]
    [InlineData("[[1.0, 0.0], [0.5, 0.5]]", "[[1.0, 0.0]]", "weights_unique[0]: it has 1 elements, not 2")]
    [InlineData("[1.0, 0.0]", "[1.0]", "weights_unique[0][0]: it has 1 elements, not 2")]
    [InlineData(
        "[1.0, 0.0]",
        "[1.0, -0.5]",
        "weights_unique[0][0][1]: -0.5 is not a finite number of at least 0"
    )]
    [InlineData(
        "[1.0, 0.0]",
        "[1.0, 1e999]",
        "weights_unique[0][0][1]: Infinity is not a finite number of at least 0"
    )]
    [InlineData("[1.0, 0.0]", "[1.0, \"x\"]", "weights_unique[0][0][1]: it is the text 'x', not a number")]
    [InlineData("[1.0, 0.0]", "[1.0, null]", "weights_unique[0][0][1]: it is null, not a number")]
    [InlineData("[[0.8, 0.2]]", "[[0.8]]", "stakes_unique[0]: it has 1 elements, not 2")]
    [InlineData(
        "\"base_validator\": \"B\"",
        "\"base_validator\": \"C\"",
        "base_validator: it is the text 'C', not one of the validators"
    )]
    [InlineData(
        "\"miner_index\": 1",
        "\"miner_index\": 2",
        "reset_bonds.miner_index: it is 2, not a whole number from 0 to 1"
    )]
    [InlineData("{\"winner_takes_all\": true}", "[]", "config_overrides: it is a list of 0, not an object")]
    [InlineData("\"stakes_unique\"", "\"stakes\"", "stakes_unique: it is missing")]
    [InlineData(
        "[1.0, 0.0]",
        "[1.0, NaN]",
        "line 4, byte 28: it is not JSON, or cut off: 'N' is an invalid start of a value."
    )]
    [InlineData(
        "\"chart_types\"",
        "\"id\": \"x\", \"chart_types\"",
        "it is not JSON, or cut off: Duplicate property 'id' encountered during deserialization."
    )]
    public void A_mistake_is_named_with_its_place(string right, string wrong, string message) =>
        Assert.Equal(
            (null, $"x.json: error: {message}"),
            Read(Case.Replace(right, wrong, StringComparison.Ordinal))
        );

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        for (int length = 0; length < Case.Length; length++)
        {
            (Metagraph? series, string problems) = Read(Case[..length]);
            Assert.Null(series);
            Assert.StartsWith("x.json: error: line ", problems, StringComparison.Ordinal);
        }
    }

    private static void AssertTwoOfTwo(Metagraph series)
    {
        Assert.Equal(
            ("two", "web", "Two of two", "B"),
            (series.Id, series.Source, series.Name, series.BaseValidator)
        );
        Assert.Equal(["S1", "S2"], series.Miners);
        Assert.Equal(["A", "B"], series.Validators);
        Assert.Equal(new BondsReset(1, 2), series.Reset);
        Assert.Equal([KeyValuePair.Create("winner_takes_all", "true")], series.Overrides);
        Assert.Equal([1.0, 0.0, 1.0], series.Epochs.Select(e => e.Find("A")!.Weights[0]));
        Assert.All(series.Epochs, e => Assert.Equal((0.8, 0.2), (e.Find("A")!.Stake, e.Find("B")!.Stake)));
        ImmutableArray<double> half = [0.5, 0.5];
        Assert.All(series.Epochs, e => Assert.Equal(half, e.Find("B")!.Weights));
    }

    private static (Metagraph? Series, string Problems) Read(string text)
    {
        Complaints complaints = new("x.json");
        Metagraph? series = ReplayReader.Read(
            new SourceFile("x.json", Encoding.UTF8.GetBytes(text)),
            complaints
        );
        return (series, string.Join('\n', complaints.All));
    }
}
