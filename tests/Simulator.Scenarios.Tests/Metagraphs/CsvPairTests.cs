using System.Text;
using Simulator.Scenarios.Metagraphs;
using Simulator.Scenarios.Metagraphs.Csv;

namespace Simulator.Scenarios.Tests.Metagraphs;

public sealed class CsvPairTests
{
    private const string Neurons =
        "netuid,block,uid,hotkey,stake_tao,row_weight_sum,nonzero_weights\n"
        + "7,360,1,b,2.5,0,0\n"
        + "7,360,0,a,1500,1,2\n";

    private const string Weights = "uid_from,uid_to,weight\n0,0,0.25\n0,1,7.5e-1\n";

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Rows_may_stand_in_any_order(string lineBreak)
    {
        (Snapshot? snapshot, string problems) = Read(
            Neurons.Replace("\n", lineBreak, StringComparison.Ordinal),
            Weights.Replace("\n", lineBreak, StringComparison.Ordinal)
        );

        Assert.Equal("", problems);
        Assert.Equal((7, 360L), (snapshot!.NetUid, snapshot.Block));
        Assert.Equal(["a", "b"], snapshot.Hotkeys);
        Assert.Equal([1500, 2.5], snapshot.Stake);
        Assert.Equal([0.25, 0.75, 0, 0], snapshot.Weights);
    }

    [Theory]
    [InlineData("0,1,7.5e-1", "0,2,1", "w.csv: error: line 3, uid_to: '2' is not a whole number from 0 to 1")]
    [InlineData(
        "0,1,7.5e-1",
        "-1,1,1",
        "w.csv: error: line 3, uid_from: '-1' is not a whole number from 0 to 1"
    )]
    [InlineData(
        "0,1,7.5e-1",
        "0,1,NaN",
        "w.csv: error: line 3, weight: 'NaN' is not a finite number of at least 0"
    )]
    [InlineData(
        "0,1,7.5e-1",
        "0,1,-0.5",
        "w.csv: error: line 3, weight: '-0.5' is not a finite number of at least 0"
    )]
    [InlineData(
        "0,1,7.5e-1",
        "0,1,1e999",
        "w.csv: error: line 3, weight: '1e999' is not a finite number of at least 0"
    )]
    [InlineData("0,1,7.5e-1", "0,1", "w.csv: error: line 3: it has 2 fields; the heading has 3")]
    [InlineData(
        "0,1,7.5e-1",
        "0,0,0.75",
        "w.csv: error: line 3: the weight from uid 0 to uid 0 stands on line 2 too"
    )]
    [InlineData(
        "0,1,7.5e-1\n",
        "0,1,7",
        "w.csv: error: its last line does not end with a line break: the file is empty or cut off"
    )]
    [InlineData(
        "0,1,7.5e-1\n",
        "",
        "n.csv: error: line 3, nonzero_weights: uid 0 has 2 weights here and 1 in w.csv"
    )]
    [InlineData(
        "0,1,7.5e-1",
        "0,1,7.5e-2",
        "n.csv: error: line 3, row_weight_sum: the weights of uid 0 sum to 1 here and to 0.325 in w.csv"
    )]
    [InlineData("uid_to", "to", "w.csv: error: line 1: the heading must have one column 'uid_to'")]
    public void A_mistake_in_the_weights_is_named(string right, string wrong, string message) =>
        Assert.Equal((null, message), Read(Neurons, Weights.Replace(right, wrong, StringComparison.Ordinal)));

    [Theory]
    [InlineData("7,360,1,b", "7,360,0,b", "n.csv: error: line 3, uid: uid 0 stands on line 2 too")]
    [InlineData("7,360,1,b", "7,360,2,b", "n.csv: error: line 2, uid: '2' is not a whole number from 0 to 1")]
    [InlineData("7,360,1,b", "8,360,1,b", "n.csv: error: line 3, netuid: '7' is not that of line 2, '8'")]
    [InlineData("7,360,1,b", "7,361,1,b", "n.csv: error: line 3, block: '360' is not that of line 2, '361'")]
    [InlineData("7,360,1,b", "7,360,1,a", "n.csv: error: hotkeys[1]: 'a' is the hotkey of uid 0 too")]
    [InlineData("7,360,1,b", "7,360,1,", "n.csv: error: hotkeys[1]: it is empty")]
    [InlineData(
        "b,2.5",
        "b,-2.5",
        "n.csv: error: line 2, stake_tao: '-2.5' is not a finite number of at least 0"
    )]
    [InlineData(
        "b,2.5",
        "b,two\u001b[2J",
        "n.csv: error: line 2, stake_tao: 'two\\u001B[2J' is not a finite number of at least 0"
    )]
    public void A_mistake_in_the_neurons_is_named(string right, string wrong, string message) =>
        Assert.Equal((null, message), Read(Neurons.Replace(right, wrong, StringComparison.Ordinal), Weights));

    [Fact]
    public void Mistakes_of_both_files_are_shown_together() =>
        Assert.Equal(
            (
                null,
                "n.csv: error: line 2, stake_tao: '-2.5' is not a finite number of at least 0\n"
                    + "w.csv: error: line 2, weight: 'x' is not a finite number of at least 0"
            ),
            Read(
                Neurons.Replace("2.5", "-2.5", StringComparison.Ordinal),
                Weights.Replace("0.25", "x", StringComparison.Ordinal)
            )
        );

    [Fact]
    public void Beyond_twenty_mistakes_are_counted() =>
        Assert.EndsWith(
            "\nw.csv: error: line 21, uid_to: '9' is not a whole number from 0 to 1\nw.csv: error: and 5 more mistakes",
            Read(Neurons, "uid_from,uid_to,weight\n" + Rows(25)).Problems,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_subnet_without_neurons_is_refused() =>
        Assert.Equal(
            (null, "n.csv: error: it has 0 neurons; a subnet has from 1 to 4096"),
            Read(Neurons.Split('\n')[0] + "\n", Weights)
        );

    private static string Rows(int count) => string.Concat(Enumerable.Repeat("0,9,1\n", count));

    private static (Snapshot? Snapshot, string Problems) Read(string neurons, string weights)
    {
        Complaints ofNeurons = new("n.csv");
        Complaints ofWeights = new("w.csv");
        Snapshot? snapshot = CsvPair.Read(
            new SourceFile("n.csv", Encoding.UTF8.GetBytes(neurons)),
            new SourceFile("w.csv", Encoding.UTF8.GetBytes(weights)),
            ofNeurons,
            ofWeights
        );
        return (snapshot, string.Join('\n', ofNeurons.All.Concat(ofWeights.All)));
    }
}
