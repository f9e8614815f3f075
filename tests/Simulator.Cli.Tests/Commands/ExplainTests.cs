using System.Text.Json.Nodes;

namespace Simulator.Cli.Tests.Commands;

public sealed class ExplainTests
{
    [Fact]
    public void A_share_that_root_alone_sets_is_explained_with_integer_and_share()
    {
        Sim kappa = Sim.Call("explain", "kappa");

        Assert.Equal((0, ""), (kappa.ExitCode, kappa.Error));
        Assert.Equal(
            """
            kappa: Majority of stake that must support a weight for it to become the consensus.
              unit        share of 65535
              new subnet  32767 (0.49999)
              never set   32767 (0.49999)
              bounds      0 (0) to 65535 (1)
              who         set by root alone
              acts in     specification §2.4 E7, §1.5

            """,
            kappa.Out
        );
    }

    [Fact]
    public void What_the_owner_may_set_has_the_owners_bounds_too() =>
        Assert.Equal(
            """
            immunity_period: How long a newcomer is not pruned.
              unit            blocks
              new subnet      5000 blocks
              never set       4096 blocks
              bounds          0 blocks to 65535 blocks
              owner's bounds  0 blocks to 65535 blocks
              who             set by the owner within the owner's bounds, and by root
              acts in         specification §5.3

            """,
            Sim.Call("explain", "immunity_period").Out
        );

    [Fact]
    public void A_choice_is_explained_with_its_words()
    {
        string text = Sim.Call("explain", "recycle_or_burn").Out;

        Assert.Contains("\n  unit            burn or recycle\n", text, StringComparison.Ordinal);
        Assert.Contains("\n  bounds          burn or recycle\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_near_one() =>
        Assert.Equal(
            new Sim(
                2,
                "",
                "error: the chain has no parameter 'kapa'; did you mean 'kappa'?\nTry 'sim explain': it lists all.\n"
            ),
            Sim.Call("explain", "kapa")
        );

    [Theory]
    [InlineData("subnet.kappa", "kappa")]
    [InlineData("network.tao_weight", "tao_weight")]
    public void A_name_may_be_written_as_the_path_in_a_scenario(string path, string name)
    {
        Assert.Equal(Sim.Call("explain", name), Sim.Call("explain", path));
        Assert.Equal(0, Sim.Call("explain", path).ExitCode);
        Assert.Equal(2, Sim.Call("explain", "elsewhere." + name).ExitCode);
    }

    [Fact]
    public void Without_a_name_every_parameter_is_listed_below_who_may_set_it()
    {
        Sim all = Sim.Call("explain");

        string[] lines = all.Out.Split('\n');
        Assert.Equal(
            [
                "Of a subnet, set by the owner within the owner's bounds, and by root:",
                "Of a subnet, set by root alone:",
                "Of a subnet, set by nobody: the chain fixes or moves it:",
                "Of the whole network:",
            ],
            lines.Where(line => line.EndsWith(':'))
        );
        Assert.Equal(
            ScenarioKeys(),
            lines
                .Where(line => line.StartsWith("  ", StringComparison.Ordinal))
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0])
                .Order()
        );
    }

    [Fact]
    public void The_one_parameter_that_is_a_list_is_explained_too() =>
        Assert.Equal(
            """
            mechanism_emission_split: Shares of the mechanisms in the subnet's emission.
              unit        list of shares of 65535 that sum to 65535, one for each mechanism
              new subnet  empty, which divides evenly
              never set   empty, which divides evenly
              bounds      no more shares than mechanism_count
              who         set by the owner within the owner's bounds, and by root
              acts in     specification §2.10

            """,
            Sim.Call("explain", "mechanism_emission_split").Out
        );

    [Fact]
    public void Json_gives_stored_integers_as_text_and_what_they_mean_as_numbers()
    {
        JsonNode rate = JsonNode.Parse(Sim.Call("explain", "bonds_moving_average", "--json").Out)!;

        Assert.Equal("share of 1000000", (string?)rate["unit"]);
        Assert.Equal("owner", (string?)rate["set_by"]);
        Assert.Equal(
            ("900000", 0.9, "900000 (0.9)"),
            (
                (string?)rate["default"]!["stored"],
                (double)rate["default"]!["value"]!,
                (string?)rate["default"]!["text"]
            )
        );
        Assert.Equal("975000", (string?)rate["owner_most"]!["stored"]);
    }

    [Fact]
    public void Json_of_all_parameters_is_one_list()
    {
        JsonArray all = JsonNode.Parse(Sim.Call("explain", "--json").Out)!.AsArray();

        JsonNode kappa = all.Single(p => (string?)p!["name"] == "kappa")!;
        Assert.Equal("root", (string?)kappa["set_by"]);
        Assert.Null(kappa["owner_least"]);
    }

    /// <summary>What a scenario file may set in <c>subnet</c> and <c>network</c>.</summary>
    private static IEnumerable<string> ScenarioKeys() =>
        Scenarios
            .Sections.ParameterKeys.Subnet.Select(key => key.Name)
            .Concat(Scenarios.Sections.ParameterKeys.Network.Select(key => key.Name))
            .Order();
}
