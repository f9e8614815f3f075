using System.CommandLine;
using Simulator.Scenarios.Reports;
using Simulator.Scenarios.Results;

namespace Simulator.Cli.Commands;

/// <summary><c>sim report DIR</c>: writes the report of a result again.</summary>
internal static class ReportCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> folder = new("DIR") { Description = "Folder of a result." };
        Option<string?> file = new("--out", "-o")
        {
            Description = "File of the page; report.html in the folder without it.",
            HelpName = "FILE",
        };
        Command report = new("report", "Write the report of a result as one self-contained page.")
        {
            folder,
            file,
        };
        report.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.GetValue(file), terminal));
        return report;
    }

    private static int Run(string folder, string? file, Terminal terminal)
    {
        string html = RunReport.Html(Read(folder).Result);
        terminal.Out.WriteLine(file is null ? ResultStore.WriteReport(folder, html) : Write(html, file));
        return ExitCode.Ok;
    }

    private static StoredRun Read(string folder)
    {
        try
        {
            return ResultStore.Read(folder);
        }
        catch (ResultException e)
        {
            throw new InputException(e.Message, e);
        }
    }

    private static string Write(string html, string file)
    {
        DiskTrouble.At(
            file,
            "be written",
            () =>
            {
                if (Directory.Exists(file))
                {
                    throw new IOException("a folder is in its place");
                }
                File.WriteAllText(file, html);
            }
        );
        return file;
    }
}
