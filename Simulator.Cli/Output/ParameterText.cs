using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Core.Chain.Parameters;

namespace Simulator.Cli.Output;

/// <summary>How a parameter of the chain is explained to people and to programs.</summary>
internal static class ParameterText
{
    /// <summary>Below which heading a parameter is listed.</summary>
    public static string Group(Parameter parameter) =>
        IsOfSubnet(parameter) ? $"Of a subnet, {SetBy(parameter.Setter)}" : "Of the whole network";

    /// <summary>Writes everything that is known of a parameter.</summary>
    public static void WriteTo(TextWriter writer, Parameter parameter)
    {
        writer.WriteLine($"{parameter.Name}: {parameter.Meaning}");
        AlignedTable table = new();
        table.Add("unit", Unit(parameter));
        table.Add("new subnet", parameter.Text(parameter.Default));
        table.Add("never set", parameter.Text(parameter.StorageDefault));
        table.Add("bounds", Range(parameter, parameter.Least, parameter.Most));
        if (parameter.Setter == ParameterSetter.OwnerAndRoot)
        {
            table.Add("owner's bounds", Range(parameter, OwnerLeast(parameter), OwnerMost(parameter)));
        }
        table.Add("who", SetBy(parameter.Setter));
        table.Add("acts in", $"specification {parameter.ActsIn}");
        table.WriteTo(writer, "  ");
    }

    /// <summary>The same as a JSON object; stored integers are text, since some are beyond 2⁵³.</summary>
    public static JsonNode ToJson(Parameter parameter)
    {
        bool owner = parameter.Setter == ParameterSetter.OwnerAndRoot;
        return new JsonObject
        {
            ["name"] = parameter.Name,
            ["of"] = IsOfSubnet(parameter) ? "subnet" : "network",
            ["meaning"] = parameter.Meaning,
            ["unit"] = parameter.Kind.Description,
            ["words"] = new JsonArray([.. parameter.Words.Select(word => JsonValue.Create(word))]),
            ["default"] = Value(parameter, parameter.Default),
            ["storage_default"] = Value(parameter, parameter.StorageDefault),
            ["least"] = Value(parameter, parameter.Least),
            ["most"] = Value(parameter, parameter.Most),
            ["owner_least"] = owner ? Value(parameter, OwnerLeast(parameter)) : null,
            ["owner_most"] = owner ? Value(parameter, OwnerMost(parameter)) : null,
            ["set_by"] = parameter.Setter switch
            {
                ParameterSetter.Root => "root",
                ParameterSetter.OwnerAndRoot => "owner",
                _ => "nobody",
            },
            ["acts_in"] = parameter.ActsIn,
        };
    }

    private static string Unit(Parameter parameter) =>
        parameter.Words.Count > 0 ? string.Join(" or ", parameter.Words) : parameter.Kind.Description;

    private static string Range(Parameter parameter, Int128 least, Int128 most) =>
        parameter.Kind == ParameterKind.Flag || parameter.Kind == ParameterKind.Choice
            ? $"{parameter.Text(least)} or {parameter.Text(most)}"
            : $"{parameter.Text(least)} to {parameter.Text(most)}";

    private static Int128 OwnerLeast(Parameter parameter) => parameter.OwnerLeast ?? parameter.Least;

    private static Int128 OwnerMost(Parameter parameter) => parameter.OwnerMost ?? parameter.Most;

    private static string SetBy(ParameterSetter setter) =>
        setter switch
        {
            ParameterSetter.Root => "set by root alone",
            ParameterSetter.OwnerAndRoot => "set by the owner within the owner's bounds, and by root",
            _ => "set by nobody: the chain fixes or moves it",
        };

    private static bool IsOfSubnet(Parameter parameter) =>
        parameter is ParameterOf<Core.Chain.Hyperparameters>;

    private static JsonObject Value(Parameter parameter, Int128 raw) =>
        new()
        {
            ["stored"] = raw.ToString(CultureInfo.InvariantCulture),
            ["value"] = parameter.Kind.Value(raw),
            ["text"] = parameter.Text(raw),
        };
}
