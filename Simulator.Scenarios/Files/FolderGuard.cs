namespace Simulator.Scenarios.Files;

/// <summary>Keeps the files that a scenario names below the scenario's own folder, symbolic links included.</summary>
internal static class FolderGuard
{
    private const int MostLinks = 40;

    /// <summary>The complaint about a relative path, or nothing when it stays below the folder.</summary>
    /// <param name="folder">The folder of the file that names the path.</param>
    /// <param name="relative">The path as written.</param>
    public static string? Complaint(string folder, string relative)
    {
        if (relative.Contains('\\'))
        {
            return "write '/' between folders";
        }
        if (Path.IsPathRooted(relative) || relative.Contains(':'))
        {
            return "a path must be relative to this file";
        }
        var root = Path.GetFullPath(folder);
        var full = Path.GetFullPath(Path.Combine(root, relative));
        if (!IsBelow(root, full))
        {
            return "a path must stay below the folder of this file";
        }
        return RealPath(root) is { } realRoot && RealPath(full) is { } realFull && IsBelow(realRoot, realFull)
            ? null
            : "a link leads this path out of the folder of this file";
    }

    /// <summary>The path with every symbolic link followed, or nothing when links run in a circle.</summary>
    public static string? RealPath(string path)
    {
        var pending = new Stack<string>(Parts(Path.GetFullPath(path)).Reverse());
        var real = Path.GetPathRoot(Path.GetFullPath(path)) ?? "/";
        var links = 0;
        while (pending.TryPop(out var part))
        {
            if (part == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }
            var next = Path.Combine(real, part);
            var target = LinkTarget(next);
            if (target is null)
            {
                real = next;
                continue;
            }
            if (++links > MostLinks)
            {
                return null;
            }
            if (Path.IsPathRooted(target))
            {
                real = Path.GetPathRoot(target)!;
            }
            foreach (var piece in Parts(target).Reverse())
            {
                pending.Push(piece);
            }
        }
        return real;
    }

    private static string? LinkTarget(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Parts(string path) =>
        path[(Path.GetPathRoot(path) ?? "").Length..]
            .Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar])
            .Where(p => p is not "" and not ".");

    private static bool IsBelow(string folder, string path) =>
        path.StartsWith(
            Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );
}
