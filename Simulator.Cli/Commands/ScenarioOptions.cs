using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using Simulator.Scenarios.Files;

namespace Simulator.Cli.Commands;

/// <summary>Arguments and options that several verbs share, each with its own message for a wrong value.</summary>
internal static class ScenarioOptions
{
    /// <summary>The scenario that a verb is about.</summary>
    public static Argument<string> Scenario() =>
        new("NAME|FILE") { Description = "A scenario of the library, or a YAML file." };

    /// <summary>Overrides of the scenario.</summary>
    public static Option<string[]> Set()
    {
        Option<string[]> set = new("--set")
        {
            Description = "Override a value, as in --set subnet.kappa=0.6; may be repeated.",
            HelpName = "key=value",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
            DefaultValueFactory = _ => [],
        };
        // The parser is content when one of several --set has a value.
        set.Validators.Add(result =>
        {
            if (result.IdentifierTokenCount > result.Tokens.Count && result.Tokens.Count > 0)
            {
                result.AddError("--set needs key=value each time");
            }
        });
        return set;
    }

    /// <summary>A seed in place of the scenario's own.</summary>
    public static Option<ulong?> Seed() =>
        new("--seed")
        {
            Description = "Run with another seed than the scenario's own.",
            HelpName = "N",
            CustomParser = result => Whole<ulong>(result, 0, ulong.MaxValue),
        };

    /// <summary>How many threads work for the miners.</summary>
    public static Option<int?> Threads() =>
        new("--threads")
        {
            Description = "Threads that train models and answer; any number gives the same result.",
            HelpName = "N",
            CustomParser = result => Whole(result, 1, 1024),
        };

    /// <summary>Whether to print JSON.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Print JSON." };

    /// <summary>The whole number that an option is given; null and an error when it is none within the range.</summary>
    public static T? Whole<T>(ArgumentResult result, T least, T most)
        where T : struct, IBinaryInteger<T>
    {
        string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (
            T.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out T value)
            && value >= least
            && value <= most
        )
        {
            return value;
        }
        string name = ((OptionResult)result.Parent!).Option.Name;
        result.AddError(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {Show.Quoted(text)} is not a whole number in [{least}, {most}]"
            )
        );
        return null;
    }
}
