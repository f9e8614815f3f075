namespace Simulator.Core.Tasks.TextCompletion;

/// <summary>How does this text go on? Answered by a <see cref="TextAnswer"/>.</summary>
/// <remarks>The true continuation is shown character by character, each one after its probability was stated: so the
/// whole of it is part of the question, as an examiner reads it out.</remarks>
public sealed class TextQuestion : IQuestion
{
    /// <summary>Characters given.</summary>
    public const int PromptLength = 64;

    /// <summary>Characters asked for.</summary>
    public const int CompletionLength = 32;

    private readonly int _passage;
    private readonly int _start;

    internal TextQuestion(NovelSet novels, int index, int passage, int start)
    {
        Novels = novels;
        Index = index;
        _passage = passage;
        _start = start;
    }

    /// <summary>Number of the question among the held-out ones, from 0.</summary>
    public int Index { get; }

    /// <summary>Title of the novel that the text is from.</summary>
    public string Novel => Novels.TitleOf(_passage);

    /// <summary>The characters given.</summary>
    public string Prompt => Alphabet.TextOf(Text[..PromptLength]);

    /// <summary>The characters that truly follow.</summary>
    internal string Continuation => Alphabet.TextOf(Text[PromptLength..]);

    /// <summary>The novels asked about.</summary>
    internal NovelSet Novels { get; }

    /// <summary>The characters given, then those that follow.</summary>
    internal ReadOnlySpan<byte> Text =>
        Novels.HeldOut(_passage).Slice(_start, PromptLength + CompletionLength);

    /// <summary>Set and number, such as <c>austen 17</c>.</summary>
    public override string ToString() => $"{Novels.Name} {Index}";
}
