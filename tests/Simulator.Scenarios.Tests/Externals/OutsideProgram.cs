using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Simulator.Scenarios.Tests.Externals;

/// <summary>Programs that answer, or fail to: this test program itself, started as a child. No other is on every machine.</summary>
internal static class OutsideProgram
{
    private const string Flag = "--outside-program";

    /// <summary>The command that starts one.</summary>
    /// <param name="mode">How it behaves.</param>
    public static string[] Command(string mode) =>
        [
            Path.GetFullPath(
                Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet")
            ),
            typeof(OutsideProgram).Assembly.Location,
            Flag,
            mode,
        ];

    // Before the test runner sees the arguments.
    [ModuleInitializer]
    internal static void Become()
    {
        string[] args = Environment.GetCommandLineArgs();
        if (args.Length == 3 && args[1] == Flag)
        {
            Answer(args[2]);
            Environment.Exit(0);
        }
    }

    private static void Answer(string mode)
    {
        using Stream output = Console.OpenStandardOutput();
        if (mode == "banner")
        {
            output.Write("Loading weights ...\n"u8);
        }
        for (int number = 1; Console.ReadLine() is { } line; number++)
        {
            using JsonDocument message = JsonDocument.Parse(line);
            if (mode == "crash")
            {
                Console.Error.WriteLine("no weights here");
                Environment.Exit(3);
            }
            if (mode == "long-words")
            {
                Console.Error.WriteLine($"{new string('x', 80)} weights.bin is missing");
                Environment.Exit(3);
            }
            if (mode is "mute" || mode is "hang" && number > 1)
            {
                Thread.CurrentThread.Join();
            }
            string reply = Reply(mode, message.RootElement, number);
            output.Write((mode == "latin-1" ? Encoding.Latin1 : Encoding.UTF8).GetBytes(reply + "\n"));
            output.Flush();
        }
    }

    private static string Reply(string mode, JsonElement message, int number)
    {
        long id = message.GetProperty("id").GetInt64();
        if (message.TryGetProperty("train", out JsonElement budget))
        {
            int next = message.GetProperty("version").GetInt32() + 1;
            return $$$"""{"id":{{{id}}},"version":{{{next}}},"spent":{{{(mode == "spender" ? budget.GetInt64() + 1 : budget.GetInt64() / 2)}}}}""";
        }
        string answer = mode switch
        {
            "nan" => """{"label":NaN}""",
            "minus-infinity" => """{"number":-Infinity}""",
            "none" => """{"number":None}""",
            "class-10" => """{"label":10}""",
            "half-a-class" => """{"label":3.5}""",
            "wrong-kind" => """{"text":"three"}""",
            "infinite" => """{"number":1e999}""",
            "number" => """{"number":4.5}""",
            "latin-1" => """{"text":"el menú"}""",
            "half-a-character" => """{"text":"a \ud800 b"}""",
            "half-a-name" => """{"te\udc00t":"a"}""",
            "text" => """{"text":"Guardar, el ARCHIVO."}""",
            "certain" => $$$"""{"probabilities":[{{{string.Join(',', Enumerable.Repeat("1", 39))}}}]}""",
            "even" => $$$"""{"probabilities":[{{{string.Join(',', Enumerable.Repeat("0.025641", 39))}}}]}""",
            "counter" => $$$"""{"label":{{{number % 10}}}}""",
            _ => """{"label":3}""",
        };
        return mode switch
        {
            "garbage" => "three, I think",
            "list" => "[3]",
            "another-id" => $$$"""{"id":{{{id + 1}}},"answer":{"label":3}}""",
            "no-answer" => $$$"""{"id":{{{id}}}}""",
            "error" =>
                $$$"""{"id":{{{id}}},"error":"{{{Path.GetFileName(Environment.CurrentDirectory)}}}"}""",
            "half-an-error" => $$$"""{"id":{{{id}}},"error":"bad \ud800"}""",
            "task" => $$$"""{"id":{{{id}}},"error":"{{{message.GetProperty("task").GetString()}}}"}""",
            "endless" => new string('x', 3 << 20),
            _ => $$$"""{"id":{{{id}}},"answer":{{{answer}}}}""",
        };
    }
}
