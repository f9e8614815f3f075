using System.Diagnostics;
using System.Text.Json;

namespace Simulator.Scenarios.Tests.Reports;

/// <summary>Headless Chromium, where the machine has one.</summary>
internal static class Browser
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string[] Flags =
    [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1300,1500",
        "--virtual-time-budget=8000",
        "--enable-logging=stderr",
        "--v=0",
    ];

    /// <summary>Opens a page and tells what the browser saw; skips the test where there is no browser.</summary>
    public static async Task<Visit> OpenAsync(string html, CancellationToken cancel)
    {
        string? program = Find();
        Assert.SkipWhen(program is null, "No Chromium on the PATH: the page was not opened in a browser.");
        var folder = Directory.CreateTempSubdirectory("report-");
        try
        {
            string page = Path.Combine(folder.FullName, "report.html");
            string netLog = Path.Combine(folder.FullName, "net.json");
            await File.WriteAllTextAsync(page, html, cancel);
            string[] arguments =
            [
                .. Flags,
                $"--user-data-dir={Path.Combine(folder.FullName, "profile")}",
                $"--log-net-log={netLog}",
                "--dump-dom",
                new Uri(page).AbsoluteUri,
            ];
            var (dom, log) = await RunAsync(program!, arguments, cancel);
            string[] console =
            [
                .. log.Split('\n').Where(l => l.Contains("CONSOLE:", StringComparison.Ordinal)),
            ];
            return new Visit(dom, console, RequestsIn(await File.ReadAllTextAsync(netLog, cancel)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder =>
                new[] { "chromium", "chromium-browser" }.Select(name => Path.Combine(folder, name))
            )
            .FirstOrDefault(File.Exists);

    private static async Task<(string Output, string Log)> RunAsync(
        string program,
        string[] arguments,
        CancellationToken cancel
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var log = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (await output, await log);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    // A browser also asks for things of its own; what a page from a file asks for has the origin "null".
    private static List<string> RequestsIn(string netLog)
    {
        List<string> requests = [];
        using var log = JsonDocument.Parse(netLog);
        foreach (var entry in log.RootElement.GetProperty("events").EnumerateArray())
        {
            if (
                entry.TryGetProperty("params", out var facts)
                && facts.TryGetProperty("initiator", out var initiator)
                && facts.TryGetProperty("url", out var url)
                && initiator.GetString() == "null"
            )
            {
                requests.Add(url.GetString()!);
            }
        }
        return requests;
    }
}
