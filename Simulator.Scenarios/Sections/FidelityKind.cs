using System.Text.Json.Nodes;
using Simulator.Core.Engine;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Sections;

/// <summary>The section <c>fidelity</c>: the word <c>full</c>, or a map that says which rounds are real or which learning
/// curves stand in for models.</summary>
internal sealed class FidelityKind : ValueKind
{
    private static readonly ChoiceKind Word = new([("full", FidelityPlan.Full)], What);
    private static readonly RecordKind Map = new(typeof(FidelitySection));

    private const string What = "'full' or a map such as { sampled: 5 } or { profile: curves.yaml }";

    /// <inheritdoc/>
    public override string Expected => What;

    /// <inheritdoc/>
    public override object? Read(Node node, string path, Problems problems) =>
        node switch
        {
            MapNode map => OfMap(map, path, problems),
            ScalarNode => Word.Read(node, path, problems),
            _ => Mismatch(node, path, problems),
        };

    /// <inheritdoc/>
    public override JsonNode Write(object value) =>
        value is FidelityPlan { Profile: { } profile } plan
            ? Map.Write(new FidelitySection { Profile = profile, Sha256 = plan.ProfileSha256 })
            : Map.Write(new FidelitySection { Sampled = ((FidelityPlan)value).Sampled });

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(Word.Schema(), Map.Schema()) };

    private static FidelityPlan? OfMap(MapNode map, string path, Problems problems)
    {
        int before = problems.Count;
        if (Map.Read(map, path, problems) is not FidelitySection section || problems.Count > before)
        {
            return null;
        }
        if (section is { Sampled: null, Profile: null })
        {
            problems.Add(map.Place, path, "says nothing; write 'sampled' or 'profile'");
            return null;
        }
        if (section is { Profile: null, Sha256: not null })
        {
            problems.Add(
                map.Find("sha256")!.Place,
                $"{path}.sha256",
                "means nothing without 'profile', whose file it is of"
            );
        }
        return new()
        {
            Sampled = section.Sampled ?? 1,
            Profile = section.Profile,
            ProfileSha256 = section.Sha256,
        };
    }
}
