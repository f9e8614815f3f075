using System.Collections.Immutable;
using System.Text.Json;

namespace Simulator.Scenarios.Metagraphs.Replays;

/// <summary>Reads lists of a JSON file and names the element that is not as it should be.</summary>
/// <param name="root">The object of the file.</param>
/// <param name="complaints">Takes what is wrong.</param>
internal sealed class JsonList(JsonElement root, Complaints complaints)
{
    /// <summary>The elements of a member; none and a complaint when it is missing or no list of such a length.</summary>
    public ImmutableArray<JsonElement> Of(string member, int least, int most)
    {
        if (root.TryGetProperty(member, out JsonElement list))
        {
            return Of(list, member, least, most);
        }
        complaints.Add(member, "it is missing");
        return [];
    }

    /// <summary>The elements of a list; none and a complaint when it is no list of such a length.</summary>
    public ImmutableArray<JsonElement> Of(JsonElement list, string path, int least, int most)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            complaints.Add(path, $"it is {Describe(list)}, not a list");
            return [];
        }
        int length = list.GetArrayLength();
        if (length < least || length > most)
        {
            string allowed = least == most ? $"{least}" : $"from {least} to {most}";
            complaints.Add(path, $"it has {length} elements, not {allowed}");
            return [];
        }
        return [.. list.EnumerateArray()];
    }

    /// <summary>The different texts of a member.</summary>
    public ImmutableArray<string> Names(string member)
    {
        ImmutableArray<JsonElement> list = Of(member, 1, MetagraphLimits.Neurons);
        HashSet<string> seen = new(StringComparer.Ordinal);
        string[] names = new string[list.Length];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = list[i].ValueKind == JsonValueKind.String ? list[i].GetString()! : "";
            if (names[i].Length == 0)
            {
                complaints.Add($"{member}[{i}]", $"it is {Describe(list[i])}, not a name");
            }
            else if (!seen.Add(names[i]))
            {
                complaints.Add($"{member}[{i}]", $"{Files.Show.Quoted(names[i])} is there twice");
            }
        }
        return [.. names];
    }

    /// <summary>Amounts of a list of a known length.</summary>
    public ImmutableArray<double> Amounts(JsonElement list, string path, int length)
    {
        ImmutableArray<JsonElement> elements = Of(list, path, length, length);
        double[] amounts = new double[elements.Length];
        for (int i = 0; i < amounts.Length; i++)
        {
            if (elements[i].ValueKind != JsonValueKind.Number || !elements[i].TryGetDouble(out amounts[i]))
            {
                complaints.Add($"{path}[{i}]", $"it is {Describe(elements[i])}, not a number");
            }
            else if (!Complaints.IsAmount(amounts[i]))
            {
                complaints.AddAmount($"{path}[{i}]", amounts[i]);
            }
        }
        return [.. amounts];
    }

    /// <summary>Whole numbers below a bound, one for each epoch.</summary>
    public ImmutableArray<int> Indices(string member, int length, int below)
    {
        ImmutableArray<JsonElement> list = Of(member, length, length);
        return [.. list.Select((element, i) => Index(element, $"{member}[{i}]", below))];
    }

    /// <summary>A whole number below a bound; 0 and a complaint when it is none.</summary>
    public int Index(JsonElement element, string path, int below)
    {
        if (
            element.ValueKind == JsonValueKind.Number
            && element.TryGetInt32(out int index)
            && index >= 0
            && index < below
        )
        {
            return index;
        }
        complaints.Add(path, $"it is {Describe(element)}, not a whole number from 0 to {below - 1}");
        return 0;
    }

    /// <summary>An element as messages show it.</summary>
    public static string Describe(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => $"a list of {element.GetArrayLength()}",
            JsonValueKind.Object => "an object",
            JsonValueKind.String => $"the text {Files.Show.Quoted(element.GetString()!)}",
            _ => Files.Show.Bare(element.GetRawText()),
        };
}
