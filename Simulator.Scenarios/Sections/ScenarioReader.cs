using System.Text.Json.Nodes;
using Simulator.Core.Chain;
using Simulator.Core.Chain.Parameters;
using Simulator.Core.Engine;
using Simulator.Core.Studies.Replays;
using Simulator.Core.Units;
using Simulator.Scenarios.Binding;
using Simulator.Scenarios.Externals;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Metagraphs.Replays;
using Simulator.Scenarios.OwnTasks;
using Simulator.Scenarios.Profiles;
using Simulator.Scenarios.Results;
using Simulator.Scenarios.Studies;
using Simulator.Scenarios.Studies.Replays;

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
        if (tree.Find("schema") is null && tree.Find(ReplayMembers.WeightsUnique) is not null)
        {
            throw problems.Fatal(
                tree.Place,
                "",
                "this is a replay file, not a scenario; a scenario beside it names it as 'source' in its section 'replay'"
            );
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
        if (StudyKeys.StudyOf(tree) is { } study)
        {
            return Study(study, section, source, isAsShipped, tree, problems);
        }
        section = section with { Task = OwnTask.Opened(section.Task, tree, source, problems) };
        section = ExternalGroups.Placed(section, source, tree);
        (section, var unopened) = OnnxGroups.Open(section, source, tree);
        AddBrokenRules(unopened, tree, problems);
        section = CurveGroups.Opened(section, tree, source, problems);
        var world = WorldBuilder.Of(section);
        AddBrokenRules(ScenarioRules.Problems(section, world, tree), tree, problems);
        problems.ThrowIfAny();
        AddBrokenRules(MemoryRules.Problems(section), tree, problems);
        problems.ThrowIfAny();
        section = section with { Subnet = world.Subnet, CommitReveal = WorldBuilder.CommitOf(section) };
        return ToScenario(section, world, isAsShipped, tree, RecordKind.Written((Shape, section))) with
        {
            External = ExternalGroups.Programs(section),
            WorldOf = models => WorldBuilder.Of(ExternalGroups.Bound(section, models)),
        };
    }

    /// <summary>A scenario that computes a study in place of a world.</summary>
    private static Scenario Study(
        string study,
        ScenarioSection section,
        ScenarioSource source,
        bool isAsShipped,
        MapNode tree,
        Problems problems
    )
    {
        AddBrokenRules(StudyKeys.Problems(study, tree), tree, problems);
        if (section.Retention is { } retention)
        {
            AddBrokenRules(RetentionRules.Problems(retention), tree, problems);
        }
        ReplayPlan? replay = null;
        if (section.Replay is not null)
        {
            (section, replay) = Replay(section, source, tree, problems);
        }
        problems.ThrowIfAny();
        var resolved = RecordKind.Written((Shape, section));
        StudyKeys.Keep(study, resolved);
        return ToScenario(section, new(), isAsShipped, tree, resolved) with { Replay = replay };
    }

    private static (ScenarioSection, ReplayPlan?) Replay(
        ScenarioSection section,
        ScenarioSource source,
        MapNode tree,
        Problems problems
    )
    {
        var replay = section.Replay!.WithVariants();
        var read = ReplaySource.Read(
            replay.Source,
            NodePath.PlaceOf(tree, "replay.source"),
            source,
            problems
        );
        AddBrokenRules(ReplayRules.Problems(replay, read?.Series, tree), tree, problems);
        if (read is null)
        {
            return (section, null);
        }
        if (replay.Sha256 is { } expected && read.Sha256 != expected)
        {
            var found = read.Sha256 is null
                ? "a case of the library has none"
                : $"the file has {read.Sha256}";
            AddBrokenRules(
                [new("replay.sha256", $"{found}: it is not the file that was meant")],
                tree,
                problems
            );
        }
        var (plan, broken) = ReplayBuilder.Of(replay, read.Series);
        AddBrokenRules(broken, tree, problems);
        return (section with { Replay = replay with { Sha256 = read.Sha256 } }, plan);
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
        MapNode tree,
        JsonObject resolved
    ) =>
        new(resolved)
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
            ReplayExpect =
            [
                .. (section.Replay?.Expect ?? []).Select(e => new ReplayExpectation(
                    e.Metric,
                    e.Variant,
                    e.Of,
                    e.At,
                    e.Min,
                    e.Max
                )),
            ],
            Expect =
            [
                .. section.Expect.Select(e => new Expectation(e.Metric.Name, e.Of ?? "", e.At, e.Min, e.Max)),
            ],
            Digest = section.Digest,
            IsAsShipped = isAsShipped,
            HasOnnxModels = section.Curves is null && OnnxGroups.Any(section),
            Notes =
            [
                .. world.Subnet.OwnerNotes("subnet").Select(n => Located(n, tree) with { IsNote = true }),
            ],
            PlanHash = PlanHash.Of(resolved),
        };

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
