using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Core.Chain.Parameters;

namespace Simulator.Cli.Output;

/// <summary>A parameter of the chain as programs read it; docs/command-line.md describes it.</summary>
internal static class ParameterJson
{
    /// <summary>The object for one parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="ofSubnet">Whether each subnet has its own.</param>
    public static JsonObject Of(Parameter parameter, bool ofSubnet)
    {
        bool owner = parameter.Setter == ParameterSetter.OwnerAndRoot;
        return new()
        {
            ["name"] = parameter.Name,
            ["of"] = ofSubnet ? "subnet" : "network",
            ["meaning"] = parameter.Meaning,
            ["unit"] = parameter.Kind.Description,
            ["words"] = new JsonArray([.. parameter.Words.Select(word => JsonValue.Create(word))]),
            ["default"] = Value(parameter, parameter.Default),
            ["storage_default"] = Value(parameter, parameter.StorageDefault),
            ["least"] = Value(parameter, parameter.Least),
            ["most"] = Value(parameter, parameter.Most),
            ["owner_least"] = owner ? Value(parameter, parameter.OwnerLeast ?? parameter.Least) : null,
            ["owner_most"] = owner ? Value(parameter, parameter.OwnerMost ?? parameter.Most) : null,
            ["set_by"] = parameter.Setter switch
            {
                ParameterSetter.Root => "root",
                ParameterSetter.OwnerAndRoot => "owner",
                _ => "nobody",
            },
            ["acts_in"] = parameter.ActsIn,
        };
    }

    // Stored integers are text: some are beyond 2⁵³, where numbers of JSON lose digits.
    private static JsonObject Value(Parameter parameter, Int128 raw) =>
        new()
        {
            ["stored"] = raw.ToString(CultureInfo.InvariantCulture),
            ["value"] = parameter.Kind.Value(raw),
            ["text"] = parameter.Text(raw),
        };
}
