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

    /// <summary>Puts all pixels of the image, black ones as well, into <paramref name="pixels"/>.</summary>
    /// <param name="pixels">Takes the result; what is beyond the image becomes 0.</param>
    public void Spread(Span<float> pixels)
    {
        pixels.Clear();
        for (int i = 0; i < Places.Length; i++)
        {
            pixels[Places[i]] = Greys[i];
        }
    }
}
