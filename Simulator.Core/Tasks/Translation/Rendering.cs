namespace Simulator.Core.Tasks.Translation;

/// <summary>One word of a translation that is being made.</summary>
/// <param name="Word">Its number, by which the language model knows it.</param>
/// <param name="Copied">Place of the English word that it is a copy of; negative where it is none.</param>
internal readonly record struct Rendering(int Word, int Copied)
{
    /// <summary>A word that was translated.</summary>
    public static Rendering Of(int word) => new(word, -1);
}
