namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>The file of sentence pairs, read for its English sentences alone: a paragraph each, under one title.</summary>
internal static class MessageFormat
{
    /// <summary>The messages of a file.</summary>
    /// <param name="name">Name of the set.</param>
    /// <param name="file">A pair a line: the English sentence, a tabulator, its translation.</param>
    public static NovelSet Read(string name, ReadOnlySpan<byte> file)
    {
        List<byte> text = [.. "# Messages of software\n"u8];
        foreach (Range range in file.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = file[range];
            int end = line.IndexOf((byte)'\t');
            // A message that begins like a title is none.
            if (end > 0 && line[0] != (byte)'#')
            {
                text.AddRange(line[..end]);
                text.Add((byte)'\n');
            }
        }
        return NovelFormat.Read(name, [.. text]);
    }
}
