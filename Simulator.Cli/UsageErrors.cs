using System.CommandLine;
using System.CommandLine.Parsing;
using Simulator.Scenarios.Files;

namespace Simulator.Cli;

/// <summary>Tells what is wrong with a command line, and what was probably meant.</summary>
internal static class UsageErrors
{
    /// <summary>Writes every mistake and where to read on.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool Report(ParseResult parsed, Terminal terminal)
    {
        string[] mistakes = [.. Mistakes(parsed)];
        foreach (string mistake in mistakes)
        {
            terminal.Error.WriteLine($"error: {mistake}");
        }
        if (mistakes.Length > 0)
        {
            terminal.Error.WriteLine($"Try '{Path(parsed.CommandResult)} --help'.");
        }
        return mistakes.Length > 0;
    }

    private static IEnumerable<string> Mistakes(ParseResult parsed)
    {
        CommandResult command = parsed.CommandResult;
        string[] misread = [.. OptionsReadAsArguments(parsed)];
        if (misread.Length > 0)
        {
            return misread.Select(token => NoOption(token, command));
        }
        if (command.Command.Subcommands.Count > 0 && parsed.Errors.Count > 0)
        {
            return [MissingVerb(parsed, command)];
        }
        // What follows an unknown option is probably its value: one mistake, not two.
        bool options = parsed.UnmatchedTokens.Any(IsOption);
        IEnumerable<string> unknown = parsed
            .UnmatchedTokens.Where(token => !options || IsOption(token))
            .Select(token => Unknown(token, command));
        // In the parser's own words the unknown tokens would be named twice.
        IEnumerable<string> others =
            from error in parsed.Errors
            where parsed.UnmatchedTokens.Count == 0 || error.SymbolResult is not CommandResult
            select error.SymbolResult is ArgumentResult { Tokens.Count: 0 } missing
                ? $"'{Path(command)}' needs {missing.Argument.Name}"
                : error.Message;
        return unknown.Concat(others);
    }

    /// <summary>Misspelt options that the parser took for the argument of the verb.</summary>
    private static IEnumerable<string> OptionsReadAsArguments(ParseResult parsed) =>
        parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash)
            ? []
            : parsed
                .CommandResult.Children.OfType<ArgumentResult>()
                .SelectMany(argument => argument.Tokens)
                .Select(token => token.Value)
                .Where(token => token.Length > 1 && token[0] == '-');

    private static string MissingVerb(ParseResult parsed, CommandResult command)
    {
        if (parsed.UnmatchedTokens.Count == 0)
        {
            return $"'{Path(command)}' needs {Verbs(command)}";
        }
        string token = parsed.UnmatchedTokens[0];
        return IsOption(token)
            ? NoOption(token, command)
            : $"'{Path(command)}' has no verb {Show.Quoted(token)}"
                + NearNames.Hint(token, command.Command.Subcommands.Select(c => c.Name));
    }

    private static string Unknown(string token, CommandResult command) =>
        IsOption(token) ? NoOption(token, command) : $"'{Path(command)}' has no use for {Show.Quoted(token)}";

    private static bool IsOption(string token) => token.StartsWith('-');

    private static string NoOption(string token, CommandResult command) =>
        $"'{Path(command)}' has no option {Show.Quoted(token)}{NearNames.Hint(token, Options(command))}";

    private static string Verbs(CommandResult command) =>
        string.Join(" or ", command.Command.Subcommands.Select(c => $"'{c.Name}'"));

    private static IEnumerable<string> Options(CommandResult command) =>
        [.. command.Command.Options.Select(o => o.Name), "--help"];

    private static string Path(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{Path(parent)} {result.Command.Name}" : "sim";
}
