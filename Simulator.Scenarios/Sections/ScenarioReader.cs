using System.Text.Json.Nodes;
using Simulator.Core.Chain;
using Simulator.Core.Chain.Parameters;
using Simulator.Core.Engine;
using Simulator.Core.Units;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Results;
using Simulator.Scenarios.Studies;

namespace Simulator.Scenarios.Sections;

/// <summary>Turns a scenario's text into the scenario: parents, overrides, values, rules, in this order.</summary>
internal static class ScenarioReader
{
    private static readonly Shape Shape = Shape.Of(typeof(ScenarioSection));

    /// <summary>The scenario of a source.</summary>
    /// <exception cref="ScenarioException">It has mistakes; all of them are listed.</exception>
    public static Scenario Read(ScenarioSource source, IReadOnlyList<string> sets, ulong? seed)
    {
        var problems = new Problems();
        var budget = new NodeBudget();
        var tree = new Inheritance(problems, budget).Load(source);
        // Without its parents nothing can be said about the rest.
        if (problems.Paths.Any(path => path.StartsWith("extends", StringComparison.Ordinal)))
        {
            problems.ThrowIfAny();
        }
        foreach (var set in sets)
        {
            tree = SetOverride.Apply(tree, set, problems, budget);
        }
        var section = Activator.CreateInstance<ScenarioSection>();
        RecordKind.Bind(tree, "", [(Shape, section)], problems, SectionOfParameter);
        var isAsShipped = sets.Count == 0 && (seed is null || seed == section.Seed);
        section = section with
        {
            Seed = seed ?? section.Seed,
            Digest = IsOwn(tree, source) ? section.Digest : null,
        };
        var isMap = section.Retention is not null;
        var world = isMap ? new() : WorldBuilder.Of(section);
        AddBrokenRules(
            isMap
                ? RetentionRules.Problems(section.Retention!, tree)
                : ScenarioRules.Problems(section, world, tree),
            tree,
            problems
        );
        problems.ThrowIfAny();
        if (!isMap)
        {
            section = section with { Subnet = world.Subnet, CommitReveal = WorldBuilder.CommitOf(section) };
        }
        return ToScenario(section, world, isAsShipped, tree);
    }

    private static string? SectionOfParameter(string key) =>
        ParameterCatalog.Find(key) switch
        {
            null => null,
            ParameterOf<GlobalParameters> => "; it stands in the section 'network'",
            _ => "; it stands in the section 'subnet'",
        };

    private static Scenario ToScenario(
        ScenarioSection section,
        WorldPlan world,
        bool isAsShipped,
        MapNode tree
    )
    {
        var resolved = RecordKind.Written((Shape, section));
        if (section.Retention is not null)
        {
            KeepMap(resolved);
        }
        return new(resolved)
        {
            Name = section.Name,
            Question = section.Question,
            Seed = section.Seed,
            World = world,
            Retention = section.Retention?.ToPlan(),
            Published =
            [
                .. (section.Retention?.Published ?? []).Select(p => new PublishedUtility(
                    p.Stake!.Value,
                    p.Utility!.Value,
                    p.Within
                )),
            ],
            Expect =
            [
                .. section.Expect.Select(e => new Expectation(e.Metric.Name, e.Of ?? "", e.At, e.Min, e.Max)),
            ],
            Digest = section.Digest,
            IsAsShipped = isAsShipped,
            Notes =
            [
                .. world.Subnet.OwnerNotes("subnet").Select(n => Located(n, tree) with { IsNote = true }),
            ],
            PlanHash = PlanHash.Of(resolved),
        };
    }

    // The defaults of a world would describe one that nothing runs.
    private static void KeepMap(JsonObject resolved)
    {
        foreach (
            var key in resolved.Select(entry => entry.Key).Where(key => !RetentionRules.Has(key)).ToArray()
        )
        {
            resolved.Remove(key);
        }
    }

    // A digest speaks of the very file that it stands in: a child that extends the file runs something else.
    private static bool IsOwn(MapNode tree, ScenarioSource source) =>
        tree.Find("digest")?.Place.File == source.Shown;

    // A value that could not be read was complained about; rules that would judge the default in its place stay silent.
    private static void AddBrokenRules(IEnumerable<Problem> broken, MapNode tree, Problems problems)
    {
        var unread = problems.Paths;
        foreach (var problem in broken.Where(b => !unread.Any(path => Touch(path, b.Path))))
        {
            problems.Add(NodePath.PlaceOf(tree, problem.Path), problem.Path, problem.Message);
        }
    }

    private static bool Touch(string a, string b) => IsWithin(a, b) || IsWithin(b, a);

    private static bool IsWithin(string inner, string outer) =>
        inner.StartsWith(outer, StringComparison.Ordinal)
        && (inner.Length == outer.Length || outer.Length == 0 || inner[outer.Length] is '.' or '[');

    private static ScenarioProblem Located(Problem problem, MapNode tree)
    {
        var place = NodePath.PlaceOf(tree, problem.Path);
        return new(place.File, place.Line, place.Column, problem.Path, problem.Message);
    }
}
