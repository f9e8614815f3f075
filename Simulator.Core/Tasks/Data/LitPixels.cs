namespace Simulator.Core.Tasks.Data;

/// <summary>The pixels of one image that are not black, by ascending place.</summary>
/// <param name="places">Where each lies, counted row by row.</param>
/// <param name="greys">How bright each is, in (0, 1].</param>
internal readonly ref struct LitPixels(ReadOnlySpan<ushort> places, ReadOnlySpan<float> greys)
{
    /// <summary>Where each lies, counted row by row.</summary>
    public ReadOnlySpan<ushort> Places { get; } = places;

    /// <summary>How bright each is, in (0, 1].</summary>
    public ReadOnlySpan<float> Greys { get; } = greys;
}
