using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Simulator.Core.Chain;
using Simulator.Core.Chain.Parameters;

namespace Simulator.Cli.Output;

/// <summary>What people and programs are told of one parameter of the chain.</summary>
/// <param name="Name">The chain's name.</param>
/// <param name="Group">Below which heading it is listed.</param>
/// <param name="Default">Value of a new subnet.</param>
/// <param name="Meaning">What it does, in one sentence.</param>
/// <param name="Rows">Everything else, each a heading and a text.</param>
/// <param name="Json">The same as a JSON object.</param>
internal sealed record Explanation(
    string Name,
    string Group,
    string Default,
    string Meaning,
    ImmutableArray<(string Heading, string Text)> Rows,
    JsonObject Json
)
{
    /// <summary>Every parameter there is, those of one group together.</summary>
    public static ImmutableArray<Explanation> All { get; } =
    [
        .. ParameterCatalog
            .Subnet.Select(Of)
            .Append(MechanismEmissionSplit())
            .Concat(ParameterCatalog.Global.Select(Of)),
    ];

    /// <summary>Writes all of it as lines of text.</summary>
    public void WriteTo(TextWriter writer)
    {
        writer.WriteLine($"{Name}: {Meaning}");
        AlignedTable table = new();
        foreach ((string heading, string text) in Rows)
        {
            table.Add(heading, text);
        }
        table.WriteTo(writer, "  ");
    }

    private static Explanation Of(Parameter parameter)
    {
        bool ofSubnet = parameter is ParameterOf<Hyperparameters>;
        string setBy = SetBy(parameter.Setter);
        (string, string)[] owners =
            parameter.Setter == ParameterSetter.OwnerAndRoot
                ?
                [
                    (
                        "owner's bounds",
                        Range(
                            parameter,
                            parameter.OwnerLeast ?? parameter.Least,
                            parameter.OwnerMost ?? parameter.Most
                        )
                    ),
                ]
                : [];
        return new(
            parameter.Name,
            ofSubnet ? GroupOfSubnet(setBy) : "Of the whole network",
            parameter.Text(parameter.Default),
            parameter.Meaning,
            [
                (
                    "unit",
                    parameter.Words.Count > 0
                        ? string.Join(" or ", parameter.Words)
                        : parameter.Kind.Description
                ),
                ("new subnet", parameter.Text(parameter.Default)),
                ("never set", parameter.Text(parameter.StorageDefault)),
                ("bounds", Range(parameter, parameter.Least, parameter.Most)),
                .. owners,
                ("who", setBy),
                ("acts in", $"specification {parameter.ActsIn}"),
            ],
            ParameterJson.Of(parameter, ofSubnet)
        );
    }

    /// <summary>The one parameter that is a list, and therefore stands in no catalogue of single values.</summary>
    private static Explanation MechanismEmissionSplit()
    {
        const string Name = "mechanism_emission_split";
        const string Meaning = "Shares of the mechanisms in the subnet's emission.";
        const string Unit = "list of shares of 65535 that sum to 65535, one for each mechanism";
        const string ActsIn = "§2.10";
        string setBy = SetBy(ParameterSetter.OwnerAndRoot);
        return new(
            Name,
            GroupOfSubnet(setBy),
            "even",
            Meaning,
            [
                ("unit", Unit),
                ("new subnet", "empty, which divides evenly"),
                ("never set", "empty, which divides evenly"),
                ("bounds", "no more shares than mechanism_count"),
                ("who", setBy),
                ("acts in", $"specification {ActsIn}"),
            ],
            new JsonObject
            {
                ["name"] = Name,
                ["of"] = "subnet",
                ["meaning"] = Meaning,
                ["unit"] = Unit,
                ["words"] = new JsonArray(),
                ["default"] = null,
                ["storage_default"] = null,
                ["least"] = null,
                ["most"] = null,
                ["owner_least"] = null,
                ["owner_most"] = null,
                ["set_by"] = "owner",
                ["acts_in"] = ActsIn,
            }
        );
    }

    private static string GroupOfSubnet(string setBy) => $"Of a subnet, {setBy}";

    private static string Range(Parameter parameter, Int128 least, Int128 most) =>
        parameter.Kind == ParameterKind.Flag || parameter.Kind == ParameterKind.Choice
            ? $"{parameter.Text(least)} or {parameter.Text(most)}"
            : $"{parameter.Text(least)} to {parameter.Text(most)}";

    private static string SetBy(ParameterSetter setter) =>
        setter switch
        {
            ParameterSetter.Root => "set by root alone",
            ParameterSetter.OwnerAndRoot => "set by the owner within the owner's bounds, and by root",
            _ => "set by nobody: the chain fixes or moves it",
        };
}
